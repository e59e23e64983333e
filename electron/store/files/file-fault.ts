import { dirname } from 'node:path'
import { readSpace } from '../disk-space.ts'
import { faultCode, StoreError } from '../store-error.ts'

const NO_SPACE = ['ENOSPC', 'EDQUOT']
const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS']
const MEGABYTE = 1024 * 1024

/** 杀毒、索引程序占着文件时,系统报的几种错误:过一会儿多半就好(F11)。 */
export const isBusy = (cause: unknown): boolean => ['EPERM', 'EACCES', 'EBUSY'].includes(faultCode(cause))

/** 读文件出的错。 */
export const readFault = (cause: unknown, path: string): StoreError => (cause instanceof StoreError ? cause : new StoreError('FILE_READ_FAILED', { path }, { cause }))

/** 写小文件出的错 → 对人能讲清的代码。 */
export const writeFault = (cause: unknown, path: string): StoreError => {
  if (cause instanceof StoreError) return cause
  const code = faultCode(cause)
  if (NO_SPACE.includes(code)) return new StoreError('STORE_FULL', { path }, { cause })
  if (NOT_WRITABLE.includes(code)) return new StoreError('STORE_READONLY', { path: dirname(path) }, { cause })
  return new StoreError('FILE_WRITE_FAILED', { path }, { cause })
}

const freeMegabytes = (folder: string): number => {
  try {
    return Math.floor(readSpace(folder).freeBytes / MEGABYTE)
  } catch {
    // 盘已经拔走:一点也写不下。
    return 0
  }
}

/** 拷文件出的错:盘满时说清还剩多少、要多少。 */
export const copyFault = (cause: unknown, path: string, neededBytes: number): StoreError => {
  const fault = writeFault(cause, path)
  if (fault.code !== 'STORE_FULL') return fault
  return new StoreError('SPACE_LOW', { freeMegabytes: freeMegabytes(dirname(path)), neededMegabytes: Math.ceil(neededBytes / MEGABYTE) }, { cause })
}
