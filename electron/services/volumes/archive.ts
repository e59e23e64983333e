import { Zip, ZipDeflate, ZipPassThrough, zipSync, type Zippable } from 'fflate'
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

export interface OneArchive {
  /** 放进一个文件;放进去以后,调用者那份就可以放手了。 */
  add(path: string, bytes: Uint8Array): void
  finish(): Uint8Array
}
/** 一个包装完全部文件(封存的档案不拆开):边放边压,放完接成一整块。 */
export const createOneArchive = (time: number): OneArchive => {
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error === null) chunks.push(chunk)
    else failure ??= error
  })
  const checked = (): void => {
    if (failure !== null) throw failure
  }
  return {
    add: (path, bytes) => {
      const entry = COMPRESSED.test(path) ? new ZipPassThrough(inside(path)) : new ZipDeflate(inside(path), { level: 6 })
      entry.mtime = time
      zip.add(entry)
      entry.push(bytes, true)
      checked()
    },
    finish: () => {
      zip.end()
      checked()
      const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
      let at = 0
      // 接好一块放掉一块。
      for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
        whole.set(chunk, at)
        at += chunk.byteLength
      }
      return whole
    },
  }
}
