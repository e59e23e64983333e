import { isBuiltin } from 'node:module'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../../electron/printing/find-browser.ts'
import { cli, serve, type Serving } from '../../support/run-cli.ts'
import { launchTestBrowser } from '../../support/test-browser.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const BUILT_CLI = join(ROOT, 'out', 'cli', 'baolei.js')
let folder: string
let store: string
let browser: Browser | null
let running: Serving | null = null
const environment = () => ({ ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), APPDATA: join(folder, 'config') })
const built = (words: readonly string[]) => spawnSync(process.execPath, [BUILT_CLI, ...words], { encoding: 'utf8', env: environment() })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-built-'))
  store = join(folder, 'store')
  expect(built(['sample', '--store', store])).toMatchObject({ status: 0, stderr: '' })
  browser = await launchTestBrowser().catch(() => null)
})
afterEach(async () => {
  running?.stop()
  await running?.ended
  running = null
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('打包后的命令行', () => {
  test('读名册的线程也打进去了', () => {
    const { status, stdout } = built(['import', 'roster', join(ROOT, 'test', 'fixtures', 'import', 'roster-clean.xlsx'), '--store', store, '--branch', '新设支部', '--dry-run', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ counts: { total: 14 } })
  })
  test('除了三样按需要另装的,不再引用 node_modules', () => {
    const outside = ['main', 'host', 'cli'].flatMap((part) =>
      readdirSync(join(ROOT, 'out', part)).flatMap((name) => [...readFileSync(join(ROOT, 'out', part, name), 'utf8').matchAll(/^import [^;]*?from "([^".][^"]*)";?$|^import "([^".][^"]*)";?$/gm)].map((found) => found[1] ?? found[2] ?? '')),
    )
    expect([...new Set(outside)].filter((name) => !isBuiltin(name)).toSorted()).toEqual(['better-sqlite3', 'electron'])
  })
})

describe('预加载脚本', () => {
  test('一个 CommonJS 文件,沙箱里只要 electron;露给页面三个函数,只传文本', async () => {
    expect(readdirSync(join(ROOT, 'out', 'preload'))).toEqual(['preload.cjs'])
    const exposed: Record<string, Record<string, (...values: unknown[]) => unknown>> = {}
    const sent: unknown[][] = []
    const listeners = new Map<string, (event: unknown, text: string) => void>()
    const fake = {
      contextBridge: { exposeInMainWorld: (name: string, value: never) => (exposed[name] = value) },
      ipcRenderer: {
        invoke: (...values: unknown[]) => (sent.push(values), Promise.resolve('reply')),
        send: (...values: unknown[]) => sent.push(values),
        on: (channel: string, listener: (event: unknown, text: string) => void) => listeners.set(channel, listener),
        off: (channel: string) => listeners.delete(channel),
      },
    }
    const require = (name: string): unknown => {
      if (name !== 'electron') throw new Error(`sandbox: ${name}`)
      return fake
    }
    const run = runInContext(`(function (require, module, exports) {${readFileSync(join(ROOT, 'out', 'preload', 'preload.cjs'), 'utf8')}\n})`, createContext({})) as (...values: unknown[]) => void
    run(require, { exports: {} }, {})
    expect(Object.keys(exposed)).toEqual(['baolei'])
    const bridge = exposed['baolei'] ?? {}
    expect(Object.keys(bridge)).toEqual(['request', 'cancel', 'onPush'])
    expect(await bridge['request']?.('c1', '{}')).toBe('reply')
    bridge['cancel']?.('c1')
    expect(sent).toEqual([
      ['baolei:request', 'c1', '{}'],
      ['baolei:cancel', 'c1'],
    ])
    const heard: unknown[] = []
    const stop = bridge['onPush']?.((text: unknown) => heard.push(text)) as () => void
    listeners.get('baolei:push')?.({ secret: 'event' }, 'text')
    expect(heard).toEqual(['text'])
    stop()
    expect(listeners.size).toBe(0)
  })
})

describe('serve 与真浏览器', () => {
  test('第一行是地址;第二个进程被拒,先开的照常;窗口关了几秒内结束', async ({ skip }) => {
    if (browser === null) skip('没有浏览器')
    const opened = browser as Browser // 没有时上一行已经停下
    const host = (running = await serve(['--store', store, '--no-open'], [BUILT_CLI, 'serve']))
    expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[A-Za-z0-9_-]{43}$/)
    const second = cli(['check', '--store', store])
    expect([second.status, second.err.split(' ')[0]]).toEqual([1, 'STORE_LOCKED'])
    const third = cli(['serve', '--store', store, '--no-open'])
    expect([third.status, third.out, third.err.split(' ')[0]]).toEqual([1, '', 'STORE_LOCKED'])

    const context = await opened.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    // 刷新时还没取完的字体由浏览器自己丢下,不算。
    page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && troubles.push(`${request.url()} ${request.failure()?.errorText ?? ''}`))
    page.on('request', (request) => new URL(request.url()).hostname !== '127.0.0.1' && !/^(data|blob):/.test(request.url()) && troubles.push(`outside: ${request.url()}`))
    await page.goto(host.address)
    await page.getByRole('navigation').first().waitFor()
    expect(page.url()).not.toContain('code')
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    // 抄走地址另开一页:启动码已经用过,进不去。
    const copied = await (await opened.newContext()).newPage()
    await copied.goto(host.address)
    await copied.waitForTimeout(1000)
    expect(await copied.getByRole('navigation').count()).toBe(0)
    await copied.context().close()
    // 别的网页嵌不进来,也连不上。
    const foreign = await (await opened.newContext()).newPage()
    await foreign.route('http://evil.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe></iframe>' }))
    await foreign.goto('http://evil.example/')
    const origin = new URL(host.address).origin
    expect(
      await foreign.evaluate(
        (target) =>
          new Promise<string>((resolve) => {
            const socket = new WebSocket(`${target.replace('http', 'ws')}/rpc`)
            socket.addEventListener('open', () => resolve('open'))
            socket.addEventListener('error', () => resolve('refused'))
          }),
        origin,
      ),
    ).toBe('refused')
    expect(await foreign.evaluate((target) => fetch(`${target}/index.html`).then(() => 'read', () => 'refused'), origin)).toBe('refused')
    await foreign.context().close()
    expect(troubles).toEqual([])
    const from = Date.now()
    await context.close()
    expect(await host.ended).toBe(0)
    expect(Date.now() - from).toBeLessThan(9000)
    expect(built(['check', '--store', store]).status).toBe(0)
  })
  test('中断(Ctrl+C 一类)好好收尾:放开占用,退出码 0', async () => {
    const host = (running = await serve(['--store', store, '--no-open'], [BUILT_CLI, 'serve']))
    host.stop()
    expect(await host.ended).toBe(0)
    expect(readdirSync(store)).not.toContain('owner.json')
    expect(built(['check', '--store', store]).status).toBe(0)
  })
})

