import { zipSync, type Zippable } from 'fflate'
import { safeName } from '../export/export-name.ts'

/** 一个压缩包的上限:打完一包就交出去,内存里只有一包。 */
const PART_BYTES = 24 * 1024 * 1024
/** PDF、照片已经压过,再压没有用。 */
const COMPRESSED = /\.(?:pdf|jpe?g|png|zip)$/i

export interface Archive {
  /** 放进一个文件;这一包满了就先交出去。同名的加序号。 */
  add(path: string, bytes: Uint8Array): void
  /** 余下的交出去。 */
  finish(): void
}

/** 路径里的每一段都当文件名收拾:名称里带斜杠的支部也出不了自己的位置(F34、F51)。 */
const inside = (path: string): string => path.split('/').map(safeName).join('/')

/**
 * 边放边打的压缩包。
 *
 * @param handOver 打好的一包,依次。
 */
export const createArchive = (handOver: (bytes: Uint8Array, part: number) => void, at: number): Archive => {
  let held: Zippable = {}
  let size = 0
  let parts = 0
  const taken = new Set<string>()
  const unique = (path: string): string => {
    const dot = path.lastIndexOf('.')
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? path : `${path.slice(0, dot)} (${count})${path.slice(dot)}`
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  }
  const flush = (): void => {
    if (size === 0) return
    handOver(zipSync(held, { mtime: at }), ++parts)
    held = {}
    size = 0
  }
  return {
    add: (path, bytes) => {
      if (size > 0 && size + bytes.byteLength > PART_BYTES) flush()
      held[unique(inside(path))] = [bytes, { level: COMPRESSED.test(path) ? 0 : 6 }]
      size += bytes.byteLength
    },
    finish: flush,
  }
}

/** 一个包装完全部文件(封存的档案不拆开)。 */
export const zipOne = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[], at: number): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [inside(name), [bytes, { level: COMPRESSED.test(name) ? 0 : 6 }] as const])), { mtime: at })
