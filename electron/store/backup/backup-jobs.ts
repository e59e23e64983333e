import type { BackupProgress } from './backup-steps.ts'
import type { RestoreCopyRequest, RestoreCopy } from './copy-for-restore.ts'
import type { ExportRequest } from './export-backup.ts'
import type { WorkspacePaths } from '../workspace-folder.ts'
import type { FoundBackup } from './find-backup.ts'
import type { Verification } from './verify-backup.ts'
import type { BackupRequest } from './write-backup.ts'

/** 放到备份线程里做的几样;钥匙另外移交,不在里面。 */
export interface BackupJobs {
  readonly take: { readonly request: BackupRequest; readonly result: string }
  readonly export: { readonly request: Omit<ExportRequest, 'key'>; readonly result: string }
  readonly verify: { readonly request: { readonly folder: string }; readonly result: Verification }
  readonly find: { readonly request: { readonly path: string; readonly workspaceId: string | undefined }; readonly result: FoundBackup }
  /** 把 WAL 收进主文件:收不完的(有人在读)留着下次。 */
  readonly checkpoint: { readonly request: { readonly paths: WorkspacePaths }; readonly result: null }
  readonly restore: { readonly request: RestoreCopyRequest; readonly result: RestoreCopy }
}
export type BackupJobName = keyof BackupJobs
export type BackupJob = { readonly [Name in BackupJobName]: { readonly name: Name; readonly request: BackupJobs[Name]['request'] } }[BackupJobName]

export interface BackupWorkerData {
  readonly job: BackupJob
  /** 一把或几把密钥,各 32 字节,首尾相接;移交来的,用完抹掉。可以一把也没有。 */
  readonly keys: Uint8Array
  /** 第一格不为零就是叫停。 */
  readonly cancel: SharedArrayBuffer
}
export type FromBackupWorker =
  | { readonly kind: 'progress'; readonly progress: BackupProgress }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly code: string; readonly data: Readonly<Record<string, unknown>>; readonly message: string }
