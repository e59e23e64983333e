import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Canary } from './leaks/canaries.ts'
import { needlesOf, type Needle } from './leaks/needles.ts'
import { unpacked } from './leaks/unpack.ts'
import type { WrittenBytes } from './leaks/written-bytes.ts'

export interface LeakHit {
  readonly file: string
  readonly offset: number
  readonly what: string
  readonly encoding: string
}
export interface LeakReport {
  readonly files: number
  /** 看过的字节,含解开压缩后的。 */
  readonly bytes: number
  readonly hits: readonly LeakHit[]
}

/** 同一处同一项只报头几次。 */
const MOST_HITS = 20
/** 压缩里面再套压缩,最多看这么深。 */
const DEEPEST = 2

const offsetsIn = (bytes: Buffer, needle: Buffer): readonly number[] => {
  const offsets: number[] = []
  for (let at = bytes.indexOf(needle); at >= 0 && offsets.length < MOST_HITS; at = bytes.indexOf(needle, at + 1)) offsets.push(at)
  return offsets
}

export interface LeakScanner {
  bytes(file: string, content: Buffer): LeakReport
  /** 文件夹里的每个文件,连同文件名。 */
  folders(folders: readonly string[]): LeakReport
  /** 跟踪到的每次写入;写完就删的也在内。 */
  written(written: WrittenBytes): LeakReport
}

export const joinReports = (reports: readonly LeakReport[]): LeakReport => ({ files: reports.reduce((sum, { files }) => sum + files, 0), bytes: reports.reduce((sum, { bytes }) => sum + bytes, 0), hits: reports.flatMap(({ hits }) => hits) })

/**
 * 按字节找假数据:UTF-8、UTF-16、GB18030,各自的十六进制与 base64,以及几种转义;压缩的解开再找。
 *
 * @param leaveOut 用户自己要的导出件:不看。
 */
export const createLeakScanner = (canaries: readonly Canary[], leaveOut: (path: string) => boolean = () => false): LeakScanner => {
  const needles: readonly Needle[] = canaries.flatMap(needlesOf)
  const scan = (file: string, content: Buffer, depth: number): LeakReport => {
    const hits = needles.flatMap(({ what, encoding, bytes }) => offsetsIn(content, bytes).map((offset) => ({ file, offset, what, encoding })))
    const inner = depth >= DEEPEST ? [] : unpacked(content).map(([label, bytes]) => scan(`${file}!${label}`, bytes, depth + 1))
    const joined = joinReports(inner)
    return { files: 1, bytes: content.length + joined.bytes, hits: [...hits, ...joined.hits] }
  }
  const nameOf = (path: string): LeakReport => ({ ...scan(`${path} 的名字`, Buffer.from(path), DEEPEST), files: 0, bytes: 0 })
  const walk = (path: string): readonly LeakReport[] => {
    if (leaveOut(path)) return []
    const status = lstatSync(path)
    if (status.isDirectory()) return [nameOf(path), ...readdirSync(path).flatMap((name) => walk(join(path, name)))]
    return status.isFile() ? [nameOf(path), scan(path, readFileSync(path), 0)] : [nameOf(path)]
  }
  return {
    bytes: (file, content) => scan(file, content, 0),
    folders: (folders) => joinReports(folders.flatMap(walk)),
    written: ({ files }) => joinReports([...files].filter(([path]) => !leaveOut(path)).flatMap(([path, content]) => [nameOf(path), scan(`${path}(写入)`, content, 0)])),
  }
}

/** 失败时好认的几行。 */
export const describeHits = ({ hits }: LeakReport): string => hits.slice(0, MOST_HITS).map(({ file, offset, what, encoding }) => `${what}(${encoding})在 ${file} 第 ${offset} 字节`).join('\n')
