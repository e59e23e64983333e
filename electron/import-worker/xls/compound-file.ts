import { IMPORT_LIMITS } from '../limits.ts'
import { damaged, tooComplex } from '../workbook-rejected.ts'

const HEADER_BYTES = 512
const END_OF_CHAIN = 0xfffffffe
const LARGEST_SECTOR = 0xfffffffa
const DIRECTORY_ENTRY_BYTES = 128
const STREAM = 2
const ROOT = 5
const MINI_SECTOR_BYTES = 64
const FAT_IN_HEADER = 109

/**
 * 复合文档(旧 .xls 的外壳)里的一个流。扇区链逐个核对:越界、绕圈、比申报的短,都算坏了,从不照着坏的链往下读。
 *
 * @returns 没有叫这个名字的流为 null。
 * @throws WorkbookRejected FILE_DAMAGED、FILE_TOO_COMPLEX
 */
export const readStream = (file: Buffer, names: readonly string[]): Buffer | null => {
  if (file.length < HEADER_BYTES) throw damaged('compound header')
  const shift = file.readUInt16LE(30)
  if ((shift !== 9 && shift !== 12) || file.readUInt16LE(32) !== 6 || file.readUInt16LE(28) !== 0xfffe) throw damaged('compound sector size')
  const size = 1 << shift
  const sectors = Math.floor((file.length - size) / size) + (file.length % size === 0 ? 0 : 1)
  /** 末一个扇区可能没写满。 */
  const sector = (index: number): Buffer => {
    const start = (index + 1) * size
    if (index > LARGEST_SECTOR || index >= sectors || start >= file.length) throw damaged('sector outside the file')
    return file.subarray(start, Math.min(start + size, file.length))
  }
  const fat = readFat(file, sector, size, sectors)
  const chain = (first: number, table: readonly number[], longest: number): number[] => {
    const found: number[] = []
    for (let at = first; at !== END_OF_CHAIN; at = table[at] ?? LARGEST_SECTOR) {
      if (found.length >= longest || at >= table.length) throw damaged('sector chain')
      found.push(at)
    }
    return found
  }
  const content = (first: number): Buffer => Buffer.concat(chain(first, fat, sectors).map(sector))
  const directory = content(file.readUInt32LE(48))
  let root: Buffer | null = null
  const streams = new Map<string, Buffer>()
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
    const entry = directory.subarray(at, at + DIRECTORY_ENTRY_BYTES)
    const kind = entry.readUInt8(66)
    if (kind === ROOT) root ??= entry
    if (kind !== STREAM) continue
    const length = entry.readUInt16LE(64)
    if (length < 2 || length > 64 || length % 2 !== 0) throw damaged('stream name')
    const name = entry.toString('utf16le', 0, length - 2).toLowerCase()
    if (!streams.has(name)) streams.set(name, entry)
  }
  const wanted = names.map((name) => streams.get(name.toLowerCase())).find((entry) => entry !== undefined)
  if (wanted === undefined) return null
  const length = wanted.readUInt32LE(120)
  if (length > IMPORT_LIMITS.zipBytes) throw tooComplex('unpacked', IMPORT_LIMITS.zipBytes)
  const first = wanted.readUInt32LE(116)
  if (length >= file.readUInt32LE(56)) return exactly(content(first), length)
  if (root === null) throw damaged('no root entry')
  const pool = content(root.readUInt32LE(116))
  const miniFat = file.readUInt32LE(64) === 0 ? [] : numbersIn(content(file.readUInt32LE(60)))
  const places = chain(first, miniFat, miniFat.length)
  return exactly(Buffer.concat(places.map((place) => pool.subarray(place * MINI_SECTOR_BYTES, (place + 1) * MINI_SECTOR_BYTES))), length)
}

const exactly = (bytes: Buffer, length: number): Buffer => {
  if (bytes.length < length) throw damaged('stream shorter than stated')
  return bytes.subarray(0, length)
}
const numbersIn = (bytes: Buffer): number[] => Array.from({ length: Math.floor(bytes.length / 4) }, (_unused, index) => bytes.readUInt32LE(index * 4))

/** 扇区分配表:前 109 块的位置在文件头里,再多的在另一串扇区里。 */
const readFat = (file: Buffer, sector: (index: number) => Buffer, size: number, sectors: number): number[] => {
  const places = numbersIn(file.subarray(76, HEADER_BYTES)).slice(0, FAT_IN_HEADER)
  let next = file.readUInt32LE(68)
  for (let count = 0; next !== END_OF_CHAIN && next <= LARGEST_SECTOR; count += 1) {
    if (count > sectors) throw damaged('allocation chain')
    const numbers = numbersIn(sector(next))
    places.push(...numbers.slice(0, size / 4 - 1))
    next = numbers[size / 4 - 1] ?? END_OF_CHAIN
  }
  const fat: number[] = []
  for (const place of places) {
    if (place > LARGEST_SECTOR) continue
    for (const number of numbersIn(sector(place))) fat.push(number)
    if (fat.length > sectors + size) break
  }
  return fat
}
