import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { FileRef } from '../../shared/model/files.ts'
import { failWith } from '../rpc/handlers.ts'

/** 单个文件上限;再大的名册应分开导入。 */
export const MAX_FILE_BYTES = 30 * 1024 * 1024

interface HeldFile {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly oneTime: boolean
}

/** 进出程序的文件:消息里只有凭据,字节由外壳收发。临时文件在私有文件夹里,用完即删,关闭时全清。 */
export interface FileExchange {
  /** 外壳收到一个文件。 */
  accept(name: string, bytes: Uint8Array): FileRef
  /** 核心生成一个供下载的文件;oneTime 为真时取一次即作废。 */
  offer(name: string, bytes: Uint8Array, oneTime: boolean): FileRef
  /** 按凭据取文件位置;不存在或已用过报 FILE_EXPIRED。 */
  open(ticket: string): HeldFile
  /** 外壳发出下载时调用:返回内容位置;一次性的随后用 discard 删掉。 */
  take(ticket: string): HeldFile | null
  discard(ticket: string): void
  close(): void
}

const safeName = (name: string): string => {
  const cleaned = basename(name.replaceAll('\\', '/')).replaceAll(/[\u0000-\u001f<>:"/|?*]/g, '_').replace(/[. ]+$/, '').slice(0, 120)
  return cleaned === '' ? 'file' : cleaned
}

export const createFileExchange = (): FileExchange => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-'))
  const held = new Map<string, HeldFile>()
  const hold = (name: string, bytes: Uint8Array, oneTime: boolean): FileRef => {
    const ticket = randomBytes(32).toString('base64url')
    const path = join(folder, ticket)
    writeFileSync(path, bytes, { mode: 0o600 })
    const file = { path, name: safeName(name), size: statSync(path).size, oneTime }
    held.set(ticket, file)
    return { ticket, name: file.name, size: file.size }
  }
  const discard = (ticket: string): void => {
    const file = held.get(ticket)
    if (file === undefined) return
    held.delete(ticket)
    rmSync(file.path, { force: true })
  }
  return {
    accept: (name, bytes) => hold(name, bytes, false),
    offer: hold,
    open: (ticket) => held.get(ticket) ?? failWith('FILE_EXPIRED'),
    take: (ticket) => held.get(ticket) ?? null,
    discard,
    close: () => {
      held.clear()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
