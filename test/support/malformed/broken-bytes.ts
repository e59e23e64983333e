import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { bookEntries, goodBook, GOOD_PEOPLE, rosterSheet, SHEET_PART, withSheet } from './book.ts'
import { answered, DAMAGED, refused, type Expectation, type MalformedFile } from './case.ts'
import { randomBytes } from './seeded.ts'

const SEED = 20261120
const GOOD_CSV = '姓名,公民身份号码,性别,人员类别,所在党支部\n王建国,230102198005170011,男,正式党员,铸造车间党支部\n'
const BROKEN = refused('FILE_DAMAGED', 'FILE_NOT_WORKBOOK', 'FILE_TOO_COMPLEX', 'FILE_ENCRYPTED', 'HEADER_NOT_FOUND', 'FILE_NOT_TEXT')

const one = (family: string, title: string, make: () => Uint8Array, expected: Expectation, fileName = 'a.xlsx'): MalformedFile => ({ family, title, fileName, make, expected })

/** 拷断的工作簿:在开头、各部件中间、目录前后、结尾记录里断。 */
const truncations = (): MalformedFile[] => {
  const whole = goodBook()
  const random = createSeededRandom(SEED)
  const directory = whole.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  const places = new Set([1, 2, 3, 4, 10, 21, 22, 29, 30, 31, 100, whole.length - 1, whole.length - 10, whole.length - 21, whole.length - 22, whole.length - 23, directory - 1, directory, directory + 10, directory + 46, ...Array.from({ length: 20 }, () => 32 + random.below(whole.length - 64))])
  return [...places].map((length) => one('截断', `只剩前 ${length} 字节`, () => whole.subarray(0, length), BROKEN))
}

/** 压缩包完好、里面的 XML 断了:当作读完就会悄悄少人。 */
const cutParts = (): MalformedFile[] => {
  const sheet = rosterSheet(GOOD_PEOPLE)
  const random = createSeededRandom(SEED + 1)
  const cuts = Array.from({ length: 12 }, () => 80 + random.below(sheet.length - 100))
  const others = bookEntries({ sheets: [{ name: '名册', xml: sheet }] }).filter((entry) => entry.name !== SHEET_PART)
  return [
    ...cuts.map((length) => one('截断', `工作表的 XML 只剩前 ${length} 字`, () => withSheet(sheet.slice(0, length)), DAMAGED)),
    ...['</worksheet>', '</sheetData></worksheet>'].map((end) => one('截断', `工作表的 XML 少了 ${end}`, () => withSheet(sheet.slice(0, -end.length)), DAMAGED)),
    ...others.map((entry) => one('截断', `${entry.name} 只剩一半`, () => withSheet(sheet, { replace: { [entry.name]: entry.content.subarray(0, entry.content.length / 2) } }), refused('FILE_DAMAGED', 'FILE_NOT_WORKBOOK'))),
  ]
}

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))

/** 翻一位:要么拒收,要么读出来和没坏时一样(坏在时间戳之类用不到的地方)。 */
export const bitFlips = (seed: number, count: number): MalformedFile[] => {
  const whole = goodBook()
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, () => [random.below(whole.length), random.below(8)] as const).map(([at, bit]) => one('翻转', `第 ${at} 字节第 ${bit} 位(种子 ${seed})`, () => flipped(whole, at, bit), { kind: 'intact', original: () => whole }))
}

/** 压缩包重新打好、只是 XML 里翻了一位或换了一段:内容可以变,但不许出程序自己的毛病。 */
export const xmlMutations = (seed: number, count: number): MalformedFile[] => {
  const sheet = Buffer.from(rosterSheet(GOOD_PEOPLE))
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const at = 60 + random.below(sheet.length - 80)
    const length = 1 + random.below(12)
    const bytes = random.pick([() => flipped(sheet, at, random.below(8)), () => Buffer.concat([sheet.subarray(0, at), randomBytes(random, length), sheet.subarray(at)]), () => Buffer.concat([sheet.subarray(0, at), sheet.subarray(at + length)]), () => Buffer.concat([sheet.subarray(0, at), sheet.subarray(at - 40, at), sheet.subarray(at)])])()
    return one('翻转', `工作表 XML 改动 ${index} 在 ${at}(种子 ${seed})`, () => withSheet(bytes), answered)
  })
}

/** 文本文件没有校验,改一个字节看不出来;只要求有说法。 */
export const csvFlips = (seed: number, count: number): MalformedFile[] => {
  const whole = Buffer.from(GOOD_CSV)
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, () => [random.below(whole.length), random.below(8)] as const).map(([at, bit]) => one('翻转', `CSV 第 ${at} 字节第 ${bit} 位(种子 ${seed})`, () => flipped(whole, at, bit), answered, 'a.csv'))
}

/** 断的、翻的(F30 之外的损坏)。 */
export const brokenFiles: readonly MalformedFile[] = [
  ...truncations(),
  ...cutParts(),
  one('截断', 'UTF-8 的 CSV 断在一个字中间', () => Buffer.from(`${GOOD_CSV}李`).subarray(0, -1), DAMAGED, 'a.csv'),
  one('截断', 'UTF-16 的 CSV 断在一个字中间', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD_CSV, 'utf16le'), Buffer.from([0x4e])]), DAMAGED, 'a.csv'),
  one('截断', 'CSV 断在引号里', () => Buffer.from(`${GOOD_CSV}"李敏`), DAMAGED, 'a.csv'),
  one('截断', 'CSV 后半截是一串 0(断电)', () => Buffer.concat([Buffer.from(GOOD_CSV.repeat(60)), Buffer.alloc(4096)]), DAMAGED, 'a.csv'),
  one('翻转', '中间一大段翻了', () => goodBook().map((byte, index) => (index > 200 && index < 1200 ? byte ^ 0x5a : byte)), DAMAGED),
  ...bitFlips(SEED + 2, 24),
  ...xmlMutations(SEED + 3, 20),
  ...csvFlips(SEED + 4, 10),
]
