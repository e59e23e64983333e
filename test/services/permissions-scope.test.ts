import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/model/workspace.ts'
import type { ReplyMessage } from '../../shared/rpc/messages.ts'
import { everyProcedure, sendTo, type WalkedProcedure } from '../support/contract-walk.ts'
import { keyOfEntry, scopeEntries, validInputs, withValue, type ScopeEntry } from '../support/deep-input.ts'
import { must } from '../support/make-core.ts'
import { idNumberOf, memberFields } from '../support/office.ts'
import { leaked, makePermissionWorld, textsIn, type BranchWorld, type PermissionWorld } from '../support/permission-world.ts'
import { BUSINESS_ROLES, type TestOfficer } from '../support/separated-office.ts'

const SEED = 20_261_120
const SAMPLES = 6
/** 长活(导出、打印、备份)一次就要几百毫秒。 */
const JOB_SAMPLES = 2

let world: PermissionWorld
let own: BranchWorld
let other: BranchWorld
/** 每个过程几份过得了核对的输入;里面的标识全是别的支部的。 */
const inputs = new Map<string, readonly unknown[]>()
const counts = { refused: 0, answered: 0, ok: 0 }
beforeAll(async () => {
  world = await makePermissionWorld()
  own = world.branches.own
  other = world.branches.other
  const known = [...Object.values(other.ids), 'T'.repeat(43), 'KF-02', 'DW-06', 'FJ-02', world.period, '2026-09-10', 'production']
  for (const { path, procedure } of everyProcedure) inputs.set(path, validInputs(procedure, known, SAMPLES, SEED))
}, 180_000)
afterAll(() => {
  console.log(`数据范围:点名别处而被拒 ${counts.refused} 次;点名自己、其余各项填别处的标识 ${counts.answered} 次(办成 ${counts.ok} 次),没有漏出一个字样,也没有动到别处一行`)
  world.close()
})

const otherIds = (): string[] => [...Object.values(other.ids), other.unit]
const idIn = (branch: BranchWorld, entry: ScopeEntry): string => branch.ids[entry.record ?? 'organisation']
const has = (input: unknown, key: string): boolean => typeof input === 'object' && input !== null && key in input
const INDICATORS = ['KF-02', 'DW-06', 'FJ-02', 'JF-01', 'GL-02', 'YJ-01']
/** 点名的都换成这个支部的;修订号、月份、指标换成对得上的,好走到里面去。 */
const schemaTakes = ({ input }: WalkedProcedure['procedure'], given: unknown): boolean => (input as { safeParse(value: unknown): { success: boolean } }).safeParse(given).success
const about = (branch: BranchWorld, { procedure }: WalkedProcedure, input: unknown, turn = 0): unknown => {
  const entries = scopeEntries(procedure)
  let made = entries.reduce((named, entry) => withValue(named, keyOfEntry(entry), idIn(branch, entry)), input)
  const record = entries.find((entry) => keyOfEntry(entry) === 'id')
  if (record !== undefined && has(made, 'rev')) made = withValue(made, 'rev', world.revOf(record.record ?? 'organisation', idIn(branch, record)))
  // 月份换成有记录的那个月;季、年的照旧。
  if (has(made, 'period') && schemaTakes(procedure, withValue(made, 'period', world.period))) made = withValue(made, 'period', world.period)
  // 组织变动都记在那次会议之前:改设、撤销走到里面才被拦下,甲支部不会当真没了。
  if (has(made, 'documentNumber') && has(made, 'day')) made = withValue(made, 'day', '2026-09-01')
  if (has(made, 'search')) made = withValue(made, 'search', '')
  if (has(made, 'indicatorId')) made = withValue(made, 'indicatorId', INDICATORS[turn % INDICATORS.length])
  return made
}
/** 先看后改;改的里头,作废、删除、撤回的放在最后:之前自己的支部还得是原来的样子。 */
const KINDS = ['query', 'job', 'command']
const isFinal = (path: string): boolean => /\.(?:void|erase|remove|withdraw|finish|merge|split|changeKind|revoke|undo)/.test(path)
const inOrder = (one: WalkedProcedure, next: WalkedProcedure): number => KINDS.indexOf(one.procedure.kind) - KINDS.indexOf(next.procedure.kind) || Number(isFinal(one.path)) - Number(isFinal(next.path))
/** 做好的文件:内容也算回话。 */
const filesIn = (reply: ReplyMessage): string => {
  const value = reply.ok ? (reply.value as { readonly file?: { readonly ticket?: string } }) : {}
  const taken = value.file?.ticket === undefined ? null : world.core.files.take(value.file.ticket)
  return taken === null ? '' : textsIn(Buffer.from(taken.bytes))
}
const allowed = (role: Role): WalkedProcedure[] => everyProcedure.filter(({ procedure }) => Array.isArray(procedure.roles) && procedure.roles.includes(role))
const confirmOf = (person: TestOfficer) => ({ reason: '核对权限', password: person.password, second: { userName: world.officers.security.userName, password: world.officers.security.password } })
const codeOf = async (path: string, input: unknown, confirm: unknown): Promise<string> => {
  const reply = await sendTo(world.core, path, input, confirm)
  return reply.ok ? 'ok' : reply.error.code
}

