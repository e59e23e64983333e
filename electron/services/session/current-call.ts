import { AsyncLocalStorage } from 'node:async_hooks'

/** 正在做的这一次调用是谁、凭哪个角色、写了什么理由;写入时记进审计。 */
export interface CurrentCall {
  /** 账号标识;没设口令的工作区为 `built-in`。 */
  readonly actor: string
  readonly role: string
  readonly reason: string
}

export const BUILT_IN_ACTOR = 'built-in'
/** 不在任何调用里(定时的备份、测试里直接用服务):内置使用人。 */
const OUTSIDE: CurrentCall = { actor: BUILT_IN_ACTOR, role: '', reason: '' }

const storage = new AsyncLocalStorage<CurrentCall>()

/** 长活会与别的调用交错,所以跟着异步的脉络走,不放在一个共用的变量里。 */
export const withCall = <T>(call: CurrentCall, work: () => T): T => storage.run(call, work)
export const currentCall = (): CurrentCall => storage.getStore() ?? OUTSIDE
/** 正在某一次调用里;不在的(外壳收发文件、定时的活)为 null。 */
export const callInHand = (): CurrentCall | null => storage.getStore() ?? null
