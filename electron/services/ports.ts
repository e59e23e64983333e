import type { LogEvent, LogFacts, LogLevel } from './support/log-events.ts'

/** 外壳要交给核心的东西。核心不知道自己在 Electron、浏览器宿主还是命令行里。 */
export interface Clock {
  /** 毫秒时间戳。 */
  now(): number
  /** 当地今天 `YYYY-MM-DD`。 */
  today(): string
}
export interface Ids {
  /** UUIDv7 文本。 */
  next(): string
}
export interface Log {
  /**
   * 记一件事。没有放话的地方:事在固定的表里,值是有形状的几项;error 原样交来,记下的只有名称、代码、位置。
   * 先转成文字的(String(error)、error.message)编译不过。
   */
  write<E>(level: LogLevel, event: LogEvent, facts?: LogFacts & { readonly error?: E & (E extends string ? never : unknown) }): void
}
/** 把一页打印内容变成 PDF:页面代码与字体都在程序里,数据以 JSON 内联,不取网络。 */
export interface Printer {
  /**
   * @param page 打印页名,如 `handbook`。
   * @param model 打印数据,纯 JSON。
   * @param tagged 是否带结构标签(存档件用;体积大三到五倍)。
   * @throws DeclaredFailure NO_BROWSER / BROWSER_TOO_OLD / PRINT_FAILED
   */
  renderPdf(page: string, model: unknown, options: { readonly tagged: boolean; readonly signal: AbortSignal }): Promise<Uint8Array>
}
/** 程序自己的文件夹:配置(最近工作区清单)与建议的数据位置。 */
export interface AppFolders {
  /** 存最近工作区清单的文件夹。 */
  readonly config: string
  /** 建议新工作区放在哪个文件夹下。 */
  readonly documents: string
}
export interface AppInfo {
  readonly version: string
  readonly build: string
}
export interface Ports {
  /** 这台机器的名字,记进审计。 */
  readonly machine: string
  /** 口令槽的计算量(2 的几次方);正式 17,测试用小的。 */
  readonly scryptLogN: number
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly printer: Printer
  readonly folders: AppFolders
  readonly app: AppInfo
}
