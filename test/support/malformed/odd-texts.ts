import { answered, family, refused, rows, type Expectation, type MalformedFile } from './case.ts'
import { BRANCH, HEADER, person } from './book.ts'

const HEAD = HEADER.join(',')
const line = (index: number, changes: Parameters<typeof person>[1] = {}): string => person(index, changes).map((cell) => cell ?? '').join(',')
const GOOD = [HEAD, line(0), line(1)].join('\r\n')
const NEW_TWO = rows('new', 'new')
/** 常用字的 GBK 编码;Node 只会解不会编,借解码器反查。 */
const gbkOf = (() => {
  const table = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(high, low))
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [high, low])
    }
  }
  return table
})()
/** 文字 → GBK 字节;GBK 里没有的字报错。 */
export const encodeGbk = (text: string): Buffer =>
  Buffer.from(
    Array.from(text).flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
      const bytes = gbkOf.get(character)
      if (bytes === undefined) throw new Error(`not in GBK: ${character}`)
      return [...bytes]
    }),
  )
export const isInGbk = (text: string): boolean => Array.from(text).every((character) => character.charCodeAt(0) < 0x80 || gbkOf.has(character))

const utf8 = (text: string) => () => Buffer.from(text)
const bom = (text: string) => () => Buffer.from(`\ufeff${text}`)
const little = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const big = (text: string): Buffer => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
const csv = (title: string, make: () => Uint8Array, expected: Expectation): readonly [string, () => Uint8Array, Expectation, string] => [title, make, expected, 'a.csv']
const one = (changes: Parameters<typeof person>[1]) => utf8(`${HEAD}\n${line(0, changes)}\n`)
const DAMAGED = refused('FILE_DAMAGED')

