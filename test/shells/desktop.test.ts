import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ONE_OFFICE, TEST_PERSON } from '../support/test-person.ts'
import { fakeElectron, FakeSession, fakeSession, record, type FakeWindow } from '../support/electron-fake.ts'

const scratch = mkdtempSync(join(tmpdir(), 'baolei-desktop-'))
const renderer = join(scratch, 'renderer')
vi.mock('electron', () => fakeElectron)
vi.mock('../../electron/machine/renderer-folder.ts', () => ({ rendererFolder: () => renderer, isRendererBuilt: () => true, readBuildId: () => 'build-1' }))

const kept = { config: process.env['XDG_CONFIG_HOME'], roaming: process.env['APPDATA'] }
let window: FakeWindow
let handle: (request: Request) => Promise<Response>
const OWN = 'app://baolei/index.html'
const trusted = () => ({ sender: window.webContents, senderFrame: window.webContents.mainFrame })
const request = (event: unknown, call: unknown, text: unknown): Promise<string> => Promise.resolve(record.handlers.get('baolei:request')?.(event, call, text)) as Promise<string>
const ask = async (path: string, input: unknown): Promise<unknown> => JSON.parse(await request(trusted(), crypto.randomUUID(), JSON.stringify({ id: 'i', path, input })))

beforeAll(async () => {
  process.env['XDG_CONFIG_HOME'] = scratch
  process.env['APPDATA'] = scratch
  record.paths.set('documents', join(scratch, 'documents'))
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><head></head>')
  writeFileSync(join(renderer, 'print.html'), '<!doctype html><head><script type="module" src="./assets/print.js"></script></head>')
  writeFileSync(join(renderer, 'assets', 'print.js'), 'export {}')
  writeFileSync(join(scratch, 'outside.js'), 'secret')
  // 各测试文件共用模块缓存:别的文件先载入过的要重来,换上的假件才生效。
  vi.resetModules()
  const { startDesktop } = await import('../../electron/shells/desktop/start-desktop.ts')
  await startDesktop()
  const [first] = record.windows
  const handler = fakeSession.handlers.get('app')
  if (first === undefined || handler === undefined) throw new Error(`no window ${record.errorBoxes.join()}`)
  window = first
  handle = handler
})
afterAll(async () => {
  const stopped = new Promise<void>((resolve) => {
    const quits = record.quits
    fakeElectron.app.emit('will-quit', { preventDefault: () => undefined })
    const timer = setInterval(() => {
      if (record.quits > quits) {
        clearInterval(timer)
        resolve()
      }
    }, 20)
  })
  await stopped
  for (const [name, value] of [['XDG_CONFIG_HOME', kept.config], ['APPDATA', kept.roaming]] as const) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  vi.resetModules()
  rmSync(scratch, { recursive: true, force: true })
})

