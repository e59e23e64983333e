import type { BackupKind } from '../../electron/store/backup/backup-name.ts'
import type { BackupProblem } from '../../electron/store/backup/backup-problem.ts'
import type { BackupEntry } from '../../electron/store/backup/list-backups.ts'

const ZEROS = '0'.repeat(64)

/** 一行备份,只为测留存与日程:文件夹并不存在。 */
export const entryOf = (given: { readonly name: string; readonly madeAt: number; readonly seq: number; readonly epoch?: number; readonly kind?: BackupKind; readonly bytes?: number; readonly verifiedAt?: number | null; readonly problems?: readonly BackupProblem[] }): BackupEntry => {
  const { name, madeAt, seq, epoch = 1, kind = 'quarter_hour', bytes = 10, verifiedAt = madeAt, problems = [] } = given
  return {
    folder: `/nowhere/${name}`,
    name,
    kind,
    madeAt,
    bytes,
    verifiedAt,
    problems,
    manifest: {
      format: 'baolei-backup',
      version: 1,
      app: 'test',
      schema: 20,
      workspaceId: 'w',
      epoch,
      commitSeq: seq,
      audit: { seq, hash: ZEROS },
      counts: {},
      files: [{ name: 'baolei.db', bytes, sha256: ZEROS }],
      blobs: { place: 'workspace', files: [] },
      keyProblems: [],
      madeAt,
      kind,
      verifiedAt: madeAt,
      keyCheck: ZEROS,
      digest: ZEROS,
      seal: ZEROS,
    },
  }
}
