import react from '@vitejs/plugin-react'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { CONTENT_SECURITY_POLICY } from '../../../electron/shells/desktop/policy.ts'
import type { Core } from '../../../electron/core.ts'
import { inspectPage, type PageFacts } from './inspect-page.ts'

const ORIGIN = 'http://display.localhost'
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' }
/** 与字体无关:几百个字体片不打进去,快得多。版面样式要:表格按高度决定画多少行。 */
const withoutFonts = { name: 'without-fonts', enforce: 'pre' as const, load: (id: string) => (/lxgw.*\.css|fonts\.css/.test(id) ? '' : undefined) }

/** 把真的界面与真的打印页打成两页,放在临时文件夹。 */
export const buildDisplayPages = async (): Promise<{ readonly folder: string; remove(): void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-display-'))
  const root = join(import.meta.dirname, 'page')
  await build({ configFile: false, root, base: '/', logLevel: 'error', plugins: [withoutFonts, react()], build: { outDir: folder, emptyOutDir: true, target: 'chrome131', minify: false, reportCompressedSize: false, chunkSizeWarningLimit: 20_000, modulePreload: { polyfill: false }, rolldownOptions: { input: ['index.html', 'print.html'].map((name) => join(root, name)) } } })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** 开在真浏览器里的一页;够不着网络,够到了就记下。 */
export interface DisplayPage {
  readonly page: Page
  /** 页面想取的外面的东西、弹出的对话框、页面里的报错。 */
  readonly troubles: readonly string[]
  /** 等到没有请求在路上、画面不再变,然后看一遍。 */
  facts(): Promise<PageFacts>
  close(): Promise<void>
}

interface OpenOptions {
  readonly browser: Browser
  readonly folder: string
  readonly name: 'index.html' | 'print.html'
  /** 带不带内容安全策略;不带的时候,漏掉的脚本真会跑起来。 */
  readonly guarded: boolean
  readonly core: Core
  /** 打印页的数据。 */
  readonly model?: { readonly page: string; readonly model: unknown }
}

/** 在页面脚本之前放好:脚本跑没跑起来的记号,和到核心的桥。形状库启动时会试一次能不能求值(策略拦下,它自己接住),关掉这一试,拦下的就只剩不该有的。 */
const PREPARE = `
globalThis.__zod_globalConfig = { jitless: true }
globalThis.__hits = 0
globalThis.__hit = () => { globalThis.__hits++ }
globalThis.__violations = []
addEventListener('securitypolicyviolation', (event) => globalThis.__violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber))
globalThis.baolei = { request: (_call, text) => globalThis.__ask(text), cancel: () => undefined, onPush: () => () => undefined }
`

export const openDisplayPage = async ({ browser, folder, name, guarded, core, model }: OpenOptions): Promise<DisplayPage> => {
  const context = await browser.newContext({ viewport: { width: 1600, height: 6000 }, locale: 'zh-CN', serviceWorkers: 'block' })
  const troubles: string[] = []
  let asking = 0
  await context.route('**/*', async (route) => {
    const address = new URL(route.request().url())
    if (address.origin !== ORIGIN) {
      troubles.push(`request ${address.href}`)
      return route.abort()
    }
    const file = address.pathname === '/' ? `/${name}` : address.pathname
    asking++
    try {
      if (file === '/files' && route.request().method() === 'POST') {
        const name = decodeURIComponent((await route.request().headerValue('x-file-name')) ?? '')
        return await route.fulfill({ contentType: 'application/json', body: JSON.stringify(core.files.accept(name, new Uint8Array(route.request().postDataBuffer() ?? []))) })
      }
      return await route.fulfill({ body: readFileSync(join(folder, file)), headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...(guarded ? { 'content-security-policy': CONTENT_SECURITY_POLICY } : {}) } })
    } catch {
      if (file !== '/favicon.ico') troubles.push(`request ${file}`)
      return await route.fulfill({ status: 404 })
    } finally {
      asking--
    }
  })
  await context.exposeFunction('__ask', async (text: string) => {
    asking++
    try {
      return await core.dispatch(text)
    } finally {
      asking--
    }
  })
  await context.addInitScript({ content: `${PREPARE}${model === undefined ? '' : `globalThis.__printModel = ${JSON.stringify(model)}`}` })
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    troubles.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => troubles.push(`error ${error.message}`))
  page.on('popup', () => troubles.push('popup'))
  await page.goto(`${ORIGIN}/`)
  return {
    page,
    troubles,
    facts: async () => {
      let before = ''
      for (let calm = 0; calm < 4; ) {
        await page.waitForTimeout(60)
        // 「正在打开」还在就不算画完。
        const now = await page.evaluate(() => (document.querySelector('.loading') === null ? String(document.body.getElementsByTagName('*').length) : `loading ${performance.now()}`))
        calm = asking === 0 && now === before ? calm + 1 : 0
        before = now
      }
      return page.evaluate(inspectPage)
    },
    close: () => context.close(),
  }
}
