import { writeXlsx, type CellValue, type WriteSheet } from 'hucre'
import { bookFile } from './malformed/book.ts'
import type { ZipEntry } from './malformed/zip-file.ts'
import { madeIdNumber } from './roster-workbook.ts'

/** 一张表:只给各行(表名 Sheet1、Sheet2……),或连同表名等一起给。 */
export type SheetSpec = readonly (readonly CellValue[])[] | WriteSheet
const isRows = (sheet: SheetSpec): sheet is readonly (readonly CellValue[])[] => Array.isArray(sheet)

export const workbook = (...sheets: readonly SheetSpec[]): Promise<Uint8Array> => writeXlsx({ sheets: sheets.map((sheet, index) => (isRows(sheet) ? { name: `Sheet${index + 1}`, rows: sheet.map((row) => [...row]) } : sheet)) })

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEET = 'xl/worksheets/sheet1.xml'

/** 最小的 .xlsx,工作表的 XML 由测试给;表格库写不出来的格子(错误值、公式、撒谎的大小)用它。 */
export const rawWorkbook = (sheetXml: string, options: { readonly declared?: number; readonly extra?: readonly ZipEntry[] } = {}): Uint8Array =>
  bookFile({ sheets: [{ name: 'Sheet1', xml: sheetXml }], lies: options.declared === undefined ? {} : { [SHEET]: { declared: options.declared } }, extra: options.extra ?? [] })

/** 工作表 XML:每格写成 `<c …>…</c>` 的内部,如 `t="e"><v>#REF!</v>`;纯文字直接写。 */
export const sheetXml = (rows: readonly (readonly string[])[], tail = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (row, rowIndex) =>
        `<row r="${rowIndex + 1}">${row
          .map((cell, column) => {
            const ref = `${String.fromCharCode(65 + column)}${rowIndex + 1}`
            return cell.startsWith('<c') ? cell.replace('<c', `<c r="${ref}"`) : `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
          })
          .join('')}</row>`,
    )
    .join('')}</sheetData>${tail}</worksheet>`

export const ROSTER_HEADER = ['姓名', '公民身份号码', '性别', '民族', '学历', '人员类别', '加入党组织日期', '转为正式党员日期', '所在党支部'] as const
/** 第 index 人的一行,与 ROSTER_HEADER 对应。 */
export const rosterRow = (index: number, changes: Readonly<Partial<Record<(typeof ROSTER_HEADER)[number], CellValue>>> = {}): CellValue[] => {
  const idNumber = madeIdNumber(index)
  const row: Record<(typeof ROSTER_HEADER)[number], CellValue> = {
    姓名: `党员${String.fromCodePoint(0x4e00 + index)}`,
    公民身份号码: idNumber,
    性别: Number(idNumber[16]) % 2 === 1 ? '男' : '女',
    民族: '汉族',
    学历: '大学本科',
    人员类别: '正式党员',
    加入党组织日期: '2000-07-01',
    转为正式党员日期: '2001-07-01',
    所在党支部: '铸造车间党支部',
    ...changes,
  }
  return ROSTER_HEADER.map((header) => row[header])
}
