import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** 文件夹里每个文件的摘要;-shm 是随用随造的索引,不算内容。 */
export const snapshot = (folder: string): Record<string, string> => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.endsWith('-shm'))
      .map((path) => [relative(folder, path), statSync(path).isDirectory() ? 'folder' : createHash('sha256').update(readFileSync(path)).digest('hex')] as const)
      .toSorted(),
  )
}
