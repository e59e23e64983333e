import type { Transport } from '../../shared/rpc/messages.ts'
import { bridgeTransport, type Bridge } from './bridge-transport.ts'
import { socketTransport } from './socket-transport.ts'

declare global {
  interface Window {
    /** 桌面外壳的预加载脚本放在这里;浏览器里没有。 */
    readonly baolei?: Bridge
  }
}

/** 本页在哪个外壳里,就用哪条通道。除本文件夹外,界面不知道外壳的存在。 */
export const pickTransport = (): Transport => (window.baolei === undefined ? socketTransport() : bridgeTransport(window.baolei))
export const isDesktopShell = (): boolean => window.baolei !== undefined
