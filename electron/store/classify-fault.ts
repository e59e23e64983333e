import { faultCode, StoreError } from './store-error.ts'

/** 用着用着变成只读的磁盘(系统发现坏道后常这样)。 */
const READ_ONLY = ['SQLITE_READONLY', 'EROFS']
const DAMAGED_READS = ['SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS', 'SQLITE_IOERR_DATA']
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT']

/** 存储故障 → 对人能讲清的代码与数据;不认识的返回 null,由调用者按内部错误处理。 */
export const classifyStoreFault = (error: unknown): { readonly code: string; readonly data: unknown } | null => {
  if (error instanceof StoreError) return { code: error.code, data: error.data }
  const code = faultCode(error)
  if (FULL.includes(code)) return { code: 'STORE_FULL', data: {} }
  if (READ_ONLY.some((known) => code.startsWith(known))) return { code: 'STORE_READONLY', data: { path: '' } }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || DAMAGED_READS.some((known) => code.startsWith(known))) return { code: 'STORE_CORRUPT', data: {} }
  // 其余的读写失败(落盘、截断、加锁):没写成,已提交的完好。
  if (code.startsWith('SQLITE_IOERR')) return { code: 'FILE_WRITE_FAILED', data: { path: '' } }
  return null
}