it('每个有角色限制的过程都造得出过得了核对的输入', () => {
  const without = everyProcedure.filter(({ path, procedure }) => procedure.roles !== 'anyone' && (inputs.get(path)?.length ?? 0) === 0)
  expect(without.map(({ path }) => path)).toEqual([])
})

describe.each(BUSINESS_ROLES)('%s,只授在甲支部', (role) => {
  let person: TestOfficer
  beforeAll(async () => {
    person = world.partOf(role)
    await world.signIn(person)
  })

  it('点名别的支部、上级、最上级的:一律不许,库一个字节不变', async () => {
    const version = world.version()
    for (const walked of allowed(role)) {
      const { path, procedure } = walked
      const entries = scopeEntries(procedure)
      for (const input of inputs.get(path) ?? []) {
        for (const entry of entries) {
          const elsewhere = [idIn(other, entry), ...(entry.record === undefined ? [other.unit, own.unit, other.ids.group, world.root] : [])]
          for (const id of elsewhere) {
            const aimed = withValue(about(own, walked, input), keyOfEntry(entry), id)
            expect(await codeOf(path, aimed, confirmOf(person)), `${path} ${keyOfEntry(entry)}`).toBe('FORBIDDEN')
            counts.refused += 1
          }
        }
        if (procedure.scope !== 'workspace') continue
        expect(await codeOf(path, input, confirmOf(person)), path).toBe('FORBIDDEN')
        counts.refused += 1
      }
    }
    expect(world.version()).toBe(version)
  })

  it('点名自己的支部,其余各项填别的支部的标识:漏不出别处一个字样,也动不到别处一行', async () => {
    const before = world.rowsAbout(other.canaries)
    const pointing = world.rowsPointingAt(otherIds()).toSorted()
    let version = world.version()
    for (const walked of allowed(role).toSorted(inOrder)) {
      for (const [turn, input] of (inputs.get(walked.path) ?? []).slice(0, walked.procedure.kind === 'job' ? JOB_SAMPLES : SAMPLES).entries()) {
        const aimed = about(own, walked, input, turn)
        const reply = await sendTo(world.core, walked.path, aimed, confirmOf(person))
        const given = JSON.stringify(aimed)
        const found = leaked(JSON.stringify(reply) + filesIn(reply), other.canaries).filter((canary) => !given.includes(canary))
        expect(found, `${walked.path} ${given.slice(0, 500)}`).toEqual([])
        counts.answered += 1
        if (reply.ok) counts.ok += 1
      }
      if (world.version() === version) continue
      version = world.version()
      const after = new Set(world.rowsAbout(other.canaries))
      expect(before.filter((row) => !after.has(row)), walked.path).toEqual([])
      expect(world.rowsPointingAt(otherIds()).toSorted(), walked.path).toEqual(pointing)
    }
  }, 60_000)

  it('登录了就能用的、谁都能看的,也漏不出别处的字样', async () => {
    const open = everyProcedure.filter(({ path, procedure }) => procedure.roles === 'signed_in' || (procedure.roles === 'anyone' && procedure.kind === 'query' && path !== 'system.hello'))
    expect(open.length).toBeGreaterThan(5)
    for (const { path } of open) {
      // 换口令会真的计次数:另有测试。
      if (path === 'session.changePassword') continue
      for (const input of inputs.get(path) ?? []) {
        const text = JSON.stringify(await sendTo(world.core, path, input))
        expect(leaked(text, other.canaries).filter((canary) => !JSON.stringify(input).includes(canary)), path).toEqual([])
      }
    }
  })
})

