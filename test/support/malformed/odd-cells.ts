import { bookFile, MAIN, person, rosterBook, rosterSheet, sheetOf, withSheet, HEADER, type BookOptions, type Changes, type HeaderName } from './book.ts'
import { answered, family, refused, rows, type Expectation, type MalformedFile } from './case.ts'
import { madeIdNumber } from '../roster-workbook.ts'

const one = (changes: Changes, options: BookOptions = {}): Buffer => withSheet(rosterSheet([changes]), options)
const number = (value: string | number, style?: number): string => `<c${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`
type Entry = readonly [string, () => Uint8Array, Expectation]

/** 公式、错误值、链接、隐藏(F28):只取存着的结果,从不计算。 */
const formulas = (): MalformedFile[] =>
  family('格子', [
    ['公式有存着的结果', () => one({ 姓名: '<c t="str"><f>A9</f><v>王建国</v></c>' }), rows('warned:formula_value')],
    ['公式没有结果', () => one({ 姓名: '<c><f>A9</f></c>' }), rows('refused:name_missing')],
    ['公式结果是错误', () => one({ 学历: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }), rows('refused:cell_error')],
    ['共享公式', () => one({ 学历: '<c t="str"><f t="shared" si="0"/><v>高中</v></c>' }), rows('warned:formula_value')],
    ['数组公式', () => one({ 学历: '<c t="str"><f t="array" ref="E2:E9">X</f><v>高中</v></c>' }), rows('warned:formula_value')],
    ['外链公式', () => one({ 学历: "<c t=\"str\"><f>'[1]\\\\server\\share\\a.xlsx'!A1</f><v>高中</v></c>" }), rows('warned:formula_value')],
    ['DDE 公式', () => one({ 备注: '<c t="str"><f>cmd|\' /C calc\'!A0</f><v>x</v></c>' }), rows('warned:formula_value')],
    ['HYPERLINK 公式', () => one({ 姓名: '<c t="str"><f>HYPERLINK("http://127.0.0.1:9","王")</f><v>王建国</v></c>' }), rows('warned:formula_value')],
    ['公式算出证号(数)', () => one({ 公民身份号码: '<c><f>A1*1</f><v>2.3010219800517E17</v></c>' }), rows('refused:id_precision_lost')],
    ...(['姓名', '公民身份号码', '性别', '人员类别', '加入党组织日期', '所在党支部', '备注'] as const satisfies readonly HeaderName[]).map((header, index): Entry => {
      const error = ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#DIV/0!'][index] ?? '#REF!'
      return [`${header}是 ${error}`, () => one({ [header]: `<c t="e"><v>${error}</v></c>` }), rows('refused:cell_error')]
    }),
    ['新的错误值 #SPILL!', () => one({ 姓名: '<c t="e"><v>#SPILL!</v></c>' }), rows('refused:cell_error')],
    ['文字写的 #REF!', () => one({ 加入党组织日期: '#REF!' }), rows('refused:date_unreadable')],
    ['超链接只取文字', () => withSheet(rosterSheet([{ 姓名: '王建国' }], '<hyperlinks><hyperlink ref="A2" location="javascript:alert(1)" display="点我"/></hyperlinks>')), rows('new')],
    ['隐藏的行照读', () => withSheet(rosterSheet([{}, {}]).replace('<row r="3"', '<row r="3" hidden="1"')), rows('new', 'new')],
    ['隐藏的列照读', () => withSheet(rosterSheet([{}], '', '<cols><col min="2" max="2" hidden="1" width="9"/></cols>')), rows('new')],
    ['隐藏的表不读', () => bookFile({ sheets: [{ name: '名册', xml: rosterSheet([{}]) }, { name: '旧', xml: rosterSheet([{}, {}]), state: 'hidden' }] }), rows('new')],
    ['只有隐藏的表', () => bookFile({ sheets: [{ name: '名册', xml: rosterSheet([{}]), state: 'veryHidden' }] }), rows('new')],
    ['布尔值', () => one({ 姓名: '<c t="b"><v>1</v></c>' }), answered],
    ['胡写的格子类型', () => one({ 姓名: '<c t="zzz"><v>王建国</v></c>' }), refused('FILE_DAMAGED')],
    ['数的格子里是字', () => one({ 姓名: '<c t="n"><v>王建国</v></c>' }), refused('FILE_DAMAGED')],
    ['数是 NaN、无穷大', () => one({ 加入党组织日期: number('1e999') }), refused('FILE_DAMAGED')],
    ['内联文字分几段', () => one({ 姓名: '<c t="inlineStr"><is><r><t>王</t></r><r><rPr><b/></rPr><t>建国</t></r></is></c>' }), rows('new')],
    ['文字放在 v 里', () => one({ 姓名: '<c t="str"><v>王建国</v></c>' }), rows('new')],
    ['空字符串', () => one({ 姓名: '<c t="inlineStr"><is><t></t></is></c>' }), rows('refused:name_missing')],
  ])

