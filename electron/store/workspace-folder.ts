import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './store-error.ts'

/** 工作区文件夹里各样东西的位置。 */
export const workspacePaths = (folder: string) =>
  ({
    folder,
    database: join(folder, 'baolei.db'),
    lock: join(folder, 'lock.db'),
    owner: join(folder, 'owner.json'),
    keys: join(folder, 'keys'),
    openSlot: join(folder, 'keys', 'open.json'),
    blobs: join(folder, 'blobs'),
    backups: join(folder, 'backups'),
    logs: join(folder, 'logs'),
  }) as const
export type WorkspacePaths = ReturnType<typeof workspacePaths>

const SLOT_FORMAT = 'baolei-key-slot'

const readFileHead = (path: string, length: number): Buffer => {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(length)
    readSync(file, head, 0, length, 0)
    return head
  } finally {
    closeSync(file)
  }
}

/**
 * 新建工作区的文件夹与数据密钥。数据密钥从第一天就是随机的;口令槽随账号功能加入,此前放在「开放槽」里。
 *
 * @throws StoreError STORE_EXISTS 文件夹不空;STORE_READONLY 写不进去。
 */
export const prepareFolder = (folder: string): { paths: WorkspacePaths; key: Buffer } => {
  const paths = workspacePaths(folder)
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new StoreError('STORE_FOLDER_UNSUITABLE', { path: folder })
    if (readdirSync(folder).length > 0) throw new StoreError('STORE_EXISTS', { path: folder })
  }
  const key = randomBytes(32)
  try {
    for (const path of [folder, paths.keys, paths.blobs, paths.backups, paths.logs]) mkdirSync(path, { recursive: true, mode: 0o700 })
    writeFileSync(paths.openSlot, `${JSON.stringify({ format: SLOT_FORMAT, version: 1, kind: 'open', key: key.toString('hex') })}\n`, { mode: 0o600, flush: true })
  } catch (cause) {
    throw new StoreError('STORE_READONLY', { path: folder }, { cause })
  }
  return { paths, key }
}

/**
 * 读出数据密钥。
 *
 * @throws StoreError STORE_NOT_FOUND 没有库文件;STORE_KEY_MISSING 有库没钥匙;STORE_KEY_WRONG 钥匙文件读不懂。
 */
export const readFolder = (folder: string): { paths: WorkspacePaths; key: Buffer } => {
  const paths = workspacePaths(folder)
  if (!existsSync(paths.database)) throw new StoreError('STORE_NOT_FOUND', { path: folder })
  // 先看文件头:没加密的 SQLite 文件不是本程序建的,不去碰它。
  const header = readFileHead(paths.database, 16)
  if (header.toString('latin1').startsWith('SQLite format 3')) throw new StoreError('STORE_NOT_OURS', { path: folder })
  if (!existsSync(paths.openSlot)) throw new StoreError('STORE_KEY_MISSING', { path: folder })
  try {
    const slot = JSON.parse(readFileSync(paths.openSlot, 'utf8')) as { format?: unknown; key?: unknown }
    if (slot.format !== SLOT_FORMAT || typeof slot.key !== 'string' || !/^[0-9a-f]{64}$/.test(slot.key)) throw new Error('slot')
    return { paths, key: Buffer.from(slot.key, 'hex') }
  } catch (cause) {
    throw new StoreError('STORE_KEY_WRONG', { path: folder }, { cause })
  }
}
