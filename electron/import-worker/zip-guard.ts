import { IMPORT_LIMITS } from './limits.ts'
import { WorkbookRejected } from './workbook-rejected.ts'

const END_SIGNATURE = 0x06054b50
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50
const ZIP64_END_SIGNATURE = 0x06064b50
const ENTRY_SIGNATURE = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const MAX_COMMENT = 0xffff
const ZIP64_LOCATOR_SIZE = 20
const UNKNOWN_16 = 0xffff
const UNKNOWN_32 = 0xffffffff
/** 小文件的压缩比没有意义,合计到这么大才看。 */
const RATIO_FROM_BYTES = 10 * 1024 * 1024

interface ZipSummary {
  readonly names: readonly string[]
  readonly bytes: number
}

const damaged = (): WorkbookRejected => new WorkbookRejected('FILE_DAMAGED')

const findDirectory = (view: DataView): { offset: number; count: number } => {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count !== UNKNOWN_16 && offset !== UNKNOWN_32) return { offset, count }
    const locator = at - ZIP64_LOCATOR_SIZE
    if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE) return { offset, count }
    const end64 = Number(view.getBigUint64(locator + 8, true))
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== ZIP64_END_SIGNATURE) throw damaged()
    return { count: Number(view.getBigUint64(end64 + 32, true)), offset: Number(view.getBigUint64(end64 + 48, true)) }
  }
  throw damaged()
}

/**
 * 解压之前只读中央目录:条目数、解开后的总大小、压缩比超限的拒收。
 * 申报的大小不可全信:解压时以申报值封顶,申报为 0 而有内容的当作损坏;读文件的线程另有内存和时间上限。
 *
 * @throws WorkbookRejected FILE_TOO_COMPLEX、FILE_ENCRYPTED、FILE_DAMAGED、FILE_NOT_WORKBOOK
 */
export const guardZip = (bytes: Uint8Array): ZipSummary => {
  if (bytes.length < END_SIZE) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, count } = findDirectory(view)
  if (count > IMPORT_LIMITS.zipEntries) throw new WorkbookRejected('FILE_TOO_COMPLEX')
  const names: string[] = []
  let at = offset
  let unpacked = 0
  let packed = 0
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged()
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const packedSize = view.getUint32(at + 20, true)
    const unpackedSize = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    names.push(Buffer.from(bytes.buffer, bytes.byteOffset + at + ENTRY_SIZE, Math.min(nameLength, view.byteLength - at - ENTRY_SIZE)).toString('utf8'))
    if ((flags & 1) === 1) throw new WorkbookRejected('FILE_ENCRYPTED')
    if (method !== 0 && method !== 8) throw damaged()
    // 名册不会大到要用 zip64 的长度。
    if (packedSize === UNKNOWN_32 || unpackedSize === UNKNOWN_32) throw new WorkbookRejected('FILE_TOO_COMPLEX')
    if (unpackedSize === 0 && packedSize > 8) throw damaged()
    unpacked += unpackedSize
    packed += packedSize
    if (unpacked > IMPORT_LIMITS.zipBytes) throw new WorkbookRejected('FILE_TOO_COMPLEX')
    at += ENTRY_SIZE + nameLength + extraLength + commentLength
  }
  if (unpacked > RATIO_FROM_BYTES && unpacked > packed * IMPORT_LIMITS.zipRatio) throw new WorkbookRejected('FILE_TOO_COMPLEX')
  if (!names.some((name) => name.toLowerCase() === 'xl/workbook.xml' || /(^|\/)workbook\d*\.xml$/i.test(name))) throw new WorkbookRejected('FILE_NOT_WORKBOOK')
  return { names, bytes: unpacked }
}
