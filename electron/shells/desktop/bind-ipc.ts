import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { CoreLink } from '../../core-worker/core-link.ts'
import type { Dispatch } from '../../rpc/dispatch.ts'
import { CHANNELS } from './channels.ts'
import { isTrustedSender } from './policy.ts'

const MAX_RUNNING = 200
const isCallId = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 64

/** 请求的路径;读不出来交给核心去拒。 */
const pathOf = (text: string): string => {
  try {
    const path = (JSON.parse(text) as { path?: unknown } | null)?.path
    return typeof path === 'string' ? path : ''
  } catch {
    return ''
  }
}

interface IpcParts {
  readonly core: CoreLink
  /** 只有桌面有的过程(系统对话框)。 */
  readonly local: Dispatch
  readonly contents: WebContents
}

/**
 * 把一个窗口接到核心:请求、取消、推送都是文本。窗口重载或没了,它的长活就取消。
 *
 * @returns 解开的函数。
 */
export const bindIpc = ({ core, local, contents }: IpcParts): (() => void) => {
  const running = new Map<string, AbortController>()
  const send = (message: unknown): void => {
    if (!contents.isDestroyed()) contents.send(CHANNELS.push, JSON.stringify(message))
  }
  const abortAll = (): void => {
    for (const controller of running.values()) controller.abort()
  }
  const request = async (event: IpcMainInvokeEvent, call: unknown, text: unknown): Promise<string> => {
    if (!isTrustedSender(event, contents.id)) throw new Error('refused: unknown sender')
    if (!isCallId(call) || typeof text !== 'string' || running.has(call) || running.size >= MAX_RUNNING) throw new Error('refused: bad message')
    const controller = new AbortController()
    running.set(call, controller)
    try {
      const dispatch = pathOf(text).startsWith('desktop.') ? local : core.dispatch
      return await dispatch(text, { signal: controller.signal, onProgress: (progress) => send({ call, progress }) })
    } finally {
      running.delete(call)
    }
  }
  const cancel = (event: IpcMainEvent, call: unknown): void => {
    if (isTrustedSender(event, contents.id) && isCallId(call)) running.get(call)?.abort()
  }
  ipcMain.handle(CHANNELS.request, request)
  ipcMain.on(CHANNELS.cancel, cancel)
  const unsubscribe = core.onPush(send)
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) abortAll()
  })
  contents.on('render-process-gone', abortAll)
  contents.on('destroyed', abortAll)
  return () => {
    ipcMain.removeHandler(CHANNELS.request)
    ipcMain.off(CHANNELS.cancel, cancel)
    unsubscribe()
    abortAll()
  }
}
