import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, CDPSession, Page, Route } from 'playwright-core'
import { DeclaredFailure, failWith } from '../rpc/handlers.ts'
import type { Log, Printer } from '../services/ports.ts'
import { findBrowser, needsNoSandbox } from './find-browser.ts'
import { findPackagedBrowser } from './packaged-browser.ts'
import { listStaticFiles } from './static-pages.ts'

/** 打印页所在的假地址:全部请求都由本程序从磁盘应答,不出网口。 */
const ORIGIN = 'http://print.local'
const CSP = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
/** 连着印(两遍、几个支部)、翻看一阵再印下一节,不必每次重开浏览器。 */
const IDLE_MILLISECONDS = 120_000
const READY_MILLISECONDS = 120_000
/** 用选择器等,不用表达式:页面的策略不许求值文字。 */
const READY = 'html[data-print-ready]'

/** 交数据、清空的事件;打印页(renderer/print/main.tsx)听着它们。 */
const PRINT_EVENT = 'baolei-print'
const CLEAR_EVENT = 'baolei-clear'
/** 一页接着用:代码和字体不必每遍重新载入。印过这么多字节换一页,浏览器那头的内存才不涨。 */
const WORN_BYTES = 48 * 1024 * 1024

interface Sheet {
  readonly context: BrowserContext
  readonly page: Page
  readonly session: CDPSession
  /** 已经印过的 PDF 有多大。 */
  readonly printedBytes: number
}

const QUIET: Log = { write: () => undefined }

export interface BrowserPrinter extends Printer {
  close(): Promise<void>
}

