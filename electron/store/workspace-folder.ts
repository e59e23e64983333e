import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folderFault, StoreError } from './store-error.ts'

/** 工作区文件夹里各样东西的位置。 */
export const workspacePaths = (folder: string) =>
  ({
    folder,
    database: join(folder, 'baolei.db'),
    lock: join(folder, 'lock.db'),
    owner: join(folder, 'owner.json'),
    keys: join(folder, 'keys'),
    openSlot: join(folder, 'keys', 'open.json'),
    /** 建造期间的钥匙;建成那一刻改名为 openSlot,所以只有它的文件夹是没建成的。 */
    newSlot: join(folder, 'keys', 'new.json'),
    blobs: join(folder, 'blobs'),
    backups: join(folder, 'backups'),
    logs: join(folder, 'logs'),
  }) as const
export type WorkspacePaths = ReturnType<typeof workspacePaths>

const SLOT_FORMAT = 'baolei-key-slot'
const PLAIN_HEADER = 'SQLite format 3'
const LOCK_FILES = ['lock.db', 'lock.db-journal', 'owner.json']
const STORE_FILES = ['baolei.db', 'baolei.db-wal', 'baolei.db-shm', 'baolei.db-journal', 'keys', 'blobs', 'backups', 'logs']

/** 未加密的 SQLite 文件开头是固定的一句;加密的库看不出任何字样。 */
export const isPlainDatabase = (path: string): boolean => {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(PLAIN_HEADER.length)
    readSync(file, head, 0, head.length, 0)
    return head.toString('latin1') === PLAIN_HEADER
  } finally {
    closeSync(file)
  }
}

/**
 * 自上而下补齐缺的各层。不用 mkdir 的 recursive:遇到父级在、却说「不存在」的位置(如 /proc),它会一直重试不返回。
 *
 * @returns 新造的最上一层;本来就有为 null。
 */
