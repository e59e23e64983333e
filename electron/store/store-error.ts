/** 打开或使用库时的失败;code 与 shared/rpc/error-codes.ts 一致,data 供中文说明取值。 */
export class StoreError extends Error {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  constructor(code: string, data: Readonly<Record<string, unknown>> = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'StoreError'
    this.code = code
    this.data = data
  }
}

/** 系统调用与 SQLite 的错误代码;没有就是空文本。 */
export const faultCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH']
const NO_SPACE = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']

/** 在文件夹里建、写文件出的错 → 对人能讲清的代码;别的(路径太长、含有不能用的字符)算位置不合适。 */
export const folderFault = (cause: unknown, folder: string): StoreError => {
  const code = faultCode(cause)
  if (NO_SPACE.includes(code)) return new StoreError('STORE_FULL', {}, { cause })
  if (NOT_WRITABLE.some((known) => code.startsWith(known))) return new StoreError('STORE_READONLY', { path: folder }, { cause })
  return new StoreError('STORE_FOLDER_UNSUITABLE', { path: folder }, { cause })
}
