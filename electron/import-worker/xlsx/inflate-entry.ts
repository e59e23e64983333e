import { crc32, createInflateRaw } from 'node:zlib'
import { damaged } from '../workbook-rejected.ts'
import { STORED, type ZipEntry } from './zip-directory.ts'

const CHUNK_BYTES = 256 * 1024

/**
 * 一段一段解开一个条目:解出的比申报的多就停,少了、多余、校验和不符都算坏(F23)。从不把整个部件摆在内存里。
 *
 * @throws WorkbookRejected FILE_DAMAGED
 */
export async function* inflateEntry(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = file.subarray(entry.start, entry.start + entry.packed)
  let crc = 0
  let size = 0
  for await (const chunk of entry.method === STORED ? [packed] : inflated(packed)) {
    size += chunk.length
    if (size > entry.unpacked) throw damaged('more than declared')
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.unpacked || crc !== entry.crc) throw damaged('size or checksum')
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: CHUNK_BYTES })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw damaged(error)
  } finally {
    stream.destroy()
  }
  // 解压在流的结束标记处停下;后面还有字节,说明大小是编的。
  if (stream.bytesWritten !== packed.length) throw damaged('bytes after the content')
}
