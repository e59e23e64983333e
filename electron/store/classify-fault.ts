import { faultCode, StoreError } from './store-error.ts'

const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT']

/** 存储故障 → 对人能讲清的代码与数据;不认识的返回 null,由调用者按内部错误处理。 */
export const classifyStoreFault = (error: unknown): { readonly code: string; readonly data: unknown } | null => {
  if (error instanceof StoreError) return { code: error.code, data: error.data }
  const code = faultCode(error)
  if (FULL.includes(code)) return { code: 'STORE_FULL', data: {} }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return { code: 'STORE_CORRUPT', data: {} }
  return null
}