test('开应用窗口:用后即弃的资料夹;窗口进程没了,宿主几秒内结束,资料夹删掉', async ({ skip }) => {
  const search = await findBrowser()
  if (process.platform !== 'linux' || search.kind !== 'found') skip('要本机的浏览器')
  const executable = search.kind === 'found' ? search.browser.executable : ''
  // 没有显示器也能试:同一个浏览器,套上无头。
  const wrapper = join(folder, 'headless-browser')
  const pidFile = join(folder, 'window.pid')
  writeFileSync(wrapper, `#!/bin/sh\n[ "$1" = --version ] && exec "${executable}" --version\necho $$ > "${pidFile}"\nexec "${executable}" --headless=new "$@"\n`, { mode: 0o755 })
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const host = (running = await serve(['--store', store], [BUILT_CLI, 'serve'], { DISPLAY: ':99', BAOLEI_BROWSER: wrapper, TMPDIR: temporary }))
  const windows = (): readonly string[] => readdirSync(temporary).filter((name) => name.startsWith('baolei-window-'))
  await expect.poll(() => existsSync(pidFile) && windows().length, { timeout: 10_000 }).toBe(1)
  // 窗口里的页面用掉了启动码,抄来的换不到钥匙。
  const { origin, hash } = new URL(host.address)
  const exchange = (): Promise<number> => fetch(`${origin}/session`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ code: hash.slice('#code='.length) }) }).then(({ status }) => status)
  await new Promise((resolve) => setTimeout(resolve, 4000))
  expect(await exchange()).toBe(403)
  process.kill(Number(readFileSync(pidFile, 'utf8')))
  expect(await host.ended).toBe(0)
  expect(windows()).toEqual([])
})

test('npm start 没有显示器:说一句,印出地址', async ({ skip }) => {
  if (process.platform !== 'linux') skip('只在 Linux 上试')
  const host = (running = await serve([], [join(ROOT, 'build', 'start.ts')], { DISPLAY: '', WAYLAND_DISPLAY: '' }))
  expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=/)
  host.stop()
  expect(await host.ended).toBe(0)
})
