import { join } from 'node:path'
import { app, BrowserWindow, dialog, powerMonitor, session as sessions } from 'electron'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'
import type { CoreLink } from '../../core-worker/core-link.ts'
import { startCoreWorker } from '../../core-worker/start-core-worker.ts'
import { findAppFolders } from '../../machine/app-folders.ts'
import { readAppInfo } from '../../machine/app-info.ts'
import { createFileLog } from '../../machine/file-log.ts'
import { logCrashes } from '../../machine/log-crashes.ts'
import { rendererFolder } from '../../machine/renderer-folder.ts'
import type { Log } from '../../services/ports.ts'
import { createUuidV7, systemClock } from '../../services/system-ports.ts'
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts'
import { bindIpc } from './bind-ipc.ts'
import { createDesktopDispatch } from './desktop-procedures.ts'
import { askBeforeLeaving, guardContents, guardSession } from './guards.ts'
import { createHiddenWindowPrinter } from './hidden-window-printer.ts'
import { addEditMenu, setApplicationMenu } from './menus.ts'
import { createOsLock, LOCKING_MOMENTS } from './os-lock.ts'
import { PARTITION, refusedSwitch, START_PAGE, START_SWITCHES, windowOptions } from './policy.ts'
import { createPrintJobs } from './print-jobs.ts'

const preloadFile = (): string => join(import.meta.dirname, '..', 'preload', 'preload.cjs')

/** 关程序:先收好核心(合上库、放开占用),再退出。 */
const closeCoreBeforeQuit = (core: CoreLink): void => {
  let finished = false
  app.on('will-quit', (event) => {
    if (finished) return
    event.preventDefault()
    finished = true
    void core.close().finally(() => app.quit())
  })
}

/** 系统锁屏、睡眠、切换用户时,程序跟着锁。 */
const lockWithSystem = (core: CoreLink, log: Log): void => {
  const lock = createOsLock({ dispatch: core.dispatch, createId: createUuidV7(systemClock.now).next, log })
  const moments: NodeJS.EventEmitter = powerMonitor
  for (const moment of LOCKING_MOMENTS) moments.on(moment, () => void lock())
}

const openWindow = async (core: CoreLink, log: Log): Promise<BrowserWindow> => {
  const window = new BrowserWindow(windowOptions(preloadFile(), !app.isPackaged, shellsText.windowTitle))
  const local = createDesktopDispatch(window, { clock: systemClock, ids: createUuidV7(systemClock.now), log })
  const unbind = bindIpc({ core, local, contents: window.webContents })
  window.on('closed', unbind)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  askBeforeLeaving(window)
  addEditMenu(window.webContents)
  window.webContents.on('render-process-gone', () => {
    dialog.showMessageBoxSync(window, { type: 'warning', buttons: [shellsText.reopenPage], message: shellsText.pageCrashed })
    window.webContents.reload()
  })
  await window.loadURL(START_PAGE)
  return window
}

/** 桌面外壳:一个进程、一个窗口、一个核心线程。 */
export const startDesktop = async (): Promise<void> => {
  if (app.isPackaged && refusedSwitch((name) => app.commandLine.hasSwitch(name)) !== null) {
    dialog.showErrorBox(shellsText.windowTitle, shellsText.switchRefused)
    app.exit(1)
    return
  }
  const config = findAppFolders().config
  // 与配置放在一处;单实例锁也在这里。
  app.setPath('userData', join(config, 'desktop'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  registerAppScheme()
  for (const [name, value] of START_SWITCHES) app.commandLine.appendSwitch(name, ...(value === undefined ? [] : [value]))
  // 每一个页面都在沙箱里,不靠各个窗口自己写对。
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  const documents = app.getPath('documents')
  // 系统自带的会话用不着,一旦冒出来也受同样的管。
  app.on('session-created', (created) => guardSession(created, documents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()

  const session = sessions.fromPartition(PARTITION, { cache: false })
  guardSession(session, documents)
  setApplicationMenu(process.platform)
  const printJobs = createPrintJobs()
  const log = createFileLog(config, systemClock)
  logCrashes(log)
  try {
    const core = await startCoreWorker({ openAtStart: 'last', folders: { config, documents }, app: readAppInfo() }, createHiddenWindowPrinter(printJobs, log))
    core.onStopped(() => {
      dialog.showErrorBox(shellsText.windowTitle, shellsText.coreStopped)
      app.exit(1)
    })
    closeCoreBeforeQuit(core)
    lockWithSystem(core, log)
    serveAppProtocol(session, { rendererFolder: rendererFolder(), files: core.files, printJobs })
    const window = await openWindow(core, log)
    app.on('second-instance', () => {
      if (window.isMinimized()) window.restore()
      window.focus()
    })
  } catch (error) {
    log.write('error', 'start failed', { error })
    dialog.showErrorBox(shellsText.windowTitle, shellsText.coreStopped)
    app.exit(1)
  }
}