describe('绕着弯打听别的支部', () => {
  it('拿一个证号试着新增:不说出那是谁、在哪个支部', async () => {
    await world.signIn(world.partOf('branch_secretary'))
    const idNumber = other.content.find((word) => /^\d{17}[\dX]$/.test(word)) ?? ''
    const reply = await sendTo(world.core, 'members.add', { fields: memberFields(own.ids.organisation, { name: '路人', idNumber, birthDate: null }) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'DUPLICATE_ID_NUMBER' } })
    expect(leaked(JSON.stringify(reply), other.canaries.filter((word) => word !== idNumber))).toEqual([])
  })
  const previewOf = (lines: readonly string[], branchId: string | null) => {
    const file = world.core.files.accept('名册.csv', new TextEncoder().encode(`\ufeff${lines.join('\r\n')}`))
    return must(world.api.imports.preview({ kind: 'members', file, branchId }))
  }
  it('凭证号把别的支部的人导进自己支部:拒收,也不说那是谁', async () => {
    await world.signIn(world.partOf('branch_secretary'))
    const idNumber = other.content.find((word) => /^\d{17}[\dX]$/.test(word)) ?? ''
    const preview = await previewOf(['姓名,性别,身份证号,入党时间,人员类别', `路人乙,男,${idNumber},2010-07-01,正式党员`], own.ids.organisation)
    expect(preview).toMatchObject({ acceptable: 0, counts: { total: 1, refused: 1 } })
    expect(leaked(JSON.stringify(preview), other.canaries.filter((word) => word !== idNumber))).toEqual([])
  })
  it('凭姓名、生日也认不到别的支部的人:当作新的人', async () => {
    await world.signIn(world.partOf('branch_secretary'))
    const before = world.rowsPointingAt([other.ids.member])
    const preview = await previewOf(['姓名,性别,出生日期,入党时间,人员类别', '欧阳乙辰,男,1976-03-12,2010-07-01,正式党员'], own.ids.organisation)
    expect(preview).toMatchObject({ counts: { total: 1, refused: 0, changed: 0 } })
    const reply = JSON.stringify(preview)
    expect(leaked(reply, other.canaries.filter((word) => word !== '欧阳乙辰'))).toEqual([])
    expect((await must(world.api.imports.commit({ previewId: preview.previewId, skipRefused: false }))).written).toBe(1)
    expect(world.rowsPointingAt([other.ids.member])).toEqual(before)
  })
  it('从回收站取回,证号已被别的支部的人用上:不说那是谁', async () => {
    const idNumber = idNumberOf('1980-05-06', 33)
    await world.signIn(world.partOf('branch_secretary'))
    const added = await must(world.api.members.add({ fields: memberFields(own.ids.organisation, { name: '录错的人', birthDate: '1980-05-06', idNumber }) }))
    await must(world.api.bin.removeMember({ id: added.id, rev: added.rev, reason: '录错' }))
    await world.signIn(world.wholeOf('committee_office'))
    await must(world.api.members.add({ fields: memberFields(other.ids.organisation, { name: '乙区新来的人', birthDate: '1980-05-06', idNumber }) }))
    await world.signIn(world.partOf('branch_secretary'))
    const removed = (await must(world.api.bin.list({}))).rows.find(({ id }) => id === added.id)
    const reply = await sendTo(world.core, 'bin.restoreMember', { id: added.id, rev: removed?.rev ?? 0 })
    expect(reply).toMatchObject({ ok: false, error: { code: 'DUPLICATE_ID_NUMBER', data: { name: '', branchName: '' } } })
  })
  it('名册里写着别的支部:一行也进不去', async () => {
    await world.signIn(world.partOf('branch_secretary'))
    const branchName = other.canaries.find((word) => word.endsWith('炼钢党支部')) ?? ''
    const preview = await previewOf(['姓名,所在党支部,性别,入党时间', `路人甲,${branchName},男,2010-07-01`], null)
    expect(preview).toMatchObject({ acceptable: 0, counts: { total: 1, refused: 1 } })
    expect(await codeOf('imports.commit', { previewId: preview.previewId, skipRefused: true }, undefined)).toBe('IMPORT_NOTHING_ACCEPTABLE')
  })
})

describe('授在上一级的', () => {
  it('管得到下面的支部,管不到别处', async () => {
    const person = await world.addPerson('erji', '二级党办', [{ role: 'committee_office', unitId: own.unit }])
    expect((await world.signIn(person)).session.grants).toEqual([{ role: 'committee_office', unitId: own.unit }])
    expect((await must(world.api.organisations.get({ id: own.ids.organisation }))).id).toBe(own.ids.organisation)
    expect(await codeOf('organisations.get', { id: own.ids.group }, undefined)).toBe('ok')
    expect(await codeOf('organisations.get', { id: other.ids.organisation }, undefined)).toBe('FORBIDDEN')
    expect(await codeOf('organisations.get', { id: world.root }, undefined)).toBe('FORBIDDEN')
    expect(await codeOf('organisations.move', { id: own.ids.organisation, rev: 1, parentId: other.unit, fromDay: '2026-11-01' }, undefined)).toBe('FORBIDDEN')
    const { nodes } = await must(world.api.organisations.tree({}))
    expect(leaked(JSON.stringify(nodes), other.canaries)).toEqual([])
    expect(nodes.map(({ id }) => id)).toContain(own.ids.organisation)
  })
})
