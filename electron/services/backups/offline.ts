import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codesOf, type BackupProblem } from '../../store/backup/backup-problem.ts'
import { findBackup, type FoundBackup } from '../../store/backup/find-backup.ts'
import { prepareRestore, swapIn } from '../../store/backup/restore-backup.ts'
import { takeBackup, exportBackupInThread } from '../../store/backup/take-backup.ts'
import type { BackupEntry } from '../../store/backup/list-backups.ts'
import { createAuditChain } from '../../store/audit-chain.ts'
import { openStore } from '../../store/open-store.ts'
import { createAuthorityReader } from '../../store/repos/authority.ts'
import { StoreError } from '../../store/store-error.ts'
import { createUnitOfWork } from '../../store/unit-of-work.ts'
import { createKeySlots } from '../../store/keys/key-slots.ts'
import { personSlot, readKeyring, readSlot } from '../../store/keys/keyring.ts'
import { readOpenKey, workspacePaths } from '../../store/workspace-folder.ts'
import { machineName, PRODUCTION_SCRYPT_LOG_N } from '../system-ports.ts'
import { keyFor } from '../store-check.ts'

interface Credentials {
  readonly userName: string
  readonly password: string
}

/** 备份里的钥匙:开放槽的直接有,口令槽的凭口令;没给口令的为空(只核对到文件一级)。 */
const keysOfBackup = async (folder: string, credentials: Credentials | null): Promise<Buffer[]> => {
  const keys = join(folder, 'keys')
  const keyring = readKeyring(keys)
  if (keyring === null) return [readOpenKey(workspacePaths(folder))]
  if (credentials === null) return []
  // 备份里不记输错的次数:它的文件一个也不改。
  const entry = keyring.slots.find(({ slot }) => slot === personSlot(keyring, credentials.userName))
  const bundle = entry === undefined ? null : await createKeySlots({ scryptLogN: PRODUCTION_SCRYPT_LOG_N }).openWithPassword(readSlot(keys, entry), credentials.password)
  if (bundle === null) throw new StoreError('PASSWORD_WRONG', { remaining: 0 })
  return [bundle.key, ...bundle.former]
}

/** 路径下能用的最新一份里的钥匙:先不用钥匙找到它,再用它自己的钥匙从头核对。 */
const findWithKeys = async (path: string, credentials: Credentials | null): Promise<FoundBackup & { readonly keys: readonly Buffer[] }> => {
  const glance = findBackup(path, { keys: [] })
  const keys = await keysOfBackup(glance.entry.folder, credentials)
  return { ...(keys.length === 0 ? glance : findBackup(path, { keys })), keys }
}

export interface VerifiedBackup {
  readonly folder: string
  /** `files`:每个文件与清单相符;`full`:还用钥匙打开从头查过。 */
  readonly level: 'files' | 'full'
  readonly problems: readonly string[]
  readonly skipped: readonly { readonly folder: string; readonly problems: readonly string[] }[]
}

const codes = (problems: readonly BackupProblem[]): string[] => codesOf(problems)

/**
 * 核对一份备份(或一处备份里最新的一份)。
 *
 * @throws StoreError BACKUP_NOT_FOUND / BACKUP_DAMAGED / PASSWORD_WRONG / KEY_SLOT_…。
 */
export const verifyBackupAt = async (path: string, credentials: Credentials | null): Promise<VerifiedBackup> => {
  const { entry, verification, skipped } = await findWithKeys(path, credentials)
  return { folder: entry.folder, level: verification.level === 'full' ? 'full' : 'files', problems: codes(verification.problems), skipped: skipped.map((other) => ({ folder: other.entry.folder, problems: codes(other.problems) })) }
}

/**
 * 用备份恢复成一个工作区:空的、没有的文件夹,或同一个工作区(它现在的文件搬到 damaged 下)。
 *
 * @throws StoreError STORE_SEALED 要口令而没有给;BACKUP_… / STORE_EXISTS / FORBIDDEN / PASSWORD_WRONG …
 */
export const restoreBackupAt = async (path: string, folder: string, credentials: Credentials | null, app: string): Promise<{ readonly from: BackupEntry; readonly damaged: string | null; readonly skipped: VerifiedBackup['skipped'] }> => {
  const { entry, keys, skipped } = await findWithKeys(path, credentials)
  const [key] = keys
  if (key === undefined) throw new StoreError('STORE_SEALED', { path: entry.folder })
  const into = workspacePaths(folder)
  const at = Date.now()
  const prepared = await prepareRestore({
    backup: entry.folder,
    key,
    into,
    at,
    replace: true,
    prepare: (db, { epoch }) => {
      const authority = createAuthorityReader(db)
      const actor = authority.keeper(credentials?.userName ?? '')
      if (actor === null) throw new StoreError('FORBIDDEN')
      createAuditChain(db, machineName()).append({ at, actor, role: '', reason: '', kind: 'restore', procedure: 'rescue.restore', ownerUnit: null, table: 'workspace', recordId: '', detail: { action: 'restore', backup: entry.name, madeAt: entry.madeAt, epoch, app } })
      db.exec('UPDATE commit_head SET seq = seq + 1')
    },
  })
  const { damaged } = swapIn(prepared)
  // 打开一次:保存记号对齐,真的打得开才算恢复好了。
  openStore(folder, { key }).close()
  return { from: entry, damaged, skipped: skipped.map((other) => ({ folder: other.entry.folder, problems: codes(other.problems) })) }
}

/**
 * 给一个没有开着的工作区做一份备份,放到另一处,记下是谁做的。最后一层文件夹没有就建。
 *
 * @returns 新的备份文件夹。
 */
export const backUpTo = async (store: string, to: string, credentials: Credentials | null, app: string): Promise<BackupEntry> => {
  const given = await keyFor(store, credentials)
  const opened = openStore(store, given === undefined ? {} : { key: given })
  try {
    const actor = createAuthorityReader(opened.db).keeper(credentials?.userName ?? '')
    if (actor === null) throw new StoreError('FORBIDDEN')
    if (!existsSync(to) && existsSync(dirname(to))) mkdirSync(to, { mode: 0o700 })
    if (!existsSync(to)) throw new StoreError('STORE_FOLDER_UNSUITABLE', { path: to })
    const { paths, key } = opened
    const at = Date.now()
    const made = await takeBackup({ paths, key, into: paths.backups, kind: 'manual', at, meta: { app } })
    const placed = await exportBackupInThread({ backup: made.folder, into: to, key, kind: 'second_place', at })
    createUnitOfWork(opened, machineName(), () => undefined).write({ actor, role: '', reason: '', kind: 'backup', procedure: 'backups.makeSecond', at }, (transaction) =>
      transaction.audit({ ownerUnit: null, table: '', recordId: '', detail: { action: 'second_place', backup: placed.name } }),
    )
    return placed
  } finally {
    opened.close()
  }
}
