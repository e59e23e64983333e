import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS } from './channels.ts'

/** 露给页面的三个函数,只传文本,与契约无关;页面够不着 ipcRenderer 本身。 */
contextBridge.exposeInMainWorld('baolei', {
  request: (callId: string, text: string): Promise<unknown> => ipcRenderer.invoke(CHANNELS.request, callId, text),
  cancel: (callId: string): void => ipcRenderer.send(CHANNELS.cancel, callId),
  onPush: (listener: (text: string) => void): (() => void) => {
    const receive = (_event: unknown, text: string): void => listener(text)
    ipcRenderer.on(CHANNELS.push, receive)
    return () => ipcRenderer.off(CHANNELS.push, receive)
  },
})