describe('窗口', () => {
  test('沙箱、隔离、无 Node、无拼写检查、打包后无开发工具、资料只在内存', () => {
    expect(window.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, spellcheck: false, devTools: false, partition: 'baolei' })
    expect(window.options.webPreferences?.preload).toMatch(/preload[\\/]preload\.cjs$/)
    expect(record.partitions).toEqual([['baolei', { cache: false }]])
    expect([fakeSession.spellChecker, fakeSession.dictionaries]).toEqual([false, 'app://baolei/'])
    expect(record.sandboxed).toBe(true)
  })
  test('载入自有协议的首页,排好了才显示', () => {
    expect(window.webContents.mainFrame.url).toBe(OWN)
    expect(window.shown).toBe(true)
    expect(record.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  })
  test('域名一律解析不了,不留缓存,不写崩溃转储', () => {
    expect(record.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(record.switches.get('disk-cache-size')).toBe('1')
    expect([...record.switches.keys()]).toEqual(expect.arrayContaining(['disable-breakpad', 'disable-http-cache', 'disable-gpu-shader-disk-cache']))
  })
  test('系统自己冒出来的会话也受管:没有权限、没有网络', () => {
    const stray = new FakeSession()
    fakeElectron.app.emit('session-created', stray)
    fakeElectron.app.emit('session-created', stray)
    expect(stray.check?.(null, 'media')).toBe(false)
    let answer: unknown = null
    stray.beforeRequest?.({ url: 'https://example.com/' }, (given) => (answer = given))
    expect(answer).toEqual({ cancel: true })
    expect(stray.listenerCount('will-download')).toBe(1)
  })
  test('再次启动只把窗口叫到前面', () => {
    fakeElectron.app.emit('second-instance')
    expect(window.focused).toBe(1)
  })
  test('有没保存的内容:选留下不关,选关闭才关', () => {
    let left = false
    const event = { preventDefault: () => (left = true) }
    record.answer = 0
    window.webContents.emit('will-prevent-unload', event)
    expect(left).toBe(false)
    record.answer = 1
    window.webContents.emit('will-prevent-unload', event)
    expect(left).toBe(true)
  })
})

describe('页面走不出去', () => {
  test.each(['https://example.com/', 'file:///etc/passwd', 'app://other/', 'app://baolei.evil/', 'javascript:alert(1)', 'data:text/html,x', 'http://127.0.0.1/'])('跳到 %s 被拦', (url) => {
    let stopped = false
    window.webContents.emit('will-navigate', { url, preventDefault: () => (stopped = true) })
    expect(stopped).toBe(true)
  })
  test('不开新窗、不嵌网页、子框架不许跳', () => {
    expect(window.webContents.openHandler?.({ url: OWN })).toEqual({ action: 'deny' })
    for (const [name, details] of [['will-attach-webview', {}], ['will-redirect', { url: OWN }], ['will-frame-navigate', { url: OWN, isMainFrame: false }]] as const) {
      let stopped = false
      window.webContents.emit(name, { ...details, preventDefault: () => (stopped = true) })
      expect(stopped).toBe(true)
    }
  })
  test.each([
    ['https://example.com/', true],
    ['http://127.0.0.1:1/', true],
    ['ws://example.com/', true],
    ['file:///etc/passwd', true],
    ['blob:https://example.com/x', true],
    ['app://other/x', true],
    ['app://baolei/index.html', false],
    ['data:image/png;base64,', false],
    ['blob:app://baolei/x', false],
  ])('会话请求 %s 拦下:%s', (url, cancel) => {
    let answer: unknown = null
    fakeSession.beforeRequest?.({ url }, (given) => (answer = given))
    expect(answer).toEqual({ cancel })
  })
  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'usb', 'hid', 'fullscreen', 'openExternal'])('权限 %s 不给', (permission) => {
    let allowed = true
    fakeSession.permission?.(null, permission, (given) => (allowed = given))
    expect(allowed).toBe(false)
    expect(fakeSession.check?.(null, permission)).toBe(false)
    expect(fakeSession.device?.()).toBe(false)
  })
  test('下载只给自己的文件,并问存到哪里', () => {
    const saved: unknown[] = []
    let stopped = false
    const item = (url: string) => ({ getURL: () => url, getFilename: () => '手册.pdf', setSaveDialogOptions: (options: unknown) => saved.push(options) })
    fakeSession.emit('will-download', { preventDefault: () => (stopped = true) }, item(`app://baolei/files/${'A'.repeat(43)}`))
    expect([saved, stopped]).toEqual([[{ title: '另存为', defaultPath: join(scratch, 'documents', '手册.pdf') }], false])
    fakeSession.emit('will-download', { preventDefault: () => (stopped = true) }, item('https://example.com/x.exe'))
    expect([saved.length, stopped]).toEqual([1, true])
  })
})