const launch = async (env: NodeJS.ProcessEnv): Promise<Browser> => {
  const search = await findBrowser(env)
  if (search.kind === 'too-old') return failWith('BROWSER_TOO_OLD', { found: search.version })
  const browser = search.kind === 'found' ? { ...search.browser, args: [] } : env['BAOLEI_BROWSER'] === undefined ? await findPackagedBrowser() : null
  if (browser === null) return failWith('NO_BROWSER')
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: browser.executable,
    args: [...browser.args, '--disable-gpu'],
    chromiumSandbox: browser.args.length === 0 && !needsNoSandbox(),
    // 进程收到信号由外壳统一收尾,不让它抢先退出。
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

/** 没有合适的浏览器是说得清的;其余都归为「没有印成」,细节进日志。 */
const asPrintFailure = (error: unknown, log: Log): DeclaredFailure => {
  if (error instanceof DeclaredFailure) return error
  log.write('error', 'print failed', { error })
  return new DeclaredFailure('PRINT_FAILED', {})
}

/**
 * 用本机浏览器(没有时用 npm 里的那份)把打印页变成 PDF。
 *
 * @param rendererFolder 界面构建结果;打印页是其中的 print.html。
 */
export const createBrowserPrinter = (rendererFolder: string, log: Log = QUIET, env: NodeJS.ProcessEnv = process.env): BrowserPrinter => {
  let browser: Promise<Browser> | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let busy = 0
  let waiting: Promise<Sheet> | null = null

  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const closing = browser
    browser = null
    // 正在预备的一页建完再关(建到一半被关,浏览器会卡住)。
    await waiting?.catch(() => undefined)
    waiting = null
    await closing?.then((opened) => opened.close()).catch(() => undefined)
  }
  const open = async (): Promise<Browser> => {
    clearTimeout(idle)
    const kept = await browser?.catch(() => null)
    if (kept?.isConnected() === true) return kept
    browser = launch(env)
    return browser
  }
  const serve = async (route: Route, files: ReturnType<typeof listStaticFiles>): Promise<void> => {
    const address = new URL(route.request().url())
    const file = address.origin === ORIGIN ? files.get(address.pathname) : undefined
    if (file === undefined) return route.abort()
    return route.fulfill({ body: await readFile(file.path), headers: { 'content-type': file.type, 'content-security-policy': CSP } })
  }
  /** 开好一页:代码、字体都载入了,等着数据。 */
  const prepare = async (): Promise<Sheet> => {
    const files = listStaticFiles(rendererFolder)
    const context = await (await open()).newContext({ offline: false, serviceWorkers: 'block', acceptDownloads: false, locale: 'zh-CN' })
    await context.route('**/*', (route) => serve(route, files))
    const page = await context.newPage()
    await page.goto(`${ORIGIN}/print.html`, { waitUntil: 'load' })
    return { context, page, session: await context.newCDPSession(page), printedBytes: 0 }
  }
  /** 取空着的一页;没有的另开一页。 */
  const takeSheet = async (): Promise<Sheet> => {
    // 先拿走再等:同时来的两份不能拿到同一页。
    const mine = waiting
    waiting = null
    const ready = await mine?.catch(() => null)
    return ready?.page.isClosed() === false && ready.context.browser()?.isConnected() === true ? ready : prepare()
  }
  const tell = async ({ session }: Sheet, event: string, detail: unknown): Promise<void> => {
    // 直接下命令交数据:页面的策略不许求值文字,命令不受它管;数据只是一段 JSON。
    await session.send('Runtime.evaluate', { expression: `void globalThis.dispatchEvent(new CustomEvent(${JSON.stringify(event)}, { detail: ${JSON.stringify(detail)} }))` })
  }
  const spare = (sheet: Promise<Sheet>): void => {
    waiting = sheet
    // 预备不成不算错,用到时再从头开。
    sheet.catch(() => undefined)
  }
  /** 印成了的一页清空内容留着接着用;用得久了的关掉,另预备一页。 */
  const putBack = async (sheet: Sheet, bytes: number): Promise<void> => {
    const used = { ...sheet, printedBytes: sheet.printedBytes + bytes }
    const worn = used.printedBytes > WORN_BYTES
    if (worn || waiting !== null) await sheet.context.close().catch(() => undefined)
    if (waiting === null) spare(worn ? prepare() : tell(sheet, CLEAR_EVENT, null).then(() => used))
  }
  const printPage = async (sheet: Sheet, given: { readonly page: string; readonly model: unknown }, tagged: boolean): Promise<Uint8Array> => {
    const { page, session } = sheet
    await tell(sheet, PRINT_EVENT, given)
    const ready = page.locator(READY)
    await ready.waitFor({ state: 'attached', timeout: READY_MILLISECONDS })
    const state = await ready.getAttribute('data-print-ready')
    if (state !== 'true') throw new Error(`print page: ${await page.title()}`)
    // 不用 page.pdf():它叫浏览器把整份 PDF 先写进一个临时文件再分段取走,姓名就到了盘上(F53)。
    const printed = session.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0, generateTaggedPDF: tagged, generateDocumentOutline: tagged, transferMode: 'ReturnAsBase64' })
    // 取消时页面被关掉,直接下的命令不会自己醒来。
    const { promise: gone, reject } = Promise.withResolvers<never>()
    const stopped = (): void => reject(new Error('print page closed'))
    page.once('close', stopped)
    page.once('crash', stopped)
    try {
      const { data } = await Promise.race([printed, gone])
      // 端口约定是普通字节块;Buffer 的 slice 不复制,pdf 解析也不收。
      return new Uint8Array(Buffer.from(data, 'base64'))
    } finally {
      page.off('close', stopped)
      page.off('crash', stopped)
    }
  }
  return {
    close,
    renderPdf: async (page, model, { tagged, signal }) => {
      signal.throwIfAborted()
      busy++
      try {
        const sheet = await takeSheet()
        const stop = (): void => void sheet.context.close().catch(() => undefined)
        try {
          // 页面建好以前不能关:建到一半被关,浏览器那头会卡住,后面的都印不了。
          signal.throwIfAborted()
          signal.addEventListener('abort', stop, { once: true })
          const pdf = await printPage(sheet, { page, model }, tagged)
          signal.removeEventListener('abort', stop)
          await putBack(sheet, pdf.length)
          return pdf
        } catch (error) {
          signal.removeEventListener('abort', stop)
          // 没印成的一页不再用。
          await sheet.context.close().catch(() => undefined)
          throw error
        }
      } catch (error) {
        signal.throwIfAborted()
        throw asPrintFailure(error, log)
      } finally {
        busy--
        clearTimeout(idle)
        if (busy === 0) idle = setTimeout(() => void close(), IDLE_MILLISECONDS).unref()
      }
    },
  }
}
