import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sha256OfFile, writeFileAtomically } from '../files/safe-files.ts'
import { StoreError } from '../store-error.ts'
import { workspacePaths, type WorkspacePaths } from '../workspace-folder.ts'
import { backupFault } from './backup-fault.ts'
import type { BackupKind } from './backup-name.ts'
import type { Steps } from './backup-steps.ts'
import { digestBlobs } from './copy-blobs.ts'
import { copyKeys } from './copy-keys.ts'
import { openSource, type BackupSource } from './copy-snapshot.ts'
import { examineDatabase } from './examine-database.ts'
import { exportBackup } from './export-backup.ts'
import { DATABASE_FILE, encodeManifest, MANIFEST_FILE, readManifest, sealManifest, type ManifestFile } from './manifest.ts'
import { syncFile } from './move-path.ts'
import { openPlace, requireSpace } from './prepare-place.ts'

export interface BackupRequest {
  readonly paths: WorkspacePaths
  /** 放在哪个文件夹下。工作区自己的 backups 之外的须已存在,连附件一起拷去。 */
  readonly into: string
  readonly kind: BackupKind
  /** 毫秒。 */
  readonly at: number
  readonly meta: { readonly app: string }
}

/** 上一份备份里记过的附件摘要;没有为空。 */
const lastBlobs = (backups: string): readonly ManifestFile[] => {
  for (const name of readdirSync(backups).toSorted().toReversed()) {
    const reading = readManifest(join(backups, name))
    if (reading.ok && reading.manifest.blobs.place === 'workspace') return reading.manifest.blobs.files
  }
  return []
}

/** 每天一次的与人点的,附件全部重读;其余只读新的。 */
const rereadsBlobs = (kind: BackupKind): boolean => kind === 'daily' || kind === 'manual'

/** 在 part 里做出完整的一份:副本 → 落盘 → 核对 → 摘要 → 钥匙 → 附件 → 清单。没核对过的到不了最后一步。 */
const fill = ({ paths, kind, at, meta }: BackupRequest, source: BackupSource, key: Buffer, part: string, steps: Steps): void => {
  const started = performance.now()
  const copy = workspacePaths(part)
  steps.next('copying')
  const facts = source.copyTo(part)
  chmodSync(copy.database, 0o600)
  syncFile(copy.database)
  steps.next('checking')
  const problem = examineDatabase(part, key, facts)
  if (problem !== null) throw new StoreError('BACKUP_FAILED', {}, { cause: new Error(problem) })
  steps.next('digesting')
  const database = { name: DATABASE_FILE, bytes: statSync(copy.database).size, sha256: sha256OfFile(copy.database) }
  const keys = copyKeys(paths, copy, key)
  const blobs = digestBlobs(paths.blobs, rereadsBlobs(kind) ? [] : lastBlobs(paths.backups), steps)
  const manifest = sealManifest(
    { app: meta.app, ...facts, files: [database, ...keys.files], blobs: { place: 'workspace', files: blobs }, keyProblems: [...keys.problems], madeAt: at, kind, verifiedAt: at + Math.round(performance.now() - started) },
    key,
  )
  writeFileAtomically(join(part, MANIFEST_FILE), encodeManifest(manifest))
}

/**
 * 做一份备份,同步,在调用的线程里。开着的库由 takeBackup 放到自己的线程里做;这里直接用的只有还没打开的库(升级之前)。
 *
 * 放到别处的,先在工作区的盘上做好、核对好,再拷去(不在 U 盘、共享盘上跑数据库)。
 *
 * @returns 备份文件夹。
 * @throws StoreError BACKUP_FAILED 没核对过;SPACE_LOW;STORE_FULL;STORE_READONLY;STORE_CORRUPT 原库读不出来;CANCELLED 等。不成时什么都不留。
 */
export const writeBackup = (request: BackupRequest, key: Buffer, steps: Steps): string => {
  const { paths, into, kind, at } = request
  const isOwn = resolve(into) === resolve(paths.backups)
  let source: BackupSource | undefined
  try {
    if (!existsSync(paths.backups)) mkdirSync(paths.backups, { mode: 0o700 })
    source = openSource(paths, key)
    requireSpace(paths.backups, source.bytes())
    const place = openPlace(paths.backups, source.workspaceId(), at, kind)
    try {
      fill(request, source, key, place.part, steps)
      if (isOwn) {
        steps.next('placing')
        return place.settle()
      }
      source.close()
      const folder = exportBackup({ backup: place.part, blobs: paths.blobs, into, key, kind, at }, steps)
      place.discard()
      return folder
    } catch (error) {
      place.discard()
      throw error
    }
  } catch (error) {
    throw backupFault(error, into)
  } finally {
    source?.close()
  }
}

/**
 * 还没打开、但已经占着锁的库(升级之前):同步做一份,并收走只读连接自己造出的 -wal、-shm。
 * 库正开着时绝不能用它:那两个文件正用着,收走就坏了库。
 */
export const writeBackupBeforeOpen = (request: BackupRequest, key: Buffer, steps: Steps): string => {
  const made = ['-wal', '-shm'].map((end) => `${request.paths.database}${end}`).filter((path) => !existsSync(path))
  try {
    return writeBackup(request, key, steps)
  } finally {
    for (const path of made) rmSync(path, { force: true })
  }
}
