import { join } from 'node:path'
import { dialog, type BrowserWindow, type Session, type WebContents } from 'electron'
import { shellsText } from '../../../shared/i18n/zh-CN/shells.ts'
import { isOwnPage, mayRequest, mayUse, ORIGIN } from './policy.ts'

const guarded = new WeakSet<Session>()

/** 会话层:没有网络、没有权限、没有拼写词典下载;下载只给自己的文件,并且问存到哪里。再叫一次不重复装。 */
export const guardSession = (session: Session, documents: string): void => {
  if (guarded.has(session)) return
  guarded.add(session)
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(mayUse(permission)))
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // 万一被打开,词典也只会来找自己的协议,那里没有。
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/`)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayRequest(details.url) }))
  session.on('will-download', (event, item) => {
    if (isOwnPage(item.getURL())) item.setSaveDialogOptions({ title: shellsText.saveAs, defaultPath: join(documents, item.getFilename()) })
    else event.preventDefault()
  })
}

/** 页面层:不许跳走、不许开新窗、不许嵌别的网页。 */
export const guardContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** 有没保存的内容时先问一声;选「关闭」才走。 */
export const askBeforeLeaving = (window: BrowserWindow): void => {
  window.webContents.on('will-prevent-unload', (event) => {
    const chosen = dialog.showMessageBoxSync(window, { type: 'question', buttons: [shellsText.stay, shellsText.leave], defaultId: 0, cancelId: 0, title: shellsText.windowTitle, message: shellsText.leaveTitle, detail: shellsText.leaveDetail })
    if (chosen === 1) event.preventDefault()
  })
}
