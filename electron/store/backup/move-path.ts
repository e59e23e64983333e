import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { isBusy } from '../files/file-fault.ts'
import { waitSteps } from '../files/replace-file.ts'
import { faultCode, folderFault, StoreError } from '../store-error.ts'

const waitHere = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/**
 * 改名(文件或文件夹)。被杀毒、索引程序占着就等,最多 7.5 秒(F11)。
 *
 * @throws StoreError FILE_BUSY / STORE_READONLY / STORE_FULL / STORE_FOLDER_UNSUITABLE
 */
export const movePath = (from: string, to: string): void => {
  const steps = waitSteps()
  for (let turn = 0; ; turn += 1) {
    try {
      renameSync(from, to)
      return
    } catch (cause) {
      const step = steps[turn]
      // 只读的盘报的也是 EPERM 一类,等也没用,但分不出来;等完照实报。
      if (!isBusy(cause)) throw folderFault(cause, to)
      if (step === undefined) throw faultCode(cause) === 'EBUSY' ? new StoreError('FILE_BUSY', { path: to, kept: from }, { cause }) : folderFault(cause, to)
      waitHere(step)
    }
  }
}

/** 库的副本落盘。VACUUM INTO 自己不落,中途断电会留下不完整的文件。只用在没有被 SQLite 打开着的副本上。 */
export const syncFile = (path: string): void => {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
