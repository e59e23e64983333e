import { randomUUID } from 'node:crypto'
import { contract } from '../../../shared/contract/index.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'
import type { CoreOptions } from '../../core.ts'
import type { CoreLink } from '../../core-worker/core-link.ts'
import { startCoreWorker } from '../../core-worker/start-core-worker.ts'
import { readAppInfo } from '../../machine/app-info.ts'
import { createFileLog } from '../../machine/file-log.ts'
import { logCrashes } from '../../machine/log-crashes.ts'
import { isRendererBuilt, rendererFolder } from '../../machine/renderer-folder.ts'
import { createClient } from '../../../shared/rpc/client.ts'
import { createBrowserPrinter } from '../../printing/browser-printer.ts'
import { findBrowser } from '../../printing/find-browser.ts'
import type { AppFolders } from '../../services/ports.ts'
import { systemClock } from '../../services/system-ports.ts'
import { openAppWindow, type AppWindow } from './app-window.ts'
import { startHost } from './http-host.ts'

const LINGER_MILLISECONDS = 5000

export interface LoopbackOptions {
  readonly openAtStart: CoreOptions['openAtStart']
  readonly folders: AppFolders
  /** 要口令的工作区:开窗之前先登录;不给就由人在窗口里登录。 */
  readonly credentials?: { readonly userName: string; readonly password: string } | null
  /** 要不要开浏览器窗口;没有显示器或浏览器时改为印出地址。 */
  readonly open: boolean
  /** 窗口关了也不结束,直到被中断。 */
  readonly stay: boolean
  /** 不开窗口也总要印出地址(serve 命令)。 */
  readonly alwaysPrintAddress: boolean
  readonly print: (line: string) => void
  readonly note: (line: string) => void
}

const hasDisplay = (): boolean => process.platform !== 'linux' || (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''

/** 能开窗口就开,不能就说明原因。 */
const openWindow = async (address: string, note: (line: string) => void): Promise<AppWindow | null> => {
  if (!hasDisplay()) {
    note(shellsText.noDisplay)
    return null
  }
  const search = await findBrowser()
  if (search.kind === 'found') return openAppWindow(search.browser, address)
  note(search.kind === 'none' ? shellsText.noBrowser : shellsText.browserTooOld(search.version))
  return null
}

/** 启动时要打开的工作区为什么没打开;打开了、或只等登录为 null。给了口令的就登录。 */
const startFailure = async (core: CoreLink, credentials: LoopbackOptions['credentials']): Promise<{ readonly code: string; readonly data: unknown } | null> => {
  const client = createClient(contract, { request: (text, options) => core.dispatch(text, options), onPush: (listener) => core.onPush(listener) }, () => randomUUID())
  const hello = await client.system.hello({ build: '' })
  if (!hello.ok) return hello.error
  if (hello.value.session.phase !== 'sealed' || credentials === null || credentials === undefined) return hello.value.startError
  const signedIn = await client.session.signIn(credentials)
  return signedIn.ok ? null : signedIn.error
}

/**
 * 本机网页外壳的一生:核心线程、宿主、窗口;窗口都关了就结束。
 *
 * @returns 退出码。
 */
export const runLoopback = async ({ openAtStart, credentials, folders, open, stay, alwaysPrintAddress, print, note }: LoopbackOptions): Promise<number> => {
  if (!isRendererBuilt()) {
    note(`RENDERER_MISSING ${shellsText.rendererMissing}`)
    return 1
  }
  const log = createFileLog(folders.config, systemClock)
  logCrashes(log)
  const printer = createBrowserPrinter(rendererFolder(), log)
  const core = await startCoreWorker({ openAtStart, folders, app: readAppInfo() }, printer)
  let exitCode = 0
  core.onStopped(() => {
    note(`CORE_STOPPED ${shellsText.coreStopped}`)
    exitCode = 1
  })
  const failure = typeof openAtStart === 'object' ? await startFailure(core, credentials) : null
  if (failure !== null) {
    // 指名要开的打不开,就不起宿主;先来的那个不受影响。
    const { cause, safe, next } = describeError(failure.code, failure.data)
    note(`${failure.code} ${cause} ${safe} ${next}`)
    await core.close()
    return 1
  }
  const host = await startHost({ core, rendererFolder: rendererFolder(), lingerMilliseconds: stay ? null : LINGER_MILLISECONDS })
  const interrupt = (): void => host.close()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt)

  if (alwaysPrintAddress) print(host.launchAddress)
  const window = open ? await openWindow(host.launchAddress, note) : null
  if (window === null && !alwaysPrintAddress) {
    note(shellsText.openThisAddress)
    print(host.launchAddress)
  }
  void window?.closed.then(() => host.lifetime.abandoned())
  await host.ended
  window?.close()
  await window?.closed
  await core.close()
  await printer.close()
  return exitCode
}
