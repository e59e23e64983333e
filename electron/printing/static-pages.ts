import { lstatSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface StaticFile {
  readonly path: string
  readonly type: string
  readonly size: number
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/**
 * 界面文件夹里的全部文件:网址路径 → 文件。只按这张表取,路径里写什么 `..` 都走不出去。
 * 类型不在表里的文件不给。
 */
export const listStaticFiles = (folder: string): ReadonlyMap<string, StaticFile> => {
  const files = new Map<string, StaticFile>()
  // 自己一层层走:装进 asar 之后,递归列目录的写法不是每个版本都支持。
  const walk = (inside: string): void => {
    for (const name of readdirSync(join(folder, inside))) {
      const address = `${inside}/${name}`
      const path = join(folder, address)
      const found = lstatSync(path)
      const type = TYPES[extname(name)]
      if (found.isDirectory()) walk(address)
      else if (found.isFile() && type !== undefined) files.set(address, { path, type, size: found.size })
    }
  }
  walk('')
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}
