import Database from 'better-sqlite3'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { removeQuietly } from './files/remove-quietly.ts'
import { faultCode, folderFault, StoreError } from './store-error.ts'
import type { WorkspacePaths } from './workspace-folder.ts'

/** 对方多半正在收尾时稍等一下;再久就该告诉人了。 */
const WAIT_MILLISECONDS = 200

const ownerText = (): string => {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    return hostname()
  }
}

const readOwner = (path: string): string => {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8')) as { owner?: unknown }
    return typeof owner.owner === 'string' ? owner.owner.slice(0, 100) : ''
  } catch {
    return ''
  }
}

/**
 * 本进程占着的文件夹(真实路径)。POSIX 的文件锁归进程所有:同一进程里随便哪处把库文件打开再关上,
 * 锁就没了。所以自己占着的文件夹,不等碰到文件就先拒绝。
 * 连接也存在这里:没有别处拿着它时会被回收,回收就关上,锁跟着没了。
 */
const heldHere = new Map<string, Database.Database>()

export interface FolderLock {
  /** 写下占用者,供第二个进程说明是谁;打开或新建成了才写,被拒时不留痕迹。 */
  announce(): void
  /** 放开。keep 为假时把这次新造的 lock.db 一并收走(打不开的文件夹里不留东西)。 */
  release(keep: boolean): void
}

/** 自己正占着的文件夹报 STORE_LOCKED;不碰任何文件。 */
export const refuseHeldHere = (folder: string): void => {
  if (existsSync(folder) && heldHere.has(realpathSync(folder))) throw new StoreError('STORE_LOCKED', { owner: ownerText() })
}

const takeLock = (paths: WorkspacePaths): Database.Database => {
  let db: Database.Database | undefined
  try {
    db = new Database(paths.lock, { timeout: WAIT_MILLISECONDS })
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
    // 只有真正写过一页,独占锁才在所有系统上都拿到手。
    db.exec('CREATE TABLE IF NOT EXISTS held (at INTEGER)')
    return db
  } catch (cause) {
    db?.close()
    const code = faultCode(cause)
    if (code.startsWith('SQLITE_BUSY')) throw new StoreError('STORE_LOCKED', { owner: readOwner(paths.owner) }, { cause })
    // lock.db 从没有内容;有内容又不是库,就是被别的东西盖掉了。
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw new StoreError('STORE_CORRUPT', {}, { cause })
    throw folderFault(cause, paths.folder)
  }
}

/**
 * 占住工作区:lock.db 上一直开着的独占事务。进程无论怎么结束,操作系统都会放开,所以没有「残留的锁」。
 *
 * @throws StoreError STORE_LOCKED 已被占用,data.owner 说明是谁;STORE_READONLY 写不进去;STORE_FULL;STORE_CORRUPT。
 */
export const lockFolder = (paths: WorkspacePaths): FolderLock => {
  refuseHeldHere(paths.folder)
  const existed = existsSync(paths.lock)
  const db = takeLock(paths)
  const real = realpathSync(paths.folder)
  heldHere.set(real, db)
  let announced = false
  return {
    announce: () => {
      try {
        writeFileSync(paths.owner, `${JSON.stringify({ owner: ownerText(), pid: process.pid, at: Date.now() })}\n`)
        announced = true
      } catch (cause) {
        throw folderFault(cause, paths.folder)
      }
    },
    release: (keep) => {
      if (!db.open) return
      heldHere.delete(real)
      if (announced) removeQuietly(paths.owner)
      try {
        db.exec('ROLLBACK')
      } finally {
        db.close()
      }
      if (!keep && !existed) removeQuietly(paths.lock)
    },
  }
}
