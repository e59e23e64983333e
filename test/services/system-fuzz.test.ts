import fc from 'fast-check'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import type { ContractTree, Procedure } from '../../shared/contract/define.ts'
import { ALWAYS_POSSIBLE_CODES } from '../../shared/rpc/error-codes.ts'
import { failWith } from '../../electron/rpc/handlers.ts'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { shapedInput } from '../support/input-arbitrary.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'

const RANDOM_RUNS = 20
const SHAPED_RUNS = Number(process.env['BAOLEI_FUZZ_RUNS'] ?? 250)

const procedures = Object.entries(contract as ContractTree).flatMap(([group, names]) => Object.entries(names).map(([name, procedure]) => ({ path: `${group}.${name}`, procedure })))
/** 会换掉工作区的几个:只试不会成的输入,免得在磁盘上到处建。 */
const switching = procedures.filter(({ procedure }) => procedure.kind === 'command' && procedure.withoutWorkspace === true).map(({ path }) => path)

const replySchema = z.union([z.strictObject({ id: z.string(), ok: z.literal(true), value: z.unknown() }), z.strictObject({ id: z.string(), ok: z.literal(false), error: z.strictObject({ code: z.string(), data: z.unknown(), traceId: z.string() }) })])

let test: TestCore
let known: readonly string[] = []
let raw: ReturnType<typeof openRaw>
let auditSince: ReturnType<typeof raw.prepare>
const auditCount = (): number => raw.prepare('SELECT count(*) FROM audit_log').pluck().get() as number

beforeAll(async () => {
  test = await makeCore({ printer: { renderPdf: () => Promise.resolve(failWith('NO_BROWSER')) } })
  const { nodes } = await must(test.api.organisations.tree({}))
  const root = nodes[0]?.id ?? ''
  const add = (parentId: string, kind: 'branch' | 'party_group', name: string, category: string | null) => must(test.api.organisations.add({ parentId, kind, name, shortName: '', code: '', category }))
  const branch = await add(root, 'branch', '第一党支部', 'production')
  const group = await add(branch.id, 'party_group', '第一党小组', null)
  const member = await must(test.api.members.add({ fields: { name: '王建国', gender: '1', ethnicity: '01', birthDate: '1976-03-12', education: '20', memberType: 'full', joinedOn: '1998-07-01', regularOn: '1999-07-01', post: '', membershipState: 'normal', workNumber: '', note: '', branchId: branch.id, partyGroupId: group.id, idNumber: '', mobile: '', telephone: '', address: '' } }))
  const meeting = await must(test.api.meetings.create({ branchId: branch.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-20' }))
  const scheme = await must(test.api.evaluation.scheme({ period: '2026-11' }))
  const indicatorIds = [...JSON.stringify(scheme).matchAll(/"indicatorId":"([^"]+)"|"id":"([A-Z][^"]{1,39})"/g)].map(([, first, second]) => first ?? second ?? '').slice(0, 12)
  known = [root, branch.id, group.id, member.id, meeting.id, 'production', 'secretary', ...indicatorIds]
  raw = openRaw(join(test.folder, 'workspace'), await keyOf(join(test.folder, 'workspace')))
  auditSince = raw.prepare('SELECT procedure, kind FROM audit_log WHERE seq > ?')
})
afterAll(() => {
  raw.close()
  test.close()
})

const send = async (path: string, input: unknown): Promise<z.output<typeof replySchema>> => replySchema.parse(JSON.parse(await test.core.dispatch(JSON.stringify({ id: 'f', path, input }))))
/** 一次调用要守的规矩:回话成形,代码声明过,从不 INTERNAL,被拒的什么也没写,查询从不写,写了的审计记在自己名下。 */
const obey = async (path: string, { kind, errors, audit }: Procedure, input: unknown): Promise<string> => {
  const before = auditCount()
  const reply = await send(path, input)
  if (reply.ok) {
    if (kind === 'query') expect(auditCount(), path).toBe(before)
    for (const row of auditSince.all(before)) expect(row).toEqual({ procedure: path, kind: audit })
    return 'ok'
  }
  const { code } = reply.error
  expect(code, JSON.stringify(input)).not.toBe('INTERNAL')
  expect([...Object.keys(errors), ...ALWAYS_POSSIBLE_CODES], path).toContain(code)
  expect(auditCount(), `${path} ${code}`).toBe(before)
  return code
}
const wouldSwitch = (path: string, input: unknown): boolean => {
  if (!switching.includes(path)) return false
  if (typeof input !== 'object' || input === null || !('path' in input)) return true
  return typeof input.path !== 'string' || input.path.startsWith('/') || /^[A-Za-z]:/.test(input.path)
}

describe('每个过程都经得起乱来的输入', () => {
  it.each(procedures)('$path', async ({ path, procedure }) => {
    const outcomes = new Map<string, number>()
    const run = async (input: unknown): Promise<void> => {
      if (wouldSwitch(path, input)) return
      const outcome = await obey(path, procedure, input)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    await fc.assert(fc.asyncProperty(fc.jsonValue(), run), { numRuns: RANDOM_RUNS })
    await fc.assert(fc.asyncProperty(shapedInput(procedure.input as z.ZodType, known), run), { numRuns: SHAPED_RUNS })
    if (process.env['SHOW_OUTCOMES'] !== undefined) console.log(path, Object.fromEntries(outcomes))
  }, 60_000)

  it('不成消息的文本、乱写的路径', async () => {
    const paths = fc.oneof(fc.string(), fc.constantFrom('__proto__.x', 'constructor.name', 'system.__proto__', 'system.hello.call', ...procedures.map(({ path }) => path.toUpperCase())))
    await fc.assert(
      fc.asyncProperty(paths, fc.jsonValue(), async (path, input) => {
        const reply = await send(path, input)
        expect(reply.ok ? 'ok' : reply.error.code).toMatch(/^(UNKNOWN_PROCEDURE|BAD_INPUT)$/)
      }),
      { numRuns: 200 },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const reply = replySchema.parse(JSON.parse(await test.core.dispatch(text)))
        expect(reply.ok).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('乱来过后:审计链完好,库完好,原型干净', () => {
    expect(findBrokenAudit(raw)).toBeNull()
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(raw.pragma('foreign_key_check')).toEqual([])
    for (const key of ['polluted', 'id', 'path', 'name']) expect(({} as Record<string, unknown>)[key]).toBeUndefined()
  })
})

describe('每个过程都声明齐全', () => {
  it.each(procedures)('$path', ({ procedure }) => {
    expect(procedure.roles === 'anyone' || procedure.roles.length > 0).toBe(true)
    // 打开工作区之前能调的,与数据无关;改数据的必须记审计。
    if (procedure.roles === 'anyone') expect(procedure.scope).toBe('none')
    if (procedure.kind === 'command' && procedure.withoutWorkspace !== true) expect(procedure.audit).not.toBe('none')
    if (procedure.kind === 'query') expect(procedure.confirmation).toBe('none')
  })
})
