import { madeIdNumber } from '../roster-workbook.ts'
import { zip, type ZipEntry, type ZipOptions } from './zip-file.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

interface BookSheet {
  readonly name: string
  readonly xml: string | Uint8Array
  readonly state?: 'hidden' | 'veryHidden'
}
export interface BookOptions {
  readonly sheets?: readonly BookSheet[]
  readonly sharedStrings?: string
  readonly styles?: string
  /** workbook.xml 里 sheets 之前的内容,如 `<workbookPr date1904="1"/>`。 */
  readonly workbookPr?: string
  /** 换掉或删掉(null)某个部件;没有的就加上。 */
  readonly replace?: Readonly<Record<string, string | Uint8Array | null>>
  /** 某个条目在压缩包里怎么撒谎。 */
  readonly lies?: Readonly<Record<string, Partial<ZipEntry>>>
  readonly extra?: readonly ZipEntry[]
}

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content)
const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** 一份工作簿的各个部件,次序与 Excel 写的一样。 */
export const bookEntries = ({ sheets = [], sharedStrings, styles, workbookPr = '', replace = {}, lies = {}, extra = [] }: BookOptions): ZipEntry[] => {
  const override = (part: string, kind: string): string => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  const relation = (id: number, kind: string, target: string): string => `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const parts = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${sheets.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet')).join('')}</Types>`],
    ['_rels/.rels', `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`],
    ['xl/workbook.xml', `${PROLOGUE}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${sharedStrings === undefined ? '' : relation(901, 'sharedStrings', 'sharedStrings.xml')}${styles === undefined ? '' : relation(902, 'styles', 'styles.xml')}</Relationships>`],
    ...sheets.map(({ xml }, index): [string, string | Uint8Array] => [`xl/worksheets/sheet${index + 1}.xml`, typeof xml === 'string' ? PROLOGUE + xml : xml]),
    ...(sharedStrings === undefined ? [] : [['xl/sharedStrings.xml', PROLOGUE + sharedStrings] as [string, string]]),
    ...(styles === undefined ? [] : [['xl/styles.xml', PROLOGUE + styles] as [string, string]]),
  ])
  for (const [name, content] of Object.entries(replace)) {
    if (content === null) parts.delete(name)
    else parts.set(name, content)
  }
  return [...Array.from(parts, ([name, content]) => ({ name, content: bytesOf(content), ...lies[name] })), ...extra]
}
export const bookFile = (options: BookOptions, zipOptions?: ZipOptions): Buffer => zip(bookEntries(options), zipOptions)

/** 列号(从 0 起)→ A、B……AA。 */
export const columnName = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26)))
/** 格子里的文字:XML 里写不了的字符照 Excel 的写法写成 _x0007_;原本就长这样的,下划线另写。 */
const cellText = (text: string): string => escapeXml(text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`))
/** 一格:纯文字写成内联字符串;以 `<c` 开头的原样用,补上位置;null 为没有这一格。 */
export type CellXml = string | null
const cellXml = (cell: CellXml, reference: string): string => {
  if (cell === null) return ''
  if (/^<c[ >]/.test(cell)) return cell.replace('<c', `<c r="${reference}"`)
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`
}
export const rowXml = (row: number, cells: readonly CellXml[], attributes = ''): string => `<row r="${row}"${attributes}>${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`)).join('')}</row>`
export const sheetOf = (rows: readonly (readonly CellXml[])[], tail = '', head = ''): string => `<worksheet xmlns="${MAIN}">${head}<sheetData>${rows.map((cells, index) => rowXml(index + 1, cells)).join('')}</sheetData>${tail}</worksheet>`

export const HEADER = ['姓名', '公民身份号码', '性别', '民族', '学历', '人员类别', '加入党组织日期', '转为正式党员日期', '所在党支部', '备注'] as const
export type HeaderName = (typeof HEADER)[number]
export type Changes = Readonly<Partial<Record<HeaderName, CellXml>>>
export const BRANCH = '铸造车间党支部'

/** 第 index 人的一行文字,与 HEADER 对应。 */
export const person = (index: number, changes: Changes = {}): CellXml[] => {
  const idNumber = madeIdNumber(index)
  const row: Record<HeaderName, CellXml> = {
    姓名: `党员${String.fromCodePoint(0x4e00 + (index % 20_000))}`,
    公民身份号码: idNumber,
    性别: Number(idNumber[16]) % 2 === 1 ? '男' : '女',
    民族: '汉族',
    学历: '大学本科',
    人员类别: '正式党员',
    加入党组织日期: '2000-07-01',
    转为正式党员日期: '2001-07-01',
    所在党支部: BRANCH,
    备注: null,
    ...changes,
  }
  return HEADER.map((header) => row[header])
}
/** 表头加若干人的一张表;每项改一人的几个格子。 */
export const rosterSheet = (people: readonly Changes[], tail = '', head = ''): string => sheetOf([[...HEADER], ...people.map((changes, index) => person(index, changes))], tail, head)
export const rosterBook = (people: readonly Changes[], options: BookOptions = {}, zipOptions?: ZipOptions): Buffer => bookFile({ sheets: [{ name: '名册', xml: rosterSheet(people) }], ...options }, zipOptions)
/** 三个人的好名册,拿来截断、改坏。 */
export const GOOD_PEOPLE: readonly Changes[] = [{}, {}, {}]
export const goodBook = (): Buffer => rosterBook(GOOD_PEOPLE)
export const SHEET_PART = 'xl/worksheets/sheet1.xml'
/** 只换工作表 XML 的工作簿。 */
export const withSheet = (xml: string | Uint8Array, options: BookOptions = {}): Buffer => bookFile({ sheets: [{ name: '名册', xml }], ...options })
