import { createCipheriv } from 'node:crypto'
import { bookEntries, HEADER, MAIN, person, rosterBook, rosterSheet, rowXml, SHEET_PART, sheetOf, withSheet } from './book.ts'
import { DAMAGED, family, refused, rows, TOO_COMPLEX, type MalformedFile } from './case.ts'
import { zip } from './zip-file.ts'

const ROOT = `<worksheet xmlns="${MAIN}">`
const MEGABYTE = 1024 * 1024
/** 一段一段拼,免得拼出超过上限的字符串。 */
const repeated = (count: number, one: (index: number) => string, head: string, tail: string): Buffer => {
  const parts = [Buffer.from(head)]
  for (let from = 0; from < count; from += 10_000) parts.push(Buffer.from(Array.from({ length: Math.min(10_000, count - from) }, (_, index) => one(from + index)).join('')))
  return Buffer.concat([...parts, Buffer.from(tail)])
}
const HEAD_ROW = rowXml(1, [...HEADER])
/** 压不动的字节,次次一样。 */
const noise = (bytes: number, seed = 1): Buffer => createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(bytes))
/** 大约能压一半的文字。 */
const noisy = (characters: number, seed = 1): string => noise(characters / 2, seed).toString('hex')
const strings = (xml: Buffer): Buffer => withSheet(rosterSheet([{ 姓名: '<c t="s"><v>0</v></c>' }]), { sharedStrings: '@', replace: { 'xl/sharedStrings.xml': xml } })

