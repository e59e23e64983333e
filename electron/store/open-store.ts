import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'
import { LATEST_VERSION, migrate } from './migrate.ts'
import { StoreError } from './store-error.ts'
import { prepareFolder, readFolder, type WorkspacePaths } from './workspace-folder.ts'

/** `BAOL`:写在库文件头里,认出是不是自己的库。 */
const APPLICATION_ID = 0x42414f4c
const MINIMUM_SQLITE = [3, 51, 3] as const
/** 最后一次提交之后多久把 WAL 收进主文件:WAL 短,没有保护的窗口就短。 */
const CHECKPOINT_DELAY_MILLISECONDS = 5000

export interface Store {
  readonly db: Database.Database
  readonly paths: WorkspacePaths
  /** 提交之后调用:安排收 WAL,记下保存时刻。 */
  committed(at: number): void
  lastSavedAt(): number | null
  close(): void
}

const versionAtLeast = (text: string, minimum: readonly number[]): boolean => {
  const parts = text.split('.').map(Number)
  for (const [index, needed] of minimum.entries()) {
    const found = parts[index] ?? 0
    if (found !== needed) return found > needed
  }
  return true
}

/** 驱动不对(普通 SQLite 会悄悄写明文)或过旧(有 WAL 丢提交的缺陷)就不开库。 */
const requireCipherDriver = (db: Database.Database, path: string): void => {
  const cipher = db.pragma('cipher', { simple: true }) as string | undefined
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string
  if (cipher === undefined || cipher === '' || !versionAtLeast(version, MINIMUM_SQLITE)) throw new StoreError('STORE_DRIVER_UNSUITABLE', { path })
}

const connect = (paths: WorkspacePaths, key: Buffer, mustExist: boolean): Database.Database => {
  const db = new Database(paths.database, { fileMustExist: mustExist })
  try {
    requireCipherDriver(db, paths.folder)
    // 先定算法再给钥匙,否则会落到默认算法上。
    db.pragma("cipher = 'sqlcipher'")
    db.pragma(`key = "x'${key.toString('hex')}'"`)
    try {
      db.prepare('SELECT count(*) FROM sqlite_master').get()
    } catch (cause) {
      throw new StoreError('STORE_KEY_WRONG', { path: paths.folder }, { cause })
    }
    const id = db.pragma('application_id', { simple: true }) as number
    const found = db.pragma('user_version', { simple: true }) as number
    if (mustExist && id !== APPLICATION_ID) throw new StoreError('STORE_NOT_OURS', { path: paths.folder })
    if (found > LATEST_VERSION) throw new StoreError('STORE_FROM_FUTURE', { found, known: LATEST_VERSION })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const configure = (db: Database.Database): void => {
  db.pragma('journal_mode = WAL')
  // 驱动缺省是 NORMAL,断电会丢已提交的事务。
  db.pragma('synchronous = FULL')
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('secure_delete = ON')
  db.pragma('busy_timeout = 5000')
}

const backUpBeforeMigration = (db: Database.Database, paths: WorkspacePaths, from: number): void => {
  const folder = join(paths.backups, `before-migration-${from}-${Date.now()}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // 加密库不能用 backup(),VACUUM INTO 用同一把钥匙写出。
  db.prepare('VACUUM INTO ?').run(join(folder, 'baolei.db'))
}

const finishOpening = (db: Database.Database, paths: WorkspacePaths, unlock: () => void): Store => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let savedAt: number | null = null
  return {
    db,
    paths,
    committed: (at) => {
      savedAt = at
      clearTimeout(timer)
      timer = setTimeout(() => db.pragma('wal_checkpoint(TRUNCATE)'), CHECKPOINT_DELAY_MILLISECONDS)
      timer.unref()
    },
    lastSavedAt: () => savedAt,
    close: () => {
      clearTimeout(timer)
      db.pragma('optimize')
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
      unlock()
    },
  }
}

/**
 * 打开一个工作区文件夹里的库。其他模块一律不得自行连接。
 *
 * @throws StoreError STORE_NOT_FOUND / STORE_NOT_OURS / STORE_KEY_MISSING / STORE_KEY_WRONG / STORE_LOCKED /
 *   STORE_FROM_FUTURE / STORE_READONLY / STORE_DRIVER_UNSUITABLE / MIGRATION_FAILED;失败时文件原样不动。
 */
export const openStore = (folder: string): Store => {
  const { paths, key } = readFolder(folder)
  const unlock = lockFolder(paths)
  let db: Database.Database | undefined
  try {
    db = connect(paths, key, true)
    const found = db.pragma('user_version', { simple: true }) as number
    if (found < LATEST_VERSION) backUpBeforeMigration(db, paths, found)
    configure(db)
    migrate(db)
    return finishOpening(db, paths, unlock)
  } catch (error) {
    db?.close()
    unlock()
    throw error
  }
}

/**
 * 在空文件夹里新建库。
 *
 * @throws StoreError STORE_EXISTS 文件夹不空;STORE_READONLY;STORE_DRIVER_UNSUITABLE。
 */
export const createStore = (folder: string): Store => {
  const { paths, key } = prepareFolder(folder)
  const unlock = lockFolder(paths)
  let db: Database.Database | undefined
  try {
    db = connect(paths, key, false)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    configure(db)
    migrate(db)
    return finishOpening(db, paths, unlock)
  } catch (error) {
    db?.close()
    unlock()
    throw error
  }
}
