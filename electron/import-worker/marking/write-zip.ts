import { crc32, deflateRawSync } from 'node:zlib'

/** 压缩包里的一个部件:原样照抄的给出压好的内容,改过的给出新内容。 */
export type ZipPart = { readonly name: string; readonly content: Buffer } | { readonly name: string; readonly method: number; readonly crc: number; readonly packed: Buffer; readonly unpacked: number }

const LOCAL_SIGNATURE = 0x04034b50
const ENTRY_SIGNATURE = 0x02014b50
const END_SIGNATURE = 0x06054b50
const DEFLATED = 8
const UTF8_FLAG = 0x0800
const VERSION = 20
/** 1980-01-01:压缩包里能写的最早的一天。 */
const FIRST_DAY = 0x21

/** 写成压缩包;名字都按 UTF-8。 */
export const writeZip = (parts: readonly ZipPart[]): Buffer => {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const { method, crc, packed, unpacked } = 'content' in part ? { method: DEFLATED, crc: crc32(part.content), packed: deflateRawSync(part.content), unpacked: part.content.length } : part
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8_FLAG, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(FIRST_DAY, 8)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(unpacked, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL_SIGNATURE)
    chunks.push(local, common, name, packed)
    const head = Buffer.alloc(6)
    head.writeUInt32LE(ENTRY_SIGNATURE)
    head.writeUInt16LE(VERSION, 4)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(head, common, tail, name)
    at += 4 + common.length + name.length + packed.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_SIGNATURE)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...chunks, entries, end])
}
