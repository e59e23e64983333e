import { createHash } from 'node:crypto'
import { StoreError } from '../store-error.ts'
import { copyFault, readFault } from './file-fault.ts'
import { nodeFileSystem, type FileSystem } from './file-system.ts'
import { replaceWith, writeAll, type FileOptions } from './replace-file.ts'

/** 大文件一次读写这么多字节。 */
export const CHUNK_BYTES = 1024 * 1024

/** 一段一段读完一个文件;段只在 use 里有效。 */
const readChunks = (fileSystem: FileSystem, path: string, use: (chunk: Uint8Array) => void): void => {
  const handle = fileSystem.openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES)
    for (let count = fileSystem.readSync(handle, buffer, 0, buffer.length, null); count > 0; count = fileSystem.readSync(handle, buffer, 0, buffer.length, null)) use(buffer.subarray(0, count))
  } finally {
    fileSystem.closeSync(handle)
  }
}

const digest = (fileSystem: FileSystem, path: string): string => {
  const hash = createHash('sha256')
  readChunks(fileSystem, path, (chunk) => hash.update(chunk))
  return hash.digest('hex')
}

/**
 * 文件的 SHA-256,64 个十六进制字。不要用在本进程正由 SQLite 打开着的库文件上:关上句柄会放掉它的锁。
 *
 * @throws StoreError FILE_READ_FAILED
 */
export const sha256OfFile = (path: string, { fileSystem = nodeFileSystem }: FileOptions = {}): string => {
  try {
    return digest(fileSystem, path)
  } catch (cause) {
    throw readFault(cause, path)
  }
}

export interface CopyResult {
  readonly bytes: number
  /** 64 个十六进制字。 */
  readonly sha256: string
}

/** 读的错与写的错要分开说:读源文件出错,「原来的文件完好」就说不得。 */
const copyInto = (fileSystem: FileSystem, from: string, handle: number): CopyResult => {
  const hash = createHash('sha256')
  let bytes = 0
  let writing = false
  try {
    readChunks(fileSystem, from, (chunk) => {
      writing = true
      writeAll(fileSystem, handle, chunk)
      writing = false
      hash.update(chunk)
      bytes += chunk.length
    })
  } catch (cause) {
    throw writing ? cause : readFault(cause, from)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/**
 * 拷一个文件并核对(F22):写到旁边 → 落盘 → 重读、比 SHA-256 → 改名 → 文件夹落盘。做不成时,目的名字下没有半份文件。
 * 重读可能读到系统缓存里的内容,所以它查的是写错、写短,查不出拔掉以后介质才坏。
 *
 * @throws StoreError FILE_READ_FAILED 源文件读不出来;SPACE_LOW 目的盘满;STORE_READONLY;FILE_BUSY;FILE_WRITE_FAILED(data.reason 为 differs 时是重读不一样)。
 */
export const copyFileVerified = (from: string, to: string, options: FileOptions = {}): CopyResult => {
  const { fileSystem = nodeFileSystem, mode = 0o600 } = options
  let copied: CopyResult = { bytes: 0, sha256: '' }
  let neededBytes = 0
  try {
    neededBytes = fileSystem.statSync(from).size
  } catch (cause) {
    throw readFault(cause, from)
  }
  try {
    replaceWith(to, options, (part) => {
      const handle = fileSystem.openSync(part, 'wx', mode)
      try {
        copied = copyInto(fileSystem, from, handle)
        fileSystem.fsyncSync(handle)
      } finally {
        fileSystem.closeSync(handle)
      }
      if (digest(fileSystem, part) !== copied.sha256) throw new StoreError('FILE_WRITE_FAILED', { path: to, reason: 'differs' })
    })
  } catch (cause) {
    throw copyFault(cause, to, neededBytes)
  }
  return copied
}
