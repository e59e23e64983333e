import { cleanLine } from '../domain/roster/clean-text.ts'
import { IMPORT_LIMITS } from './limits.ts'
import type { SheetSink } from './sheet-sink.ts'
import { damaged, tooComplex } from './workbook-rejected.ts'
import type { WorkbookContext } from './xlsx/cell-values.ts'
import { openPackage, onOpen, type WorkbookPackage } from './xlsx/open-package.ts'
import { readSharedStrings } from './xlsx/read-shared-strings.ts'
import { readSheet } from './xlsx/read-sheet.ts'
import { readStyles } from './xlsx/read-styles.ts'

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}
const MAX_NAME = 100

/** 给人看的表名:去掉看不见的字符;空的、与前面重名的编上号,说到「哪张表第几行」时不会指错。 */
const sheetName = (raw: string, earlier: readonly SheetEntry[]): string => {
  const text = cleanLine(raw.slice(0, MAX_NAME)).text || `Sheet${earlier.length + 1}`
  return earlier.some((sheet) => sheet.name === text) ? `${text.slice(0, MAX_NAME - 6)} (${earlier.length + 1})` : text
}

/** 工作簿里的各张表,依次;图表页不算。 */
export const listSheets = async (file: WorkbookPackage): Promise<{ readonly sheets: readonly SheetEntry[]; readonly is1904: boolean }> => {
  const sheets: SheetEntry[] = []
  let is1904 = false
  await file.read(
    file.workbookPart,
    onOpen((name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const relation = file.relations.get(attributes.get('id') ?? '')
      if (relation === undefined) throw damaged('sheet without a part', attributes.get('name') ?? '')
      // 图表页、宏表不是表格,跳过。
      if (relation.kind !== 'worksheet') return
      if (sheets.length >= IMPORT_LIMITS.sheets) throw tooComplex('sheets', IMPORT_LIMITS.sheets)
      sheets.push({ name: sheetName(attributes.get('name') ?? '', sheets), hidden: ['hidden', 'veryHidden'].includes(attributes.get('state') ?? ''), part: relation.target })
    }),
  )
  return { sheets, is1904 }
}

/**
 * 读 .xlsx 的全部工作表。自己读而不用表格库:宽松的库遇到断了的 XML、查不到的字符串、别的编码,
 * 会悄悄少几个人或把姓名读成问号;这里一处不合规矩就整份拒收,并且边解边读,内存只放得下格子的内容。
 *
 * @throws WorkbookRejected FILE_ENCRYPTED、FILE_TOO_COMPLEX、FILE_DAMAGED、FILE_NOT_WORKBOOK
 */
export const readXlsx = async (bytes: Buffer, emit: SheetSink): Promise<void> => {
  const file = await openPackage(bytes)
  const { sheets, is1904 } = await listSheets(file)
  const partOf = (kind: string): string | undefined => [...file.relations.values()].find((relation) => relation.kind === kind)?.target
  const [stylesPart, stringsPart] = [partOf('styles'), partOf('sharedStrings')]
  const context: WorkbookContext = {
    formats: stylesPart === undefined ? null : await readStyles(file, stylesPart),
    sharedStrings: stringsPart === undefined ? [] : await readSharedStrings(file, stringsPart),
    is1904,
  }
  for (const { name, hidden, part } of sheets) {
    emit({ kind: 'sheet', head: { name, hidden, is1904 } })
    await readSheet(file, part, name, context, emit)
  }
}
