import type { backupsContract } from '../../../shared/contract/backups.contract.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import type { GroupHandlers } from '../../rpc/handlers.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { BackupProgress } from '../../store/backup/backup-steps.ts'
import { isUsable, codesOf } from '../../store/backup/backup-problem.ts'
import { exportBackupInThread } from '../../store/backup/take-backup.ts'
import type { BackupEntry } from '../../store/backup/list-backups.ts'
import { StoreError } from '../../store/store-error.ts'
import type { Ports } from '../ports.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import { allBackups, readSecondPlace, rememberSecondPlace, requireBackup, requireSecondPlace, rowOf } from './backup-places.ts'
import { consequencesOf } from './consequences.ts'
import type { Restorer } from './restore-workspace.ts'

interface BackupParts {
  readonly ports: Ports
  scope(): WorkspaceScope | null
  readonly keeper: BackupKeeper
  readonly restorer: Restorer
}

export const toProgress = (progress: (shown: Progress) => void) => ({ stage, done, total }: BackupProgress): void => progress({ stage, done, total })

/** 存储层的失败照原样说给人听。 */
export const declared = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) return failWith(error.code as Parameters<typeof failWith>[0], error.data)
    throw error
  }
}

/** 备份、离盘备份、核对、恢复、演练。 */
export const createBackupHandlers = ({ ports, scope: scopeNow, keeper, restorer }: BackupParts): GroupHandlers<typeof backupsContract> => {
  const scope = (): WorkspaceScope => scopeNow() ?? failWith('NO_WORKSPACE')
  const audited = (procedure: string, detail: Readonly<Record<string, unknown>>): void => {
    scope().write('backup', procedure, (transaction) => transaction.audit({ ownerUnit: null, table: '', recordId: '', detail }))
  }
  const requireUsable = (entry: BackupEntry): BackupEntry => (isUsable(entry.problems) ? entry : failWith('BACKUP_DAMAGED', { problems: codesOf(entry.problems) }))

  return {
    overview: () => keeper.overview(scope()),
    list: () => {
      const { paths } = scope().store
      const entries = allBackups(paths, readSecondPlace(scope())?.path ?? null)
      return { backups: entries.map((entry) => rowOf(entry, paths)), totalBytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
    make: (_input, { signal, progress }) =>
      declared(async () => {
        const entry = await keeper.take(scope(), 'manual', { signal, onProgress: toProgress(progress) })
        audited('backups.make', { action: 'manual', backup: entry.name })
        return rowOf(entry, scope().store.paths)
      }),
    makeSecond: ({ path }, { signal, progress }) =>
      declared(async () => {
        const current = scope()
        const { paths, key } = current.store
        const into = requireSecondPlace(paths, path)
        // 先在本机做一份核对过的,再整份拷去:不在 U 盘、共享盘上跑数据库。
        const made = await keeper.take(current, 'manual', { signal, onProgress: toProgress(progress) })
        const entry = await exportBackupInThread({ backup: made.folder, into, key, kind: 'second_place', at: ports.clock.now(), signal, onProgress: toProgress(progress) })
        rememberSecondPlace(current, into, ports.clock.now(), 'backups.makeSecond')
        return rowOf(entry, paths)
      }),
    verify: ({ id }, { signal, progress }) =>
      declared(async () => {
        const current = scope()
        const entry = await keeper.recheck(current, requireBackup(current.store.paths, id), { signal, onProgress: toProgress(progress) })
        audited('backups.verify', { action: 'verify', backup: entry.name, problems: codesOf(entry.problems) })
        return rowOf(entry, current.store.paths)
      }),
    consequences: ({ id }) => {
      const { manifest } = requireUsable(requireBackup(scope().store.paths, id))
      return Promise.resolve(consequencesOf(scope(), id, manifest ?? failWith('BACKUP_DAMAGED', { problems: ['manifest_damaged'] })))
    },
    restore: ({ id }, { signal, progress }) =>
      declared(async () => {
        const current = scope()
        const { paths, key } = current.store
        const backup = requireUsable(requireBackup(paths, id))
        const before = await keeper.take(current, 'before_restore', { signal, onProgress: toProgress(progress) })
        return restorer.restore({ backup, key, folder: paths.folder, procedure: 'backups.restore', caller: currentCall(), mustBeKeeper: null, beforeRestore: before.folder, signal, onProgress: toProgress(progress) })
      }),
    drill: (_input, { signal, progress }) =>
      declared(async () => {
        const result = await keeper.drill(scope(), { signal, onProgress: toProgress(progress) })
        return { ...result, problems: [...result.problems] }
      }),
  }
}
