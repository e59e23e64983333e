import { classifyStoreFault } from '../classify-fault.ts'
import { faultCode, folderFault, StoreError } from '../store-error.ts'

/** 系统或 SQLite 报的错;别的(叫停的缘由、调用者自己抛的)不归这里解释。 */
export const isSystemFault = (cause: unknown): boolean => !(cause instanceof StoreError) && /^(?:SQLITE_|E[A-Z]+$)/.test(faultCode(cause))

/** 备份、恢复途中出的错 → 对人能讲清的代码;想不到的一律算没有做成。 */
export const backupFault = (cause: unknown, folder: string): StoreError => {
  if (cause instanceof StoreError) return cause
  const code = faultCode(cause)
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(code)) return folderFault(cause, folder)
  const known = classifyStoreFault(cause)
  if (known !== null) return new StoreError(known.code, known.data as Readonly<Record<string, unknown>>, { cause }) // 分类出来的都是对象
  return /^E[A-Z]+$/.test(code) ? folderFault(cause, folder) : new StoreError('BACKUP_FAILED', {}, { cause })
}
