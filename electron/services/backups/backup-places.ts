import { statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import type { BackupRow } from '../../../shared/contract/backups.contract.ts'
import { failWith } from '../../rpc/handlers.ts'
import { codesOf } from '../../store/backup/backup-problem.ts'
import { listBackups, listPlace, readEntry, type BackupEntry } from '../../store/backup/list-backups.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'
import type { WorkspacePaths } from '../../store/workspace-folder.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 离盘备份上次放在哪里、什么时候。 */
const SECOND_PLACE = 'second_place'
const secondSchema = z.strictObject({ path: z.string(), at: z.number() })

export const readSecondPlace = (scope: WorkspaceScope): z.infer<typeof secondSchema> | null => {
  const stored = secondSchema.safeParse(createSettingRepo(scope.store.db).read(SECOND_PLACE))
  return stored.success ? stored.data : null
}
export const rememberSecondPlace = (scope: WorkspaceScope, path: string, at: number, procedure: string): void => {
  scope.write('backup', procedure, (transaction) => createSettingRepo(scope.store.db).write(transaction, SECOND_PLACE, { path, at }))
}

const isInside = (folder: string, outer: string): boolean => {
  const inside = relative(outer, folder)
  return !isAbsolute(inside) && inside.split(sep)[0] !== '..'
}

/** 工作区里的用文件夹名,别处的用完整路径。 */
export const idOf = ({ folder, name }: BackupEntry, paths: WorkspacePaths): string => (dirname(folder) === paths.backups ? name : folder)

export const rowOf = (entry: BackupEntry, paths: WorkspacePaths): BackupRow => ({
  id: idOf(entry, paths),
  madeAt: entry.madeAt,
  kind: entry.kind,
  bytes: entry.bytes,
  verifiedAt: entry.verifiedAt,
  place: dirname(entry.folder) === paths.backups ? 'workspace' : 'second',
  problems: codesOf(entry.problems),
})

/** 工作区里的,加上第二处(插着的话)的,新的在前。 */
export const allBackups = (paths: WorkspacePaths, second: string | null): BackupEntry[] => {
  const elsewhere = second === null || isInside(second, paths.folder) ? [] : listPlace(second)
  return [...listBackups(paths), ...elsewhere].toSorted((left, right) => right.madeAt - left.madeAt)
}

/** 名字里不许有路径;完整路径须是绝对的。都要真的是一份备份。 */
export const requireBackup = (paths: WorkspacePaths, id: string): BackupEntry => {
  const folder = isAbsolute(id) ? resolve(id) : /^[\w.-]+$/u.test(id) ? join(paths.backups, id) : failWith('BACKUP_NOT_FOUND')
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return failWith('BACKUP_NOT_FOUND')
  const entry = readEntry(folder)
  return entry.manifest === null && entry.problems.some(({ code }) => code === 'manifest_missing') ? failWith('BACKUP_NOT_FOUND') : entry
}

/** 第二处:绝对路径、已存在、不在工作区里。 */
export const requireSecondPlace = (paths: WorkspacePaths, path: string): string => {
  const folder = isAbsolute(path) ? resolve(path) : failWith('STORE_FOLDER_UNSUITABLE', { path })
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true || isInside(folder, paths.folder)) return failWith('STORE_FOLDER_UNSUITABLE', { path })
  return folder
}
