import { crc32, deflateRawSync } from 'node:zlib'

/** 压缩包里的一个条目;凡 local、declared 之类都是撒谎用的,缺省为真话。 */
export interface ZipEntry {
  readonly name: string
  readonly content: Uint8Array
  /** 目录与本地头里申报的大小。 */
  readonly declared?: number
  /** 只改目录里的大小,本地头仍是真的。 */
  readonly declaredInDirectory?: number
  readonly packedInDirectory?: number
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly localName?: string
  /** 不存内容,目录指向第几个条目的本地头(重叠)。 */
  readonly sharesBodyOf?: number
  /** 压缩数据之后多出来的字节。 */
  readonly trailing?: Uint8Array
  /** 大小与校验写在内容之后(流式写入的压缩包就是这样)。 */
  readonly descriptor?: boolean
}

export interface ZipOptions {
  readonly prefix?: Uint8Array
  readonly suffix?: Uint8Array
  readonly comment?: Uint8Array
  /** 目录结尾里申报的条目数、目录位置、目录大小、分卷号。 */
  readonly count?: number
  readonly directoryOffset?: number
  readonly directorySize?: number
  readonly disk?: number
  /** zip64 的结尾记录;值可以是任意大的数。 */
  readonly zip64?: { readonly count: bigint; readonly offset: bigint; readonly recordAt?: bigint }
}

const STORED = 0
const DEFLATED = 8

const localHeader = (entry: ZipEntry, packed: number, crc: number): Buffer => {
  const name = Buffer.from(entry.localName ?? entry.name)
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE((entry.flags ?? 0) | (entry.descriptor === true ? 8 : 0), 6)
  header.writeUInt16LE(entry.method ?? DEFLATED, 8)
  if (entry.descriptor !== true) {
    header.writeUInt32LE(crc, 14)
    header.writeUInt32LE(packed, 18)
    header.writeUInt32LE(entry.declared ?? entry.content.length, 22)
  }
  header.writeUInt16LE(name.length, 26)
  name.copy(header, 30)
  return header
}

const directoryEntry = (entry: ZipEntry, packed: number, crc: number, offset: number): Buffer => {
  const name = Buffer.from(entry.name)
  const record = Buffer.alloc(46 + name.length)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(20, 4)
  record.writeUInt16LE(20, 6)
  record.writeUInt16LE((entry.flags ?? 0) | (entry.descriptor === true ? 8 : 0), 8)
  record.writeUInt16LE(entry.method ?? DEFLATED, 10)
  record.writeUInt32LE(crc, 16)
  record.writeUInt32LE(entry.packedInDirectory ?? packed, 20)
  record.writeUInt32LE(entry.declaredInDirectory ?? entry.declared ?? entry.content.length, 24)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt32LE(offset, 42)
  name.copy(record, 46)
  return record
}

const descriptorOf = (entry: ZipEntry, packed: number, crc: number): Buffer => {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(packed, 8)
  record.writeUInt32LE(entry.content.length, 12)
  return record
}

/** 手工拼一个压缩包,处处可以撒谎。 */
export const zip = (entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer => {
  const prefix = options.prefix ?? Buffer.alloc(0)
  const bodies: Uint8Array[] = [prefix]
  const directory: Buffer[] = []
  const placed: { offset: number; packed: number; crc: number }[] = []
  let offset = prefix.length
  for (const entry of entries) {
    const shared = entry.sharesBodyOf === undefined ? undefined : placed[entry.sharesBodyOf]
    const body = entry.method === STORED ? Buffer.from(entry.content) : deflateRawSync(entry.content)
    const packed = shared?.packed ?? body.length + (entry.trailing?.length ?? 0)
    const crc = entry.crc ?? shared?.crc ?? crc32(entry.content)
    placed.push({ offset: shared?.offset ?? offset, packed, crc })
    directory.push(directoryEntry(entry, packed, crc, shared?.offset ?? offset))
    if (shared !== undefined) continue
    const parts = [localHeader(entry, packed, crc), body, ...(entry.trailing === undefined ? [] : [entry.trailing]), ...(entry.descriptor === true ? [descriptorOf(entry, packed, crc)] : [])]
    bodies.push(...parts)
    offset += parts.reduce((total, part) => total + part.length, 0)
  }
  const directoryBytes = Buffer.concat(directory)
  const tail: Uint8Array[] = [directoryBytes]
  if (options.zip64 !== undefined) {
    const record = Buffer.alloc(56)
    record.writeUInt32LE(0x06064b50, 0)
    record.writeBigUInt64LE(44n, 4)
    record.writeBigUInt64LE(options.zip64.count, 24)
    record.writeBigUInt64LE(options.zip64.count, 32)
    record.writeBigUInt64LE(BigInt(directoryBytes.length), 40)
    record.writeBigUInt64LE(options.zip64.offset, 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(options.zip64.recordAt ?? BigInt(offset + directoryBytes.length), 8)
    locator.writeUInt32LE(1, 16)
    tail.push(record, locator)
  }
  const comment = options.comment ?? Buffer.alloc(0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(options.disk ?? 0, 4)
  end.writeUInt16LE(options.disk ?? 0, 6)
  end.writeUInt16LE(options.zip64 === undefined ? (options.count ?? entries.length) : 0xffff, 8)
  end.writeUInt16LE(options.zip64 === undefined ? (options.count ?? entries.length) : 0xffff, 10)
  end.writeUInt32LE(options.directorySize ?? directoryBytes.length, 12)
  end.writeUInt32LE(options.zip64 === undefined ? (options.directoryOffset ?? offset) : 0xffffffff, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...bodies, ...tail, end, comment, options.suffix ?? Buffer.alloc(0)])
}
