import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { prepareChainHead } from './audit-chain.ts'
import { LATEST_VERSION } from './migrate.ts'
import { removeQuietly } from './files/remove-quietly.ts'
import { faultCode, folderFault, StoreError } from './store-error.ts'
import { isSettled, type WorkspacePaths } from './workspace-folder.ts'

/** `BAOL`:写在库文件头里,认出是不是自己的库。 */
export const APPLICATION_ID = 0x42414f4c
const MINIMUM_SQLITE = [3, 51, 3] as const

const versionAtLeast = (text: string, minimum: readonly number[]): boolean => {
  const parts = text.split('.').map(Number)
  for (const [index, needed] of minimum.entries()) {
    const found = parts[index] ?? 0
    if (found !== needed) return found > needed
  }
  return true
}

/**
 * 驱动不对(普通 SQLite 会悄悄写明文)或过旧(有 WAL 丢提交的缺陷)就不开库。
 * 在内存库上问:加密的库没给钥匙之前什么语句都不能跑,而且关上时会把 WAL 原样抄进主文件。
 */
const requireCipherDriver = (folder: string): void => {
  const db = new Database(':memory:')
  try {
    const cipher = db.pragma('cipher', { simple: true }) as string | undefined
    const version = db.prepare('SELECT sqlite_version()').pluck().get() as string
    if (cipher === undefined || cipher === '' || !versionAtLeast(version, MINIMUM_SQLITE)) throw new StoreError('STORE_DRIVER_UNSUITABLE', { path: folder })
  } finally {
    db.close()
  }
}

/** 每个连接各自的设置:不写文件,给完钥匙就设,早于任何读写。 */
const guardConnection = (db: Database.Database): void => {
  // 驱动在 WAL 下缺省是 NORMAL,断电会丢已提交的事务。
  db.pragma('synchronous = FULL')
  // 缺省会把排序的中间结果明文写进临时文件。
  db.pragma('temp_store = MEMORY')
  // 每一页都要解密:十万人的库全留在内存里,树和名册才不卡。
  db.pragma('cache_size = -65536')
  db.pragma('foreign_keys = ON')
  // 没有它,INSERT OR REPLACE 能绕过只追加表的触发器。
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('secure_delete = ON')
  db.pragma('busy_timeout = 5000')
}

const explain = (cause: unknown, paths: WorkspacePaths): unknown => {
  const code = faultCode(cause)
  // 有钥匙簿的,钥匙已经按指纹核对过:读不出文件头就是第一页坏了。开放槽没有指纹,两种分不开。
  if (code === 'SQLITE_NOTADB') return existsSync(paths.keyring) ? new StoreError('STORE_CORRUPT', {}, { cause }) : new StoreError('STORE_KEY_WRONG', { path: paths.folder }, { cause })
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(code)) return folderFault(cause, paths.folder)
  return cause
}

interface ConnectOptions {
  readonly readonly: boolean
  readonly mustExist: boolean
}

/** 加密连接:先定算法再给钥匙(否则会落到默认算法上),设好之后才读第一页。 */
export const connect = (paths: WorkspacePaths, key: Buffer, { readonly, mustExist }: ConnectOptions): Database.Database => {
  requireCipherDriver(paths.folder)
  let db: Database.Database | undefined
  try {
    db = new Database(paths.database, { readonly, fileMustExist: mustExist })
    db.pragma("cipher = 'sqlcipher'")
    db.pragma(`key = "x'${key.toString('hex')}'"`)
    guardConnection(db)
    return db
  } catch (cause) {
    db?.close()
    throw explain(cause, paths)
  }
}

/**
 * 看一眼就关,文件原样不动:可写的连接关上时会把 WAL 收进主文件,只读的不会。
 * 只读连接自己造出的 -wal、-shm 看完收走(须占着锁,没有别人在用)。
 */
export const peek = <T>(paths: WorkspacePaths, key: Buffer, read: (db: Database.Database) => T): T => {
  const made = [`${paths.database}-wal`, `${paths.database}-shm`].filter((path) => !existsSync(path))
  // 只有建库的头一瞬间才有回滚日志;那时要写才能读。
  const readonly = !existsSync(`${paths.database}-journal`)
  const db = connect(paths, key, { readonly, mustExist: true })
  try {
    return read(db)
  } catch (cause) {
    throw explain(cause, paths)
  } finally {
    db.close()
    for (const path of made) removeQuietly(path)
  }
}

/** 建成没有:工作区那一行与最初的内容在同一事务里提交,没有它就是建到一半被结束的。 */
export const isFinished = (db: Database.Database): boolean => {
  if (db.pragma('user_version', { simple: true }) === 0) return false
  const hasTable = db.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'workspace'").pluck().get() === 1
  return !hasTable || (db.prepare('SELECT count(*) FROM workspace').pluck().get() as number) > 0
}

export interface Inspection {
  /** 库的版本。 */
  readonly version: number
  readonly workspaceId: string
  readonly epoch: number
  /** 提交序号与链头;有提交序号以前的库为 null。 */
  readonly head: { readonly seq: number; readonly hash: string } | null
}

/**
 * 是不是自己的库、这一版认不认得、建成没有,以及提交到了哪里。
 *
 * @throws StoreError STORE_KEY_WRONG / STORE_NOT_OURS / STORE_FROM_FUTURE / STORE_NOT_FOUND / STORE_READONLY / STORE_CORRUPT
 */
export const inspect = (paths: WorkspacePaths, key: Buffer): Inspection =>
  peek(paths, key, (db) => {
    const version = db.pragma('user_version', { simple: true }) as number
    // 建造的头一瞬间,名号还没写上。
    if (!isSettled(paths) && !isFinished(db)) throw new StoreError('STORE_NOT_FOUND', { path: paths.folder })
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new StoreError('STORE_NOT_OURS', { path: paths.folder })
    if (version > LATEST_VERSION) throw new StoreError('STORE_FROM_FUTURE', { found: version, known: LATEST_VERSION })
    if (!isFinished(db)) throw new StoreError('STORE_NOT_FOUND', { path: paths.folder })
    const hasTable = (name: string): boolean => db.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?").pluck().get(name) === 1
    const workspace = hasTable('workspace') ? (db.prepare('SELECT id, epoch FROM workspace').get() as { id: string; epoch: number } | undefined) : undefined
    const head = hasTable('commit_head') ? { seq: db.prepare('SELECT seq FROM commit_head').pluck().get() as number, hash: prepareChainHead(db)().head } : null
    return { version, workspaceId: workspace?.id ?? '', epoch: workspace?.epoch ?? 1, head }
  })
