import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { BrowserWindowConstructorOptions, CustomScheme, MessageBoxSyncOptions, OpenDialogOptions } from 'electron'

/** 记录式假 electron:名字以真 electron 的类型约束,拼错就编译不过。只证明接线,不证明真 Electron 跑得起来。 */
export const record = {
  windows: [] as FakeWindow[],
  handlers: new Map<string, (event: unknown, ...values: unknown[]) => unknown>(),
  schemes: [] as CustomScheme[],
  switches: new Map<string, string | undefined>(),
  /** 启动命令行里本来就有的参数。 */
  given: new Set<string>(),
  sandboxed: false,
  paths: new Map<string, string>(),
  quits: 0,
  exits: [] as number[],
  errorBoxes: [] as string[],
  messageBoxes: [] as MessageBoxSyncOptions[],
  /** 下一次消息框按第几个按钮。 */
  answer: 0,
  openDialogs: [] as OpenDialogOptions[],
  chosenFolder: null as string | null,
  gotLock: true,
  /** 预加载脚本露给页面的:名字 → 函数。 */
  exposed: new Map<string, Readonly<Record<string, (...values: unknown[]) => unknown>>>(),
  /** 预加载脚本发给主进程的。 */
  invoked: [] as (readonly unknown[])[],
  menus: [] as unknown[],
  partitions: [] as (readonly [string, unknown])[],
}

export interface FakeFrame {
  readonly url: string
}
export class FakeContents extends EventEmitter {
  private static last = 0
  readonly id = ++FakeContents.last
  mainFrame: FakeFrame = { url: '' }
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  readonly sent: (readonly [string, string])[] = []
  script: (code: string) => unknown = () => ''
  pdf: () => Promise<Buffer> = () => Promise.resolve(Buffer.from('%PDF'))
  pdfOptions: unknown = null
  reloads = 0
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  send(channel: string, text: string): void {
    this.sent.push([channel, text])
  }
  isDestroyed(): boolean {
    return false
  }
  executeJavaScript(code: string): Promise<unknown> {
    return Promise.resolve(this.script(code))
  }
  printToPDF(options: unknown): Promise<Buffer> {
    this.pdfOptions = options
    return this.pdf()
  }
  reload(): void {
    this.reloads++
  }
}
export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: BrowserWindowConstructorOptions
  shown = false
  destroyed = false
  focused = 0
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    record.windows.push(this)
    fakeElectron.app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame = { url }
    this.emit('ready-to-show')
    return Promise.resolve()
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused++
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  destroy(): void {
    this.destroyed = true
  }
}

type Permission = (contents: unknown, permission: string, decide: (allowed: boolean) => void) => void
export class FakeSession extends EventEmitter {
  permission: Permission | null = null
  check: ((contents: unknown, permission: string) => boolean) | null = null
  device: (() => boolean) | null = null
  spellChecker = true
  dictionaries: string | null = null
  beforeRequest: ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | null = null
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>()
  readonly webRequest = {
    onBeforeRequest: (listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void): void => {
      this.beforeRequest = listener
    },
  }
  readonly protocol = { handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => void this.handlers.set(scheme, handler) }
  setPermissionRequestHandler(handler: Permission): void {
    this.permission = handler
  }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.check = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }
  setSpellCheckerDictionaryDownloadURL(address: string): void {
    this.dictionaries = address
  }
}
export const fakeSession = new FakeSession()

const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: (event: unknown, ...values: unknown[]) => unknown): void => {
    if (record.handlers.has(channel)) throw new Error(`second handler for '${channel}'`)
    record.handlers.set(channel, handler)
  },
  removeHandler: (channel: string): void => void record.handlers.delete(channel),
})

const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (...values: unknown[]) => (record.invoked.push(values), Promise.resolve('reply')),
  send: (...values: unknown[]) => void record.invoked.push(values),
})

export const fakeElectron = {
  app: Object.assign(new EventEmitter(), {
    isPackaged: true,
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => record.gotLock,
    quit: () => void record.quits++,
    exit: (code: number) => void record.exits.push(code),
    getPath: (name: string) => record.paths.get(name) ?? `/fake/${name}`,
    setPath: (name: string, path: string) => void record.paths.set(name, path),
    commandLine: { appendSwitch: (name: string, value?: string) => void record.switches.set(name, value), hasSwitch: (name: string) => record.given.has(name) },
    enableSandbox: () => void (record.sandboxed = true),
  }),
  BrowserWindow: FakeWindow,
  Menu: { setApplicationMenu: (menu: unknown) => void record.menus.push(menu), buildFromTemplate: (template: unknown) => ({ template, popup: () => void record.menus.push(template) }) },
  dialog: {
    showErrorBox: (_title: string, text: string) => void record.errorBoxes.push(text),
    showMessageBoxSync: (_window: unknown, options: MessageBoxSyncOptions) => {
      record.messageBoxes.push(options)
      return record.answer
    },
    showOpenDialog: (_window: unknown, options: OpenDialogOptions) => {
      record.openDialogs.push(options)
      return Promise.resolve({ canceled: record.chosenFolder === null, filePaths: record.chosenFolder === null ? [] : [record.chosenFolder] })
    },
  },
  contextBridge: { exposeInMainWorld: (name: string, value: Readonly<Record<string, (...values: unknown[]) => unknown>>) => void record.exposed.set(name, value) },
  ipcMain,
  ipcRenderer,
  powerMonitor: new EventEmitter(),
  protocol: { registerSchemesAsPrivileged: (schemes: CustomScheme[]) => void record.schemes.push(...schemes) },
  session: {
    fromPartition: (partition: string, options: unknown) => {
      record.partitions.push([partition, options])
      return fakeSession
    },
  },
} satisfies Partial<Record<keyof typeof Electron, unknown>>
