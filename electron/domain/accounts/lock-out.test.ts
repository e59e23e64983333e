import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterFailure, afterSuccess, CLEAN_STATE, FIRST_BLOCK, judgeAttempt, LONGEST_BLOCK, remainingAttempts, type LockOutState } from './lock-out.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const YEAR = 365 * 24 * HOUR
const START = Date.UTC(2026, 10, 20, 1)
const policy = { failuresAllowed: 5 }
const minutesOf = (milliseconds: number): number => milliseconds / MINUTE

/** 连错几次,每次隔一分钟;停用着就等到期再试。 */
const failTimes = (times: number, from: LockOutState = CLEAN_STATE, at = START): { state: LockOutState; now: number } => {
  let state = from
  let now = at
  for (let count = 0; count < times; count++) {
    now = Math.max(now + MINUTE, judgeAttempt(state, now).blockedUntil ?? 0)
    state = afterFailure(state, now, policy)
  }
  return { state, now }
}

/** 随机的试验每次一样;失败时会印出最小的反例。 */
const SEED = 20_261_120

describe('连错几次,停用多久(F55)', () => {
  it.each([
    [0, 5, 0],
    [1, 4, 0],
    [4, 1, 0],
    [5, 0, 15],
    [10, 0, 30],
    [15, 0, 60],
    [20, 0, 120],
    [25, 0, 240],
    [30, 0, 480],
    [35, 0, 960],
    [40, 0, 1440],
    [45, 0, 1440],
    [500, 0, 1440],
  ])('连错 %i 次:还能试 %i 次,停用 %i 分钟', (times, remaining, minutes) => {
    const { state, now } = failTimes(times)
    expect(remainingAttempts(state, now, policy)).toBe(remaining)
    const { blockedUntil, isAllowed } = judgeAttempt(state, now)
    expect(blockedUntil === null ? 0 : minutesOf(blockedUntil - now)).toBe(minutes)
    expect(isAllowed).toBe(minutes === 0)
  })
  it('登录成功:从头算起', () => {
    const { now } = failTimes(9)
    expect(afterSuccess()).toEqual(CLEAN_STATE)
    expect(remainingAttempts(afterFailure(afterSuccess(), now, policy), now, policy)).toBe(4)
  })
  it('停用着再试不算数,到期再错五次才又停', () => {
    const { state, now } = failTimes(5)
    expect(afterFailure(state, now + MINUTE, policy)).toBe(state)
    expect(judgeAttempt(state, now + 15 * MINUTE).isAllowed).toBe(true)
    expect(remainingAttempts(state, now + 15 * MINUTE, policy)).toBe(5)
  })
  it('规矩收紧到三次:已经错了四次的,再错一次就停', () => {
    const { state, now } = failTimes(4)
    expect(remainingAttempts(state, now, { failuresAllowed: 3 })).toBe(1)
    expect(judgeAttempt(afterFailure(state, now, { failuresAllowed: 3 }), now).isAllowed).toBe(false)
  })
})

describe('停用 15 分钟期间拨了时钟(F08)', () => {
  const blocked = failTimes(5)
  it.each([
    // 说明,停用后真的过了几分钟,这时时钟显示比停用时刻晚几分钟,还要等几分钟
    ['没有拨', 10, 10, 5],
    ['到点', 15, 15, 0],
    ['刚停用就拨回一小时', 0, -60, 15],
    ['过了十分钟拨回一年', 10, -YEAR / MINUTE, 15],
    ['过了十分钟拨回五分钟(还没拨过停用的时刻,看不出来,多等一会儿)', 10, 5, 10],
    ['拨快一天', 1, 24 * 60, 0],
  ])('%s', (_, __, shown, wait) => {
    const now = blocked.now + shown * MINUTE
    const { blockedUntil } = judgeAttempt(blocked.state, now)
    expect(blockedUntil === null ? 0 : minutesOf(blockedUntil - now)).toBe(wait)
  })
  it('拨回去以后接着等:满一次停用的时长就放行,不会永远停着', () => {
    const back = blocked.now - YEAR
    const judged = judgeAttempt(blocked.state, back)
    expect(judged.state).not.toBe(blocked.state)
    expect(judgeAttempt(judged.state, back + 14 * MINUTE).isAllowed).toBe(false)
    expect(judgeAttempt(judged.state, back + 15 * MINUTE).isAllowed).toBe(true)
  })
  it('时钟曾经错到十年以后,改对了,最多等 15 分钟', () => {
    const wrong = failTimes(5, CLEAN_STATE, START + 10 * YEAR)
    const judged = judgeAttempt(wrong.state, START)
    expect(judged.blockedUntil).toBe(START + FIRST_BLOCK)
    expect(judgeAttempt(judged.state, START + FIRST_BLOCK).isAllowed).toBe(true)
  })
  it('状态被改成停到一百年后:最多再等一次停用的时长', () => {
    const edited: LockOutState = { ...blocked.state, blockedUntil: START + 100 * YEAR }
    expect(judgeAttempt(edited, blocked.now + MINUTE).blockedUntil).toBe(blocked.now + MINUTE + FIRST_BLOCK)
  })
})

describe('随便怎么拨时钟', () => {
  /** 每一步:真的过了多久,时钟另外被拨了多少。 */
  const moves = (furthestForward: number) => fc.array(fc.record({ passes: fc.integer({ min: 0, max: 20 * MINUTE }), jumps: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -10 * YEAR, max: furthestForward })) }), { maxLength: 40 })
  const rounds = fc.integer({ min: 5, max: 45 })

  it('只往回拨:真的没等够,就绝不放行', () => {
    fc.assert(
      fc.property(rounds, moves(0), (times, steps) => {
        const { state: before, now } = failTimes(times)
        const { blockedUntil } = judgeAttempt(before, now)
        fc.pre(blockedUntil !== null)
        const length = before.blockLength - (now - before.lastFailure)
        let state = before
        let clock = now
        let passed = 0
        for (const { passes, jumps } of steps) {
          passed += passes
          clock += passes + jumps
          const judged = judgeAttempt(state, clock)
          if (judged.isAllowed) expect(passed).toBeGreaterThanOrEqual(length)
          state = judged.state
        }
      }),
      { seed: SEED },
    )
  })
  it('来回乱拨以后不再拨:等满一次停用的时长,一定放行', () => {
    fc.assert(
      fc.property(rounds, moves(10 * YEAR), (times, steps) => {
        let { state, now } = failTimes(times)
        for (const { passes, jumps } of steps) {
          now += passes + jumps
          state = judgeAttempt(state, now).state
          if (jumps > 0) state = afterFailure(state, now, policy)
        }
        const settled = judgeAttempt(state, now)
        expect((settled.blockedUntil ?? now) - now).toBeLessThanOrEqual(LONGEST_BLOCK)
        expect(judgeAttempt(settled.state, now + Math.max(state.blockLength, 0)).isAllowed).toBe(true)
      }),
      { seed: SEED },
    )
  })
})
