import * as fs from 'node:fs'
import { promisify } from 'node:util'

/** 打听一个文件时用得到的几项。 */
export interface FileSight {
  /** 字节。 */
  readonly size: number
  /** 最后改动的时刻,毫秒。 */
  readonly mtimeMs: number
  isFile(): boolean
  isDirectory(): boolean
}

/**
 * 本程序写文件用到的系统调用,名字和含义与 node:fs 相同,只留用得到的写法。
 * 单列出来是为了测试:换成会在第 n 次调用出错的,看断在哪一步原来的内容都在(F03、F11、F22)。
 */
export interface FileSystem {
  openSync(path: string, flags: string, mode?: number): number
  /** @returns 实际写了多少字节,可能比要写的少。 */
  writeSync(handle: number, bytes: Uint8Array, offset: number, length: number, position: number | null): number
  /** @returns 实际读到多少字节;0 为到头。 */
  readSync(handle: number, into: Uint8Array, offset: number, length: number, position: number | null): number
  fsyncSync(handle: number): void
  closeSync(handle: number): void
  renameSync(from: string, to: string): void
  unlinkSync(path: string): void
  mkdirSync(path: string, options: { readonly mode: number }): void
  readdirSync(path: string): readonly string[]
  /** 不存在时抛 ENOENT。 */
  statSync(path: string): FileSight
}

/** 本机的文件系统。 */
export const nodeFileSystem: FileSystem = {
  openSync: (path, flags, mode) => fs.openSync(path, flags, mode),
  writeSync: (handle, bytes, offset, length, position) => fs.writeSync(handle, bytes, offset, length, position),
  readSync: (handle, into, offset, length, position) => fs.readSync(handle, into, offset, length, position),
  fsyncSync: (handle) => fs.fsyncSync(handle),
  closeSync: (handle) => fs.closeSync(handle),
  renameSync: (from, to) => fs.renameSync(from, to),
  unlinkSync: (path) => fs.unlinkSync(path),
  mkdirSync: (path, options) => {
    fs.mkdirSync(path, options)
  },
  readdirSync: (path) => fs.readdirSync(path),
  statSync: (path) => fs.statSync(path),
}

/** 同一组调用,结果可以晚点到。FileSystem 本身就满足它,所以测试的坏文件系统两处通用。 */
export type AsyncFileSystem = {
  readonly [Name in keyof FileSystem]: (...given: Parameters<FileSystem[Name]>) => ReturnType<FileSystem[Name]> | Promise<Awaited<ReturnType<FileSystem[Name]>>>
}

const open = promisify(fs.open) as (path: string, flags: string, mode?: number) => Promise<number>
const write = promisify(fs.write) as unknown as (handle: number, bytes: Uint8Array, offset: number, length: number, position: number | null) => Promise<{ bytesWritten: number }>
const read = promisify(fs.read) as unknown as (handle: number, into: Uint8Array, offset: number, length: number, position: number | null) => Promise<{ bytesRead: number }>

/** 本机的文件系统,不占住线程:拷大文件到慢盘时,别的操作照常。 */
export const nodeAsyncFileSystem: AsyncFileSystem = {
  openSync: (path, flags, mode) => open(path, flags, mode),
  writeSync: async (...given) => (await write(...given)).bytesWritten,
  readSync: async (...given) => (await read(...given)).bytesRead,
  fsyncSync: promisify(fs.fsync),
  closeSync: promisify(fs.close),
  renameSync: (from, to) => fs.promises.rename(from, to),
  unlinkSync: (path) => fs.promises.unlink(path),
  mkdirSync: async (path, options) => {
    await fs.promises.mkdir(path, options)
  },
  readdirSync: (path) => fs.promises.readdir(path),
  statSync: (path) => fs.promises.stat(path),
}
