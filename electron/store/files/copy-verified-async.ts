import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as waitLater } from 'node:timers/promises'
import { StoreError } from '../store-error.ts'
import { CHUNK_BYTES, type CopyResult } from './copy-verified.ts'
import { copyFault, isBusy, readFault } from './file-fault.ts'
import { nodeAsyncFileSystem, type AsyncFileSystem } from './file-system.ts'
import { isUnsupportedSync, partPath, waitSteps } from './replace-file.ts'

export interface AsyncFileOptions {
  readonly fileSystem?: AsyncFileSystem
  /** 停这么多毫秒;测试换成不真等的。 */
  readonly wait?: (milliseconds: number) => Promise<unknown>
  /** 新文件的权限;缺省只有本人能读写。 */
  readonly mode?: number
  /** 每拷完、核对完一段看一次;停下来时不留半成品。 */
  readonly signal?: AbortSignal
  /** 拷与核对各走一遍:total 是两遍合计的字节数。 */
  readonly onProgress?: (done: number, total: number) => void
}

const readChunks = async (fileSystem: AsyncFileSystem, path: string, signal: AbortSignal | undefined, use: (chunk: Uint8Array) => void | Promise<void>): Promise<void> => {
  const handle = await fileSystem.openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES)
    for (;;) {
      if (signal?.aborted === true) throw new StoreError('CANCELLED')
      const count = await fileSystem.readSync(handle, buffer, 0, buffer.length, null)
      if (count <= 0) return
      await use(buffer.subarray(0, count))
    }
  } finally {
    await fileSystem.closeSync(handle)
  }
}

const digest = async (fileSystem: AsyncFileSystem, path: string, signal: AbortSignal | undefined, onBytes: (count: number) => void): Promise<string> => {
  const hash = createHash('sha256')
  await readChunks(fileSystem, path, signal, (chunk) => {
    hash.update(chunk)
    onBytes(chunk.length)
  })
  return hash.digest('hex')
}

const sizeOf = async (fileSystem: AsyncFileSystem, path: string): Promise<number> => {
  try {
    return (await fileSystem.statSync(path)).size
  } catch (cause) {
    throw readFault(cause, path)
  }
}

/**
 * 文件的 SHA-256,64 个十六进制字;不占住线程。
 *
 * @throws StoreError FILE_READ_FAILED;CANCELLED
 */
export const sha256OfFileAsync = async (path: string, { fileSystem = nodeAsyncFileSystem, signal, onProgress }: AsyncFileOptions = {}): Promise<string> => {
  const total = await sizeOf(fileSystem, path)
  let done = 0
  try {
    return await digest(fileSystem, path, signal, (count) => onProgress?.((done += count), total))
  } catch (cause) {
    throw readFault(cause, path)
  }
}

const writeAll = async (fileSystem: AsyncFileSystem, handle: number, bytes: Uint8Array): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const written = await fileSystem.writeSync(handle, bytes, done, bytes.length - done, null)
    if (written <= 0) throw new Error('nothing written')
    done += written
  }
}

const syncFolder = async (fileSystem: AsyncFileSystem, path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await fileSystem.openSync(path, 'r')
  try {
    await fileSystem.fsyncSync(handle)
  } catch (cause) {
    if (!isUnsupportedSync(cause)) throw cause
  } finally {
    await fileSystem.closeSync(handle)
  }
}

const renameOver = async (fileSystem: AsyncFileSystem, part: string, path: string, { wait = waitLater, signal }: AsyncFileOptions): Promise<void> => {
  const steps = waitSteps()
  for (let turn = 0; ; turn += 1) {
    if (signal?.aborted === true) throw new StoreError('CANCELLED')
    try {
      await fileSystem.renameSync(part, path)
      return
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      const step = steps[turn]
      if (step === undefined) throw new StoreError('FILE_BUSY', { path, kept: part }, { cause })
      await wait(step)
    }
  }
}

/** 读的错与写的错要分开说:读源文件出错,「原来的文件完好」就说不得。 */
const fillPart = async (fileSystem: AsyncFileSystem, from: string, part: string, mode: number, signal: AbortSignal | undefined, onBytes: (count: number) => void): Promise<CopyResult> => {
  const hash = createHash('sha256')
  let bytes = 0
  let writing = true
  try {
    const handle = await fileSystem.openSync(part, 'wx', mode)
    try {
      writing = false
      await readChunks(fileSystem, from, signal, async (chunk) => {
        writing = true
        await writeAll(fileSystem, handle, chunk)
        writing = false
        hash.update(chunk)
        bytes += chunk.length
        onBytes(chunk.length)
      })
      writing = true
      await fileSystem.fsyncSync(handle)
    } finally {
      await fileSystem.closeSync(handle)
    }
  } catch (cause) {
    throw writing ? cause : readFault(cause, from)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/**
 * 拷一个大文件并核对(F22),不占住线程,可以中途停下:步骤、承诺与 copyFileVerified 相同。
 *
 * @throws StoreError CANCELLED 停下了;FILE_READ_FAILED 源文件读不出来;SPACE_LOW 目的盘满;STORE_READONLY;FILE_BUSY;
 *   FILE_WRITE_FAILED(data.reason 为 differs 时是重读不一样)。
 */
export const copyFileVerifiedAsync = async (from: string, to: string, options: AsyncFileOptions = {}): Promise<CopyResult> => {
  const { fileSystem = nodeAsyncFileSystem, mode = 0o600, signal, onProgress } = options
  const size = await sizeOf(fileSystem, from)
  const part = partPath(to)
  let done = 0
  const onBytes = (count: number): void => onProgress?.((done += count), size * 2)
  try {
    const copied = await fillPart(fileSystem, from, part, mode, signal, onBytes)
    if ((await digest(fileSystem, part, signal, onBytes)) !== copied.sha256) throw new StoreError('FILE_WRITE_FAILED', { path: to, reason: 'differs' })
    await renameOver(fileSystem, part, to, options)
    await syncFolder(fileSystem, dirname(to))
    return copied
  } catch (cause) {
    if (!(cause instanceof StoreError && cause.code === 'FILE_BUSY')) await removePart(fileSystem, part)
    throw copyFault(cause, to, size)
  }
}

const removePart = async (fileSystem: AsyncFileSystem, part: string): Promise<void> => {
  try {
    await fileSystem.unlinkSync(part)
  } catch {
    // 没造出来、已经改名,或盘已经拔走。
  }
}
