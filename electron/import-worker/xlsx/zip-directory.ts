import { IMPORT_LIMITS } from '../limits.ts'
import { damaged, rejected, tooComplex } from '../workbook-rejected.ts'

const END_SIGNATURE = 0x06054b50
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50
const ZIP64_END_SIGNATURE = 0x06064b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const ZIP64_LOCATOR_SIZE = 20
const ZIP64_END_SIZE = 56
const MAX_COMMENT = 0xffff
const UNKNOWN_16 = 0xffff
const UNKNOWN_32 = 0xffffffff
const ENCRYPTED_FLAG = 1
const DESCRIPTOR_FLAG = 8
export const STORED = 0
const DEFLATED = 8
/** 小文件的压缩比没有意义,合计到这么大才看。 */
const RATIO_FROM_BYTES = 10 * 1024 * 1024

/** 一个核对过的条目:内容在文件里的位置与大小,目录与本地头说法一致。 */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly start: number
  readonly packed: number
  readonly unpacked: number
}

interface End {
  readonly at: number
  readonly count: number
  readonly offset: number
}

/** 结尾记录:从后往前找第一个注释长度说得通的;分卷的不收。 */
const findEnd = (view: DataView): End => {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE || at + END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0) throw damaged('split archive')
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count === UNKNOWN_16 || offset === UNKNOWN_32) return findZip64End(view, at)
    if (offset + view.getUint32(at + 12, true) !== at) throw damaged('directory size')
    return { at, count, offset }
  }
  throw damaged('no end of directory')
}
/** 名册用不着 zip64,但有的程序一律写它;值可能是任意大的数,先比大小再用。 */
const findZip64End = (view: DataView, end: number): End => {
  const locator = end - ZIP64_LOCATOR_SIZE
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) throw damaged('zip64 locator')
  const at = view.getBigUint64(locator + 8, true)
  if (at + BigInt(ZIP64_END_SIZE) > BigInt(locator)) throw damaged('zip64 end')
  if (view.getUint32(Number(at), true) !== ZIP64_END_SIGNATURE) throw damaged('zip64 end')
  const count = view.getBigUint64(Number(at) + 32, true)
  const offset = view.getBigUint64(Number(at) + 48, true)
  if (count > BigInt(IMPORT_LIMITS.zipEntries)) throw tooComplex('entries', IMPORT_LIMITS.zipEntries)
  if (offset + view.getBigUint64(Number(at) + 40, true) !== at) throw damaged('zip64 directory')
  return { at: Number(at), count: Number(count), offset: Number(offset) }
}

const nameAt = (bytes: Buffer, at: number, length: number): string => bytes.toString('utf8', at, at + length)
/** 名字只用来对号,从不当作路径去写文件;带上级、绝对路径、反斜线、NUL 的不是表格程序写的。 */
const requirePlainName = (name: string): void => {
  if (name === '' || name.includes('\0') || name.includes('\\') || name.startsWith('/') || name.split('/').includes('..')) throw damaged('entry name')
}

/**
 * 解压之前读完整个目录:条目数、解开后的总大小、压缩比,目录与本地头逐条对账,内容互不重叠,名字不重复(F23)。
 * 申报的大小只用来早拒:解压时另外封顶并核对(inflate-entry.ts)。
 *
 * @throws WorkbookRejected FILE_TOO_COMPLEX、FILE_ENCRYPTED、FILE_DAMAGED
 */
export const readZipDirectory = (bytes: Buffer): ReadonlyMap<string, ZipEntry> => {
  if (bytes.length < END_SIZE) throw damaged('too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end.count > IMPORT_LIMITS.zipEntries) throw tooComplex('entries', IMPORT_LIMITS.zipEntries)
  const entries = new Map<string, ZipEntry>()
  const folded = new Set<string>()
  const spans: { readonly from: number; readonly to: number }[] = []
  let at = end.offset
  let unpackedTotal = 0
  let packedTotal = 0
  for (let index = 0; index < end.count; index += 1) {
    if (at + ENTRY_SIZE > end.at || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged('directory entry')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const crc = view.getUint32(at + 16, true)
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = nameAt(bytes, at + ENTRY_SIZE, nameLength)
    if ((flags & ENCRYPTED_FLAG) !== 0) throw rejected('FILE_ENCRYPTED')
    // 名册不会大到要用 zip64 的长度。
    if (packed === UNKNOWN_32 || unpacked === UNKNOWN_32 || local === UNKNOWN_32) throw tooComplex('unpacked', IMPORT_LIMITS.zipBytes)
    unpackedTotal += unpacked
    packedTotal += packed
    if (unpackedTotal > IMPORT_LIMITS.zipBytes) throw tooComplex('unpacked', IMPORT_LIMITS.zipBytes)
    if (method !== STORED && method !== DEFLATED) throw damaged('compression method')
    requirePlainName(name)
    if (folded.has(name.toLowerCase())) throw damaged('entry twice')
    folded.add(name.toLowerCase())
    const start = requireSameLocal(view, bytes, { local, name, flags, method, crc, packed, unpacked, limit: end.offset })
    spans.push({ from: local, to: start + packed })
    entries.set(name, { name, method, crc, start, packed, unpacked })
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (at !== end.at) throw damaged('directory end')
  spans.sort((left, right) => left.from - right.from)
  if (spans.some((span, index) => span.from < (spans[index - 1]?.to ?? 0)) || (spans[0]?.from ?? 0) !== 0) throw damaged('overlapping entries')
  if (unpackedTotal > RATIO_FROM_BYTES && unpackedTotal > packedTotal * IMPORT_LIMITS.zipRatio) throw tooComplex('ratio', IMPORT_LIMITS.zipRatio)
  return entries
}

interface Claimed extends Omit<ZipEntry, 'start'> {
  readonly local: number
  readonly flags: number
  /** 内容必须在目录之前。 */
  readonly limit: number
}
/** 本地头与目录说的要一样:只改一处的压缩包,不同的程序会读出不同的内容。 */
const requireSameLocal = (view: DataView, bytes: Buffer, claimed: Claimed): number => {
  const { local, name, flags, method, crc, packed, unpacked, limit } = claimed
  if (local + LOCAL_SIZE > limit || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged('local header')
  const nameLength = view.getUint16(local + 26, true)
  const start = local + LOCAL_SIZE + nameLength + view.getUint16(local + 28, true)
  if (start + packed > limit) throw damaged('content outside the file')
  if (nameAt(bytes, local + LOCAL_SIZE, nameLength) !== name || view.getUint16(local + 8, true) !== method) throw damaged('local name or method')
  const later = (flags & DESCRIPTOR_FLAG) !== 0
  const claims = [[view.getUint32(local + 14, true), crc], [view.getUint32(local + 18, true), packed], [view.getUint32(local + 22, true), unpacked]] as const
  // 大小写在内容之后的,本地头里是 0;zip64 的写法是全 1。
  if (claims.some(([found, expected]) => found !== expected && !(later && (found === 0 || found === UNKNOWN_32)))) throw damaged('local sizes')
  if (packed === 0 && unpacked !== 0) throw damaged('empty content')
  return start
}
