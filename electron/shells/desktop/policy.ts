import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron'

/** 桌面外壳的规矩,全是纯函数:窗口怎么开、什么地址能载、谁的消息算数。 */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://baolei`
export const START_PAGE = `${ORIGIN}/index.html`
/** 只在内存里的浏览资料:关了就没有。 */
export const PARTITION = 'baolei'
/** 自有协议的身份:有来源、算安全环境、能取数;不绕过内容安全策略,不让别的来源跨过来,不许后台脚本。 */
export const SCHEMES: CustomScheme[] = [{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]

/**
 * 启动时给 Chromium 的开关:不上网、不留缓存、不写崩溃转储(F53:里面会有屏幕上的名册)。
 */
export const START_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  // 断网的第二道保险:任何域名都解析不了。
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['lang', 'zh-CN'],
  ['disable-breakpad'],
  ['disable-http-cache'],
  ['disk-cache-size', '1'],
  ['disable-gpu-shader-disk-cache'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
]
/**
 * 装好的程序不接受的启动参数:熔丝只管 Node 的调试口,Chromium 的调试口、关沙箱、关同源、换启动器要自己拦。
 */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'enable-blink-features',
  'load-extension',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'js-flags',
  'enable-logging',
  'log-net-log',
] as const
/** @returns 命令行里第一个不接受的参数;没有为 null。 */
export const refusedSwitch = (hasSwitch: (name: string) => boolean): string | null => REFUSED_SWITCHES.find(hasSwitch) ?? null

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
/**
 * 给页面的权限:一项也没有。摄像头、定位、通知用不着;剪贴板也不给程序碰,
 * 复制只有人自己选中、按键那一种,所以没有要过三十秒清掉的东西(F53)。
 */
const ALLOWED_PERMISSIONS: readonly string[] = []
export const mayUse = (permission: string): boolean => ALLOWED_PERMISSIONS.includes(permission)

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
