import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** 文件夹或文件下的全部文件(相对路径,排好序);测试文件不影响构建结果,不算。 */
const filesUnder = (path: string): string[] => {
  if (statSync(join(ROOT, path)).isFile()) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1).replaceAll('\\', '/'))
    .sort()
}

/**
 * 若干文件夹或文件的内容摘要:内容一样,摘要就一样,与改动时间无关。
 *
 * @param paths 相对项目根。
 */
export const sourceDigest = (paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`${file}\n`)
    hash.update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}
