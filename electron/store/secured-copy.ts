import type { Database } from 'better-sqlite3'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { examineDatabase, isSound } from './backup/examine-database.ts'
import { syncFile } from './backup/move-path.ts'
import { readFacts } from './backup/read-facts.ts'
import { decideRestore, finishRestore, preparingFolder } from './backup/restore-place.ts'
import { connect } from './cipher-connection.ts'
import { syncFolder } from './files/safe-files.ts'
import { lockFolder } from './folder-lock.ts'
import { writeKeyringFiles } from './keys/keyring.ts'
import type { Store } from './open-store.ts'
import { StoreError } from './store-error.ts'
import { workspacePaths, type SealedKeys, type WorkspacePaths } from './workspace-folder.ts'

/** 副本上写入用的:只借给 fill,做完就关。 */
const copyStore = (db: Database, paths: WorkspacePaths, { key, keyring }: SealedKeys): Store => ({ db, paths, key, keyring, readOnly: false, wasUnclean: false, committed: () => undefined, lastSavedAt: () => null, close: () => undefined })

const rekey = (paths: WorkspacePaths, oldKey: Buffer, newKey: Buffer): void => {
  const db = connect(paths, oldKey, { readonly: false, mustExist: true })
  try {
    db.pragma(`rekey = "x'${newKey.toString('hex')}'"`)
  } finally {
    db.close()
  }
}

const opensWith = (paths: WorkspacePaths, key: Buffer): boolean => {
  try {
    const db = connect(paths, key, { readonly: true, mustExist: true })
    try {
      return isSound(db)
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** 原库多大,字节:副本要这么多,换密钥时的日志至多再要这么多。 */
export const securedCopyBytes = (store: Store): number => statSync(store.paths.database).size * 2

/**
 * 给没设口令的库做一份换了密钥的副本(连同封好的槽),放进与恢复备份同一处的 restoring.part:原来的一样不动。
 * 断在这一步,下次打开时收走副本,还是原来的样子。
 *
 * @param fill 在副本里写入账号等;与换密钥一起成败。
 * @throws StoreError STORE_FULL / STORE_READONLY / BACKUP_FAILED 副本核对不过;不成时不留副本。
 */
export const writeSecuredCopy = (store: Store, sealed: SealedKeys, fill: (copy: Store) => void): void => {
  const part = preparingFolder(store.paths)
  const target = workspacePaths(part)
  rmSync(part, { recursive: true, force: true })
  try {
    mkdirSync(part, { mode: 0o700 })
    store.db.prepare('VACUUM INTO ?').run(target.database)
    rekey(target, store.key, sealed.key)
    const db = connect(target, sealed.key, { readonly: false, mustExist: true })
    let facts: ReturnType<typeof readFacts>
    try {
      db.transaction(() => fill(copyStore(db, target, sealed))).immediate()
      facts = readFacts(db)
    } finally {
      db.close()
    }
    syncFile(target.database)
    // 从头核对:每一页、外键、审计链、版本链;旧密钥须已打不开。
    if (examineDatabase(part, sealed.key, facts) !== null || opensWith(target, store.key)) throw new StoreError('BACKUP_FAILED')
    writeKeyringFiles(target.keys, sealed.keyring, sealed.files)
    syncFolder(target.keys)
    syncFolder(part)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

/**
 * 换上副本:旧库、旧的开放钥匙随即删掉。库须已经关上。一次改名算定,断在哪里下次打开时都做完。
 *
 * @param at 毫秒。
 * @throws StoreError STORE_LOCKED 别的进程抢先打开了;STORE_READONLY / FILE_BUSY。还没算定的,收走副本,原来的照旧。
 */
export const swapInSecuredCopy = (paths: WorkspacePaths, at: number): void => {
  const lock = lockFolder(paths)
  try {
    decideRestore(paths, at, false)
    finishRestore(paths)
  } finally {
    lock.release(true)
  }
}
