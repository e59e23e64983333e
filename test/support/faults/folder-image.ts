import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** 整个文件夹在内存里的样子:相对路径 → 内容;空文件夹为 null。 */
export type FolderImage = ReadonlyMap<string, Buffer | null>

export const readImage = (folder: string): FolderImage =>
  new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [relative(folder, path), entry.isFile() ? readFileSync(path) : null] as const
  }))

/** 摆回原样:多出来的都去掉。 */
export const writeImage = (image: FolderImage, folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [path, content] of image) {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    if (content === null) mkdirSync(place, { recursive: true })
    else writeFileSync(place, content, { mode: 0o600 })
  }
}

/** 换掉其中一个文件。 */
export const withFile = (image: FolderImage, path: string, content: Buffer): FolderImage => new Map([...image, [path, content]])
/** 去掉其中一个文件。 */
export const withoutFile = (image: FolderImage, path: string): FolderImage => new Map(Array.from(image).filter(([name]) => name !== path))
