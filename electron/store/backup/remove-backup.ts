import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../files/safe-files.ts'
import type { WorkspacePaths } from '../workspace-folder.ts'
import { unfinishedName } from './backup-name.ts'
import { listBackups, type BackupEntry } from './list-backups.ts'
import { movePath } from './move-path.ts'
import { planRetention, type RetentionPlan } from './retention.ts'

/** 删一份备份:先改成没做完的名字,删到一半断了也不会被当作备份列出来。 */
const removeBackup = ({ folder, name, manifest }: BackupEntry): void => {
  const gone = join(dirname(folder), unfinishedName(`${name}.gone`, manifest?.workspaceId ?? ''))
  movePath(folder, gone)
  syncFolder(dirname(folder))
  rmSync(gone, { recursive: true, force: true })
}

/**
 * 按留存的规矩收走旧的。每做成一份新的之后调用;只动工作区自己的 backups,另一处的由人来管。
 *
 * @returns 照做的计划;收不走的(被占着)留到下次。
 */
export const applyRetention = (paths: WorkspacePaths, capBytes?: number): RetentionPlan<BackupEntry> => {
  const plan = planRetention(listBackups(paths), capBytes)
  for (const entry of plan.remove) {
    try {
      removeBackup(entry)
    } catch {
      // 列得出来的还是完整的;改了名的下次备份开始时收走。
    }
  }
  return plan
}
