import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { connect } from '../cipher-connection.ts'
import { copyFileVerified, sha256OfFile, syncFolder } from '../files/safe-files.ts'
import { LATEST_VERSION, migrate } from '../migrate.ts'
import { StoreError } from '../store-error.ts'
import { workspacePaths, type WorkspacePaths } from '../workspace-folder.ts'
import { backupFault } from './backup-fault.ts'
import { problemOf, type BackupProblem } from './backup-problem.ts'
import type { Steps } from './backup-steps.ts'
import { blobsFolderOf } from './check-files.ts'
import { examineDatabase, isSound } from './examine-database.ts'
import { DATABASE_FILE, isSealIntact, keyCheckOf, readManifest, type Manifest, type ManifestFile } from './manifest.ts'
import { syncFile } from './move-path.ts'
import { requireSpace } from './prepare-place.ts'
import { chooseKeys, type KeysFrom } from './restore-keys.ts'
import { preparingFolder } from './restore-place.ts'

export interface RestoreCopyRequest {
  readonly backup: string
  /** 恢复到哪里;文件夹已经在。 */
  readonly paths: WorkspacePaths
}
export interface RestoreCopy {
  readonly manifest: Manifest
  /** 不碍恢复的:缺了哪几个附件。 */
  readonly problems: readonly BackupProblem[]
  readonly keysFrom: KeysFrom
  /** 备份是从前的版本,已经升到这一版。 */
  readonly migrated: boolean
}

const damaged = (...problems: readonly string[]): StoreError => new StoreError('BACKUP_DAMAGED', { problems })

const requireManifest = (backup: string, key: Buffer): Manifest => {
  const reading = readManifest(backup)
  if (!reading.ok) throw reading.problem === 'manifest_missing' ? new StoreError('BACKUP_NOT_FOUND') : damaged(reading.problem)
  const { manifest } = reading
  if (manifest.schema > LATEST_VERSION) throw new StoreError('STORE_FROM_FUTURE', { found: manifest.schema, known: LATEST_VERSION })
  if (keyCheckOf(key) !== manifest.keyCheck) throw new StoreError('STORE_KEY_WRONG', { path: backup })
  if (!isSealIntact(manifest, key)) throw damaged('seal')
  return manifest
}

const sameFile = (path: string, { bytes, sha256 }: ManifestFile): boolean => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size === bytes && sha256OfFile(path) === sha256
}

/** 工作区里没有、或坏了的附件,从备份里取;哪里都没有的记下来。 */
const gatherBlobs = (request: RestoreCopyRequest, manifest: Manifest, into: string, steps: Steps): BackupProblem[] => {
  const from = blobsFolderOf(request.backup, manifest)
  return manifest.blobs.files.flatMap((file, index) => {
    steps.next('files', index, manifest.blobs.files.length)
    if (sameFile(join(request.paths.blobs, file.name), file)) return []
    if (!sameFile(join(from, file.name), file)) return [problemOf('blob_missing', `blobs/${file.name}`)]
    const target = join(into, file.name)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    copyFileVerified(join(from, file.name), target)
    return []
  })
}

/** 在副本上升级;升不上去,原来的一个字节没动(F13)。 */
const upgrade = (copy: WorkspacePaths, key: Buffer, steps: Steps): void => {
  steps.next('migrating')
  const db = connect(copy, key, { readonly: false, mustExist: true })
  try {
    migrate(db)
    if (!isSound(db)) throw new StoreError('MIGRATION_FAILED', { step: 'integrity_check' })
  } finally {
    db.close()
  }
}

/**
 * 恢复的前一半,不碰原来的任何东西:在目的文件夹的 restoring.part 里备出一套新的,从头查过,升到这一版。
 *
 * @throws StoreError BACKUP_NOT_FOUND / BACKUP_DAMAGED / STORE_FROM_FUTURE / STORE_KEY_WRONG / MIGRATION_FAILED / SPACE_LOW / CANCELLED …;不成时收走半成品。
 */
export const copyForRestore = (request: RestoreCopyRequest, key: Buffer, steps: Steps): RestoreCopy => {
  const { backup, paths } = request
  const copy = workspacePaths(preparingFolder(paths))
  try {
    const manifest = requireManifest(backup, key)
    const database = manifest.files.find(({ name }) => name === DATABASE_FILE)
    if (database === undefined || !existsSync(join(backup, DATABASE_FILE))) throw damaged('file_missing')
    rmSync(copy.folder, { recursive: true, force: true })
    requireSpace(paths.folder, [database, ...manifest.blobs.files].reduce((sum, { bytes }) => sum + bytes, 0))
    mkdirSync(copy.folder, { mode: 0o700 })
    steps.next('copying')
    if (copyFileVerified(join(backup, DATABASE_FILE), copy.database).sha256 !== database.sha256) throw damaged('file_changed')
    steps.next('checking')
    const found = examineDatabase(copy.folder, key, manifest)
    if (found !== null) throw damaged(found)
    const keysFrom = chooseKeys(backup, manifest, paths, copy, key)
    const problems = gatherBlobs(request, manifest, copy.blobs, steps)
    const migrated = manifest.schema < LATEST_VERSION
    if (migrated) upgrade(copy, key, steps)
    syncFile(copy.database)
    syncFolder(copy.folder)
    return { manifest, problems, keysFrom, migrated }
  } catch (error) {
    rmSync(copy.folder, { recursive: true, force: true })
    throw backupFault(error, paths.folder)
  }
}
