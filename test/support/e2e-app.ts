import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchTestBrowser } from './test-browser.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** 截图留在这里,供人翻看;不进仓库。 */
export const SCREENSHOTS = join(ROOT, 'out', 'screenshots')
/** 1366×768 的屏去掉任务栏和标题栏。 */
export const OFFICE_VIEWPORT = { width: 1366, height: 690 } as const

export interface E2eApp {
  readonly page: Page
  readonly context: BrowserContext
  /** 临时的「家」:配置与工作区都在里面。 */
  readonly home: string
  /** 页面里的报错;测试末尾应当为空。 */
  readonly errors: string[]
  shot(name: string): Promise<void>
  /** 断电一样结束宿主,不给它收尾的机会。 */
  kill(): Promise<void>
  /** 关掉窗口与宿主,等宿主自己退出,返回退出码。 */
  close(): Promise<number | null>
  dispose(): Promise<void>
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '')
    })
    child.on('exit', (code) => reject(new Error(`host ended with ${code} before printing its address: ${text}`)))
  })

/** 与用户一样经 `npm start` 的入口起程序(不开窗口),用真浏览器打开它印出的地址。 */
export const startApp = async (options: { readonly home?: string; readonly browser?: Browser } = {}): Promise<E2eApp> => {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'baolei-e2e-'))
  const host = spawn(process.execPath, [join(ROOT, 'build', 'start.ts'), '--no-open'], { cwd: ROOT, env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => host.on('exit', resolve))
  const address = await firstLine(host)
  const browser = options.browser ?? (await launchTestBrowser())
  const context = await browser.newContext({ viewport: OFFICE_VIEWPORT, locale: 'zh-CN', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  // 只许连自己:别的地址一律算错。
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== new URL(address).origin) errors.push(`foreign request ${url.origin}`)
  })
  await page.goto(address)
  mkdirSync(SCREENSHOTS, { recursive: true })
  return {
    page,
    context,
    home,
    errors,
    shot: async (name) => {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
    },
    kill: async () => {
      host.kill('SIGKILL')
      await ended
      await context.close()
      if (options.browser === undefined) await browser.close()
    },
    close: async () => {
      await context.close()
      if (options.browser === undefined) await browser.close()
      return ended
    },
    dispose: async () => {
      await context.close().catch(() => undefined)
      if (options.browser === undefined) await browser.close().catch(() => undefined)
      host.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
