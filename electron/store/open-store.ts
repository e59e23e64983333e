import type { Database } from 'better-sqlite3'
import { chmodSync, existsSync, statSync } from 'node:fs'
import { adoptFormer } from './adopt-former.ts'
import { APPLICATION_ID, connect, inspect, isFinished, peek, type Inspection } from './cipher-connection.ts'
import { prepareChainHead } from './audit-chain.ts'
import { settleInterruptedRestore } from './backup/settle-interrupted-restore.ts'
import { readLocation } from './location/read-location.ts'
import { removeQuietly } from './files/remove-quietly.ts'
import { lockFolder, refuseHeldHere, type FolderLock } from './folder-lock.ts'
import { judgeHead, openHeadMark, type HeadMark, type HeadVerdict } from './head-mark.ts'
import type { Keyring } from './keys/keyring.ts'
import { migrate } from './migrate.ts'
import { beginEpoch } from './new-epoch.ts'
import { prepareMigration } from './prepare-migration.ts'
import { probeWritable } from './probe-writable.ts'
import { StoreError } from './store-error.ts'
import {
  clearStoreFiles,
  isEmptyFolder,
  isPlainDatabase,
  looksUnfinished,
  makeFolder,
  readFolder,
  readOpenKey,
  removeMadeFolders,
  settledKey,
  settleKey,
  workspacePaths,
  writeNewKey,
  type SealedKeys,
  type WorkspacePaths,
} from './workspace-folder.ts'

/** 最后一次提交之后多久把 WAL 收进主文件:WAL 短,没有保护的窗口就短。 */
const CHECKPOINT_DELAY_MILLISECONDS = 5000

/** 提交到了哪里。 */
export interface CommitHead {
  readonly seq: number
  /** 链头,64 个十六进制字。 */
  readonly head: string
}

export interface Store {
  readonly db: Database
  readonly paths: WorkspacePaths
  /** 数据密钥,32 字节:备份、换口令时要用;关库时抹掉。 */
  readonly key: Buffer
  /** 没设口令的为 null。 */
  readonly keyring: Keyring | null
  /** 不写的(只看的副本)。 */
  readonly readOnly: boolean
  /** 上次没有正常关(有没收的 WAL),打开时已经全面检查过。 */
  readonly wasUnclean: boolean
  /** 提交之后调用:写保存记号,安排收 WAL,记下保存时刻。 */
  committed(at: number, head: CommitHead): void
  lastSavedAt(): number | null
  /** 收 WAL、关库、放锁;重复调用无妨。收尾出错也一定放锁。 */
  close(): void
}

interface StoreParts {
  readonly db: Database
  readonly paths: WorkspacePaths
  readonly key: Buffer
  readonly keyring: Keyring | null
  readonly lock: FolderLock
  readonly mark: HeadMark | null
  readonly readOnly: boolean
  readonly wasUnclean: boolean
}

const storeOver = ({ db, paths, key, keyring, lock, mark, readOnly, wasUnclean }: StoreParts): Store => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let savedAt: number | null = null
  const epochNow = db.prepare('SELECT epoch FROM workspace').pluck()
  const shorten = (): void => {
    try {
      if (!db.open || db.inTransaction || readOnly) return
      // 正在备份(有人在读)就收不成:不等,等着会把核心线程堵住五秒;过一会儿再来。
      db.pragma('busy_timeout = 0')
      const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
      db.pragma('busy_timeout = 5000')
      mark?.sync()
      if (result?.busy === 1) arm()
    } catch {
      // 已提交的都在 WAL 里,一条不少;下一次提交或关库时再收。
    }
  }
  const arm = (): void => {
    clearTimeout(timer)
    timer = setTimeout(shorten, CHECKPOINT_DELAY_MILLISECONDS)
    timer.unref()
  }
  return {
    db,
    paths,
    key,
    keyring,
    readOnly,
    wasUnclean,
    committed: (at, { seq, head }) => {
      // 建库时的写入还套在建库的事务里,没有真的提交。
      if (db.inTransaction) return
      savedAt = at
      mark?.write({ epoch: (epochNow.get() as number | undefined) ?? 1, seq, hash: head })
      arm()
    },
    lastSavedAt: () => savedAt,
    close: () => {
      if (!db.open) return
      clearTimeout(timer)
      try {
        if (!readOnly) db.pragma('optimize')
      } catch {
        // 只是查询规划用的统计,这次不更新也不要紧。
      }
      shorten()
      clearTimeout(timer)
      try {
        db.close()
      } finally {
        mark?.close()
        key.fill(0)
        lock.release(true)
      }
    },
  }
}

