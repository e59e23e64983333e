import type { SheetCell } from '../../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { createRowBatches, type SheetSink } from '../sheet-sink.ts'
import { damaged, tooComplex, WorkbookRejected } from '../workbook-rejected.ts'
import { cellValue, type WorkbookContext } from './cell-values.ts'
import { readMerge, type Merge } from './merges.ts'
import type { WorkbookPackage } from './open-package.ts'
import { createTextCollector } from './read-shared-strings.ts'
import { LAST_COLUMN, LAST_ROW, readReference } from './references.ts'
import type { Attributes } from './xml-scanner.ts'

const ROW = /^[1-9]\d{0,6}$/

/**
 * 一张工作表 → 一批批的行,最后是合并的区域。行号、列号必须递增、对得上、不重复;空行空格不占地方,一百万行只有样式的表也读得下。
 *
 * @throws WorkbookRejected FILE_DAMAGED(附表名、行号)、FILE_TOO_COMPLEX
 */
export const readSheet = async (file: WorkbookPackage, part: string, name: string, context: WorkbookContext, emit: SheetSink): Promise<void> => {
  const batches = createRowBatches(emit)
  let row: SheetCell[] = []
  const merges: Merge[] = []
  const value = createTextCollector()
  const inline = createTextCollector()
  let rowNumber = 0
  let columnNumber = 0
  const inside = { data: false, row: false, value: false, inline: false, text: false, phonetic: false }
  let cell: { readonly type: string; readonly style: string | undefined; hasValue: boolean; hasInline: boolean; hasFormula: boolean } | null = null
  let isWorksheet: boolean | null = null

  const startRow = (attributes: Attributes): void => {
    const stated = attributes.get('r')
    const next = stated === undefined ? rowNumber + 1 : ROW.test(stated) ? Number(stated) : 0
    if (next <= rowNumber || next > LAST_ROW) throw damaged('row number', name, rowNumber + 1)
    rowNumber = next
    columnNumber = 0
  }
  const startCell = (attributes: Attributes): void => {
    const reference = attributes.get('r')
    const next = reference === undefined ? columnNumber + 1 : readReference(reference, rowNumber)
    if (next === null || next <= columnNumber || next > LAST_COLUMN) throw damaged('cell reference', name, rowNumber)
    columnNumber = next
    cell = { type: attributes.get('t') ?? 'n', style: attributes.get('s'), hasValue: false, hasInline: false, hasFormula: false }
  }
  const endCell = (): void => {
    if (cell === null) return
    const { type, style, hasValue, hasInline, hasFormula } = cell
    cell = null
    const result = cellValue({ type, style, value: hasValue ? value.take() : null, inline: hasInline ? inline.take() : null, hasFormula }, context)
    if (result === null) return
    if (rowNumber > IMPORT_LIMITS.rows) throw tooComplex('rows', IMPORT_LIMITS.rows)
    if (columnNumber > IMPORT_LIMITS.columns) throw tooComplex('columns', IMPORT_LIMITS.columns)
    while (row.length < columnNumber - 1) row.push(null)
    row.push(result)
  }

  try {
    await file.read(part, {
      open: (tag, attributes) => {
        isWorksheet ??= tag === 'worksheet'
        if (!isWorksheet) throw damaged('not a worksheet', name)
        if (tag === 'sheetData') inside.data = true
        else if (tag === 'mergeCell') merges.push(readMerge(attributes.get('ref') ?? '') ?? fail('merge'))
        else if (!inside.data) return
        else if (tag === 'row') {
          if (inside.row) fail('row inside a row')
          startRow(attributes)
          inside.row = true
        } else if (tag === 'c' && inside.row) {
          if (cell !== null) fail('cell inside a cell')
          startCell(attributes)
        } else if (cell === null) return
        else if (tag === 'v') cell.hasValue = inside.value = true
        else if (tag === 'f') cell.hasFormula = true
        else if (tag === 'is') cell.hasInline = inside.inline = true
        else if (tag === 'rPh') inside.phonetic = true
        else if (tag === 't' && inside.inline && !inside.phonetic) inside.text = true
      },
      close: (tag) => {
        if (tag === 'c') endCell()
        else if (tag === 'v') inside.value = false
        else if (tag === 't') inside.text = false
        else if (tag === 'is') inside.inline = false
        else if (tag === 'rPh') inside.phonetic = false
        else if (tag === 'row' && inside.row) {
          inside.row = false
          if (row.length > 0) batches.put(rowNumber, row)
          row = []
        } else if (tag === 'sheetData') inside.data = false
      },
      text: (text) => {
        if (inside.value) value.add(text)
        else if (inside.text) inline.add(text)
      },
    })
  } catch (error) {
    throw placed(error)
  }
  batches.flush()
  if (merges.length > 0) emit({ kind: 'merges', merges })

  function fail(what: string): never {
    throw damaged(what, name, rowNumber)
  }
  /** 坏在哪张表、第几行:扫描器与格子只知道坏了,这里补上位置。 */
  function placed(error: unknown): unknown {
    if (!(error instanceof WorkbookRejected)) return damaged(error, name, rowNumber)
    return error.rejection.code === 'FILE_DAMAGED' && error.rejection.data.sheet === '' ? damaged(error.cause, name, rowNumber) : error
  }
}
