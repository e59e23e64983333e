import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** 钥匙文件夹里用到的几种文件动作;测试换成会在第 n 步出错的,看断在哪里都打得开。 */
export interface KeyFiles {
  readonly makeFolder: (folder: string) => void
  readonly read: (path: string) => Buffer
  readonly list: (folder: string) => readonly string[]
  /** 要么是原来的内容,要么是新内容,而且已经落盘;只有本人可读。 */
  readonly write: (path: string, bytes: Uint8Array) => void
  readonly remove: (path: string) => void
}

/** 未改名的半成品;清扫时按这个结尾认。 */
export const UNFINISHED = '.new'

const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const keyFiles: KeyFiles = {
  makeFolder: (folder) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  },
  read: (path) => readFileSync(path),
  list: (folder) => readdirSync(folder),
  write: (path, bytes) => {
    const unfinished = `${path}${UNFINISHED}`
    const handle = openSync(unfinished, 'w', 0o600)
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, path)
    syncFolder(dirname(path))
  },
  remove: (path) => {
    rmSync(path, { force: true })
    syncFolder(dirname(path))
  },
}
