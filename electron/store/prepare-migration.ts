import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { silentSteps } from './backup/backup-steps.ts'
import { writeBackupBeforeOpen } from './backup/write-backup.ts'
import { connect } from './cipher-connection.ts'
import { LATEST_VERSION, migrate, type Migration } from './migrate.ts'
import { StoreError } from './store-error.ts'
import { workspacePaths, type WorkspacePaths } from './workspace-folder.ts'

/** 在副本上完整升一遍,做完就丢。 */
const tryOn = (backup: string, trial: WorkspacePaths, key: Buffer, steps: readonly Migration[] | undefined): void => {
  rmSync(trial.folder, { recursive: true, force: true })
  mkdirSync(trial.folder, { mode: 0o700 })
  try {
    copyFileSync(join(backup, 'baolei.db'), trial.database)
    const db = connect(trial, key, { readonly: false, mustExist: true })
    try {
      migrate(db, steps)
      if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreError('MIGRATION_FAILED', { step: 'integrity_check' })
    } finally {
      db.close()
    }
  } finally {
    rmSync(trial.folder, { recursive: true, force: true })
  }
}

/**
 * 升级之前:先做一份核对过的备份,再拿它的副本试升一遍(F12、F13)。试升不成,原库一个字节不动,备份留着。
 * 已经是最新的什么也不做。
 *
 * @param from 库现在的版本。
 * @throws StoreError MIGRATION_FAILED 试升不成;BACKUP_FAILED / SPACE_LOW / STORE_FULL 备份做不成,就不升。
 */
export const prepareMigration = (paths: WorkspacePaths, key: Buffer, from: number, { at, app }: { readonly at: number; readonly app: string }, steps?: readonly Migration[]): void => {
  const trial = workspacePaths(join(paths.folder, 'migration-trial.part'))
  // 试升到一半被结束的:只是副本,收走。
  rmSync(trial.folder, { recursive: true, force: true })
  if (from >= LATEST_VERSION && steps === undefined) return
  const backup = writeBackupBeforeOpen({ paths, into: paths.backups, kind: 'before_migration', at, meta: { app } }, key, silentSteps)
  tryOn(backup, trial, key, steps)
}
