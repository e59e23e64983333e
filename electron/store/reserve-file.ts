import { randomBytes } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { readSpace } from './disk-space.ts'
import { nodeAsyncFileSystem, type AsyncFileSystem } from './files/file-system.ts'
import { writeFault } from './files/file-fault.ts'
import { partPath } from './files/replace-file.ts'
import { faultCode, StoreError } from './store-error.ts'

const MEGABYTE = 1024 * 1024
export const RESERVE_BYTES = 64 * MEGABYTE
/** 空间宽裕才留:不为了救急反而把盘占满。 */
const ROOMY_BYTES = 1024 * MEGABYTE

/** 预留文件在工作区里的位置。 */
export const reservePath = (folder: string): string => join(folder, 'reserve.bin')

/** 真占着的字节数:稀疏、压缩过的文件看着大,删了腾不出地方。不存在为 0。 */
const allocatedBytes = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return 0
  // Windows 不报块数。
  return process.platform === 'win32' ? found.size : Math.min(found.size, found.blocks * 512)
}

export interface ReserveOptions {
  readonly fileSystem?: AsyncFileSystem
  /** 盘上还有多少;测试换成说满了的。 */
  readonly freeBytes?: (folder: string) => number
  readonly signal?: AbortSignal
}

/**
 * 留一个 64 MB 的文件,盘满时删掉它,已经填好的还存得进去(F03)。不占住线程。
 *
 * @returns kept 本来就有;made 这次造的;no_room 空间不宽裕(不到 1 GB),没有造。
 * @throws StoreError STORE_FULL / STORE_READONLY / FILE_WRITE_FAILED / CANCELLED;不留半成品。
 */
export const keepReserve = async (folder: string, { fileSystem = nodeAsyncFileSystem, freeBytes = (at) => readSpace(at).freeBytes, signal }: ReserveOptions = {}): Promise<'kept' | 'made' | 'no_room'> => {
  const path = reservePath(folder)
  // 有的文件系统报的块数略少。
  if (allocatedBytes(path) >= RESERVE_BYTES * 0.9) return 'kept'
  if (freeBytes(folder) <= ROOMY_BYTES) return 'no_room'
  const part = partPath(path)
  // 压不动的内容才真占地方;一份反复写就够。
  const block = randomBytes(MEGABYTE)
  try {
    const handle = await fileSystem.openSync(part, 'wx', 0o600)
    try {
      for (let done = 0; done < RESERVE_BYTES; ) {
        if (signal?.aborted === true) throw new StoreError('CANCELLED')
        const written = await fileSystem.writeSync(handle, block, 0, Math.min(block.length, RESERVE_BYTES - done), null)
        if (written <= 0) throw new Error('nothing written')
        done += written
      }
      await fileSystem.fsyncSync(handle)
    } finally {
      await fileSystem.closeSync(handle)
    }
    await fileSystem.renameSync(part, path)
    return 'made'
  } catch (cause) {
    try {
      await fileSystem.unlinkSync(part)
    } catch {
      // 没造出来。
    }
    throw writeFault(cause, path)
  }
}

/**
 * 盘满了:放掉预留的那一块。
 *
 * @returns 腾出来多少字节;没有可放的、放不掉,为 0。
 */
export const releaseReserve = (folder: string): number => {
  const path = reservePath(folder)
  try {
    const freed = allocatedBytes(path)
    unlinkSync(path)
    return freed
  } catch (cause) {
    if (faultCode(cause) === '') throw cause
    return 0
  }
}