const makeMissingFolders = (folder: string): string | null => {
  if (existsSync(folder)) return null
  const parent = dirname(folder)
  const made = parent === folder ? null : makeMissingFolders(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (cause) {
    // 别的程序同时造了它:一样能用。
    if (!existsSync(folder)) throw cause
  }
  return made ?? folder
}

/**
 * 新工作区的文件夹:可以还不存在;存在就必须是空的,或只有上次没建成留下的东西(建成没有由 createStore 看过库再定)。
 *
 * @returns 撤销用的:这次新造的最上一层文件夹;本来就有为 null。
 * @throws StoreError STORE_EXISTS 里面有别的文件;STORE_READONLY / STORE_FULL / STORE_FOLDER_UNSUITABLE。
 */
export const makeFolder = (paths: WorkspacePaths): string | null => {
  try {
    if (existsSync(paths.folder)) {
      if (!statSync(paths.folder).isDirectory()) throw new StoreError('STORE_FOLDER_UNSUITABLE', { path: paths.folder })
      if (readdirSync(paths.folder).some((name) => !LOCK_FILES.includes(name) && !STORE_FILES.includes(name))) throw new StoreError('STORE_EXISTS', { path: paths.folder })
    }
    return makeMissingFolders(paths.folder)
  } catch (cause) {
    throw cause instanceof StoreError ? cause : folderFault(cause, paths.folder)
  }
}

/** 除了锁,里面还什么都没有。 */
export const isEmptyFolder = (paths: WorkspacePaths): boolean => !readdirSync(paths.folder).some((name) => STORE_FILES.includes(name))

const isEmpty = (path: string): boolean => !existsSync(path) || readdirSync(path).length === 0

/**
 * 看外表像不像没建成的:没有正式的钥匙,也没有附件、备份、日志。
 * 有正式的钥匙就一定建成过(库文件不在是丢了),谁也不许清:钥匙一没,备份也打不开了。
 */
export const looksUnfinished = (paths: WorkspacePaths): boolean => !existsSync(paths.openSlot) && [paths.blobs, paths.backups, paths.logs].every(isEmpty)

/** 清掉没建成的库;只动自己的名字。 */
export const clearStoreFiles = (paths: WorkspacePaths): void => {
  for (const name of STORE_FILES) rmSync(join(paths.folder, name), { recursive: true, force: true })
}

/** 自 made 到 folder 这几层是这次新造的,空了就收走。 */
export const removeMadeFolders = (paths: WorkspacePaths, made: string | null): void => {
  if (made === null) return
  try {
    for (let folder = paths.folder; folder.length >= made.length; folder = dirname(folder)) rmdirSync(folder)
  } catch {
    // 有人在这期间放了东西进去:留着。
  }
}

/** 新文件的目录项也要落盘,否则断电后文件可能不见;Windows 不能也不必对文件夹这样做。 */
const syncFolder = (path: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** 数据密钥从第一天就是随机的;口令槽随账号功能加入,此前放在「开放槽」里。先写成 newSlot,建成了由 settleKey 改名。 */
export const writeNewKey = (paths: WorkspacePaths): Buffer => {
  const key = randomBytes(32)
  try {
    for (const path of [paths.keys, paths.blobs, paths.backups, paths.logs]) mkdirSync(path, { recursive: true, mode: 0o700 })
    writeFileSync(paths.newSlot, `${JSON.stringify({ format: SLOT_FORMAT, version: 1, kind: 'open', key: key.toString('hex') })}\n`, { mode: 0o600, flush: true })
    return key
  } catch (cause) {
    throw folderFault(cause, paths.folder)
  }
}

/** 建成:钥匙改成正式的名字并落到盘上(钥匙丢了,库就再也打不开)。改名前被结束的,下次打开时补改。 */
export const settleKey = (paths: WorkspacePaths): void => {
  if (existsSync(paths.openSlot)) return
  try {
    renameSync(paths.newSlot, paths.openSlot)
    for (const path of [paths.keys, paths.folder, dirname(paths.folder)]) syncFolder(path)
  } catch (cause) {
    throw folderFault(cause, paths.folder)
  }
}

/** @throws StoreError STORE_KEY_MISSING 有库没钥匙;STORE_KEY_WRONG 钥匙文件读不懂;STORE_READONLY 没有权限看。 */
export const readKey = (paths: WorkspacePaths): Buffer => {
  const slotPath = [paths.openSlot, paths.newSlot].find((path) => existsSync(path))
  if (slotPath === undefined) throw new StoreError('STORE_KEY_MISSING', { path: paths.folder })
  let text: string
  try {
    text = readFileSync(slotPath, 'utf8')
  } catch (cause) {
    throw folderFault(cause, paths.folder)
  }
  try {
    const slot = JSON.parse(text) as { format?: unknown; key?: unknown } | null
    if (slot?.format !== SLOT_FORMAT || typeof slot.key !== 'string' || !/^[0-9a-f]{64}$/.test(slot.key)) throw new Error('slot')
    return Buffer.from(slot.key, 'hex')
  } catch (cause) {
    throw new StoreError('STORE_KEY_WRONG', { path: paths.folder }, { cause })
  }
}

/**
 * 看一个文件夹像不像工作区,并读出数据密钥。只看,不造任何文件。
 *
 * @throws StoreError STORE_NOT_FOUND 没有库文件;STORE_NOT_OURS 是没加密的库;STORE_KEY_MISSING / STORE_KEY_WRONG / STORE_READONLY。
 */
export const readFolder = (paths: WorkspacePaths): Buffer => {
  let plain: boolean
  try {
    if (statSync(paths.database, { throwIfNoEntry: false })?.isFile() !== true) throw new StoreError('STORE_NOT_FOUND', { path: paths.folder })
    plain = isPlainDatabase(paths.database)
  } catch (cause) {
    throw cause instanceof StoreError ? cause : folderFault(cause, paths.folder)
  }
  // 没加密的 SQLite 文件不是本程序建的,不去碰它。
  if (plain) throw new StoreError('STORE_NOT_OURS', { path: paths.folder })
  return readKey(paths)
}
