import Database from 'better-sqlite3'
import fc from 'fast-check'
import { mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { ContractTree } from '../../../shared/contract/define.ts'
import { contract } from '../../../shared/contract/index.ts'
import { createClient } from '../../../shared/rpc/client.ts'
import { createCore } from '../../../electron/core.ts'
import { findAppFolders } from '../../../electron/machine/app-folders.ts'
import { createFileLog } from '../../../electron/machine/file-log.ts'
import { createUuidV7, systemClock } from '../../../electron/services/system-ports.ts'
import { shapedInput } from '../input-arbitrary.ts'
import { directTransport, must } from '../make-core.ts'
import { idNumberOf, memberFields } from '../office.ts'
import { CANARIES, DISPLAY_NAME, ERROR_TEXT, NEW_PASSWORD, PASSWORD, PERSON, REASON, TALK, WRONG_PASSWORD } from './canaries.ts'
import { encodeGb18030 } from './needles.ts'
import { rosterWithCanaries } from './roster-with-canaries.ts'
import { resolutionRow } from '../meeting-rows.ts'

/**
 * 子进程:用一遍程序,处处带着假数据;HOME、TMPDIR、配置文件夹都是自己的。
 * 运行中才有的秘密(恢复码、数据密钥)从标准输出报给父进程,不写文件。
 *
 * 参数:`control` 时把临时表放进文件,另写一个明文文件——父进程必须找得到;`leave-open` 时不关就走。
 */
const isControl = process.argv[2] === 'control'
/** 对照:排序的中间结果放进文件,缓存小到放不下。 */
const SPILLING = new Map([['temp_store = MEMORY', 'temp_store = FILE'], ['cache_size = -65536', 'cache_size = -2000']])
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}

// 看着每个连接:记下数据密钥;对照组把临时表改到文件里。程序自己没有这样的开关。
const connections = new Set<Database.Database>()
const originalPragma = Database.prototype.pragma
Database.prototype.pragma = function pragma(this: Database.Database, source: string, options?: Database.PragmaOptions): unknown {
  const key = /^key = "x'([0-9a-f]{64})'"$/.exec(source)?.[1]
  if (key !== undefined) {
    connections.add(this)
    say(`KEY ${key}`)
  }
  return originalPragma.call(this, isControl ? (SPILLING.get(source) ?? source) : source, options)
}

const folders = findAppFolders()
mkdirSync(folders.documents, { recursive: true })
const workspace = join(folders.documents, '工作区')
const core = createCore({
  ports: {
    clock: systemClock,
    ids: createUuidV7(systemClock.now),
    log: createFileLog(folders.config, systemClock),
    // 印不成,报错的话里带着假数据:多半在某一行排版时出错。
    printer: { renderPdf: () => Promise.reject(new Error(ERROR_TEXT, { cause: Object.assign(new TypeError(PERSON.idNumber), { path: TALK }) })) },
    folders,
    app: { version: '0.0.1', build: '0123456789ab' },
    machine: 'leak-test',
    scryptLogN: 2,
  },
  openAtStart: 'none',
})
const api = createClient(contract, directTransport(core), createUuidV7(systemClock.now).next)
const send = async (path: string, input: unknown, extra: object = {}): Promise<string> => {
  const reply = JSON.parse(await core.dispatch(JSON.stringify({ id: createUuidV7(systemClock.now).next(), path, input, ...extra }))) as { readonly ok: boolean; readonly error?: { readonly code: string } }
  return reply.ok ? 'ok' : (reply.error?.code ?? '')
}
/** 这一步必须得到这个结果,不然这一遍就没有用到该用的地方。 */
const expectCode = (what: string, found: string, wanted: string): void => {
  if (found !== wanted) throw new Error(`${what}: ${found}, not ${wanted}`)
}