/** 网络共享、U 盘、网盘文件夹放不得库:锁不可靠,或随时被拔走、被改写(F10)。 */
const requireLocation = (folder: string): void => {
  const kind = readLocation(folder)
  if (kind !== 'fine') throw new StoreError('STORE_LOCATION_UNSUITABLE', { path: folder, kind })
}

/** 没正常关的(WAL 里还有没收的、或恢复过),打开前全面检查一遍。 */
const isUnclean = (paths: WorkspacePaths): boolean => existsSync(paths.owner) || (statSync(`${paths.database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

const requireSound = (db: Database): void => {
  const lines = (db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check)
  if (lines.length !== 1 || lines[0] !== 'ok') throw new StoreError('STORE_CORRUPT')
}

/** 库与保存记号对一对(F06、F07):库落后、对不上都不开,除非人已经看过并接受。 */
const requireHead = (verdict: HeadVerdict, paths: WorkspacePaths, acceptLoss: boolean): void => {
  if (verdict.kind === 'other_store' || (verdict.kind === 'forked' && !acceptLoss)) throw new StoreError('STORE_FORKED', { path: paths.folder })
  if (verdict.kind === 'database_behind' && !acceptLoss) throw new StoreError('STORE_BEHIND_MARK', { missing: verdict.missing, from: verdict.from, to: verdict.to })
}

/** 接受了缺失:记下缺的是哪几次,换新的纪元,以后的提交序号不会和丢掉的那些混为一谈。 */
const beginNewEpoch = (db: Database, verdict: HeadVerdict, lastEpoch: number): void => {
  if (verdict.kind !== 'database_behind' && verdict.kind !== 'forked') return
  db.transaction(() => {
    const { epoch } = db.prepare('SELECT epoch FROM workspace').get() as { epoch: number }
    beginEpoch(db, Date.now(), Math.max(epoch, lastEpoch) + 1, verdict.kind === 'database_behind' ? { epoch, from: verdict.from, to: verdict.to } : null)
  }).immediate()
}

/** 打开、建成之后先把记号对齐:坏的、没有的、落后的,第一次提交之前就补上。 */
const rewriteMark = (mark: HeadMark, db: Database): void => {
  const epoch = (db.prepare('SELECT epoch FROM workspace').pluck().get() as number | undefined) ?? 1
  mark.write({ epoch, seq: db.prepare('SELECT seq FROM commit_head').pluck().get() as number, hash: prepareChainHead(db)().head })
  mark.sync()
}

const judge = (mark: HeadMark, { epoch, head }: Inspection): HeadVerdict => (head === null ? { kind: 'fresh' } : judgeHead(mark.read(), { epoch, seq: head.seq, hash: head.hash }))

export interface OpenOptions {
  /** 要口令的工作区:已经开槽取得的数据密钥。 */
  readonly key?: Buffer
  /** 人已经看过、接受最近的保存缺失。 */
  readonly acceptLoss?: boolean
  /** 只看的副本。 */
  readonly readOnly?: boolean
  /** 升级前的备份里写的时刻(毫秒)与程序版本。 */
  readonly meta?: { readonly at: number; readonly app: string }
}

/**
 * 打开一个工作区文件夹里的库。其他模块一律不得自行连接。
 *
 * 次序:收拾断在半路的恢复 → 认文件夹 → 看位置 → 占锁 → 试写 → 核对钥匙 → 只读地看一眼 → 没正常关的全面检查 → 对保存记号 → 升级(先备份、先试升)。
 *
 * @throws StoreError STORE_NOT_FOUND / STORE_FILE_MISSING / STORE_NOT_OURS / STORE_KEY_MISSING / STORE_KEY_WRONG / STORE_KEY_DAMAGED / STORE_SEALED /
 *   STORE_LOCATION_UNSUITABLE / STORE_LOCKED / STORE_FROM_FUTURE / STORE_READONLY / STORE_DRIVER_UNSUITABLE / STORE_CORRUPT / STORE_BEHIND_MARK /
 *   STORE_FORKED / MIGRATION_FAILED;失败时文件原样不动,也不多出文件。
 */
export const openStore = (folder: string, options: OpenOptions = {}): Store => {
  const paths = workspacePaths(folder)
  refuseHeldHere(folder)
  settleInterruptedRestore(paths)
  const sight = readFolder(paths)
  requireLocation(folder)
  // 要口令的:登录之前先看看占没占着、写不写得进,不让人白输一次口令。
  if (sight.keyring !== null && options.key === undefined) lockFolder(paths).release(false)
  const key = Buffer.from(settledKey(paths, sight, options.key))
  const lock = lockFolder(paths)
  let db: Database | undefined
  let mark: HeadMark | undefined
  const hadMark = existsSync(paths.headMark)
  try {
    const wasUnclean = isUnclean(paths)
    probeWritable(folder)
    const found = inspect(paths, key)
    let verdict: HeadVerdict = { kind: 'fresh' }
    if (hadMark) {
      mark = openHeadMark(paths.headMark, found.workspaceId)
      verdict = judge(mark, found)
    }
    requireHead(verdict, paths, options.acceptLoss === true)
    // 记号自己坏了不碍事:全面检查过库,再重写一个。
    if (wasUnclean || verdict.kind === 'damaged_mark') peek(paths, key, requireSound)
    prepareMigration(paths, key, found.version, options.meta ?? { at: Date.now(), app: '' })
    lock.announce()
    db = connect(paths, key, { readonly: false, mustExist: true })
    db.pragma('journal_mode = WAL')
    migrate(db)
    adoptFormer(db, options.meta?.at ?? Date.now())
    mark ??= openHeadMark(paths.headMark, found.workspaceId)
    beginNewEpoch(db, verdict, mark.lastEpoch())
    settleKey(paths)
    rewriteMark(mark, db)
    return storeOver({ db, paths, key, keyring: sight.keyring, lock, mark, readOnly: options.readOnly === true, wasUnclean })
  } catch (error) {
    db?.close()
    mark?.close()
    if (!hadMark) removeQuietly(paths.headMark)
    key.fill(0)
    lock.release(false)
    throw error
  }
}

/** 上次没建成(建到一半被结束进程)的:外表像,库要么还没有、是空的,要么读得出来而没建成。 */
const isUnfinished = (paths: WorkspacePaths): boolean => {
  if (!looksUnfinished(paths)) return false
  // 带口令的,正式的钥匙没放好之前没有告诉过任何人建成了。
  if (existsSync(paths.newKeys)) return true
  if (!existsSync(paths.database)) return true
  if (isPlainDatabase(paths.database)) return false
  return peek(paths, readOpenKey(paths), (db) => !isFinished(db))
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
  // 文件夹本来就只有本人能进;拷到别处时也不放宽。
  chmodSync(paths.database, 0o600)
}

/**
 * 在空文件夹(或上次没建成的文件夹)里新建库。
 *
 * @param fill 写入最初的内容:与建库一起成败。中途出错或进程被结束,都不留下挡路的东西。
 * @param sealed 封好的口令槽;null 为不设口令(示例)。
 * @throws StoreError STORE_EXISTS 文件夹不空;STORE_READONLY;STORE_FULL;STORE_FOLDER_UNSUITABLE;STORE_LOCATION_UNSUITABLE;STORE_DRIVER_UNSUITABLE。
 */
export const createStore = (folder: string, fill: (store: Store) => void = () => undefined, sealed: SealedKeys | null = null): Store => {
  const paths = workspacePaths(folder)
  requireLocation(folder)
  if (existsSync(folder)) settleInterruptedRestore(paths)
  const made = makeFolder(paths)
  let lock: FolderLock | undefined
  let db: Database | undefined
  let mark: HeadMark | undefined
  let isOurs = false
  try {
    lock = lockForCreation(paths)
    requireFree(paths)
    isOurs = true
    clearStoreFiles(paths)
    const key = Buffer.from(writeNewKey(paths, sealed))
    lock.announce()
    stamp(paths, key)
    db = connect(paths, key, { readonly: false, mustExist: true })
    db.pragma('journal_mode = WAL')
    migrate(db)
    const parts = { db, paths, key, keyring: sealed?.keyring ?? null, lock, readOnly: false, wasUnclean: false }
    const building = storeOver({ ...parts, mark: null })
    db.transaction(() => fill(building)).immediate()
    const workspaceId = db.prepare('SELECT id FROM workspace').pluck().get() as string | undefined
    settleKey(paths)
    mark = openHeadMark(paths.headMark, workspaceId ?? '')
    rewriteMark(mark, db)
    return storeOver({ ...parts, mark })
  } catch (error) {
    db?.close()
    mark?.close()
    if (isOurs) clearStoreFiles(paths)
    lock?.release(false)
    removeMadeFolders(paths, made)
    throw error
  }
}
