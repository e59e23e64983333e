import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { WebPreferences } from 'electron'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { ROOT, readSource, sourceFiles } from '../../build/checks/source-files.ts'
import type * as Ipc from '../../electron/shells/desktop/bind-ipc.ts'
import type * as Guards from '../../electron/shells/desktop/guards.ts'
import { CONTENT_SECURITY_POLICY, isOwnPage, isTrustedSender, mayRequest, mayUse, ORIGIN, PARTITION, printWindowOptions, refusedSwitch, SCHEMES, START_PAGE, START_SWITCHES, windowOptions } from '../../electron/shells/desktop/policy.ts'
import { FakeContents, fakeElectron, FakeSession, record } from '../support/electron-fake.ts'

/**
 * Electron 安全清单的 20 条(reliability 3.11、G14)。每条:它要什么、这里怎么做到、断言。
 * 全是对纯配置与接线的核对;真 Electron 里的样子另有发布清单。
 */
vi.mock('electron', () => fakeElectron)

const require = createRequire(import.meta.url)
const shell = sourceFiles(['.ts']).filter((path) => path.startsWith('electron/'))
const screens = [...sourceFiles(['.ts', '.tsx']).filter((path) => path.startsWith('renderer/') && !path.includes('.test.')), 'renderer/index.html', 'renderer/print.html']
/** 哪些文件里有这几个字。 */
const where = (paths: readonly string[], pattern: RegExp): readonly string[] => paths.filter((path) => pattern.test(readSource(path)))
const inShell = (pattern: RegExp): readonly string[] => where(shell, pattern)
const anywhere = (pattern: RegExp): readonly string[] => where([...shell, ...screens], pattern)

interface Builder {
  readonly electronVersion: string
  readonly asar: boolean
  readonly electronFuses: Readonly<Record<string, boolean>>
}
const { load } = require('js-yaml') as { load: (text: string) => unknown }
const builder = load(readSource('electron-builder.yml')) as Builder
const manifest = JSON.parse(readSource('package.json')) as { readonly devDependencies: Readonly<Record<string, string>> }
const lock = JSON.parse(readSource('package-lock.json')) as { readonly packages: Readonly<Record<string, { readonly version?: string }>> }