const created = await must(api.system.createWorkspace({ path: workspace, name: '测试单位党委', people: { setup: 'one_office', person: { userName: 'sima', displayName: DISPLAY_NAME, password: PASSWORD } } }))
for (const code of created.recoveryCodes) say(`CODE ${code}`)
const top = (await must(api.organisations.tree({}))).nodes[0]?.id ?? ''
const branch = await must(api.organisations.add({ parentId: top, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production', fromDay: '2024-01-01' }))
const member = await must(api.members.add({ fields: memberFields(branch.id, PERSON) }))
await must(api.members.save({ id: member.id, rev: member.rev, fields: { ...member.fields, post: '炉前工', ...PERSON } }))

// 排序的中间结果放不下内存:缺省会写成明文的临时文件。
for (const db of connections)
  if (db.open && db.name.endsWith('baolei.db')) {
    const sorted = db.prepare("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT m.name || s.id_number || s.address || hex(i) AS line FROM member m JOIN member_personal s ON s.member_id = m.id, n WHERE m.id = ? ORDER BY (i * 7919) % 300007").iterate(member.id)
    let count = 0
    for (const _row of sorted) count++
    if (count !== 300_000) throw new Error(`sorted ${count}`)
  }

/** 其余的全部用法;对照组只要证明找得到,不走这些。 */
const useEverything = async (): Promise<void> => {
  // 名册三种写法都读一遍;导进去的是另一批人,假数据在备注、住址里。
  const rosters = await rosterWithCanaries('炼铁党支部')
  for (const [name, bytes] of [['名册.csv', Buffer.from(rosters.csv)], ['名册-国标.csv', encodeGb18030(rosters.csv)], ['名册.xlsx', Buffer.from(rosters.xlsx)]] as const) {
    const preview = await must(api.imports.preview({ kind: 'members', file: core.files.accept(`${PERSON.name}${name}`, bytes), branchId: branch.id }))
    await api.imports.commit({ previewId: preview.previewId, skipRefused: true })
  }
  const rows = (await must(api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 20_000 }))).rows
  if (rows.length < 200) throw new Error(`only ${rows.length} members after importing`)
  for (const search of [PERSON.name, PERSON.mobile.slice(-4), 'ouyang']) await must(api.members.list({ organisationId: null, search, memberType: null, offset: 0, limit: 100 }))

  const meeting = await must(api.meetings.create({ branchId: branch.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-03-05' }))
  const saved = await must(api.meetings.save({ id: meeting.id, rev: meeting.rev, fields: { ...meeting.fields, title: PERSON.name, host: PERSON.name, content: TALK.repeat(40), resolutions: [resolutionRow({ text: TALK, owner: PERSON.name, dueOn: null })] } }))
  await must(api.session.keepDraft({ key: 'meeting', body: TALK.repeat(20) }))

  // 各种不成:重复的证号、形状不对、旧的修订号、请求编号和路径里塞着假数据。
  expectCode('duplicate', await send('members.add', { fields: memberFields(branch.id, { name: '另一人', idNumber: PERSON.idNumber }) }), 'DUPLICATE_ID_NUMBER')
  expectCode('bad input', await send('members.add', { fields: { ...memberFields(branch.id, PERSON), [PERSON.name]: PERSON.idNumber, gender: PERSON.address } }), 'BAD_INPUT')
  expectCode('stale', await send('meetings.save', { id: meeting.id, rev: meeting.rev, fields: saved.fields }), 'STALE')
  expectCode('unknown', await send(`members.${PERSON.mobile}`, {}), 'UNKNOWN_PROCEDURE')
  await core.dispatch(JSON.stringify({ id: PERSON.name, path: 'print.handbook', input: { branchId: branch.id, year: 2026 } }))
  await core.dispatch(`{"id": "${PERSON.idNumber}`)
  expectCode('internal', await send('print.handbook', { branchId: branch.id, year: 2026 }), 'INTERNAL')

  // 备份在工作区里另写一整份。
  expectCode('backup', await send('backups.make', {}), 'ok')

  // 输错口令、换口令、锁上、凭恢复码、关上再开。
  expectCode('wrong password', await send('session.changePassword', { currentPassword: WRONG_PASSWORD, newPassword: NEW_PASSWORD }), 'PASSWORD_WRONG')
  expectCode('new password', await send('session.changePassword', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }), 'ok')
  expectCode('lock', await send('session.lock', { reason: 'person' }), 'ok')
  expectCode('locked', await send('members.list', { organisationId: null, search: PERSON.name, memberType: null, offset: 0, limit: 10 }), 'SESSION_LOCKED')
  expectCode('wrong sign-in', await send('session.signIn', { userName: 'sima', password: WRONG_PASSWORD }), 'PASSWORD_WRONG')
  await send('session.signIn', { userName: PERSON.name, password: WRONG_PASSWORD })
  expectCode('sign in', await send('session.signIn', { userName: 'sima', password: NEW_PASSWORD }), 'ok')
  expectCode('close', await send('system.closeWorkspace', {}), 'ok')
  await send('system.openWorkspace', { path: workspace })
  await send('session.recover', { code: `${created.recoveryCodes[0] ?? ''}X`, userName: 'sima', newPassword: PASSWORD })
  expectCode('sign in again', await send('session.signIn', { userName: 'sima', password: NEW_PASSWORD }), 'ok')

  // 契约里每一个要开着工作区的过程,输入里尽量塞假数据;多半被拒,拒也要拒得干净。
  const known = [branch.id, member.id, meeting.id, ...CANARIES.map(({ value }) => value), '0196d0a0-0000-7000-8000-000000000000', idNumberOf('1980-01-01', 3)]
  let called = 0
  for (const [group, names] of Object.entries(contract as ContractTree))
    for (const [name, procedure] of Object.entries(names)) {
      if (procedure.withoutWorkspace === true || ['backups.restore', 'backups.makeSecond', 'session.changePassword'].includes(`${group}.${name}`)) continue
      for (const input of fc.sample(shapedInput(procedure.input as z.ZodType, known), { numRuns: procedure.kind === 'job' ? 2 : 6, seed: 20_261_120 })) {
        await send(`${group}.${name}`, input, { confirm: { reason: REASON, password: NEW_PASSWORD } })
        called++
      }
    }
  say(`CALLED ${called}`)
}
if (!isControl) await useEverything()

if (isControl) writeFileSync(join(folders.config, 'plain.txt'), `x${PERSON.name}`)
if (process.argv[3] !== 'leave-open') core.close()
say('DONE')
if (process.argv[3] === 'leave-open') process.exit(0)
