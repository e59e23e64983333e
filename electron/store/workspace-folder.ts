import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KEYRING_FILE, matchesKey, readKeyring, writeKeyringFiles, type Keyring, type SlotFile } from './keys/keyring.ts'
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
    /** 口令槽的清单;有它就要口令才打得开。 */
    keyring: join(folder, 'keys', KEYRING_FILE),
    /** 建造期间的 keys:全部槽先写在这里,建成那一刻整个改名为 keys。数据密钥从不明文落盘。 */
    newKeys: join(folder, 'keys.new'),
    /** 保存记号:库外记着最后一次提交,库落后就是丢了最近的保存。 */
    headMark: join(folder, 'head.mark'),
    /** 换下来的坏文件,从不删除。 */
    damaged: join(folder, 'damaged'),
    blobs: join(folder, 'blobs'),
    backups: join(folder, 'backups'),
    logs: join(folder, 'logs'),
  }) as const
export type WorkspacePaths = ReturnType<typeof workspacePaths>

const SLOT_FORMAT = 'baolei-key-slot'
const PLAIN_HEADER = 'SQLite format 3'
/** 写到一半被结束、留下的临时文件(safe-files.ts)。 */
const LEFT_PART = /\.[0-9a-f]{12}\.part$/
const LOCK_FILES = ['lock.db', 'lock.db-journal', 'owner.json']
const STORE_FILES = ['baolei.db', 'baolei.db-wal', 'baolei.db-shm', 'baolei.db-journal', 'keys', 'keys.new', 'head.mark', 'reserve.bin', 'blobs', 'backups', 'logs']

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
      if (readdirSync(paths.folder).some((name) => !LOCK_FILES.includes(name) && !STORE_FILES.includes(name) && !LEFT_PART.test(name))) throw new StoreError('STORE_EXISTS', { path: paths.folder })
    }
    return makeMissingFolders(paths.folder)
  } catch (cause) {
    throw cause instanceof StoreError ? cause : folderFault(cause, paths.folder)
  }
}

/** 除了锁,里面还什么都没有。 */
export const isEmptyFolder = (paths: WorkspacePaths): boolean => !readdirSync(paths.folder).some((name) => STORE_FILES.includes(name))

/** 钥匙已经正式放好:建成过。 */
export const isSettled = (paths: WorkspacePaths): boolean => existsSync(paths.openSlot) || existsSync(paths.keyring)
/** 建到一半、带口令的:没有口令也看得出没建成。 */
export const hasNewKeys = (paths: WorkspacePaths): boolean => existsSync(paths.newKeys)

const isEmpty = (path: string): boolean => !existsSync(path) || readdirSync(path).length === 0

/**
 * 看外表像不像没建成的:没有正式的钥匙,也没有附件、备份、日志。
 * 有正式的钥匙就一定建成过(库文件不在是丢了),谁也不许清:钥匙一没,备份也打不开了。
 */
export const looksUnfinished = (paths: WorkspacePaths): boolean => !isSettled(paths) && [paths.damaged, paths.blobs, paths.backups, paths.logs].every(isEmpty)

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

/** 新建时的钥匙:没设口令的放在开放槽里;设了口令的只有封好的槽,密钥本身不落盘。 */
export interface SealedKeys {
  /** 32 字节。 */
  readonly key: Buffer
  readonly keyring: Keyring
  readonly files: readonly SlotFile[]
}

/** 数据密钥从第一天就是随机的。先写成未完成的名字,建成了由 settleKey 改名。 */
export const writeNewKey = (paths: WorkspacePaths, sealed: SealedKeys | null): Buffer => {
  try {
    for (const path of [...(sealed === null ? [paths.keys] : []), paths.blobs, paths.backups, paths.logs]) mkdirSync(path, { recursive: true, mode: 0o700 })
    if (sealed !== null) {
      writeKeyringFiles(paths.newKeys, sealed.keyring, sealed.files)
      return sealed.key
    }
    const key = randomBytes(32)
    writeFileSync(paths.newSlot, `${JSON.stringify({ format: SLOT_FORMAT, version: 1, kind: 'open', key: key.toString('hex') })}\n`, { mode: 0o600, flush: true })
    return key
  } catch (cause) {
    throw cause instanceof StoreError ? cause : folderFault(cause, paths.folder)
  }
}

/** 建成:钥匙改成正式的名字并落到盘上(钥匙丢了,库就再也打不开)。开放槽在改名前被结束的,下次打开时补改。 */
export const settleKey = (paths: WorkspacePaths): void => {
  if (isSettled(paths)) return
  try {
    if (existsSync(paths.newKeys)) renameSync(paths.newKeys, paths.keys)
    else renameSync(paths.newSlot, paths.openSlot)
    for (const path of [paths.keys, paths.folder, dirname(paths.folder)]) syncFolder(path)
  } catch (cause) {
    throw folderFault(cause, paths.folder)
  }
}

/**
 * 开放槽里的数据密钥。
 *
 * @throws StoreError STORE_KEY_MISSING 有库没钥匙;STORE_KEY_WRONG 钥匙文件读不懂;STORE_READONLY 没有权限看。
 */
export const readOpenKey = (paths: WorkspacePaths): Buffer => {
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

/** 打开一个工作区要不要口令:keyring 为 null 的不要。 */
export interface FolderSight {
  readonly keyring: Keyring | null
}

/**
 * 看一个文件夹像不像工作区,要不要口令。只看,不造任何文件。
 *
 * @throws StoreError STORE_NOT_FOUND 没有库文件;STORE_FILE_MISSING 钥匙在而库文件不见了;STORE_NOT_OURS 是没加密的库;
 *   STORE_KEY_MISSING / STORE_KEY_DAMAGED / STORE_READONLY。
 */
export const readFolder = (paths: WorkspacePaths): FolderSight => {
  let plain: boolean
  try {
    // 钥匙放好之前的都是没建成的:当作没有。
    if (!isSettled(paths) && hasNewKeys(paths)) throw new StoreError('STORE_NOT_FOUND', { path: paths.folder })
    if (statSync(paths.database, { throwIfNoEntry: false })?.isFile() !== true) throw new StoreError(isSettled(paths) ? 'STORE_FILE_MISSING' : 'STORE_NOT_FOUND', { path: paths.folder })
    plain = isPlainDatabase(paths.database)
  } catch (cause) {
    throw cause instanceof StoreError ? cause : folderFault(cause, paths.folder)
  }
  // 没加密的 SQLite 文件不是本程序建的,不去碰它。
  if (plain) throw new StoreError('STORE_NOT_OURS', { path: paths.folder })
  const keyring = readKeyring(paths.keys)
  if (keyring === null && ![paths.openSlot, paths.newSlot].some((path) => existsSync(path))) throw new StoreError('STORE_KEY_MISSING', { path: paths.folder })
  return { keyring }
}

/**
 * 数据密钥:要口令的由调用者先开槽取得。
 *
 * @throws StoreError STORE_SEALED 要口令而没有给;STORE_KEY_WRONG 给的不是这个库的。
 */
export const settledKey = (paths: WorkspacePaths, { keyring }: FolderSight, given: Buffer | undefined): Buffer => {
  if (keyring === null) return given ?? readOpenKey(paths)
  if (given === undefined) throw new StoreError('STORE_SEALED', { path: paths.folder })
  if (!matchesKey(keyring, given)) throw new StoreError('STORE_KEY_WRONG', { path: paths.folder })
  return given
}