const windows: readonly (readonly [name: string, preferences: WebPreferences])[] = [
  ['主窗口', windowOptions('/preload.cjs', false, '').webPreferences ?? {}],
  ['从源码启动的主窗口', windowOptions('/preload.cjs', true, '').webPreferences ?? {}],
  ['印 PDF 的暗窗', printWindowOptions().webPreferences ?? {}],
]
const everyWindow = (expected: Partial<WebPreferences>): void => {
  for (const [name, preferences] of windows) expect(preferences, name).toMatchObject(expected)
}
const FOREIGN = ['https://example.com/', 'http://127.0.0.1/', 'http://localhost:5173/', 'ws://example.com/', 'wss://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'file://server/share/x.html', 'javascript:alert(1)', 'about:blank', 'chrome://settings/', 'devtools://devtools/', 'view-source:app://baolei/', 'app://other/', 'app://baolei.evil/', 'app://baolei@evil/', 'APP://baolei/', 'app:baolei/', 'data:text/html,<script>1</script>', 'blob:https://example.com/x', 'mailto:x@example.com', 'ms-settings:x']

let guards: typeof Guards
let ipc: typeof Ipc
beforeAll(async () => {
  vi.resetModules()
  guards = await import('../../electron/shells/desktop/guards.ts')
  ipc = await import('../../electron/shells/desktop/bind-ipc.ts')
  await import('../../electron/shells/desktop/preload.ts')
})
/** 触发一个可以拦下的页面事件,看拦没拦。 */
const isStopped = (event: string, details: Readonly<Record<string, unknown>>): boolean => {
  const contents = new FakeContents()
  guards.guardContents(contents as never)
  let stopped = false
  contents.emit(event, { ...details, preventDefault: () => (stopped = true) })
  return stopped
}
const guardedSession = (): FakeSession => {
  const session = new FakeSession()
  guards.guardSession(session as never, '/documents')
  return session
}
/** Electron 类型文件里写着的全部权限名。 */
const permissionNames = (): readonly string[] => {
  const types = readFileSync(join(ROOT, 'node_modules', 'electron', 'electron.d.ts'), 'utf8')
  const line = types.split('\n').find((text) => text.includes('setPermissionRequestHandler(handler')) ?? ''
  return [...line.matchAll(/'([\w-]+)'/g)].map((found) => found[1] ?? '')
}

const FUSES: readonly (readonly [name: string, wanted: boolean, why: string])[] = [
  ['runAsNode', false, '不能被当成 Node 来跑别的脚本'],
  ['enableNodeOptionsEnvironmentVariable', false, '环境变量塞不进代码'],
  ['enableNodeCliInspectArguments', false, '接不上调试器'],
  ['grantFileProtocolExtraPrivileges', false, 'file: 没有额外特权'],
  ['onlyLoadAppFromAsar', true, '只从核对过的包载入'],
  ['enableEmbeddedAsarIntegrityValidation', true, '包被改过就不启动'],
  ['enableCookieEncryption', true, '没有 cookie;真有也是密文'],
  ['loadBrowserProcessSpecificV8Snapshot', false, '没有另做快照'],
]

interface Point {
  readonly demand: string
  readonly answer: string
  readonly check: () => void | Promise<void>
}
const POINTS: readonly Point[] = [
  {
    demand: '只载入安全的内容',
    answer: '只有自己的 app:// 协议;会话拦下其余一切请求,域名一律解析不了,页面文件里没有外部地址',
    check: () => {
      expect(START_PAGE).toBe('app://baolei/index.html')
      for (const address of FOREIGN.filter((url) => !url.startsWith('data:'))) expect(mayRequest(address), address).toBe(false)
      expect(new Map(START_SWITCHES.map(([name, value]) => [name, value])).get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
      expect(where([...screens, ...sourceFiles(['.css']).filter((path) => path.startsWith('renderer/'))], /(?:src|href)\s*=\s*["']?(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//i)).toEqual([])
      let answer: unknown = null
      guardedSession().beforeRequest?.({ url: 'https://example.com/' }, (given) => (answer = given))
      expect(answer).toEqual({ cancel: true })
    },
  },
  { demand: '页面里没有 Node', answer: '主框架、子框架、后台线程都关', check: () => everyWindow({ nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false }) },
  {
    demand: '上下文隔离',
    answer: '全部窗口开着;预加载只经 contextBridge 露函数',
    check: () => {
      everyWindow({ contextIsolation: true })
      expect(inShell(/contextIsolation:\s*false/)).toEqual([])
    },
  },
  {
    demand: '进程沙箱',
    answer: '全部窗口开着,另外对整个程序开;--no-sandbox 启动不了',
    check: () => {
      everyWindow({ sandbox: true })
      expect(inShell(/app\.enableSandbox\(\)/)).toEqual(['electron/shells/desktop/start-desktop.ts'])
      expect(refusedSwitch((name) => name === 'no-sandbox')).toBe('no-sandbox')
    },
  },
  {
    demand: '处理权限请求',
    answer: '一项也不给:请求、查询、设备三处都拒',
    check: () => {
      const session = guardedSession()
      const names = permissionNames()
      expect(names.length).toBeGreaterThan(15)
      for (const name of [...names, 'something-new', '']) {
        let allowed = true
        session.permission?.(null, name, (given) => (allowed = given))
        expect([allowed, session.check?.(null, name), mayUse(name)], name).toEqual([false, false, false])
      }
      expect(session.device?.()).toBe(false)
    },
  },
  { demand: '不关同源限制', answer: '明写开着', check: () => everyWindow({ webSecurity: true }) },
  {
    demand: '写内容安全策略',
    answer: '从「全不许」写起,只有样式放宽;自有协议的每个应答都带',
    check: () => {
      expect(CONTENT_SECURITY_POLICY.split('; ')[0]).toBe("default-src 'none'")
      expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';")
      expect(inShell(/content-security-policy/)).toContain('electron/shells/desktop/app-protocol.ts')
    },
  },
  { demand: '不许混入不安全内容', answer: '明写关着', check: () => everyWindow({ allowRunningInsecureContent: false }) },
  { demand: '不开试验功能', answer: '明写关着', check: () => everyWindow({ experimentalFeatures: false }) },
  {
    demand: '不用 enableBlinkFeatures',
    answer: '没有写,命令行里带着也不启动',
    check: () => {
      for (const [name, preferences] of windows) expect(Object.keys(preferences), name).not.toContain('enableBlinkFeatures')
      expect(anywhere(/enableBlinkFeatures\s*:/)).toEqual([])
      expect(refusedSwitch((name) => name === 'enable-blink-features')).toBe('enable-blink-features')
    },
  },
  {
    demand: 'webview 不许弹窗',
    answer: '根本没有 webview',
    check: () => {
      everyWindow({ webviewTag: false })
      expect(anywhere(/<webview|allowpopups/i)).toEqual([])
    },
  },
  { demand: 'webview 建之前核对', answer: '一律拦下', check: () => expect(isStopped('will-attach-webview', {})).toBe(true) },
  {
    demand: '限制跳转',
    answer: '只许自己的页面;子框架、改道、把文件拖进窗口都不许',
    check: () => {
      for (const url of FOREIGN) expect(isStopped('will-navigate', { url }), url).toBe(true)
      expect(isStopped('will-navigate', { url: START_PAGE })).toBe(false)
      expect(isStopped('will-frame-navigate', { url: START_PAGE, isMainFrame: false })).toBe(true)
      expect(isStopped('will-redirect', { url: START_PAGE })).toBe(true)
      everyWindow({ navigateOnDragDrop: false })
    },
  },
  {
    demand: '限制开新窗口',
    answer: '一律不开,自己的地址也不开',
    check: () => {
      const contents = new FakeContents()
      guards.guardContents(contents as never)
      for (const url of [START_PAGE, ...FOREIGN]) expect(contents.openHandler?.({ url }), url).toEqual({ action: 'deny' })
    },
  },
  { demand: '不拿不可信的内容叫 shell.openExternal', answer: '没有用 shell 模块,从不往外打开', check: () => expect([...anywhere(/openExternal/).filter((path) => !path.endsWith('policy.ts')), ...inShell(/import[^;\n]*\bshell\b[^;\n]*from 'electron'/)]).toEqual([]) },
  {
    demand: '用当前的 Electron',
    answer: '版本写死,清单、锁文件、打包配置、装着的是同一个;是不是最新由发布清单核对',
    check: () => {
      const wanted = manifest.devDependencies['electron'] ?? ''
      expect(wanted).toMatch(/^\d+\.\d+\.\d+$/)
      const { version } = require('electron/package.json') as { version: string }
      expect([builder.electronVersion, version, lock.packages['node_modules/electron']?.version]).toEqual([wanted, wanted, wanted])
    },
  },
  {
    demand: '核对每条消息的发送者',
    answer: '只有一处收消息;认窗口、主框架、自己的页面,缺一不可',
    check: async () => {
      expect(inShell(/ipcMain\b/)).toEqual(expect.arrayContaining(['electron/shells/desktop/bind-ipc.ts']))
      expect(inShell(/ipcMain\.(?:handle|on)\b/)).toEqual(['electron/shells/desktop/bind-ipc.ts'])
      const frame = { url: START_PAGE }
      const sender = { id: 7, mainFrame: frame }
      expect(isTrustedSender({ sender, senderFrame: frame }, 7)).toBe(true)
      expect(isTrustedSender({ sender, senderFrame: frame }, 8)).toBe(false)
      expect(isTrustedSender({ sender, senderFrame: null }, 7)).toBe(false)
      expect(isTrustedSender({ sender, senderFrame: { url: START_PAGE } }, 7)).toBe(false)
      for (const url of FOREIGN) {
        const strange = { url }
        expect(isTrustedSender({ sender: { id: 7, mainFrame: strange }, senderFrame: strange }, 7), url).toBe(false)
      }
      // 接上线再试:不可信的请求被拒,不可信的取消不起作用。
      const contents = new FakeContents()
      contents.mainFrame = frame
      const calls: { readonly text: string; readonly signal: AbortSignal | undefined }[] = []
      const pending = Promise.withResolvers<string>()
      const dispatch = (text: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<string> => {
        calls.push({ text, signal: options?.signal })
        return pending.promise
      }
      const unbind = ipc.bindIpc({ core: { dispatch, onPush: () => () => undefined } as never, local: dispatch, contents: contents as never })
      const handler = record.handlers.get('baolei:request')
      const trusted = { sender: contents, senderFrame: frame }
      const untrusted = { sender: contents, senderFrame: { url: START_PAGE } }
      await expect(Promise.resolve(handler?.(untrusted, 'a', '{}'))).rejects.toThrow('refused')
      expect(calls).toEqual([])
      const running = handler?.(trusted, 'a', '{}') as Promise<string>
      fakeElectron.ipcMain.emit('baolei:cancel', untrusted, 'a')
      expect(calls[0]?.signal?.aborted).toBe(false)
      fakeElectron.ipcMain.emit('baolei:cancel', trusted, 'a')
      expect(calls[0]?.signal?.aborted).toBe(true)
      pending.resolve('done')
      await running
      unbind()
    },
  },
  {
    demand: '不用 file:,用自己的协议',
    answer: '界面从 app:// 来,按文件表取;file: 载不了,也没有特权',
    check: () => {
      expect(isOwnPage('file:///index.html')).toBe(false)
      expect(inShell(/\bloadFile\(|loadURL\((?!START_PAGE|`\$\{ORIGIN\})/)).toEqual([])
      expect(SCHEMES).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
      expect(builder.electronFuses['grantFileProtocolExtraPrivileges']).toBe(false)
    },
  },
  {
    demand: '核对熔丝',
    answer: '八根逐根写明,打包后的文件另测(test/e2e/shells/packaging)',
    check: () => {
      expect(builder.asar).toBe(true)
      for (const [name, wanted, why] of FUSES) expect(builder.electronFuses[name], `${name}:${why}`).toBe(wanted)
      expect(Object.keys(builder.electronFuses).toSorted()).toEqual(FUSES.map(([name]) => name).toSorted())
    },
  },
  {
    demand: '不把 Electron 的接口露给页面',
    answer: '只露三个只收发文本的函数;事件对象不过桥',
    check: async () => {
      expect([...record.exposed.keys()]).toEqual(['baolei'])
      const bridge = record.exposed.get('baolei') ?? {}
      expect(Object.keys(bridge)).toEqual(['request', 'cancel', 'onPush'])
      expect(await bridge['request']?.('c', '{}')).toBe('reply')
      expect(record.invoked.at(-1)).toEqual(['baolei:request', 'c', '{}'])
      const heard: unknown[][] = []
      const stop = bridge['onPush']?.((...values: unknown[]) => heard.push(values)) as () => void
      fakeElectron.ipcRenderer.emit('baolei:push', { sender: 'electron' }, 'text', { port: 'electron' })
      expect(heard).toEqual([['text']])
      stop()
      expect(fakeElectron.ipcRenderer.listenerCount('baolei:push')).toBe(0)
      for (const [name, preferences] of windows) expect('preload' in preferences, name).toBe(name !== '印 PDF 的暗窗')
    },
  },
]

test('清单二十条,一条不少', () => expect(POINTS.length).toBe(20))
describe.each(POINTS.map((point, index) => [index + 1, point] as const))('第 %i 条', (_number, { demand, answer, check }) => {
  test(`${demand}:${answer}`, check)
})

describe('清单之外(F53)', () => {
  test('浏览资料只在内存:分区没有 persist 前缀,不开缓存', () => {
    expect(PARTITION.startsWith('persist:')).toBe(false)
    everyWindow({ partition: PARTITION })
    expect(inShell(/fromPartition\(PARTITION, \{ cache: false \}\)/)).toEqual(['electron/shells/desktop/start-desktop.ts'])
  })
  test('拼写检查关着,词典只会来找自己', () => {
    everyWindow({ spellcheck: false })
    const session = guardedSession()
    expect([session.spellChecker, session.dictionaries]).toEqual([false, `${ORIGIN}/`])
  })
  test('不报崩溃、不自动更新、不碰剪贴板、不截屏:用到的 Electron 模块只有这几样', () => {
    const used = new Set(shell.flatMap((path) => [...readSource(path).matchAll(/import (?!type)\{([^}]*)\} from 'electron'/g)].flatMap((found) => (found[1] ?? '').split(',').map((name) => name.trim()).filter((name) => !name.startsWith('type ')).map((name) => name.split(' as ')[0] ?? ''))))
    expect([...used].toSorted()).toEqual(['BrowserWindow', 'Menu', 'app', 'contextBridge', 'dialog', 'ipcMain', 'ipcRenderer', 'powerMonitor', 'protocol', 'session'])
    expect(START_SWITCHES.map(([name]) => name)).toEqual(expect.arrayContaining(['disable-breakpad', 'disable-http-cache', 'disk-cache-size', 'disable-gpu-shader-disk-cache', 'disable-background-networking', 'disable-component-update']))
  })
  test('界面里没有「复制」功能,也就没有三十秒后要清的剪贴板;加了就要先补上清除', () => {
    expect(where(screens, /navigator\.clipboard|execCommand\('(?:copy|cut)|\bcopyable\b|new ClipboardItem/)).toEqual([])
  })
  test('打包后没有开发工具;调试口、关沙箱一类的启动参数都不接受', () => {
    expect(windowOptions('/preload.cjs', false, '').webPreferences?.devTools).toBe(false)
    expect(printWindowOptions().webPreferences?.devTools).toBe(false)
    expect(inShell(/windowOptions\(preloadFile\(\), !app\.isPackaged/)).toEqual(['electron/shells/desktop/start-desktop.ts'])
    expect(inShell(/openDevTools|toggleDevTools/)).toEqual([])
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'disable-web-security', 'load-extension', 'js-flags']) expect(refusedSwitch((given) => given === name)).toBe(name)
    expect(refusedSwitch(() => false)).toBe(null)
  })
})
