import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './cipher-connection.ts'
import { LATEST_VERSION, migrate, type Migration } from './migrate.ts'
import { StoreError } from './store-error.ts'
import { workspacePaths, type WorkspacePaths } from './workspace-folder.ts'

/** 用同一把钥匙写出一份完整的副本(加密库不能用 backup())。 */
const copyInto = (paths: WorkspacePaths, key: Buffer, file: string): void => {
  const db = connect(paths, key, { readonly: true, mustExist: true })
  try {
    db.prepare('VACUUM INTO ?').run(file)
  } finally {
    db.close()
  }
}

/**
 * 升级之前:先在副本上完整试升一遍(F13),成了,副本换成升级前的备份留下;不成,原库一个字节不动。
 *
 * @throws StoreError MIGRATION_FAILED 试升不成;STORE_FULL 放不下副本。
 */
export const prepareMigration = (paths: WorkspacePaths, key: Buffer, from: number, steps?: readonly Migration[]): void => {
  if (from >= LATEST_VERSION && steps === undefined) return
  const trial = workspacePaths(join(paths.backups, `trial-${process.pid}.part`))
  rmSync(trial.folder, { recursive: true, force: true })
  mkdirSync(trial.folder, { recursive: true, mode: 0o700 })
  try {
    copyInto(paths, key, trial.database)
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
