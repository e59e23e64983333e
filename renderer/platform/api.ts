import { contract, type Contract } from '../../shared/contract/index.ts'
import type { EventName } from '../../shared/contract/events.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import type { Transport } from '../../shared/rpc/messages.ts'
import { watchRefusals } from './session-refusals.ts'
import { pickTransport } from './transport.ts'

export type Api = Client<Contract>
export interface Platform {
  readonly api: Api
  /** 订阅事件;断线重连后所有监听都会被叫一次。返回取消函数。 */
  onEvents(names: readonly EventName[], listener: () => void): () => void
}

/** 由一条通道造出界面用的一切;测试给内存通道,程序里用真正的通道。 */
export const createPlatform = (transport: Transport): Platform => ({
  api: createClient(contract, watchRefusals(transport), () => crypto.randomUUID()),
  onEvents: (names, listener) => transport.onPush((message) => (message === 'resync' || (names as readonly string[]).includes(message.event)) && listener()),
})

let platform: Platform | null = null
export const usePlatformForTests = (replacement: Platform | null): void => {
  platform = replacement
}
const current = (): Platform => (platform ??= createPlatform(pickTransport()))

/** 界面里唯一的调用入口。 */
export const api: Api = new Proxy({} as Api, { get: (_target, group) => current().api[group as keyof Api] })
export const onEvents: Platform['onEvents'] = (names, listener) => current().onEvents(names, listener)
