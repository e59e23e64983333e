import { crc32, deflateRawSync } from 'node:zlib'
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre'
import { madeIdNumber } from './roster-workbook.ts'

/** 一张表:只给各行(表名 Sheet1、Sheet2……),或连同表名等一起给。 */
export type SheetSpec = readonly (readonly CellValue[])[] | WriteSheet
const isRows = (sheet: SheetSpec): sheet is readonly (readonly CellValue[])[] => Array.isArray(sheet)

export const workbook = (...sheets: readonly SheetSpec[]): Promise<Uint8Array> => writeXlsx({ sheets: sheets.map((sheet, index) => (isRows(sheet) ? { name: `Sheet${index + 1}`, rows: sheet.map((row) => [...row]) } : sheet)) })

interface ZipEntry {
  readonly name: string
  readonly content: Uint8Array
  /** 目录里申报的大小;缺省为真实大小。 */
  readonly declared?: number
  readonly flags?: number
}

/** 手工拼一个压缩包,可以在目录里撒谎。 */
export const zip = (entries: readonly ZipEntry[]): Uint8Array => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length, flags = 0 } of entries) {
    const packed = deflateRawSync(content)
    const nameBytes = Buffer.from(name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(flags, 6)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(crc32(content), 14)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(declared, 22)
    header.writeUInt16LE(nameBytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(content), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(declared, 24)
    entry.writeUInt16LE(nameBytes.length, 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(header, nameBytes, packed)
    directory.push(entry, nameBytes)
    offset += header.length + nameBytes.length + packed.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directoryBytes, end])
}

const text = (content: string): Uint8Array => Buffer.from(content)
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** 最小的 .xlsx,工作表的 XML 由测试给;表格库写不出来的格子(错误值、公式、撒谎的大小)用它。 */
export const rawWorkbook = (sheetXml: string, options: { readonly declared?: number; readonly extra?: readonly ZipEntry[] } = {}): Uint8Array =>
  zip([
    {
      name: '[Content_Types].xml',
      content: text(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
    },
    { name: '_rels/.rels', content: text(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
    { name: 'xl/workbook.xml', content: text(`<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`) },
    { name: 'xl/_rels/workbook.xml.rels', content: text(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`) },
    { name: 'xl/worksheets/sheet1.xml', content: text(`<?xml version="1.0"?>${sheetXml}`), ...(options.declared === undefined ? {} : { declared: options.declared }) },
    ...(options.extra ?? []),
  ])

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

/** OLE 复合文档的样子:开头的标志与目录里的流名。 */
export const oleFile = (...streams: readonly string[]): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, 'utf16le')), Buffer.alloc(512)])

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
