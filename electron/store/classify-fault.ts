/** 打开之后的存储故障 → 对人能讲清的代码;不认识的返回 null,由调度器按内部错误处理。 */
export const classifyStoreFault = (error: unknown): { readonly code: string; readonly data: unknown } | null => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'ENOSPC') return { code: 'STORE_FULL', data: {} }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return { code: 'STORE_CORRUPT', data: {} }
  return null
}
