import type { PasswordPolicySettings } from '../../../shared/model/workspace.ts'

/** 一个使用人连续输错口令的情形(F55)。时刻为 epoch 毫秒,时长为毫秒。 */
export interface LockOutState {
  /** 上次停用(或登录成功)以来连续输错的次数。 */
  readonly failures: number
  /** 这一串里第一次输错的时刻;没有输错过为 null。 */
  readonly since: number | null
  /** 停用到何时;没有停用为 null。 */
  readonly blockedUntil: number | null
  /** 最近一次停用的时长;时钟被拨过,最多从头再等这么久。 */
  readonly blockLength: number
  /** 登录成功以来停用过几次;一次比一次久。 */
  readonly blocks: number
  /** 最近一次输错的时刻;没有输错过为 0。 */
  readonly lastFailure: number
}

const MINUTE = 60_000
export const FIRST_BLOCK = 15 * MINUTE
export const LONGEST_BLOCK = 24 * 60 * MINUTE

/** 没有输错过。 */
export const CLEAN_STATE: LockOutState = { failures: 0, since: null, blockedUntil: null, blockLength: 0, blocks: 0, lastFailure: 0 }

export interface AttemptVerdict {
  readonly isAllowed: boolean
  /** 停用到何时(按现在的时钟);可以试为 null。 */
  readonly blockedUntil: number | null
  /** 要存回去的状态:时钟往回拨过时,停用的时刻跟着挪。没有变化时就是原来那个对象。 */
  readonly state: LockOutState
}

/**
 * 现在能不能试口令。
 *
 * 不管时钟怎么拨,还要等的时间都不超过一整次停用:往回拨了(或时钟曾经错到几年以后),就从现在起重新等一次,
 * 既不提前放行,也不会等到遥远的将来(F08、F55)。
 */
export const judgeAttempt = (state: LockOutState, now: number): AttemptVerdict => {
  const remaining = state.blockedUntil === null ? 0 : Math.min(state.blockedUntil - now, state.blockLength)
  if (remaining <= 0) return { isAllowed: true, blockedUntil: null, state }
  const blockedUntil = now + remaining
  return { isAllowed: false, blockedUntil, state: blockedUntil === state.blockedUntil ? state : { ...state, blockedUntil } }
}

const blockLengthOf = (blocks: number): number => Math.min(FIRST_BLOCK * 2 ** Math.min(blocks - 1, 30), LONGEST_BLOCK)

/** 输错一次。停用着的时候不该来试,来了也不算数。 */
export const afterFailure = (state: LockOutState, now: number, policy: Pick<PasswordPolicySettings, 'failuresAllowed'>): LockOutState => {
  const judged = judgeAttempt(state, now)
  if (!judged.isAllowed) return judged.state
  const failures = state.failures + 1
  const since = state.since ?? now
  if (failures < policy.failuresAllowed) return { ...state, failures, since, blockedUntil: null, lastFailure: now }
  const blocks = state.blocks + 1
  const blockLength = blockLengthOf(blocks)
  return { failures: 0, since, blockedUntil: now + blockLength, blockLength, blocks, lastFailure: now }
}

/** 登录成功:前账一笔勾销。 */
export const afterSuccess = (): LockOutState => CLEAN_STATE

/** 再错几次就停用;停用着为 0。 */
export const remainingAttempts = (state: LockOutState, now: number, policy: Pick<PasswordPolicySettings, 'failuresAllowed'>): number =>
  judgeAttempt(state, now).isAllowed ? Math.max(policy.failuresAllowed - state.failures, 1) : 0
