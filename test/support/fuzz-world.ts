import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { ALWAYS_POSSIBLE_CODES } from '../../shared/rpc/error-codes.ts'
import { failWith } from '../../electron/rpc/handlers.ts'
import type { WalkedProcedure } from './contract-walk.ts'
import { must, makeCore, TEST_PERSON } from './make-core.ts'
import { memberFields } from './office.ts'
import { keyOf, openRaw } from './raw-store.ts'

const KEEPS_SUMS = new Set(['dues.summary'])

const replySchema = z.union([z.strictObject({ id: z.string(), ok: z.literal(true), value: z.unknown() }), z.strictObject({ id: z.string(), ok: z.literal(false), error: z.strictObject({ code: z.string(), data: z.unknown(), traceId: z.string() }) })])
export type FuzzReply = z.output<typeof replySchema>

/** 会换掉工作区的几个:只试不会成的输入,免得在磁盘上到处建。 */
export const wouldSwitch = ({ path, procedure }: WalkedProcedure, input: unknown): boolean => {
  if (procedure.roles !== 'anyone' || procedure.kind === 'query' || path.startsWith('session.') || path.startsWith('support.') || path === 'accounts.recoverySheet') return false
  if (typeof input !== 'object' || input === null || !('path' in input)) return procedure.input.safeParse(input).success as boolean
  return typeof input.path !== 'string' || input.path.startsWith('/') || /^[A-Za-z]:/.test(input.path)
}

/** 一个办公室的真工作区,各样记录都有一条;另一个连接看着库。 */
export const makeFuzzWorld = async () => {
  const test = await makeCore({ printer: { renderPdf: () => Promise.resolve(failWith('NO_BROWSER')) } })
  const { api } = test
  const { nodes } = await must(api.organisations.tree({}))
  const root = nodes[0]?.id ?? ''
  const add = (parentId: string, kind: 'branch' | 'party_group', name: string, category: string | null) => must(api.organisations.add({ parentId, kind, name, shortName: '', code: '', category }))
  const branch = await add(root, 'branch', '第一党支部', 'production')
  const group = await add(branch.id, 'party_group', '第一党小组', null)
  const member = await must(api.members.add({ fields: memberFields(branch.id, { partyGroupId: group.id }) }))
  const meeting = await must(api.meetings.create({ branchId: branch.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-20' }))
  const clerk = (await must(api.accounts.add({ userName: 'clerk', displayName: '李闻', password: 'Lantern-Walnut-77x' }))).accounts.find(({ userName }) => userName === 'clerk')
  const scheme = await must(api.evaluation.scheme({ period: '2026-11' }))
  const indicatorIds = [...JSON.stringify(scheme).matchAll(/"indicatorId":"([^"]+)"|"id":"([A-Z][^"]{1,39})"/g)].map(([, first, second]) => first ?? second ?? '').slice(0, 12)
  const path = join(test.folder, 'workspace')
  const raw = openRaw(path, await keyOf(path))
  const rowsSince = raw.prepare('SELECT procedure, kind FROM audit_log WHERE seq > ?')
  const auditCount = raw.prepare('SELECT count(*) FROM audit_log').pluck()
  const tables = (raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").pluck().all() as string[]).filter((name) => !['audit_log', 'audit_reason', 'commit_head'].includes(name))
  const counts = raw.prepare(tables.map((name) => `SELECT '${name}' AS name, count(*) AS rows FROM "${name}"`).join(' UNION ALL '))
  const version = (): number => raw.pragma('data_version', { simple: true }) as number
  // 没有人写过,就不必再数一遍。
  let seen = { version: -1, audit: 0, counts: '' }
  const look = (): typeof seen => {
    const now = version()
    if (now !== seen.version) seen = { version: now, audit: auditCount.get() as number, counts: JSON.stringify(counts.all()) }
    return seen
  }
  const confirm = { reason: '乱试', password: TEST_PERSON.password }
  const send = async (procedurePath: string, input: unknown, options: { readonly confirm?: unknown; readonly signal?: AbortSignal } = {}): Promise<FuzzReply> =>
    replySchema.parse(JSON.parse(await test.core.dispatch(JSON.stringify({ id: 'f', path: procedurePath, input, confirm: options.confirm }), { signal: options.signal })))

  return {
    ...test,
    raw,
    confirm,
    send,
    known: [root, branch.id, group.id, member.id, meeting.id, clerk?.id ?? '', 'production', 'secretary', 'clerk', TEST_PERSON.userName, 'T'.repeat(43), ...indicatorIds],
    /** 让门开着、人登录着、输错的次数清零。 */
    ensureOpen: async (): Promise<void> => {
      rmSync(join(path, 'keys', 'attempts.json'), { force: true })
      if ((await must(api.session.state({}))).phase !== 'open') await must(api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
    },
    /**
     * 一次调用要守的规矩:回话成形,代码声明过,从不 INTERNAL,查询从不写,写了的审计记在自己名下;
     * 被拒的一个字节也不写,只有口令没对上的另记一条会话审计。
     */
    obey: async ({ path: procedurePath, procedure: { kind, errors, audit } }: WalkedProcedure, input: unknown, options: { readonly confirm?: unknown; readonly signal?: AbortSignal } = {}): Promise<string> => {
      const before = look()
      const reply = await send(procedurePath, input, options)
      // 到点自己做的备份也记审计,不是这次调用写的。
      const written = version() === before.version ? [] : (rowsSince.all(before.audit) as { procedure: string; kind: string }[]).filter((row) => row.procedure === procedurePath || row.kind !== 'backup')
      if (reply.ok) {
        // 党费汇总算好的和数留在一张由记录推得出的表里,省得下次重算;别的查询一个字节也不写。
        if (kind === 'query' && !KEEPS_SUMS.has(procedurePath)) expect(version(), procedurePath).toBe(before.version)
        if (KEEPS_SUMS.has(procedurePath)) expect(written, procedurePath).toEqual([])
        // 确认时第二个人点头、锁屏,另记在会话名下。
        for (const row of written) expect(row.kind === 'session' || (row.procedure === procedurePath && row.kind === audit), JSON.stringify(row)).toBe(true)
        return 'ok'
      }
      const { code } = reply.error
      expect(code, JSON.stringify(input)).not.toBe('INTERNAL')
      expect([...Object.keys(errors), ...ALWAYS_POSSIBLE_CODES], procedurePath).toContain(code)
      if (version() === before.version) return code
      expect(written.map((row) => row.kind), `${procedurePath} ${code}`).toEqual(written.map(() => 'session'))
      expect(look().counts, `${procedurePath} ${code}`).toBe(before.counts)
      return code
    },
    close: () => {
      raw.close()
      test.close()
    },
  }
}
export type FuzzWorld = Awaited<ReturnType<typeof makeFuzzWorld>>
