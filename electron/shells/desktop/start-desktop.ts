import { join } from 'node:path'
import { app, BrowserWindow, dialog, session as sessions } from 'electron'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'
import type { CoreLink } from '../../core-worker/core-link.ts'
import { startCoreWorker } from '../../core-worker/start-core-worker.ts'
import { findAppFolders } from '../../machine/app-folders.ts'
import { readAppInfo } from '../../machine/app-info.ts'
import { createFileLog } from '../../machine/file-log.ts'
import { rendererFolder } from '../../machine/renderer-folder.ts'
import type { Log } from '../../services/ports.ts'
import { createUuidV7, systemClock } from '../../services/system-ports.ts'
import { registerAppScheme, serveAppProtocol } from './app-protocol.ts'
import { bindIpc } from './bind-ipc.ts'
import { createDesktopDispatch } from './desktop-procedures.ts'
import { askBeforeLeaving, guardContents, guardSession } from './guards.ts'
import { createHiddenWindowPrinter } from './hidden-window-printer.ts'
import { addEditMenu, setApplicationMenu } from './menus.ts'
import { PARTITION, START_PAGE, windowOptions } from './policy.ts'
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
  const config = findAppFolders().config
  // 与配置放在一处;单实例锁也在这里。
  app.setPath('userData', join(config, 'desktop'))
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  registerAppScheme()
  // 断网的第二道保险:任何域名都解析不了。
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('lang', 'zh-CN')
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()

  const documents = app.getPath('documents')
  const session = sessions.fromPartition(PARTITION)
  guardSession(session, documents)
  setApplicationMenu(process.platform)
  const printJobs = createPrintJobs()
  const log = createFileLog(config, systemClock)
  try {
    const core = await startCoreWorker({ openAtStart: 'last', folders: { config, documents }, app: readAppInfo() }, createHiddenWindowPrinter(printJobs, log))
    core.onStopped(() => {
      dialog.showErrorBox(shellsText.windowTitle, shellsText.coreStopped)
      app.exit(1)
    })
    closeCoreBeforeQuit(core)
    serveAppProtocol(session, { rendererFolder: rendererFolder(), files: core.files, printJobs })
    const window = await openWindow(core, log)
    app.on('second-instance', () => {
      if (window.isMinimized()) window.restore()
      window.focus()
    })
  } catch (error) {
    log.write('error', 'start failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    dialog.showErrorBox(shellsText.windowTitle, shellsText.coreStopped)
    app.exit(1)
  }
}
