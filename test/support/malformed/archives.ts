import { bookEntries, goodBook, GOOD_PEOPLE, rosterBook, rosterSheet, SHEET_PART, sheetOf, withSheet, type BookOptions } from './book.ts'
import { DAMAGED, family, NOT_WORKBOOK, refused, rows, TOO_COMPLEX, type MalformedFile } from './case.ts'
import { zip, type ZipEntry, type ZipOptions } from './zip-file.ts'

const NEW_THREE = rows('new', 'new', 'new')
const MEGABYTE = 1024 * 1024
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes)
const entries = (options: BookOptions = {}): ZipEntry[] => bookEntries({ sheets: [{ name: '名册', xml: rosterSheet(GOOD_PEOPLE) }], ...options })
const lying = (part: string, lie: Partial<ZipEntry>): Uint8Array => rosterBook(GOOD_PEOPLE, { lies: { [part]: lie } })
const archive = (options: ZipOptions): Uint8Array => zip(entries(), options)
const renamed = (from: string, to: string): Uint8Array => zip(entries().map((entry) => (entry.name === from ? { ...entry, name: to } : entry)))
const bomb = (): Buffer => zip([{ name: 'x', content: zeros(8 * MEGABYTE) }])

/** 压缩包本身的毛病(F23):炸弹、谎报、重叠、套娃、目录与内容对不上。 */
export const archiveFiles: readonly MalformedFile[] = family('压缩包', [
  ['申报 310 MB', () => rosterBook(GOOD_PEOPLE, { extra: [{ name: 'xl/media/a.bin', content: zeros(1), declared: 310 * MEGABYTE }] }), TOO_COMPLEX],
  ['申报 4 GB', () => rosterBook(GOOD_PEOPLE, { extra: [{ name: 'xl/media/a.bin', content: zeros(1), declared: 0xfffffffe }] }), TOO_COMPLEX],
  ['许多条目加起来 400 MB', () => rosterBook(GOOD_PEOPLE, { extra: Array.from({ length: 40 }, (_, index) => ({ name: `xl/media/${index}.bin`, content: zeros(1), declared: 10 * MEGABYTE })) }), TOO_COMPLEX],
  ['压缩比过大', () => rosterBook(GOOD_PEOPLE, { extra: [{ name: 'xl/media/a.bin', content: zeros(12 * MEGABYTE) }] }), TOO_COMPLEX],
  ['工作表本身是炸弹', () => withSheet(`${sheetOf([])}${' '.repeat(12 * MEGABYTE)}`), TOO_COMPLEX],
  ['申报 1 KB,实有 12 MB', () => withSheet(`${sheetOf([])}${' '.repeat(12 * MEGABYTE)}`, { lies: { [SHEET_PART]: { declared: 1024 } } }), DAMAGED],
  ['申报 0,实有内容', () => lying(SHEET_PART, { declared: 0 }), DAMAGED],
  ['申报少一个字节', () => lying(SHEET_PART, { declared: rosterSheet(GOOD_PEOPLE).length - 1 }), DAMAGED],
  ['申报多一截', () => lying(SHEET_PART, { declared: 100_000 }), DAMAGED],
  ['压缩后大小申报少了', () => lying(SHEET_PART, { packedInDirectory: 40 }), DAMAGED],
  ['压缩后大小申报多了', () => lying(SHEET_PART, { packedInDirectory: 5_000 }), DAMAGED],
  ['压缩后大小超出文件', () => lying(SHEET_PART, { packedInDirectory: 0x7fffffff }), DAMAGED],
  ['目录与本地头大小不一', () => lying(SHEET_PART, { declaredInDirectory: 900 }), DAMAGED],
  ['目录与本地头名字不一', () => lying(SHEET_PART, { localName: 'xl/worksheets/sheet9.xml' }), DAMAGED],
  ['校验和写成 0', () => lying(SHEET_PART, { crc: 0 }), DAMAGED],
  ['校验和不对', () => lying(SHEET_PART, { crc: 0x12345678 }), DAMAGED],
  ['共享字符串的校验和不对', () => rosterBook(GOOD_PEOPLE, { sharedStrings: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>', lies: { 'xl/sharedStrings.xml': { crc: 1 } } }), DAMAGED],
  ['压缩数据之后还有东西', () => lying(SHEET_PART, { trailing: Buffer.from('more') }), DAMAGED],
  ['压缩方法 12', () => lying(SHEET_PART, { method: 12 }), DAMAGED],
  ['压缩方法 99(强加密)', () => lying(SHEET_PART, { method: 99, flags: 1 }), refused('FILE_ENCRYPTED')],
  ['标着加密', () => lying(SHEET_PART, { flags: 1 }), refused('FILE_ENCRYPTED')],
  ['标着不压缩,其实压缩了', () => zip(entries().map((entry) => (entry.name === SHEET_PART ? { ...entry, method: 0, declared: 5 } : entry))), DAMAGED],
  ['全部不压缩', () => zip(entries().map((entry) => ({ ...entry, method: 0 }))), NEW_THREE],
  ['大小写在内容之后', () => zip(entries().map((entry) => ({ ...entry, descriptor: true }))), NEW_THREE],
  ['大小写在内容之后,目录里却是 0', () => zip(entries().map((entry) => ({ ...entry, descriptor: true, packedInDirectory: 0, declaredInDirectory: 0 }))), DAMAGED],
  ['两千零一个条目', () => rosterBook(GOOD_PEOPLE, { extra: Array.from({ length: 2_001 }, (_, index) => ({ name: `x/${index}`, content: zeros(1), method: 0 })) }), TOO_COMPLEX],
  ['申报六万条目,只有几条', () => archive({ count: 60_000 }), TOO_COMPLEX],
  ['条目数少报一条', () => archive({ count: 4 }), DAMAGED],
  ['条目数多报一条', () => archive({ count: 6 }), DAMAGED],
  ['条目数报 0', () => archive({ count: 0 }), DAMAGED],
  ['目录位置在文件之外', () => archive({ directoryOffset: 0x7fffffff }), DAMAGED],
  ['目录位置指向内容', () => archive({ directoryOffset: 10 }), DAMAGED],
  ['目录大小不对', () => archive({ directorySize: 7 }), DAMAGED],
  ['分卷压缩包的一卷', () => archive({ disk: 3 }), DAMAGED],
  ['zip64 结尾记录在文件之外', () => archive({ zip64: { count: 5n, offset: 0n, recordAt: 1n << 40n } }), DAMAGED],
  ['zip64 位置超出能数的数', () => archive({ zip64: { count: 5n, offset: 0n, recordAt: (1n << 64n) - 1n } }), DAMAGED],
  ['zip64 条目数极大', () => archive({ zip64: { count: 1n << 50n, offset: 0n } }), TOO_COMPLEX],
  ['zip64 目录位置极大', () => archive({ zip64: { count: 5n, offset: (1n << 63n) + 5n } }), DAMAGED],
  ['几个条目共用一份内容(重叠)', () => zip([...entries(), ...Array.from({ length: 500 }, (_, index) => ({ name: `xl/media/${index}.bin`, content: entries()[4]?.content ?? zeros(0), sharesBodyOf: 4 }))]), DAMAGED],
  ['两个条目互相压着', () => zip([...entries(), { name: 'xl/a.bin', content: zeros(0), sharesBodyOf: 1, packedInDirectory: 4_000 }]), DAMAGED],
  ['同名条目两份', () => zip([...entries(), { name: SHEET_PART, content: Buffer.from(sheetOf([])) }]), DAMAGED],
  ['只差大小写的同名条目', () => zip([...entries(), { name: 'XL/Worksheets/SHEET1.xml', content: Buffer.from(sheetOf([])) }]), DAMAGED],
  ['条目名带上级路径', () => zip([...entries(), { name: '../../../../etc/passwd', content: Buffer.from('x') }]), DAMAGED],
  ['条目名是绝对路径', () => zip([...entries(), { name: '/etc/passwd', content: Buffer.from('x') }]), DAMAGED],
  ['条目名带反斜线', () => renamed(SHEET_PART, 'xl\\worksheets\\sheet1.xml'), DAMAGED],
  ['条目名带 NUL', () => zip([...entries(), { name: 'xl/a\u0000.xml', content: Buffer.from('x') }]), DAMAGED],
  ['条目名叫 __proto__', () => zip([...entries(), { name: '__proto__', content: Buffer.from('x') }, { name: 'constructor', content: Buffer.from('x') }]), NEW_THREE],
  ['里面套着压缩炸弹(附件)', () => rosterBook(GOOD_PEOPLE, { extra: [{ name: 'xl/embeddings/bomb.zip', content: bomb() }] }), NEW_THREE],
  ['工作表位置放了一个压缩包', () => withSheet(bomb()), DAMAGED],
  ['压缩包里套着工作簿', () => zip([{ name: 'roster.xlsx', content: goodBook() }]), NOT_WORKBOOK],
  ['压缩包里套着压缩包', () => zip([{ name: 'a.zip', content: bomb() }]), NOT_WORKBOOK],
  ['空的压缩包', () => zip([]), NOT_WORKBOOK],
  ['前面粘了别的字节', () => archive({ prefix: Buffer.from('PK junk in front of the archive') }), DAMAGED],
  ['后面拖着零', () => Buffer.concat([goodBook(), Buffer.alloc(512)]), NEW_THREE],
  ['后面拖着长长的零', () => Buffer.concat([goodBook(), Buffer.alloc(70_000)]), DAMAGED],
  ['注释里藏着另一个结尾', () => archive({ comment: zip([]) }), refused('FILE_DAMAGED', 'FILE_NOT_WORKBOOK')],
  ['注释六万字节', () => archive({ comment: Buffer.alloc(60_000, 0x20) }), NEW_THREE],
])