/** 文本文件:编码(F26)、引号、分隔、长短。 */
export const oddTextFiles: readonly MalformedFile[] = family('文本', [
  csv('UTF-8', utf8(GOOD), NEW_TWO),
  csv('UTF-8 带 BOM', bom(GOOD), NEW_TWO),
  csv('GBK', () => encodeGbk(GOOD), NEW_TWO),
  csv('GBK 只有一行', () => encodeGbk(`${HEAD}\n${line(0)}`), rows('new')),
  csv('UTF-16LE', () => little(GOOD), NEW_TWO),
  csv('UTF-16BE', () => big(GOOD), NEW_TWO),
  csv('UTF-16LE 制表符(Excel 的 Unicode 文本)', () => little(GOOD.replaceAll(',', '\t')), NEW_TWO),
  csv('UTF-16LE 没有 BOM', () => Buffer.from(GOOD, 'utf16le'), refused('FILE_NOT_WORKBOOK')),
  csv('UTF-32', () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), ...Array.from(GOOD, (character) => Buffer.from([character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8, 0, 0]))]), refused('FILE_NOT_TEXT', 'FILE_NOT_WORKBOOK', 'FILE_DAMAGED')),
  csv('UTF-16 里有半个字符', () => Buffer.concat([little(GOOD), Buffer.from([0x00, 0xd8, 0x0a, 0x00])]), refused('FILE_NOT_TEXT', 'FILE_DAMAGED')),
  csv('GB18030 四字节的生僻字', () => Buffer.concat([encodeGbk(`${HEAD}\n`), Buffer.from([0x95, 0x32, 0x82, 0x36]), encodeGbk(line(0, { 姓名: '野' }))]), rows('new')),
  csv('前一半 UTF-8、后一半 GBK', () => Buffer.concat([Buffer.from(`${HEAD}\n${line(0)}\n`), encodeGbk(line(1, { 姓名: '王建国' }))]), refused('FILE_NOT_TEXT', 'HEADER_NOT_FOUND')),
  csv('不是任何编码', () => Buffer.from([0xd0, 0xd5, 0xff, 0xff, 0x2c, 0x80]), refused('FILE_NOT_TEXT')),
  csv('EUC-JP 的文字', () => Buffer.from([0xa4, 0xa2, 0x2c, 0xa4, 0xa4, 0x0a, 0xa4, 0xa2, 0x2c, 0xa4, 0xa4]), refused('HEADER_NOT_FOUND')),
  csv('Big5 的文字', () => Buffer.from([0xa9, 0x6d, 0xa6, 0x57, 0x2c, 0xa9, 0xca, 0xa7, 0x4f, 0x0a, 0xa4, 0xfd, 0x2c, 0xa8, 0x6b]), refused('HEADER_NOT_FOUND', 'FILE_NOT_TEXT')),
  csv('分号分隔', utf8(GOOD.replaceAll(',', ';')), NEW_TWO),
  csv('竖线分隔', utf8(GOOD.replaceAll(',', '|')), refused('HEADER_NOT_FOUND')),
  csv('中文逗号分隔', utf8(GOOD.replaceAll(',', '，')), refused('HEADER_NOT_FOUND')),
  csv('首行 sep=,', utf8(`sep=,\n${GOOD}`), NEW_TWO),
  csv('只有回车换行', utf8(GOOD.replaceAll('\r\n', '\r')), NEW_TWO),
  csv('换行混用', utf8(`${HEAD}\r${line(0)}\n${line(1)}\r\n`), NEW_TWO),
  csv('全部加引号', utf8(GOOD.split('\r\n').map((row) => row.split(',').map((cell) => `"${cell}"`).join(',')).join('\n')), NEW_TWO),
  csv('引号里有换行、逗号、双引号', one({ 备注: '"第一行\n第二行,""引""用"' }), rows('new')),
  csv('引号没收尾', utf8(`${HEAD}\n"${line(0)}\n${line(1)}\n`), DAMAGED),
  csv('引号没收尾(在最后一格)', utf8(`${HEAD}\n${line(0)}"\n${line(1)},"尾`), DAMAGED),
  csv('表头的引号没收尾', utf8(`"${GOOD}`), refused('FILE_DAMAGED', 'HEADER_NOT_FOUND')),
  csv('收尾引号之后还有字', one({ 备注: '"先进"个人' }), rows('new')),
  csv('格子中间有引号', one({ 备注: '他说"好"' }), rows('new')),
  csv('单引号', one({ 备注: "'先进'" }), rows('new')),
  csv('防变形写法', one({ 公民身份号码: `="${person(0)[1] ?? ''}"` }), rows('new')),
  csv('公式文字', one({ 备注: '=HYPERLINK("http://127.0.0.1:9")' }), rows('new')),
  csv('证号被 Excel 写成科学记数', one({ 公民身份号码: '2.30E+17' }), rows('refused:id_precision_lost')),
  csv('开头有 0 字节', () => Buffer.concat([Buffer.from([0]), Buffer.from(GOOD)]), refused('FILE_NOT_WORKBOOK', 'FILE_DAMAGED')),
  csv('后面有 0 字节', () => Buffer.concat([Buffer.from(`${HEAD}\n${Array.from({ length: 60 }, (_, index) => line(index)).join('\n')}`), Buffer.from([0])]), DAMAGED),
  csv('UTF-16 里有 NUL', () => little(`${GOOD}\u0000`), DAMAGED),
  csv('控制字符', one({ 姓名: '王\u0001建\u0007国\u001b' }), rows('new:unsafe_characters_removed')),
  csv('变向与零宽', one({ 姓名: '\u202e王建国\u200b\u2066' }), rows('new:unsafe_characters_removed')),
  csv('中间有 BOM', utf8(`${HEAD}\n\ufeff${line(0)}`), rows('new:unsafe_characters_removed')),
  csv('格子一百万字', one({ 备注: '长'.repeat(1_000_000) }), rows('refused:text_too_long')),
  csv('五千列', utf8(`${GOOD}\n${'x,'.repeat(5_000)}x`), refused('FILE_TOO_COMPLEX')),
  csv('五千个空列', utf8(`${GOOD}${','.repeat(5_000)}`), NEW_TWO),
  csv('一千个空行', utf8(`${HEAD}\n${'\n'.repeat(1_000)}${line(0)}\n`), rows('new')),
  csv('每行长短不一', utf8(`${HEAD}\n王建国\n${line(1)},多,出,来\n`), rows('refused:id_missing', 'new')),
  csv('没有换行', utf8(HEAD), refused('NO_ROWS')),
  csv('只有一列', utf8(`姓名\n王建国`), refused('HEADER_NOT_FOUND')),
  csv('只有逗号', utf8(','.repeat(100)), refused('HEADER_NOT_FOUND')),
  csv('只有引号', utf8('"'.repeat(101)), refused('FILE_DAMAGED', 'HEADER_NOT_FOUND')),
  csv('__proto__ 当表头', utf8(`__proto__,constructor,${HEAD}\nx,y,${line(0)}`), rows('new:column_ignored')),
  csv('支部里是恶意文字', one({ 所在党支部: `${BRANCH}' OR '1'='1` }), rows('refused:branch_unknown')),
  csv('奇怪的行分隔符', utf8(GOOD.replaceAll('\r\n', '\u2028')), answered),
])
