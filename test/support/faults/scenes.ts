import { DEFAULT_COLUMNS, WHOLE_ROSTER } from '../../../shared/model/member-columns.ts'
import { rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { TEST_PERSON } from '../make-core.ts'
import { openCore, seededPorts } from './child-core.ts'

/** 子进程:在造好的盘上演一场,印一行 JSON。用法:node scenes.ts 哪一场 工作区 盘 */
const [, , scene = '', folder = '', disk = ''] = process.argv
const failures: string[] = []
const { core, api, refused } = await openCore(folder, seededPorts(folder, 1, (text) => text.startsWith('procedure failed') && failures.push(text)))
const everyone = { organisationId: null, search: '', memberType: null } as const
const person = { userName: TEST_PERSON.userName, password: TEST_PERSON.password }
const codeOf = (reply: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } }): string => (reply.ok ? 'ok' : reply.error.code)
const countPeople = async (): Promise<number | string> => {
  const reply = await api.members.list({ ...everyone, offset: 0, limit: 500 })
  return reply.ok ? reply.value.counts.full + reply.value.counts.probationary : reply.error.code
}

const scenes: Readonly<Record<string, () => Promise<unknown>>> = {
  /** 位置只读:另做一份只看的副本,看得了,写不了。 */
  'open-copy': async () => {
    const copied = await api.rescue.openCopy({ path: folder, ...person })
    const readOnly = copied.ok ? copied.value.readOnly : copied.error.code
    const people = await countPeople()
    const { nodes } = (await api.organisations.tree({}).then((reply) => (reply.ok ? reply.value : { nodes: [] })))
    const writing = codeOf(await api.organisations.add({ parentId: nodes[0]?.id ?? null, kind: 'branch', name: '新支部', shortName: '', code: '', category: null }))
    return { refused: refused?.code, readOnly, people, writing }
  },
  /** 放临时文件的盘满了:导出说得出是满了,别的照常;腾出地方就能导。 */
  'export-full': async () => {
    const filler = join(disk, 'filler')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc(bavail * bsize))
    const full = codeOf(await api.members.exportList({ query: WHOLE_ROSTER, columns: [...DEFAULT_COLUMNS], purpose: '核对名册' }))
    const people = await countPeople()
    rmSync(filler)
    const again = codeOf(await api.members.exportList({ query: WHOLE_ROSTER, columns: [...DEFAULT_COLUMNS], purpose: '核对名册' }))
    return { refused: refused?.code ?? null, full, people, again }
  },
}
const result = await scenes[scene]?.()
core.close()
writeSync(1, `${JSON.stringify({ result, failures })}\n`)
