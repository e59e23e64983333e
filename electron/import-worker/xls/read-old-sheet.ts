import type { DateCell, SheetCell } from '../../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { createRowBatches, type SheetSink } from '../sheet-sink.ts'
import { damaged, tooComplex, WorkbookRejected } from '../workbook-rejected.ts'
import { valueAsShown } from '../xlsx/cell-values.ts'
import type { Merge } from '../xlsx/merges.ts'
import { createReader, RECORD, recordAt, type BiffRecord } from './records.ts'
import type { OldSheet, OldWorkbook } from './workbook-globals.ts'

const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' }
const FORMULA_STRING = 0
const FORMULA_BOOLEAN = 1
const FORMULA_ERROR = 2
const NOT_A_NUMBER = 0xffff

/** RK:四个字节里压着一个数,末两位说是不是整数、要不要除以一百。 */
const rkValue = (raw: number): number => {
  const scaled = (raw & 1) === 1
  let value: number
  if ((raw & 2) === 2) value = raw >> 2
  else {
    const bytes = Buffer.alloc(8)
    bytes.writeInt32LE(raw & ~3, 4)
    value = bytes.readDoubleLE(0)
  }
  return scaled ? value / 100 : value
}
const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

/**
 * 一张旧表 → 一批批的行,最后是合并的区域。只取值:公式取文件里存着的结果,从不计算(F28)。
 *
 * @throws WorkbookRejected FILE_DAMAGED(附表名、行号)、FILE_TOO_COMPLEX
 */
export const readOldSheet = (stream: Buffer, sheet: OldSheet, book: OldWorkbook, emit: SheetSink): void => {
  const rows = new Map<number, SheetCell[]>()
  const merges: Merge[] = []
  let row = 0
  const put = (at: number, column: number, cell: SheetCell): void => {
    row = at + 1
    if (cell === null) return
    if (row > IMPORT_LIMITS.rows) throw tooComplex('rows', IMPORT_LIMITS.rows)
    if (column >= IMPORT_LIMITS.columns) throw tooComplex('columns', IMPORT_LIMITS.columns)
    const cells = rows.get(at) ?? []
    while (cells.length <= column) cells.push(null)
    cells[column] = cell
    rows.set(at, cells)
  }
  const shown = (value: number, style: number): string | number | DateCell => {
    const format = book.formats[style]
    if (format === undefined || !Number.isFinite(value)) throw damaged('cell style', sheet.name, row)
    return valueAsShown(value, format, book.is1904)
  }
  /** 公式的结果:八个字节是一个数,末两个字节全 1 时另有说法;字串的在后面一条记录里。 */
  const formulaValue = (data: Buffer, style: number, following: BiffRecord | null): SheetCell => {
    if (data.readUInt16LE(12) !== NOT_A_NUMBER) return { kind: 'formula', value: shown(data.readDoubleLE(6), style) }
    const kind = data.readUInt8(6)
    if (kind === FORMULA_ERROR) return { kind: 'error', text: ERRORS[data.readUInt8(8)] ?? '#N/A' }
    if (kind === FORMULA_BOOLEAN) return { kind: 'formula', value: data.readUInt8(8) === 1 }
    if (kind !== FORMULA_STRING || following === null || following.type !== RECORD.string) return { kind: 'formula', value: null }
    return { kind: 'formula', value: textOrNull(stringOf(following)) }
  }
  const stringOf = (record: BiffRecord): string => {
    const reader = createReader(record)
    const length = reader.u16()
    if (book.version === 5) return book.decode(reader.bytes(length))
    return reader.characters(length, (reader.u8() & 1) === 1)
  }
  const labelText = (record: BiffRecord): string => {
    const reader = createReader(record)
    reader.skip(6)
    const length = reader.u16()
    if (book.version === 5 || record.type === RECORD.rString) return book.decode(reader.bytes(length))
    return reader.characters(length, (reader.u8() & 1) === 1)
  }
  const take = (record: BiffRecord): void => {
    const { type, data } = record
    const at = (): readonly [row: number, column: number, style: number] => [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)]
    if (type === RECORD.labelSst) {
      const text = book.strings[data.readUInt32LE(6)]
      // 查不到的编号不能当作空格子:那一格本来有字。
      if (text === undefined) throw damaged('shared string', sheet.name, data.readUInt16LE(0) + 1)
      put(data.readUInt16LE(0), data.readUInt16LE(2), textOrNull(text))
    } else if (type === RECORD.label || type === RECORD.rString) put(data.readUInt16LE(0), data.readUInt16LE(2), textOrNull(labelText(record)))
    else if (type === RECORD.number) put(at()[0], at()[1], shown(data.readDoubleLE(6), at()[2]))
    else if (type === RECORD.rk) put(at()[0], at()[1], shown(rkValue(data.readInt32LE(6)), at()[2]))
    else if (type === RECORD.mulRk) {
      const last = data.readUInt16LE(data.length - 2)
      const first = data.readUInt16LE(2)
      if (data.length !== 6 + (last - first + 1) * 6) throw damaged('number run', sheet.name, data.readUInt16LE(0) + 1)
      for (let column = first; column <= last; column += 1) put(data.readUInt16LE(0), column, shown(rkValue(data.readInt32LE(6 + (column - first) * 6)), data.readUInt16LE(4 + (column - first) * 6)))
    } else if (type === RECORD.boolErr) put(at()[0], at()[1], data.readUInt8(7) === 1 ? { kind: 'error', text: ERRORS[data.readUInt8(6)] ?? '#N/A' } : data.readUInt8(6) === 1)
    else if (type === RECORD.formula) put(at()[0], at()[1], formulaValue(data, at()[2], recordAt(stream, record.next)))
    else if (type === RECORD.mergedCells) for (let index = 0; index < data.readUInt16LE(0); index += 1) merges.push({ top: data.readUInt16LE(2 + index * 8), bottom: data.readUInt16LE(4 + index * 8), left: data.readUInt16LE(6 + index * 8) })
  }

  try {
    const first = recordAt(stream, sheet.start)
    if (first === null || first.type !== RECORD.bof) throw damaged('sheet start', sheet.name)
    let depth = 1
    for (let record = recordAt(stream, first.next); ; record = recordAt(stream, record.next)) {
      if (record === null) throw damaged('sheet without an end', sheet.name, row)
      // 表里嵌着的图表自有开头结尾,里面的数不是格子。
      if (record.type === RECORD.bof) depth += 1
      else if (record.type === RECORD.eof) depth -= 1
      if (depth === 0) break
      if (depth === 1) take(record)
    }
  } catch (error) {
    if (error instanceof WorkbookRejected && !(error.rejection.code === 'FILE_DAMAGED' && error.rejection.data.sheet === '')) throw error
    if (error instanceof RangeError || error instanceof WorkbookRejected) throw damaged(error, sheet.name, row)
    throw error
  }
  const batches = createRowBatches(emit)
  for (const [at, cells] of [...rows].toSorted(([one], [other]) => one - other)) batches.put(at + 1, cells)
  batches.flush()
  emit({ kind: 'merges', merges })
}
