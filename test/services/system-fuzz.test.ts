import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { findBrokenVersion } from '../../electron/store/version-chain.ts'
import { everyProcedure, type WalkedProcedure } from '../support/contract-walk.ts'
import { makeFuzzWorld, wouldSwitch, type FuzzWorld } from '../support/fuzz-world.ts'
import { shapedInput } from '../support/input-arbitrary.ts'
import { must } from '../support/make-core.ts'

/** 每个过程试多少份(G16):平日 150(过程上百,多了每次都要等几分钟),长的一组 10,000。 */
const PAYLOADS = process.env['BAOLEI_FAULTS'] === 'long' ? 10_000 : 150
const RANDOM = Math.floor(PAYLOADS / 10)
/** 长活(导出、备份)做成一次要几百毫秒,写入要落盘:做成这么多次之后,后面的先取消再发,只走到门和核对输入为止。 */
const MOST_DONE = { query: Infinity, command: 120, job: 3 } as const
/** 退出一次就要重新打开、登录一次:做成这么多次就够。 */
const MOST_SIGNED_OUT = 10
/** 锁着屏时再试一遍的份数。 */
const KEPT = PAYLOADS / 5
const SEED = Number(process.env['BAOLEI_SEED'] ?? 20_261_120)

let world: FuzzWorld
const kept = new Map<string, unknown[]>()
const totals = { open: 0, cancelled: 0, locked: 0 }
beforeAll(async () => {
  world = await makeFuzzWorld()
}, 60_000)
afterAll(() => {
  console.log(`乱来的输入:${everyProcedure.length} 个过程,登录着 ${totals.open} 份(其中只走到核对输入的 ${totals.cancelled} 份),锁着屏 ${totals.locked} 份;种子 ${SEED}`)
  world.close()
})

/** 带不带确认、带什么确认,也一起试。 */
const confirms = () => fc.oneof({ weight: 6, arbitrary: fc.constant(world.confirm) }, { weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.record({ reason: fc.string({ maxLength: 20 }), password: fc.string({ maxLength: 20 }) }) }, { weight: 1, arbitrary: fc.jsonValue() })

const runAll = async (walked: WalkedProcedure): Promise<Map<string, number>> => {
  const outcomes = new Map<string, number>()
  const list: unknown[] = []
  kept.set(walked.path, list)
  const run = async (input: unknown, confirm: unknown): Promise<void> => {
    if (wouldSwitch(walked, input)) return
    if (list.length < KEPT) list.push(input)
    const isEnough = (outcomes.get('ok') ?? 0) >= (walked.path === 'session.signOut' ? MOST_SIGNED_OUT : MOST_DONE[walked.procedure.kind])
    const outcome = await world.obey(walked, input, { confirm, ...(isEnough ? { signal: AbortSignal.abort() } : {}) })
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    totals.open += 1
    if (isEnough && outcome === 'CANCELLED') totals.cancelled += 1
    // 锁屏、退出、确认猜错太多次,都要重新打开再试。
    if (outcome === 'SESSION_LOCKED' || ['session.lock', 'session.signOut'].includes(walked.path)) await world.ensureOpen()
  }
  await world.ensureOpen()
  await fc.assert(fc.asyncProperty(fc.jsonValue(), confirms(), run), { numRuns: RANDOM, seed: SEED })
  await fc.assert(fc.asyncProperty(shapedInput(walked.procedure.input as z.ZodType, world.known), confirms(), run), { numRuns: PAYLOADS - RANDOM, seed: SEED })
  await world.ensureOpen()
  return outcomes
}

describe('每个过程都经得起乱来的输入(F66、G16)', () => {
  it.each(everyProcedure)('$path', async (walked) => {
    const outcomes = await runAll(walked)
    if (process.env['SHOW_OUTCOMES'] !== undefined) console.log(walked.path, Object.fromEntries(outcomes))
  }, PAYLOADS * 120)

  it('不成消息的文本、乱写的路径', async () => {
    const paths = fc.oneof(fc.string(), fc.constantFrom('__proto__.x', 'constructor.name', 'system.__proto__', 'system.hello.call', ...everyProcedure.map(({ path }) => path.toUpperCase())))
    await fc.assert(
      fc.asyncProperty(paths, fc.jsonValue(), async (path, input) => {
        const reply = await world.send(path, input)
        expect(reply.ok ? 'ok' : reply.error.code).toMatch(/^(UNKNOWN_PROCEDURE|BAD_INPUT)$/)
      }),
      { numRuns: PAYLOADS, seed: SEED },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(JSON.parse(await world.core.dispatch(text))).toMatchObject({ ok: false })
      }),
      { numRuns: PAYLOADS, seed: SEED },
    )
  })

  it('乱来过后:审计链、版本链完好,库完好,原型干净', () => {
    expect(findBrokenAudit(world.raw)).toBeNull()
    expect(findBrokenVersion(world.raw)).toBeNull()
    expect(world.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(world.raw.pragma('foreign_key_check')).toEqual([])
    for (const key of ['polluted', 'id', 'path', 'name']) expect(({} as Record<string, unknown>)[key]).toBeUndefined()
  })
})

describe('锁着屏,同样的输入再来一遍', () => {
  it('没声明的一律 SESSION_LOCKED,声明过的照样守规矩;一直锁着', async () => {
    await world.ensureOpen()
    await must(world.api.session.lock({ reason: 'person' }))
    for (const walked of everyProcedure) {
      const { roles, whenLocked } = walked.procedure
      const inputs = kept.get(walked.path) ?? []
      for (const input of walked.path === 'session.signOut' ? inputs.slice(0, MOST_SIGNED_OUT) : inputs) {
        const outcome = await world.obey(walked, input, { confirm: world.confirm })
        if (roles !== 'anyone' || whenLocked !== true) expect(outcome, walked.path).toBe('SESSION_LOCKED')
        totals.locked += 1
        // 退出了;或者前面乱试时给别人重设过的口令,这里正好碰上,真的登录了:登录好,锁上再来。
        if (['session.signIn', 'session.signOut'].includes(walked.path) && outcome === 'ok') {
          await world.ensureOpen()
          await must(world.api.session.lock({ reason: 'person' }))
        }
      }
      expect((await must(world.api.session.state({}))).phase, walked.path).toBe('locked')
    }
  }, PAYLOADS * 600)
})
