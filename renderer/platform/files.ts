import type { FileRef } from '../../shared/model/files.ts'
import { fileRefSchema } from '../../shared/model/files.ts'
import { sessionKey } from './session-key.ts'
import { isDesktopShell } from './transport.ts'

const authorisation = async (): Promise<Record<string, string>> => (isDesktopShell() ? {} : { 'x-baolei-key': await sessionKey() })

/** 把用户选中或拖进来的文件交给核心,换回凭据。两种外壳同一个地址,桌面走自有协议,不联网。 */
export const uploadFile = async (file: File): Promise<FileRef> => {
  // 自有协议(桌面)收不到文件对象,只收得到整块字节。
  const body = isDesktopShell() ? await file.arrayBuffer() : file
  const response = await fetch('/files', { method: 'POST', headers: { ...(await authorisation()), 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }, body })
  if (!response.ok) throw new Error(response.status === 413 ? 'FILE_TOO_LARGE' : 'UNAVAILABLE')
  return fileRefSchema.parse(await response.json())
}

/** 凭据 → 可以放进地址栏或 <a download> 的一次性地址。 */
export const downloadAddress = (file: FileRef): string => `/files/${file.ticket}`

/** 触发另存为。 */
export const saveFile = (file: FileRef): void => {
  const link = document.createElement('a')
  link.href = downloadAddress(file)
  link.download = file.name
  link.click()
}

/** 取出内容(预览用)。 */
export const readFile = async (file: FileRef): Promise<Uint8Array> => {
  const response = await fetch(downloadAddress(file))
  if (!response.ok) throw new Error('UNAVAILABLE')
  return new Uint8Array(await response.arrayBuffer())
}