const good = madeIdNumber(0)
const ROUNDED = `${good.slice(0, 15)}000`
/** 证号(F29):先看类型再转换,丢了精度的说丢了精度。 */
const idNumbers = (): MalformedFile[] =>
  family('证号', [
    ['存成数', () => one({ 公民身份号码: number(good.slice(0, 15) + '000') }), rows('refused:id_precision_lost')],
    ['存成数,科学记数', () => one({ 公民身份号码: number('2.3000019650101E+17') }), rows('refused:id_precision_lost')],
    ['文字的科学记数', () => one({ 公民身份号码: '2.30000E+17' }), rows('refused:id_precision_lost')],
    ['全角的科学记数', () => one({ 公民身份号码: '２．３Ｅ＋１７' }), rows('refused:id_precision_lost')],
    ['文字末三位是 000', () => one({ 公民身份号码: ROUNDED }), rows('refused:id_precision_lost')],
    ['15 位的数', () => one({ 公民身份号码: number(230_102_800_517_001) }), rows('refused:id_fifteen_digits')],
    ['15 位的旧号', () => one({ 公民身份号码: '230102800517001' }), rows('refused:id_fifteen_digits')],
    ['17 位', () => one({ 公民身份号码: good.slice(0, 17) }), rows('refused:id_bad_length')],
    ['19 位', () => one({ 公民身份号码: `${good}1` }), rows('refused:id_bad_length')],
    ['末位不对', () => one({ 公民身份号码: good.slice(0, 17) + (good.endsWith('1') ? '2' : '1') }), rows('refused:id_bad_check_digit')],
    ['生日不存在', () => one({ 公民身份号码: '230000196502301006' }), rows('refused:id_bad_birth')],
    ['全角数字', () => one({ 公民身份号码: Array.from(good, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('') }), rows('new')],
    ['中间有空格', () => one({ 公民身份号码: ` ${good.slice(0, 6)} ${good.slice(6, 14)}\u3000${good.slice(14)} ` }), rows('new')],
    ['前面有撇号', () => one({ 公民身份号码: `'${good}` }), rows('new')],
    ['夹着看不见的字符', () => one({ 公民身份号码: `${good.slice(0, 9)}\u200b${good.slice(9)}\u202c` }), rows('new:unsafe_characters_removed')],
    ['夹着字母 O', () => one({ 公民身份号码: good.replace('0', 'O') }), rows('refused:id_bad_length')],
    ['是日期', () => one({ 公民身份号码: number(36_708, 1) }, { styles: stylesOf('14') }), rows('refused:id_bad_length')],
    ['是布尔值', () => one({ 公民身份号码: '<c t="b"><v>1</v></c>' }), rows('refused:id_bad_length')],
    ['是负数', () => one({ 公民身份号码: number(-230_102_198_005_170_016) }), rows('refused:id_precision_lost')],
    ['阿拉伯文数字', () => one({ 公民身份号码: Array.from(good, (digit) => String.fromCharCode(0x660 + Number(digit))).join('') }), rows('refused:id_bad_length')],
  ])

/** cellXfs:第 0 个为常规,第 1 个起依次用给的编号;自定格式写成 `编号=格式`。 */
function stylesOf(...formats: readonly string[]): string {
  const custom = formats.flatMap((format) => (format.includes('=') ? [format.split('=') as [string, string]] : []))
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const ids = formats.map((format) => format.split('=')[0] ?? '0')
  return `<styleSheet xmlns="${MAIN}">${custom.length === 0 ? '' : `<numFmts count="${custom.length}">${custom.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`).join('')}</numFmts>`}<cellXfs count="${ids.length + 1}"><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`
}
/** 2000-07-01 在两种日期系统里的序号。 */
const JULY_1900 = 36_708
const JULY_1904 = 35_246
const joined = (format: string, serial: number | string = JULY_1900, options: BookOptions = {}): Buffer => one({ 加入党组织日期: number(serial, 1), 转为正式党员日期: '2001-07-01' }, { styles: stylesOf(format), ...options })
const MAC: BookOptions = { workbookPr: '<workbookPr date1904="1"/>' }
const MONTH = rows('warned:date_month_only')
const UNREADABLE = rows('refused:date_unreadable')

/** 日期(F29):两种日期系统、各种显示格式;只显示年月的是年月,不显示年份的不猜年份。 */
const dates = (): MalformedFile[] =>
  family('日期', [
    ...['14', '22', '30', '31', '176=yyyy\\-mm\\-dd', '177=[$-804]yyyy"年"m"月"d"日";@', '178=yyyy/m/d h:mm', '179=[$-804]e"年"m"月"d"日"', '14=yyyy/m/d'].map((format): Entry => [`格式 ${format} 到日`, () => joined(format), rows('new')]),
    ...['17', '27', '36', '50', '52', '57', '176=yyyy"年"m"月"', '177=[$-804]yyyy"年"m"月";@', '178=yyyy.mm', '179=[DBNum1][$-804]yyyy"年"m"月"', '180=[$-F800]mmmm\\ yyyy', '27=yyyy"年"m"月"'].map((format): Entry => [`格式 ${format} 只到月`, () => joined(format), MONTH]),
    ...['27', '57'].map((format): Entry => [`格式 ${format} 但不是 1 日:人填过日(7 月 15 日入党,次年 7 月 1 日转正不满一年)`, () => joined(format, JULY_1900 + 14), rows('warned:regular_less_than_year')]),
    ...['16', '28', '29', '51', '53', '54', '58', '176=m"月"d"日"', '177=mm-dd'].map((format): Entry => [`格式 ${format} 不显示年份`, () => joined(format), UNREADABLE]),
    ...['18', '21', '32', '33', '34', '35', '45', '46', '55', '56', '176=h:mm:ss', '177=上午/下午h"时"mm"分"'].map((format): Entry => [`格式 ${format} 只显示时刻`, () => joined(format), UNREADABLE]),
    ['格式只显示年,序号是 1 月 1 日', () => joined('176=yyyy"年"', 36_526), UNREADABLE],
    ['1904 系统', () => joined('14', JULY_1904, MAC), rows('new')],
    ['1904 系统只到月', () => joined('57', JULY_1904, MAC), MONTH],
    ['1904 系统的常规数', () => one({ 加入党组织日期: number(JULY_1904) }, MAC), rows('new')],
    ['1904 写成 true', () => joined('14', JULY_1904, { workbookPr: '<workbookPr date1904="true"/>' }), rows('new')],
    ['ISO 日期', () => one({ 加入党组织日期: '<c t="d"><v>2000-07-01T00:00:00</v></c>' }), rows('new')],
    ['ISO 日期胡写', () => one({ 加入党组织日期: '<c t="d"><v>someday</v></c>' }), UNREADABLE],
    ['1900-02-29', () => joined('14', 60), UNREADABLE],
    ['序号 0', () => joined('14', 0), UNREADABLE],
    ['序号为负', () => joined('14', -5), UNREADABLE],
    ['序号极大', () => joined('14', 2_958_466), UNREADABLE],
    ['序号大得没边', () => joined('14', '1e300'), UNREADABLE],
    ['序号带时刻', () => joined('14', 36_708.75), rows('new')],
    ['序号差一点满一天', () => joined('14', '36708.999999999'), rows('new')],
    ['将来', () => joined('14', 60_000), rows('refused:date_in_future')],
    ['百分比格式的数', () => joined('9', JULY_1900), answered],
    ...(['九八年夏天', '2015-02-30', '2015-13-01', '98.7.1', '7/1/2015', '约2015年', '2015年7月1日入党', '2015', '2015年', '0000-00-00', '9999-12-31T', '１２３', '=1+1', '2015-07-01;DROP'] as const).map((text): Entry => [`文字 ${text}`, () => one({ 加入党组织日期: text }), UNREADABLE]),
    ['数 2023.1 分不清月份', () => one({ 加入党组织日期: number('2023.1') }), UNREADABLE],
    ['数 2023.1 按两位小数显示', () => one({ 加入党组织日期: number('2000.1', 1), 转为正式党员日期: '2001-10-01' }, { styles: stylesOf('2') }), MONTH],
  ])

/** 只有样式、或把表头也写成数的怪表。 */
const shapes = (): MalformedFile[] =>
  family('格子', [
    ['整张表只有样式', () => withSheet(sheetOf([['<c s="0"/>', '<c s="0"/>'], ['<c s="0"/>']])), refused('HEADER_NOT_FOUND')],
    ['表头是数', () => withSheet(sheetOf([['<c><v>1</v></c>', '<c><v>2</v></c>'], person(0)])), refused('HEADER_NOT_FOUND')],
    ['表头带公式', () => withSheet(sheetOf([HEADER.map((header) => `<c t="str"><f>X</f><v>${header}</v></c>`), person(0)])), rows('new')],
    ['格子三万字', () => one({ 备注: '长'.repeat(32_767) }), rows('refused:text_too_long')],
    ['格子一百万字', () => one({ 备注: '长'.repeat(1_000_000) }), rows('refused:text_too_long')],
    ['名字一百万字', () => one({ 姓名: '长'.repeat(1_000_000) }), rows('refused:name_too_long')],
    ['名字全是看不见的字符', () => one({ 姓名: '\u200b\u202e\ufeff' }), rows('refused:name_missing')],
    ['名字是一串组合符', () => one({ 姓名: `王${'\u0301'.repeat(500)}` }), rows('refused:name_too_long')],
    ['名字带变向、零宽', () => one({ 姓名: '王\u202e建\u200b国\u2066' }), rows('new:unsafe_characters_removed')],
    ['生僻字', () => one({ 姓名: '𠮷野\u{2A6D6}' }), rows('new')],
    ['带图的工作簿里的好名册', () => rosterBook([{}], { extra: [{ name: 'xl/drawings/drawing1.xml', content: Buffer.from('<x') }] }), rows('new')],
  ])

export const oddCellFiles: readonly MalformedFile[] = [...formulas(), ...idNumbers(), ...dates(), ...shapes()]
