import { inflateRawSync, inflateSync, constants } from 'node:zlib'

const MOST_BYTES = 256 * 1024 * 1024
/** 后面还接着别的、断在半路的也解,解到哪里算哪里。 */
const TOLERANT = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES }

const attempt = (label: string, unpack: () => Buffer): readonly (readonly [string, Buffer])[] => {
  try {
    const bytes = unpack()
    return bytes.length === 0 ? [] : [[label, bytes]]
  } catch {
    // 加密的数据里碰巧有相同的开头,不是压缩的。
    return []
  }
}

const offsetsOf = (bytes: Buffer, marker: Buffer): readonly number[] => {
  const offsets: number[] = []
  for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) offsets.push(at)
  return offsets
}

/** gzip 的头之后;后面接着别的时现成的解法会报错,所以自己跳过头。 */
const gzipBody = (bytes: Buffer, at: number): number => {
  const flags = bytes.readUInt8(at + 3)
  let body = at + 10
  if ((flags & 4) !== 0) body += 2 + bytes.readUInt16LE(body)
  for (const text of [8, 16]) if ((flags & text) !== 0) body = bytes.indexOf(0, body) + 1
  return (flags & 2) === 0 ? body : body + 2
}

/** 压在里面的内容:zip(xlsx、docx)的各个文件、gzip、PDF 的各段;按字节找的找不到压过的。 */
export const unpacked = (bytes: Buffer): readonly (readonly [string, Buffer])[] => [
  ...offsetsOf(bytes, Buffer.from('PK\u0003\u0004', 'latin1')).flatMap((at) => (at + 30 <= bytes.length && bytes.readUInt16LE(at + 8) === 8 ? attempt(`zip@${at}`, () => inflateRawSync(bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)), TOLERANT)) : [])),
  ...offsetsOf(bytes, Buffer.from([0x1f, 0x8b, 0x08])).flatMap((at) => attempt(`gzip@${at}`, () => inflateRawSync(bytes.subarray(gzipBody(bytes, at)), TOLERANT))),
  ...['stream\n', 'stream\r\n'].flatMap((word) => offsetsOf(bytes, Buffer.from(word)).flatMap((at) => attempt(`pdf@${at}`, () => inflateSync(bytes.subarray(at + word.length), TOLERANT)))),
]
