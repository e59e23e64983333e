import { cleanLine } from '../../domain/roster/clean-text.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { damaged, rejected, tooComplex } from '../workbook-rejected.ts'
import { numberFormatOf, type NumberFormat } from '../xlsx/number-formats.ts'
import { createReader, RECORD, recordAt } from './records.ts'

export interface OldSheet {
  readonly name: string
  readonly hidden: boolean
  /** 这张表的记录从流的哪里起。 */
  readonly start: number
}
export interface OldWorkbook {
  /** 8 是 Excel 97 以后的,5 是 Excel 5.0 与 95 的。 */
  readonly version: 5 | 8
  readonly is1904: boolean
  readonly sheets: readonly OldSheet[]
  readonly strings: readonly string[]
  /** 样式编号 → 数字格式。 */
  readonly formats: readonly NumberFormat[]
  /** 一字节一个的文字怎么解(Excel 95 的汉字)。 */
  decode(bytes: Buffer): string
}

const VERSION_8 = 0x0600
const VERSION_5 = 0x0500
const GLOBALS = 0x0005
const WORKSHEET = 0
const MAX_NAME = 100
const CODE_PAGES: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 1252: 'windows-1252', 1200: 'utf-16le' }

const stringTable = (record: Parameters<typeof createReader>[0]): string[] => {
  const reader = createReader(record)
  reader.skip(4)
  const count = reader.u32()
  if (count > IMPORT_LIMITS.sharedStrings) throw tooComplex('strings', IMPORT_LIMITS.sharedStrings)
  const strings: string[] = []
  let total = 0
  for (let index = 0; index < count; index += 1) {
    const length = reader.u16()
    const flags = reader.u8()
    const runs = (flags & 8) === 0 ? 0 : reader.u16()
    const extension = (flags & 4) === 0 ? 0 : reader.u32()
    total += length
    if (total > IMPORT_LIMITS.sharedCharacters) throw tooComplex('characters', IMPORT_LIMITS.sharedCharacters)
    strings.push(reader.characters(length, (flags & 1) === 1).slice(0, IMPORT_LIMITS.cellCharacters))
    reader.skip(runs * 4)
    reader.skip(extension)
  }
  return strings
}

/**
 * 流开头的总表:有哪些表、字串表、数字格式、日期系统。
 *
 * @throws WorkbookRejected FILE_ENCRYPTED 设了打开口令;FILE_OLD_EXCEL 更旧的格式;FILE_DAMAGED、FILE_TOO_COMPLEX
 */
export const readGlobals = (stream: Buffer): OldWorkbook => {
  const first = recordAt(stream, 0)
  if (first === null || first.type !== RECORD.bof || first.data.length < 4 || first.data.readUInt16LE(2) !== GLOBALS) throw rejected('FILE_OLD_EXCEL')
  const stated = first.data.readUInt16LE(0)
  if (stated !== VERSION_8 && stated !== VERSION_5) throw rejected('FILE_OLD_EXCEL')
  const version = stated === VERSION_8 ? 8 : 5
  let is1904 = false
  let strings: string[] = []
  let encoding = 'gb18030'
  const sheets: OldSheet[] = []
  const custom = new Map<number, string>()
  const used: number[] = []
  const decode = (bytes: Buffer): string => new TextDecoder(encoding).decode(bytes)
  const shortText = (data: Buffer, at: number, wideLength: boolean): string => {
    const length = wideLength ? data.readUInt16LE(at) : data.readUInt8(at)
    const start = at + (wideLength ? 2 : 1)
    if (version === 5) return decode(data.subarray(start, start + length))
    const isWide = (data.readUInt8(start) & 1) === 1
    const end = start + 1 + length * (isWide ? 2 : 1)
    if (end > data.length) throw damaged('short string')
    return data.toString(isWide ? 'utf16le' : 'latin1', start + 1, end)
  }
  for (let record = recordAt(stream, first.next); ; record = recordAt(stream, record.next)) {
    if (record === null) throw damaged('globals without an end')
    const { type, data } = record
    try {
      if (type === RECORD.eof) break
      else if (type === RECORD.filePass) throw rejected('FILE_ENCRYPTED')
      else if (type === RECORD.codePage) encoding = CODE_PAGES[data.readUInt16LE(0)] ?? 'gb18030'
      else if (type === RECORD.date1904) is1904 = data.readUInt16LE(0) === 1
      else if (type === RECORD.sst) strings = stringTable(record)
      else if (type === RECORD.format || (type === RECORD.formatOld && version === 5)) custom.set(data.readUInt16LE(0), shortText(data, 2, version === 8))
      else if (type === RECORD.xf) used.push(data.readUInt16LE(2))
      else if (type === RECORD.boundSheet) {
        if (sheets.length >= IMPORT_LIMITS.sheets) throw tooComplex('sheets', IMPORT_LIMITS.sheets)
        // 图表页、宏表不是表格,跳过。
        if (data.readUInt8(5) !== WORKSHEET) continue
        const text = cleanLine(shortText(data, 6, false)).text.slice(0, MAX_NAME) || `Sheet${sheets.length + 1}`
        const name = sheets.some((sheet) => sheet.name === text) ? `${text.slice(0, MAX_NAME - 6)} (${sheets.length + 1})` : text
        sheets.push({ name, hidden: (data.readUInt8(4) & 3) !== 0, start: data.readUInt32LE(0) })
      }
    } catch (error) {
      throw error instanceof RangeError ? damaged(error) : error
    }
  }
  return { version, is1904, sheets, strings, decode, formats: used.map((code) => numberFormatOf(code, custom)) }
}
