import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** 文件夹里每个文件的摘要;-shm 是随用随造的索引,lock.db-journal 是占着锁时的(被强行结束会留下,下次占锁时清掉),不算内容。 */
const FLEETING = /-shm$|lock\.db-journal$/
export const snapshot = (folder: string): Record<string, string> => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !FLEETING.test(path))
    .toSorted()
  return Object.fromEntries(files.map((path) => [relative(folder, path), statSync(path).isDirectory() ? 'folder' : createHash('sha256').update(readFileSync(path)).digest('hex')] as const))
}