describe('消息', () => {
  test('自己的页面:到核心走一圈', async () => {
    expect(await ask('system.hello', { build: 'build-1' })).toMatchObject({ ok: true, value: { build: 'build-1', workspace: null } })
    expect(existsSync(join(scratch, 'baolei'))).toBe(true)
  })
  test.each([
    ['别的窗口', () => ({ sender: { id: 999, mainFrame: window.webContents.mainFrame }, senderFrame: window.webContents.mainFrame })],
    ['框架没了', () => ({ sender: window.webContents, senderFrame: null })],
    ['子框架', () => ({ sender: window.webContents, senderFrame: { url: OWN } })],
    ['别的网页', () => ({ sender: { id: window.webContents.id, mainFrame: FOREIGN }, senderFrame: FOREIGN })],
    ['名字像的来源', () => ({ sender: { id: window.webContents.id, mainFrame: LOOKALIKE }, senderFrame: LOOKALIKE })],
  ])('%s 发来的明白拒绝', async (_name, event) => {
    await expect(request(event(), 'c', '{}')).rejects.toThrow('refused')
  })
  test.each([[1, '{}'], ['', '{}'], ['a'.repeat(65), '{}'], ['a', 1], ['a', null]])('不像样的消息 %s %s', async (call, text) => {
    await expect(request(trusted(), call, text)).rejects.toThrow('refused')
  })
  test.each(['{"__proto__":{"polluted":1},"id":"i","path":"system.hello","input":{"build":""}}', '{"id":"i","path":"system.hello","input":{"build":"","__proto__":{"polluted":1}}}', '{"id":"i","path":"__proto__.polluted","input":{}}', '{"id":"i","path":"constructor.prototype","input":{}}', '{"id":"i","path":"system.constructor","input":{}}', '{"constructor":{"prototype":{"polluted":1}}}'])('原型污染不起作用(F68):%s', async (text) => {
    const reply = JSON.parse(await request(trusted(), crypto.randomUUID(), text)) as { ok: boolean; error?: unknown }
    if (!reply.ok) expect(JSON.stringify(reply.error)).not.toMatch(/\bat \S+ \(|node:|\.ts\b/)
    expect([({} as { polluted?: unknown }).polluted, Object.keys(Object.prototype)]).toEqual([undefined, []])
  })
  test('推送与进度是文本', async () => {
    await ask('system.createWorkspace', { path: join(scratch, 'workspace'), name: '测试党委', people: ONE_OFFICE })
    await expect.poll(() => window.webContents.sent).toContainEqual(['baolei:push', JSON.stringify({ event: 'workspace.changed', payload: {} })])
  })
  test('选文件夹:系统对话框在外壳里,取消回空', async () => {
    record.chosenFolder = null
    expect(await ask('desktop.pickFolder', { startAt: '' })).toMatchObject({ ok: true, value: { path: null } })
    record.chosenFolder = '/picked'
    expect(await ask('desktop.pickFolder', { startAt: '/from' })).toMatchObject({ ok: true, value: { path: '/picked' } })
    expect(record.openDialogs.at(-1)).toMatchObject({ defaultPath: '/from', properties: ['openDirectory', 'createDirectory'] })
    expect(await ask('desktop.nothing', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } })
  })
})

describe('跟着系统锁屏;带着调试参数不启动', () => {
  test.each(['lock-screen', 'suspend', 'user-did-resign-active'])('系统 %s:一秒之内锁上,窗口收到通知,什么也看不到;本人口令解开', async (moment) => {
    expect(await ask('organisations.tree', {})).toMatchObject({ ok: true })
    const pushes = window.webContents.sent.length
    const from = Date.now()
    fakeElectron.powerMonitor.emit(moment)
    await expect.poll(() => ask('organisations.tree', {}), { interval: 20 }).toMatchObject({ ok: false, error: { code: 'SESSION_LOCKED' } })
    expect(Date.now() - from).toBeLessThan(1000)
    expect(window.webContents.sent.slice(pushes)).toContainEqual(['baolei:push', JSON.stringify({ event: 'session.changed', payload: {} })])
    const { userName, password } = TEST_PERSON
    expect(await ask('session.signIn', { userName, password })).toMatchObject({ ok: true })
    expect(await ask('organisations.tree', {})).toMatchObject({ ok: true })
  })
  test('三个时刻都接着', () => expect(fakeElectron.powerMonitor.eventNames()).toEqual(['lock-screen', 'suspend', 'user-did-resign-active']))
  test.each(['remote-debugging-port', 'no-sandbox', 'disable-web-security', 'js-flags'])('--%s:说一句,退出,不开窗口', async (name) => {
    const { startDesktop } = await import('../../electron/shells/desktop/start-desktop.ts')
    const before = record.windows.length
    record.given.add(name)
    await startDesktop()
    record.given.clear()
    expect([record.exits.at(-1), record.windows.length]).toEqual([1, before])
    expect(record.errorBoxes.at(-1)).toContain('没有启动')
    record.exits.length = 0
  })
})

