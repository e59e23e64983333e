import { IMPORT_LIMITS } from './limits.ts'
import { createRowBatches, type SheetSink } from './sheet-sink.ts'
import { damaged, rejected, tooComplex } from './workbook-rejected.ts'

const isText = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
/** 前面都对、只是最后一个字断了:拷贝时断的,不是别的编码。 */
const isCutShort = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * 文字解码(F26):先看 BOM,再严格按 UTF-8,不成就按 GB18030(含 GBK)。不猜:短名册上猜编码的库错得很多。
 *
 * @throws WorkbookRejected FILE_NOT_TEXT、FILE_DAMAGED
 */
const decodeText = (bytes: Uint8Array): string => {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const text = marked === null ? (isText(bytes, 'utf-8') ?? (isCutShort(bytes, 'utf-8') ? null : isText(bytes, 'gb18030'))) : isText(bytes, marked)
  if (text === null) throw isCutShort(bytes, marked ?? 'utf-8') ? damaged('cut inside a character') : rejected('FILE_NOT_TEXT')
  // 断电后的文件常有一截全是 0;表格程序写的文字里没有 0。
  if (text.includes('\0')) throw damaged('zero bytes')
  return text
}

/** 分隔符:引号之外,开头几行里出现最多的那个(逗号、制表符、分号)。 */
const detectDelimiter = (text: string): string => {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((character) => ({ character, count: head.split(character).length - 1 }))
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).character
}

/** Excel 为防止数字变形写成 ="0123" 的格子,取引号里的文字。 */
const unwrap = (field: string): string | null => {
  const text = /^="(.*)"$/.exec(field)?.[1] ?? field
  return text.trim() === '' ? null : text
}

type Row = (string | null)[]
/** 一格一格地收;空行空格不占地方,但行号照数。 */
const createTable = (emit: SheetSink) => {
  const batches = createRowBatches(emit)
  let row: Row = []
  let column = 0
  let line = 1
  let width = 0
  return {
    line: (): number => line,
    /** 见过的最宽的一行有几列。 */
    width: (): number => width,
    endField: (field: string): void => {
      const cell = unwrap(field)
      column += 1
      width = Math.max(width, column)
      if (cell === null) return
      if (column > IMPORT_LIMITS.columns) throw tooComplex('columns', IMPORT_LIMITS.columns)
      while (row.length < column - 1) row.push(null)
      row.push(cell)
    },
    endRow: (): void => {
      if (row.length > 0) {
        if (line > IMPORT_LIMITS.rows) throw tooComplex('rows', IMPORT_LIMITS.rows)
        batches.put(line, row)
      }
      row = []
      column = 0
      line += 1
    },
    flush: batches.flush,
  }
}

/** 引号里的换行之后又是完整的一行:两处零散的引号凑成了一对,中间的人被吞进了一格。 */
const swallowsRows = (field: string, delimiter: string, width: number): boolean => width > 2 && /[\r\n]/.test(field) && field.split(/\r\n?|\n/).slice(1).some((line) => line.split(delimiter).length >= width)

/**
 * 一条记录算一行(引号里的换行不另起行),与 Excel 打开后显示的行号一致。
 * 引号没收尾的整份拒收:后面的人都会被吞进那一格。
 */
const parseRecords = (text: string, delimiter: string, name: string, emit: SheetSink): void => {
  const table = createTable(emit)
  let at = 0
  const add = (field: string, part: string): string => (field.length < IMPORT_LIMITS.cellCharacters ? field + part.slice(0, IMPORT_LIMITS.cellCharacters - field.length) : field)
  const quotedField = (): string => {
    let field = ''
    for (;;) {
      const end = text.indexOf('"', at)
      if (end < 0) throw damaged('open quote', name, table.line())
      field = add(field, text.slice(at, end))
      at = end + 1
      if (text[at] !== '"') return field
      field = add(field, '"')
      at += 1
    }
  }
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      at += 1
      field = quotedField()
      if (swallowsRows(field, delimiter, table.width())) throw damaged('rows inside quotes', name, table.line())
    }
    const start = at
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
    table.endField(add(field, text.slice(start, at)))
    if (at >= text.length || text[at] !== delimiter) {
      table.endRow()
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    } else at += 1
  }
  table.endRow()
  table.flush()
}

/** @param name 表名,取文件名。@throws WorkbookRejected FILE_NOT_TEXT、FILE_EMPTY、FILE_DAMAGED、FILE_TOO_COMPLEX */
export const readCsv = (bytes: Uint8Array, name: string, emit: SheetSink): void => {
  const text = decodeText(bytes)
  if (text.trim() === '') throw rejected('FILE_EMPTY')
  emit({ kind: 'sheet', head: { name, hidden: false, is1904: false } })
  parseRecords(text, detectDelimiter(text), name, emit)
}