/** 大的坏文件,只在长的一组里跑:每份另起一个进程读,量时间与常驻内存(F23、F30、G10)。 */
export const heavyFiles: readonly MalformedFile[] = family('大文件', [
  ['真解开有 290 MB 的工作表', () => withSheet(repeated(290, () => ' '.repeat(MEGABYTE), ROOT, '<sheetData/></worksheet>'), { extra: [{ name: 'xl/media/a.bin', content: noise(2 * MEGABYTE), method: 0 }] }), refused('HEADER_NOT_FOUND')],
  ['申报 1 MB,实有 280 MB', () => withSheet(Buffer.concat([Buffer.from(sheetOf([])), Buffer.alloc(280 * MEGABYTE, 0x20)]), { lies: { [SHEET_PART]: { declared: MEGABYTE } } }), DAMAGED],
  ['压缩比 1000 的 200 MB', () => withSheet(Buffer.concat([Buffer.from(sheetOf([])), Buffer.alloc(200 * MEGABYTE, 0x20)])), TOO_COMPLEX],
  ['两千个用不到的条目各谎报 140 KB', () => zip([...bookEntries({ sheets: [{ name: '名册', xml: rosterSheet([{}]) }] }), ...Array.from({ length: 1_990 }, (_, index) => ({ name: `xl/media/${index}.bin`, content: noise(700, index % 256), declared: 140_000 }))]), rows('new')],
  ['一百万行只有样式', () => withSheet(repeated(1_000_000, (index) => `<row r="${index + 3}" spans="1:8" s="1"><c r="A${index + 3}" s="0"/><c r="B${index + 3}" s="0"/></row>`, `${ROOT}<sheetData>${HEAD_ROW}${rowXml(2, person(0))}`, '</sheetData></worksheet>')), rows('new')],
  ['一百万个空行标签', () => withSheet(repeated(1_000_000, (index) => `<row r="${index + 3}"/>`, `${ROOT}<sheetData>${HEAD_ROW}${rowXml(2, person(0))}`, '</sheetData></worksheet>')), rows('new')],
  ['一百万行、每行一字', () => withSheet(repeated(1_000_000, (index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>${index}</v></c></row>`, `${ROOT}<sheetData>${HEAD_ROW}`, '</sheetData></worksheet>')), TOO_COMPLEX],
  ['两百万条共享字符串', () => strings(repeated(2_000_100, (index) => `<si><t>${index}</t></si>`, `<sst xmlns="${MAIN}">`, '</sst>')), TOO_COMPLEX],
  ['一条 40 MB 的共享字符串', () => strings(repeated(40, (index) => noisy(MEGABYTE, index), `<sst xmlns="${MAIN}"><si><t>`, '</t></si></sst>')), rows('refused:name_too_long')],
  ['共享字符串合计七千万字', () => strings(repeated(2_300, (index) => `<si><t>${noisy(4_000, index % 256).repeat(8)}</t></si>`, `<sst xmlns="${MAIN}">`, '</sst>')), TOO_COMPLEX],
  ['二十个一百万字的格子', () => withSheet(rosterSheet(Array.from({ length: 20 }, (_, index) => ({ 备注: noisy(1_000_000, index) })))), rows(...Array.from({ length: 20 }, () => 'refused:text_too_long'))],
  ['嵌套一百万层', () => withSheet(repeated(1_000_000, () => '<a>', ROOT, '')), DAMAGED],
  ['九百万个左尖括号', () => withSheet(Buffer.concat([Buffer.from(ROOT), Buffer.alloc(9_000_000, 0x3c)])), DAMAGED],
  ['一条没完的注释', () => withSheet(repeated(30, (index) => noisy(MEGABYTE, index), `${ROOT}<!--`, '')), DAMAGED],
  ['十万条合并', () => rosterBook([{}], { sheets: [{ name: '名册', xml: rosterSheet([{}], `<mergeCells>${Array.from({ length: 100_000 }, (_, index) => `<mergeCell ref="A${index + 1}:A1048576"/>`).join('')}</mergeCells>`) }] }), rows('new')],
  ['十万行、十万条重叠的合并', () => withSheet(repeated(50_000, (index) => `<row r="${index + 2}"><c r="A${index + 2}" t="str"><v>王</v></c></row>`, `${ROOT}<sheetData>${HEAD_ROW}`, `</sheetData><mergeCells>${Array.from({ length: 50_000 }, (_, index) => `<mergeCell ref="A${index + 1}:A99999"/>`).join('')}</mergeCells></worksheet>`)), TOO_COMPLEX],
  ['29 MB 的一行 CSV', () => Buffer.alloc(29 * MEGABYTE, 0x61), refused('HEADER_NOT_FOUND'), 'a.csv'],
  ['29 MB 逗号', () => Buffer.alloc(29 * MEGABYTE, 0x2c), refused('HEADER_NOT_FOUND'), 'a.csv'],
  ['29 MB 换行', () => Buffer.concat([Buffer.from('姓名,性别\n'), Buffer.alloc(29 * MEGABYTE, 0x0a)]), refused('NO_ROWS'), 'a.csv'],
  ['29 MB 引号', () => Buffer.alloc(29 * MEGABYTE + 1, 0x22), refused('FILE_DAMAGED', 'HEADER_NOT_FOUND'), 'a.csv'],
  ['29 MB GBK 的两字节', () => Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0a]), Buffer.alloc(29 * MEGABYTE, 0xcd)]), refused('NO_ROWS', 'BRANCH_REQUIRED', 'HEADER_NOT_FOUND'), 'a.csv'],
  ['十万多行的 CSV', () => repeated(100_100, (index) => `${person(index).map((cell) => cell ?? '').join(',')}\n`, `${HEADER.join(',')}\n`, ''), TOO_COMPLEX, 'a.csv'],
])

/** 十万人的好名册:两种写法(内联字符串、共享字符串),都要读得下、写得进(F30、G11)。 */
export const PEOPLE = 100_000
export const goodHundredThousand = (): { readonly inline: Buffer; readonly shared: Buffer } => {
  const cells = (index: number): readonly (string | null)[] => person(index)
  const inline = withSheet(repeated(PEOPLE, (index) => rowXml(index + 2, cells(index)), `${ROOT}<sheetData>${HEAD_ROW}`, '</sheetData></worksheet>'))
  const numbers = new Map<string, number>()
  const indexOf = (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
  const shared = (index: number): (string | null)[] => cells(index).map((text) => (text === null ? null : `<c t="s"><v>${indexOf(text)}</v></c>`))
  const sheet = repeated(PEOPLE, (index) => rowXml(index + 2, shared(index)), `${ROOT}<sheetData>${rowXml(1, HEADER.map((text) => `<c t="s"><v>${indexOf(text)}</v></c>`))}`, '</sheetData></worksheet>')
  const texts = [...numbers.keys()]
  const table = repeated(texts.length, (index) => `<si><t>${texts[index] ?? ''}</t></si>`, `<sst xmlns="${MAIN}">`, '</sst>')
  return { inline, shared: withSheet(sheet, { sharedStrings: '@', replace: { 'xl/sharedStrings.xml': table } }) }
}
