import { join } from 'node:path'
import { writeFault } from './file-fault.ts'
import { nodeFileSystem } from './file-system.ts'
import { replaceWith, writeAll, type FileOptions } from './replace-file.ts'

export { nodeFileSystem, type FileSystem } from './file-system.ts'
export { syncFolder, type FileOptions } from './replace-file.ts'
export { copyFileVerified, sha256OfFile, type CopyResult } from './copy-verified.ts'
export { copyFileVerifiedAsync, sha256OfFileAsync, type AsyncFileOptions } from './copy-verified-async.ts'

/** 半成品的名字:原名加随机的 12 个字;进程被结束时留下的,按这个结尾认。 */
const PART = /\.[0-9a-f]{12}\.part$/

/**
 * 写一个小文件:要么是原来的内容,要么是新内容,而且已经落盘。
 *
 * @throws StoreError FILE_BUSY 一直被别的程序占着(data.kept 是写好的新内容);STORE_FULL;STORE_READONLY;FILE_WRITE_FAILED。
 *   只有最后一步(文件夹落盘)出错时,换上的才是完整的新内容;别的时候原来的内容没有动过。
 */
export const writeFileAtomically = (path: string, bytes: Uint8Array | string, options: FileOptions = {}): void => {
  const { fileSystem = nodeFileSystem, mode = 0o600 } = options
  try {
    replaceWith(path, options, (part) => {
      const handle = fileSystem.openSync(part, 'wx', mode)
      try {
        writeAll(fileSystem, handle, typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes)
        fileSystem.fsyncSync(handle)
      } finally {
        fileSystem.closeSync(handle)
      }
    })
  } catch (cause) {
    throw writeFault(cause, path)
  }
}

/**
 * 收走以前被强行结束时留下的半成品。只收放了一天以上的:刚写好、因为被占着没换上的(FILE_BUSY)还留着给人看。
 *
 * @param now 现在的时刻,毫秒。
 * @returns 收走的文件名。收不走的不报错,下次再收。
 */
export const removeLeftParts = (folder: string, now: number, { fileSystem = nodeFileSystem }: FileOptions = {}): readonly string[] => {
  const removed: string[] = []
  for (const name of fileSystem.readdirSync(folder)) {
    if (!PART.test(name)) continue
    try {
      if (now - fileSystem.statSync(join(folder, name)).mtimeMs < 24 * 60 * 60 * 1000) continue
      fileSystem.unlinkSync(join(folder, name))
      removed.push(name)
    } catch {
      // 被占着:下次再收。
    }
  }
  return removed
}
