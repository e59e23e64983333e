import type { Database } from 'better-sqlite3'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { APPLICATION_ID, connect, inspect, isFinished, peek } from './cipher-connection.ts'
import { lockFolder, refuseHeldHere, type FolderLock } from './folder-lock.ts'
import { LATEST_VERSION, migrate } from './migrate.ts'
import { StoreError } from './store-error.ts'
import { clearStoreFiles, isEmptyFolder, isPlainDatabase, looksUnfinished, makeFolder, readFolder, readKey, removeMadeFolders, settleKey, workspacePaths, writeNewKey, type WorkspacePaths } from './workspace-folder.ts'

/** 最后一次提交之后多久把 WAL 收进主文件:WAL 短,没有保护的窗口就短。 */
const CHECKPOINT_DELAY_MILLISECONDS = 5000

export interface Store {
  readonly db: Database
  readonly paths: WorkspacePaths
  /** 提交之后调用:安排收 WAL,记下保存时刻。 */
  committed(at: number): void
  lastSavedAt(): number | null
  /** 收 WAL、关库、放锁;重复调用无妨。收尾出错也一定放锁。 */
  close(): void
}

const backUpBeforeMigration = (db: Database, paths: WorkspacePaths, from: number): void => {
  const folder = join(paths.backups, `before-migration-${from}-${Date.now()}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'baolei.db')
  // 加密库不能用 backup(),VACUUM INTO 用同一把钥匙写出。
  db.prepare('VACUUM INTO ?').run(file)
  const written = openSync(file, 'r+')
  fsyncSync(written)
  closeSync(written)
}

const storeOver = (db: Database, paths: WorkspacePaths, lock: FolderLock): Store => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let savedAt: number | null = null
  const shorten = (): void => {
    try {
      if (db.open && !db.inTransaction) db.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // 已提交的都在 WAL 里,一条不少;下一次提交或关库时再收。
    }
  }
  return {
    db,
    paths,
    committed: (at) => {
      savedAt = at
      clearTimeout(timer)
      timer = setTimeout(shorten, CHECKPOINT_DELAY_MILLISECONDS)
      timer.unref()
    },
    lastSavedAt: () => savedAt,
    close: () => {
      if (!db.open) return
      clearTimeout(timer)
      try {
        db.pragma('optimize')
      } catch {
        // 只是查询规划用的统计,这次不更新也不要紧。
      }
      shorten()
      try {
        db.close()
      } finally {
        lock.release(true)
      }
    },
  }
}

/**
 * 打开一个工作区文件夹里的库。其他模块一律不得自行连接。
 *
 * @throws StoreError STORE_NOT_FOUND / STORE_NOT_OURS / STORE_KEY_MISSING / STORE_KEY_WRONG / STORE_LOCKED /
 *   STORE_FROM_FUTURE / STORE_READONLY / STORE_DRIVER_UNSUITABLE / MIGRATION_FAILED;失败时文件原样不动,也不多出文件。
 */
export const openStore = (folder: string): Store => {
  const paths = workspacePaths(folder)
  refuseHeldHere(folder)
  const key = readFolder(paths)
  const lock = lockFolder(paths)
  let db: Database | undefined
  try {
    const found = inspect(paths, key)
    lock.announce()
    db = connect(paths, key, { readonly: false, mustExist: true })
    if (found < LATEST_VERSION) backUpBeforeMigration(db, paths, found)
    db.pragma('journal_mode = WAL')
    migrate(db)
    settleKey(paths)
    return storeOver(db, paths, lock)
  } catch (error) {
    db?.close()
    lock.release(false)
    throw error
  }
}

/** 上次没建成(建到一半被结束进程)的:外表像,库要么还没有、是空的,要么读得出来而没建成。 */
const isUnfinished = (paths: WorkspacePaths): boolean => {
  if (!looksUnfinished(paths)) return false
  if (!existsSync(paths.database)) return true
  if (isPlainDatabase(paths.database)) return false
  return peek(paths, readKey(paths), (db) => !isFinished(db))
}

const requireFree = (paths: WorkspacePaths): void => {
  let free = isEmptyFolder(paths)
  try {
    free ||= isUnfinished(paths)
  } catch {
    // 看不明白的一律当作有人的东西。
  }
  if (!free) throw new StoreError('STORE_EXISTS', { path: paths.folder })
}

const lockForCreation = (paths: WorkspacePaths): FolderLock => {
  try {
    return lockFolder(paths)
  } catch (error) {
    // 正开着的工作区里新建:说「已有文件」比说「被占用」切题。
    throw error instanceof StoreError && error.code === 'STORE_LOCKED' && existsSync(paths.database) ? new StoreError('STORE_EXISTS', { path: paths.folder }, { cause: error }) : error
  }
}

/** 写下第一页,关上再看:驱动若没有加密,文件头就是明文,宁可不建。(连接开着时不能另开文件来看,见 folder-lock.ts。) */
const stamp = (paths: WorkspacePaths, key: Buffer): void => {
  const db = connect(paths, key, { readonly: false, mustExist: false })
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`)
  } finally {
    db.close()
  }
  if (isPlainDatabase(paths.database)) throw new StoreError('STORE_DRIVER_UNSUITABLE', { path: paths.folder })
}

/**
 * 在空文件夹(或上次没建成的文件夹)里新建库。
 *
 * @param fill 写入最初的内容:与建库一起成败。中途出错或进程被结束,都不留下挡路的东西。
 * @throws StoreError STORE_EXISTS 文件夹不空;STORE_READONLY;STORE_FULL;STORE_FOLDER_UNSUITABLE;STORE_DRIVER_UNSUITABLE。
 */
export const createStore = (folder: string, fill: (store: Store) => void = () => undefined): Store => {
  const paths = workspacePaths(folder)
  const made = makeFolder(paths)
  let lock: FolderLock | undefined
  let db: Database | undefined
  let isOurs = false
  try {
    lock = lockForCreation(paths)
    requireFree(paths)
    isOurs = true
    clearStoreFiles(paths)
    const key = writeNewKey(paths)
    lock.announce()
    stamp(paths, key)
    db = connect(paths, key, { readonly: false, mustExist: true })
    db.pragma('journal_mode = WAL')
    migrate(db)
    const store = storeOver(db, paths, lock)
    db.transaction(() => fill(store)).immediate()
    settleKey(paths)
    return store
  } catch (error) {
    db?.close()
    if (isOurs) clearStoreFiles(paths)
    lock?.release(false)
    removeMadeFolders(paths, made)
    throw error
  }
}
