/** 为什么做的这一份。 */
export const BACKUP_KINDS = ['quarter_hour', 'daily', 'at_close', 'manual', 'before_migration', 'before_import', 'before_restore', 'before_bulk', 'second_place'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

/** 没做完的都带着它:永不列出,下次备份开始时收走。 */
export const UNFINISHED = '.part'
const NAME = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})-(\\d{2})(\\d{2})(\\d{2})-(${BACKUP_KINDS.join('|')})(?:-\\d{1,3})?$`)

const two = (value: number): string => String(value).padStart(2, '0')

/** 当地时间 `YYYYMMDD-HHMMSS`:人在文件夹里看得懂。 */
export const timeName = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getFullYear()).padStart(4, '0')}${two(date.getMonth() + 1)}${two(date.getDate())}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`
}

/** 备份文件夹的名字;同一秒里的第二份由 attempt 加尾号。 */
export const backupName = (at: number, kind: BackupKind, attempt = 1): string => `${timeName(at)}-${kind}${attempt === 1 ? '' : `-${attempt}`}`

/** 名字 → 时刻与种类;不是备份的名字为 null。 */
export const parseBackupName = (name: string): { readonly madeAt: number; readonly kind: BackupKind } | null => {
  const found = NAME.exec(name)
  if (found === null) return null
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number)
  return { madeAt: new Date(year ?? 0, (month ?? 1) - 1, day, hour, minute, second).getTime(), kind: found[7] as BackupKind } // 由上面的式子限定
}

/** 进行中的文件夹名。带上工作区的尾号:同一支 U 盘上别的工作区正在写的,不会被当作残留收走。 */
export const unfinishedName = (name: string, workspaceId: string): string => `${name}.${workspaceId.slice(-8)}${UNFINISHED}`
export const isUnfinishedOf = (name: string, workspaceId: string): boolean => name.endsWith(`.${workspaceId.slice(-8)}${UNFINISHED}`)
