import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY_DISK = '/dev/shm'
const ENOUGH_BYTES = 2 * 1024 ** 3

const roomInMemory = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK)
    return bavail * bsize > ENOUGH_BYTES
  } catch {
    return false
  }
}

/** 一个临时文件夹;有宽裕的内存盘就放在上面:断电的各种盘面要摆上千次,落盘是模拟的,不必真等磁盘。 */
export const makeScratch = (name: string): string => mkdtempSync(join(roomInMemory() ? MEMORY_DISK : tmpdir(), `baolei-${name}-`))