describe('自有协议', () => {
  const get = (path: string, init?: RequestInit): Promise<Response> => handle(new Request(`app://baolei${path}`, init))
  test('首页带安全头', async () => {
    const response = await get('/index.html')
    expect(response.status).toBe(200)
    expect([response.headers.get('cache-control'), response.headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff'])
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  })
  test.each(['/../outside.js', '/%2e%2e/outside.js', '/..%2foutside.js', '/assets/../../outside.js', '/nothing.js', '/files/', '/files/AAAA', `/files/${'A'.repeat(43)}`, '/print-model/x.js'])('取不到 %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })
  test('别的主机名、别的方法', async () => {
    expect((await handle(new Request('app://other/index.html'))).status).toBe(403)
    expect((await get('/index.html', { method: 'PUT' })).status).toBe(405)
    expect((await get('/files')).status).toBe(405)
  })
  test('收文件、给文件', async () => {
    const received = await get('/files', { method: 'POST', headers: { 'x-file-name': encodeURIComponent('名册.xlsx') }, body: 'content' })
    const { ticket, name } = (await received.json()) as { ticket: string; name: string }
    expect(name).toBe('名册.xlsx')
    const given = await get(`/files/${ticket}`)
    expect(await given.text()).toBe('content')
    expect(given.headers.get('content-disposition')).toContain(encodeURIComponent('名册'))
  })
  test('超过上限的不收', async () => {
    expect((await get('/files', { method: 'POST', body: new Uint8Array(31 * 1024 * 1024) })).status).toBe(413)
  })
})

describe('暗窗印 PDF', () => {
  const printer = async () => {
    const { createHiddenWindowPrinter } = await import('../../electron/shells/desktop/hidden-window-printer.ts')
    const { createPrintJobs } = await import('../../electron/shells/desktop/print-jobs.ts')
    const { createAppHandler } = await import('../../electron/shells/desktop/app-protocol.ts')
    const printJobs = createPrintJobs()
    const files = { accept: () => Promise.reject(new Error()), take: () => Promise.resolve(null), discard: () => Promise.resolve() }
    return { print: createHiddenWindowPrinter(printJobs, { write: () => undefined }), serve: createAppHandler({ rendererFolder: renderer, files, printJobs }) }
  }
  test('数据脚本排在页面脚本之前,取一次就没;窗口没有预加载,印完就关', async () => {
    const { print, serve } = await printer()
    const before = record.windows.length
    const printing = print.renderPdf('handbook', { name: '</script>第一党支部' }, { tagged: true, signal: new AbortController().signal })
    const hidden = record.windows[before]
    if (hidden === undefined) throw new Error('no window')
    expect(hidden.options).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } })
    expect(hidden.options.webPreferences).not.toHaveProperty('preload')
    const address = hidden.webContents.mainFrame.url
    const job = new URL(address).searchParams.get('job') ?? ''
    const html = await (await serve(new Request(address))).text()
    expect(html.indexOf(`/print-model/${job}.js`)).toBeGreaterThan(0)
    expect(html.indexOf(`/print-model/${job}.js`)).toBeLessThan(html.indexOf('print.js'))
    const script = await serve(new Request(`app://baolei/print-model/${job}.js`))
    expect(await script.text()).toBe('globalThis.__printModel = {"page":"handbook","model":{"name":"</script>第一党支部"}}')
    expect((await serve(new Request(`app://baolei/print-model/${job}.js`))).status).toBe(404)
    hidden.webContents.script = () => 'true'
    expect(Buffer.from(await printing).toString()).toBe('%PDF')
    expect(hidden.webContents.pdfOptions).toEqual({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true })
    expect(hidden.destroyed).toBe(true)
  })
  test('打印页报错:PRINT_FAILED,窗口照样关', async () => {
    const { print } = await printer()
    const before = record.windows.length
    const printing = print.renderPdf('handbook', {}, { tagged: false, signal: new AbortController().signal })
    const hidden = record.windows[before]
    if (hidden !== undefined) hidden.webContents.script = () => 'error'
    await expect(printing).rejects.toMatchObject({ code: 'PRINT_FAILED' })
    expect(hidden?.destroyed).toBe(true)
  })
  test('取消:停下,窗口照样关', async () => {
    const { print } = await printer()
    const before = record.windows.length
    const controller = new AbortController()
    const printing = print.renderPdf('handbook', {}, { tagged: false, signal: controller.signal })
    controller.abort()
    await expect(printing).rejects.toMatchObject({ name: 'AbortError' })
    expect(record.windows[before]?.destroyed).toBe(true)
  })
})

const FOREIGN = { url: 'https://example.com/' }
const LOOKALIKE = { url: 'app://baolei.evil/index.html' }
