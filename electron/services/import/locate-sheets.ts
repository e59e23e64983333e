import { isFooterText } from '../../domain/import/plain-row.ts'
import { columnsAt, findHeader, headerLikeTexts, HEADER_SEARCH_ROWS, repeatsHeader, type HeaderColumn, type HeaderIndex, type HeaderMap } from '../../domain/roster/map-headers.ts'
import { isExampleRow } from '../../domain/roster/read-row.ts'
import { cellText, type SheetCell, type SheetData } from '../../domain/roster/sheet.ts'
import type { RosterVocabulary } from '../../domain/roster/vocabulary.ts'
import { failWith } from '../../rpc/handlers.ts'
import { inSlices } from '../roster-import/in-slices.ts'

/** 一张认出了表头的工作表。 */
export interface LocatedSheet<F extends string> {
  readonly name: string
  readonly is1904: boolean
  /** 照以前记住的对照用的。 */
  readonly remembered: boolean
  /** 程序自己认的,没有照记住的改过。 */
  readonly found: readonly HeaderColumn<F>[]
  readonly columns: readonly HeaderColumn<F>[]
  readonly headers: ReadonlyMap<F, string>
  /** 表头之上的文字(标题、单位、年度)。 */
  readonly above: string
  /** 表头之下要读的各行,连同 Excel 行号。 */
  readonly rows: readonly { readonly row: number; readonly cells: readonly SheetCell[] }[]
}
export interface LocateRules<F extends string> {
  readonly index: HeaderIndex<F>
  /** 不是空行、小标题、表尾。 */
  readonly isRow: (cells: readonly SheetCell[], columns: readonly HeaderColumn<F>[]) => boolean
  /** 找不到表头时告诉用户要有哪些列。 */
  readonly expected: readonly string[]
  /** 这种表头以前由人改过对照的,给出改过的;没有为 null。 */
  readonly recall: (columns: readonly HeaderColumn<F>[]) => readonly HeaderColumn<F>[] | null
}

const ABOVE_LENGTH = 400
/** 有姓名(名称)一类的、或编了序号又填了别的列的(漏了姓名),才是一行;示例、合计、填表人不是。 */
export const isNamedRow =
  <F extends string>(fields: readonly F[], { footers }: Pick<RosterVocabulary, 'footers'>): LocateRules<F>['isRow'] =>
  (cells, columns) => {
    const first = cells.find((cell) => cellText(cell).trim() !== '')
    if (first === undefined || isExampleRow(cells) || isFooterText(cellText(first), footers)) return false
    const named = columns.filter(({ field, index }) => field !== null && fields.includes(field) && cellText(cells[index]).trim() !== '')
    const has = (wanted: (field: F) => boolean): boolean => columns.some(({ field, index }) => field !== null && wanted(field) && cellText(cells[index]).trim() !== '')
    const isNumbered = columns.some(({ field, index }) => field === 'sequence' && /^\d+$/.test(cellText(cells[index]).trim()))
    if (named.length === 0) return isNumbered && has((field) => field !== 'sequence')
    return !named.some(({ index }) => isFooterText(cellText(cells[index]), footers))
  }

/**
 * 在各工作表里找表头,列出要读的行。没有表头的表(填写说明、代码表)不读;隐藏的行照读;
 * 隐藏的表只在看得见的表里都没有要的内容时才读,免得把藏着的旧表一起收进来。
 *
 * @throws DeclaredFailure HEADER_NOT_FOUND、HEADER_DUPLICATED、NO_ROWS
 */
export const locateSheets = async <F extends string>(sheets: readonly SheetData[], rules: LocateRules<F>, signal: AbortSignal): Promise<LocatedSheet<F>[]> => {
  const visible = await readAll(sheets.filter((sheet) => !sheet.hidden), rules, signal)
  const found = visible.length > 0 ? visible : await readAll(sheets.filter((sheet) => sheet.hidden), rules, signal)
  if (found.length === 0) failWith('HEADER_NOT_FOUND', { sheets: sheets.map((sheet) => sheet.name), found: sheets.map(headerLikeTexts).find((texts) => texts.length > 0) ?? [], expected: rules.expected })
  if (found.every((sheet) => sheet.rows.length === 0)) failWith('NO_ROWS')
  return found
}

/** 认不出表头的:人指过哪一行是表头、各列是什么,照着用。 */
const rememberedHeader = <F extends string>(sheet: SheetData, recall: LocateRules<F>['recall'], found: HeaderMap<F>): HeaderMap<F> => {
  if (found.kind === 'found') return found
  for (const [row, cells] of sheet.rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const columns = columnsAt<F>(cells)
    if (columns.length >= 2 && recall(columns)?.some(({ field }) => field === 'name') === true) return { kind: 'found', firstRow: row + 1, columns }
  }
  return found
}

const readAll = async <F extends string>(sheets: readonly SheetData[], { index, isRow, recall }: LocateRules<F>, signal: AbortSignal): Promise<LocatedSheet<F>[]> => {
  const found: LocatedSheet<F>[] = []
  for (const sheet of sheets) {
    const header = rememberedHeader(sheet, recall, findHeader(sheet, index))
    if (header.kind === 'duplicated') return failWith('HEADER_DUPLICATED', { sheet: sheet.name, header: header.header })
    if (header.kind === 'missing') continue
    const recalled = recall(header.columns)
    const columns = recalled ?? header.columns
    const headers = new Map<F, string>()
    for (const column of columns) if (column.field !== null) headers.set(column.field, column.header)
    const body = sheet.rows.slice(header.firstRow)
    const wanted = await inSlices(body, signal, (cells) => isRow(cells, columns) && !repeatsHeader(cells, columns), () => undefined)
    found.push({ name: sheet.name, is1904: sheet.is1904, remembered: recalled !== null, found: header.columns, columns, headers, above: `${sheet.name} ${sheet.rows.slice(0, header.firstRow - 1).flatMap((cells) => cells.map(cellText)).filter((text) => text !== '').join(' ')}`.slice(0, ABOVE_LENGTH), rows: body.flatMap((cells, at) => (wanted[at] === true ? [{ row: header.firstRow + at + 1, cells }] : [])) })
  }
  return found
}
