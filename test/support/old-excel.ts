/** 造旧的 .xls:复合文档里放一串 BIFF 记录。只写测试用得着的几种记录,汉字在 5 版里按 GBK 存。 */
export interface OldSheetSpec {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly hidden?: boolean
  /** 合并:上、下、左、右,从 0 起。 */
  readonly merges?: readonly (readonly [top: number, bottom: number, left: number, right: number])[]
}

const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
const FAT = 0xfffffffd
const PER_SECTOR = SECTOR / 4

const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, index * 2)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
export const record = (type: number, ...parts: readonly Buffer[]): Buffer => {
  const data = Buffer.concat(parts)
  return Buffer.concat([u16(type, data.length), data])
}

let gbk: ReadonlyMap<string, readonly [number, number]> | null = null
/** 汉字 → GBK:没有现成的编码器,倒着查解码表。 */
export const gbkBytes = (text: string): Buffer => {
  if (gbk === null) {
    const table = new Map<string, readonly [number, number]>()
    const decoder = new TextDecoder('gb18030')
    for (let high = 0x81; high <= 0xfe; high += 1) for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    gbk = table
  }
  const table = gbk
  return Buffer.from([...text].flatMap((character) => (character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : [...(table.get(character) ?? [0x3f])])))
}

const wide = (text: string): Buffer => Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')])
const sheetStream = ({ rows, merges = [] }: OldSheetSpec, version: 5 | 8): Buffer => {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((value, column) => {
      if (value === null) return []
      const place = u16(at, column, 0)
      if (typeof value === 'number') {
        const bytes = Buffer.alloc(8)
        bytes.writeDoubleLE(value)
        return [record(0x203, place, bytes)]
      }
      const text = version === 5 ? gbkBytes(value) : wide(value)
      return [record(0x204, place, u16(version === 5 ? text.length : value.length), text)]
    }),
  )
  return Buffer.concat([record(0x809, u16(version === 8 ? 0x600 : 0x500, 0x10, 0, 0), ...(version === 8 ? [u32(0), u32(0)] : [])), ...cells, ...(merges.length === 0 ? [] : [record(0xe5, u16(merges.length), ...merges.map((merge) => u16(...merge)))]), record(0x0a)])
}

/** 记录流 → 复合文档。 */
export const compoundFile = (stream: Buffer, name: string): Buffer => {
  const content = Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))])
  const padded = Buffer.concat([content, Buffer.alloc((SECTOR - (content.length % SECTOR)) % SECTOR)])
  const count = padded.length / SECTOR
  let fatCount = 1
  while (fatCount * PER_SECTOR < count + 1 + fatCount) fatCount += 1
  const numbers = Array.from({ length: fatCount * PER_SECTOR }, () => FREE)
  for (let index = 0; index < count; index += 1) numbers[index] = index === count - 1 ? END : index + 1
  numbers[count] = END
  for (let index = 0; index < fatCount; index += 1) numbers[count + 1 + index] = FAT
  const entry = (title: string, kind: number, start: number, size: number, child: number): Buffer => {
    const bytes = Buffer.alloc(128)
    bytes.write(title, 0, 'utf16le')
    bytes.writeUInt16LE((title.length + 1) * 2, 64)
    bytes.writeUInt8(kind, 66)
    for (const at of [68, 72]) bytes.writeUInt32LE(FREE, at)
    bytes.writeUInt32LE(child, 76)
    bytes.writeUInt32LE(start, 116)
    bytes.writeUInt32LE(size, 120)
    return bytes
  }
  const header = Buffer.alloc(SECTOR)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(fatCount, 44)
  header.writeUInt32LE(count, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(END, 60)
  header.writeUInt32LE(END, 68)
  for (let index = 0; index < 109; index += 1) header.writeUInt32LE(index < fatCount ? count + 1 + index : FREE, 76 + index * 4)
  const directory = Buffer.concat([entry('Root Entry', 5, END, 0, 1), entry(name, 2, 0, content.length, FREE), Buffer.alloc(256)])
  return Buffer.concat([header, padded, directory, ...numbers.map(u32)])
}

/** 一份 .xls:8 为 Excel 97 以后,5 为 Excel 95。 */
export const makeXls = (sheets: readonly OldSheetSpec[], version: 5 | 8 = 8): Buffer => {
  const bodies = sheets.map((sheet) => sheetStream(sheet, version))
  const name = (text: string): Buffer => (version === 5 ? Buffer.concat([Buffer.from([gbkBytes(text).length]), gbkBytes(text)]) : Buffer.concat([Buffer.from([text.length]), wide(text)]))
  const globals = (starts: readonly number[]): Buffer =>
    Buffer.concat([
      record(0x809, u16(version === 8 ? 0x600 : 0x500, 0x05, 0, 0), ...(version === 8 ? [u32(0), u32(0)] : [])),
      record(0x42, u16(version === 8 ? 1200 : 936)),
      record(0xe0, u16(0, 0), Buffer.alloc(16)),
      ...sheets.map((sheet, index) => record(0x85, u32(starts[index] ?? 0), Buffer.from([sheet.hidden === true ? 1 : 0, 0]), name(sheet.name))),
      record(0x0a),
    ])
  const length = globals(sheets.map(() => 0)).length
  const starts = bodies.map((_body, index) => length + bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0))
  return compoundFile(Buffer.concat([globals(starts), ...bodies]), version === 8 ? 'Workbook' : 'Book')
}
