import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { nodeFileSystem } from '../files/file-system.ts'
import { syncFolder, writeFileAtomically, type FileOptions } from '../files/safe-files.ts'

/** 钥匙文件夹里用到的几种文件动作。 */
export interface KeyFiles {
  readonly makeFolder: (folder: string) => void
  readonly read: (path: string) => Buffer
  readonly list: (folder: string) => readonly string[]
  /** 要么是原来的内容,要么是新内容,而且已经落盘;只有本人可读。 */
  readonly write: (path: string, bytes: Uint8Array) => void
  readonly remove: (path: string) => void
}

/** @param options 测试换成会在第 n 次系统调用时断电的,看断在哪里都打得开。 */
export const createKeyFiles = (options: FileOptions = {}): KeyFiles => ({
  makeFolder: (folder) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  },
  read: (path) => readFileSync(path),
  list: (folder) => readdirSync(folder),
  write: (path, bytes) => writeFileAtomically(path, bytes, { ...options, mode: 0o600 }),
  remove: (path) => {
    ;(options.fileSystem ?? nodeFileSystem).unlinkSync(path)
    syncFolder(dirname(path), options)
  },
})

export const keyFiles = createKeyFiles()
