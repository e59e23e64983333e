import type { SheetData } from '../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from './limits.ts'
import { WorkbookRejected } from './workbook-rejected.ts'

/**
 * 文字解码:先看 BOM,再严格按 UTF-8,不成就按 GB18030(含 GBK)。不猜:短名册上猜编码的库错得很多。
 *
 * @throws WorkbookRejected FILE_NOT_TEXT
 */
const decodeText = (bytes: Uint8Array): string => {
  const decode = (encoding: string): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le') ?? reject()
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be') ?? reject()
  return decode('utf-8') ?? decode('gb18030') ?? reject()
}
const reject = (): never => {
  throw new WorkbookRejected('FILE_NOT_TEXT')
}

/** 分隔符:引号之外,开头几行里出现最多的那个(逗号、制表符、分号)。 */
const detectDelimiter = (text: string): string => {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((character) => ({ character, count: head.split(character).length - 1 }))
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).character
}

/** 一条记录算一行(引号里的换行不另起行),与 Excel 打开后显示的行号一致。 */
const parseRecords = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = (): void => {
    row.push(field.slice(0, IMPORT_LIMITS.cellCharacters))
    if (row.length > IMPORT_LIMITS.columns && field !== '') throw new WorkbookRejected('FILE_TOO_COMPLEX')
    field = ''
  }
  const endRow = (): void => {
    endField()
    rows.push(row)
    if (rows.length > IMPORT_LIMITS.rows) throw new WorkbookRejected('FILE_TOO_COMPLEX')
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && field === '') quoted = true
    else if (character === delimiter) endField()
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1
      endRow()
    } else field += character
  }
  if (field !== '' || row.length > 0) endRow()
  return rows
}

/** Excel 为防止数字变形写成 ="0123" 的格子,取引号里的文字。 */
const unwrap = (field: string): string | null => {
  const text = /^="(.*)"$/.exec(field)?.[1] ?? field
  return text === '' ? null : text
}

/** @param name 表名,取文件名。@throws WorkbookRejected FILE_NOT_TEXT、FILE_EMPTY、FILE_TOO_COMPLEX */
export const readCsv = (bytes: Uint8Array, name: string): SheetData => {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new WorkbookRejected('FILE_EMPTY')
  return { name, hidden: false, rows: parseRecords(text, detectDelimiter(text)).map((row) => row.map(unwrap)) }
}
