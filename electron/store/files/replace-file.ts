import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { faultCode, StoreError } from '../store-error.ts'
import { isBusy, writeFault } from './file-fault.ts'
import { nodeFileSystem, type FileSystem } from './file-system.ts'
import { removeQuietly } from './remove-quietly.ts'

/** 被别的程序占着时,一共等这么久(毫秒)。 */
const PATIENCE = 7500
const FIRST_WAIT = 10
const LONGEST_WAIT = 500

export interface FileOptions {
  readonly fileSystem?: FileSystem
  /** 停这么多毫秒;测试换成不真等的。 */
  readonly wait?: (milliseconds: number) => void
  /** 新文件的权限;缺省只有本人能读写。 */
  readonly mode?: number
}

const waitHere = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** 写在旁边的半成品叫什么。名字太长的截短,免得加上后缀就超过系统的限度。 */
export const partPath = (path: string): string => join(dirname(path), `${[...basename(path)].slice(0, 50).join('')}.${randomBytes(6).toString('hex')}.part`)

/** 每次等多久:10、20、40 … 500 毫秒,合计 7.5 秒。 */
export const waitSteps = (): readonly number[] => {
  const steps: number[] = []
  for (let left = PATIENCE, step = FIRST_WAIT; left > 0; left -= step, step = Math.min(step * 2, LONGEST_WAIT)) steps.push(Math.min(step, left))
  return steps
}

/** 有的文件系统(共享、U 盘)不让对文件夹这样做:那里没有更好的办法,不算错。 */
export const isUnsupportedSync = (cause: unknown): boolean => ['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(faultCode(cause))

/**
 * 文件夹里新增、改名的条目也要落盘,否则断电后文件可能不见。Windows 不能也不必。
 *
 * @throws StoreError FILE_WRITE_FAILED / STORE_READONLY / STORE_FULL
 */
export const syncFolder = (path: string, { fileSystem = nodeFileSystem }: FileOptions = {}): void => {
  if (process.platform === 'win32') return
  try {
    const handle = fileSystem.openSync(path, 'r')
    try {
      fileSystem.fsyncSync(handle)
    } catch (cause) {
      if (!isUnsupportedSync(cause)) throw cause
    } finally {
      fileSystem.closeSync(handle)
    }
  } catch (cause) {
    throw writeFault(cause, path)
  }
}

export const writeAll = (fileSystem: FileSystem, handle: number, bytes: Uint8Array): void => {
  for (let done = 0; done < bytes.length; ) {
    const written = fileSystem.writeSync(handle, bytes, done, bytes.length - done, null)
    if (written <= 0) throw new Error('nothing written')
    done += written
  }
}

/** 换上新文件。被占着就等;一直被占,旧的和新的半成品都留着(F11)。 */
const renameOver = (part: string, path: string, { fileSystem = nodeFileSystem, wait = waitHere }: FileOptions): void => {
  const steps = waitSteps()
  for (let turn = 0; ; turn += 1) {
    try {
      fileSystem.renameSync(part, path)
      return
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      const step = steps[turn]
      if (step === undefined) throw new StoreError('FILE_BUSY', { path, kept: part }, { cause })
      wait(step)
    }
  }
}

/** 先写旁边,写好才换上;除了被占着,失败时不留半成品。 */
export const replaceWith = (path: string, options: FileOptions, fill: (part: string) => void): void => {
  const { fileSystem = nodeFileSystem } = options
  const part = partPath(path)
  try {
    fill(part)
    renameOver(part, path, options)
  } catch (cause) {
    if (!(cause instanceof StoreError && cause.code === 'FILE_BUSY')) removeQuietly(part, fileSystem)
    throw cause
  }
  syncFolder(dirname(path), options)
}
