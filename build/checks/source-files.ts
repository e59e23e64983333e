import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
const SOURCE_FOLDERS = ['shared', 'electron', 'renderer', 'build', 'test'] as const

/** 项目自己的源文件(相对路径,正斜杠)。 */
export const sourceFiles = (extensions: readonly string[]): readonly string[] =>
  SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => extensions.some((extension) => path.endsWith(extension))),
  )
export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** 一道检查的结果:看了多少、哪些不合规。看了零个也算不合规,免得检查悄悄落空。 */
export interface CheckResult {
  readonly examined: number
  readonly problems: readonly string[]
}
