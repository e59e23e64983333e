import type { BrowserWindowConstructorOptions } from 'electron'

/** 桌面外壳的规矩,全是纯函数:窗口怎么开、什么地址能载、谁的消息算数。 */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://baolei`
export const START_PAGE = `${ORIGIN}/index.html`
/** 只在内存里的浏览资料:关了就没有。 */
export const PARTITION = 'baolei'

/** 内容安全策略,写全在这一处;只有样式放宽(组件库运行时插样式)。 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const isOwnPage = (address: string): boolean => address.startsWith(`${ORIGIN}/`)
/** 会话里允许发出的请求:自己的协议,和页面自己造的内容。其余(网络、文件)一律拦下。 */
export const mayRequest = (address: string): boolean => isOwnPage(address) || address.startsWith('data:') || address.startsWith(`blob:${ORIGIN}/`)
/** 页面只可以往剪贴板写字(复制编号、表格);摄像头、定位、通知等都不给。 */
export const mayUse = (permission: string): boolean => permission === 'clipboard-sanitized-write'

interface Sender {
  readonly id: number
  readonly mainFrame: unknown
}
interface SenderFrame {
  readonly url: string
}
/** 消息只认本窗口、主框架、自己的页面;框架已经没了(senderFrame 为 null)的不认。 */
export const isTrustedSender = (event: { readonly sender: Sender; readonly senderFrame: SenderFrame | null }, windowContentsId: number): boolean =>
  event.sender.id === windowContentsId && event.senderFrame !== null && event.senderFrame === event.sender.mainFrame && isOwnPage(event.senderFrame.url)

const webPreferences = (devTools: boolean) =>
  ({
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    devTools,
  }) as const

/**
 * @param preload 预加载脚本的位置。
 * @param devTools 只有从源码启动时为真。
 */
export const windowOptions = (preload: string, devTools: boolean, title: string): BrowserWindowConstructorOptions => ({
  width: 1366,
  height: 768,
  minWidth: 1024,
  minHeight: 640,
  show: false,
  title,
  autoHideMenuBar: true,
  backgroundColor: '#f5f5f5',
  webPreferences: { ...webPreferences(devTools), preload },
})

/** 印 PDF 用的暗窗:没有预加载脚本,什么都够不着。 */
export const printWindowOptions = (): BrowserWindowConstructorOptions => ({ show: false, width: 900, height: 1200, webPreferences: { ...webPreferences(false), backgroundThrottling: false } })
