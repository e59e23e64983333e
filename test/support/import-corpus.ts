import { writeXlsx, type CellValue, type MergeRange } from 'hucre'
import type { ImportKind } from '../../shared/model/roster-import.ts'
import { gbkBytes, makeXls } from './old-excel.ts'
import { registerCorpus } from './import-corpus-registers.ts'
import { madeIdNumber } from './roster-workbook.ts'

/** 办公室里各种样子的表:一件一份,毛病各不相同。内容全由这里造,每次都一样。 */
export interface CorpusFile {
  readonly title: string
  readonly kind: ImportKind
  readonly name: string
  /** 没有支部列的,导到第一个支部。 */
  readonly intoBranch?: boolean
  readonly bytes: () => Promise<Uint8Array> | Uint8Array
}
type Cell = CellValue
type Grid = readonly (readonly Cell[])[]

const HEADER = ['序号', '姓名', '身份证号', '人员类别', '入党日期', '转正日期', '所在党支部'] as const
const BRANCH = '铸造车间党支部'
const person = (index: number, changes: Readonly<Record<number, Cell>> = {}): Cell[] => [index, `王建国${'甲乙丙丁戊己庚辛'[index] ?? ''}`, madeIdNumber(index), '正式党员', '1999-07-01', '2000-07-01', BRANCH].map((value, column) => (column in changes ? (changes[column] ?? null) : value))
const two: Grid = [person(1), person(2)]
const book = (rows: Grid, merges: MergeRange[] = [], more: readonly { readonly name: string; readonly rows: Grid; readonly hidden?: boolean }[] = [], name = '花名册'): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]), merges }, ...more.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => [...row]), ...(sheet.hidden === true ? { hidden: true } : {}) }))] })
const sheet = (title: string, make: () => Grid, options: { readonly header?: readonly string[]; readonly merges?: MergeRange[]; readonly intoBranch?: boolean; readonly more?: readonly { readonly name: string; readonly rows: Grid; readonly hidden?: boolean }[]; readonly sheetName?: string } = {}): CorpusFile => ({
  title,
  kind: 'members',
  name: '名册.xlsx',
  ...(options.intoBranch === true ? { intoBranch: true } : {}),
  bytes: () => book([...(options.header === undefined ? [HEADER] : [options.header]), ...make()], options.merges, options.more, options.sheetName),
})
/** 只有一格不一样的一行。 */
const cell = (title: string, column: number, value: Cell): CorpusFile => sheet(title, () => [person(1, { [column]: value })])
const raw = (title: string, rows: () => Grid, merges: MergeRange[] = []): CorpusFile => ({ title, kind: 'members', name: '名册.xlsx', bytes: () => book(rows(), merges) })
const lines = (rows: Grid, separator = ','): string => rows.map((row) => row.map((value) => String(value ?? '')).join(separator)).join('\r\n')
const text = (title: string, bytes: () => Uint8Array, name = '名册.csv'): CorpusFile => ({ title, kind: 'members', name, bytes })
const utf16 = (content: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')])
const plain = (rows: Grid): (string | number | null)[][] => rows.map((row) => row.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null)))

const LAYOUT: readonly CorpusFile[] = [
  sheet('规规矩矩的', () => two),
  raw('上面一行标题', () => [['某某公司党员花名册'], HEADER, ...two], [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }]),
  raw('标题、单位、日期三行', () => [['党员花名册'], ['填报单位:某某公司', null, null, '填报日期:2026年10月'], [], HEADER, ...two]),
  raw('两行表头,大项横着合并', () => [['序号', '基本情况', null, null, '党内情况', null, null], [null, '姓名', '身份证号', '人员类别', '入党日期', '转正日期', '所在党支部'], ...two], [{ startRow: 0, startCol: 1, endRow: 0, endCol: 3 }, { startRow: 0, startCol: 4, endRow: 0, endCol: 6 }, { startRow: 0, startCol: 0, endRow: 1, endCol: 0 }]),
  raw('两行表头,竖着合并', () => [['序号', '姓名', '身份证号', '人员类别', '时间', null, '所在党支部'], [null, null, null, null, '入党日期', '转正日期', null], ...two], [0, 1, 2, 3, 6].map((column) => ({ startRow: 0, startCol: column, endRow: 1, endCol: column }))),
  sheet('另一套说法', () => two, { header: ['编号', '党员姓名', '公民身份证号码', '党员类别', '加入党组织时间', '转为正式党员时间', '党支部名称'] }),
  sheet('又一套说法', () => two, { header: ['NO.', '名字', '居民身份证号', '政治面貌', '何时入党', '何时转正', '支部'] }),
  raw('整张表右移一列', () => [[null, ...HEADER], ...two.map((row) => [null, ...row])]),
  raw('整张表右移三列、下移两行', () => [[], [], [null, null, null, ...HEADER], ...two.map((row) => [null, null, null, ...row])]),
  raw('列的次序全反过来', () => [HEADER.toReversed(), ...two.map((row) => row.toReversed())]),
  sheet('多出几列用不着的', () => two.map((row) => [...row, '篮球', '无']), { header: [...HEADER, '特长', '是否献血'] }),
  sheet('表头里有换行和空格', () => two, { header: ['序 号', '姓\u3000名', '身份证\n号码', '人员\n类别', '入党\n时间', '转正\n时间', '所在\n党支部'] }),
  sheet('表头带星号、冒号、括号', () => two, { header: ['序号', '*姓名', '身份证号(18位):', '人员类别*', '入党日期(年月日)', '转正日期【年月日】', '所在党支部:'] }),
  raw('换页时表头重复', () => [HEADER, person(1), HEADER, person(2)]),
  raw('表尾有合计和填表人', () => [HEADER, ...two, ['合计', '2人'], ['填表人:李敏', null, null, '审核人:赵强']]),
  raw('中间有空行、小标题', () => [HEADER, person(1), [], ['二、机关'], person(2), []]),
  raw('支部名竖着合并', () => [HEADER, person(1), person(2, { 6: null })], [{ startRow: 1, startCol: 6, endRow: 2, endCol: 6 }]),
  { title: '一个支部一张表,表名就是支部名', kind: 'members', name: '名册.xlsx', bytes: () => book([HEADER.slice(0, 6), person(1).slice(0, 6)], [], [{ name: '销售公司党支部', rows: [HEADER.slice(0, 6), person(2).slice(0, 6)] }], BRANCH) },
  sheet('另有一张填写说明', () => two, { more: [{ name: '填写说明', rows: [['填写说明'], ['一、按身份证填'], ['二、日期写到日']] }] }),
  sheet('藏着一张旧名册', () => two, { more: [{ name: '去年', rows: [HEADER, person(5)], hidden: true }] }),
  sheet('两张表里有同一个人', () => [person(1)], { more: [{ name: '第二张', rows: [HEADER, person(1), person(2)] }] }),
  sheet('没有支部列,选了支部', () => two.map((row) => row.slice(0, 6)), { header: HEADER.slice(0, 6), intoBranch: true }),
  sheet('没有支部列,也没选', () => two.map((row) => row.slice(0, 6)), { header: HEADER.slice(0, 6) }),
  raw('没有表头', () => two),
  sheet('表头有两个姓名', () => two.map((row) => [...row, '又一个']), { header: [...HEADER, '姓名'] }),
  raw('只有表头', () => [HEADER]),
  raw('别的表:办公用品', () => [['物品', '数量', '单价'], ['墨盒', 3, 120]]),
]
const DATES: readonly CorpusFile[] = [
  cell('日期写 1998.7', 4, '1998.7'),
  cell('日期写 1998年7月', 4, '1998年7月'),
  cell('日期写 1998年7月1日', 4, '1998年7月1日'),
  cell('日期是 Excel 序号', 4, 36_342),
  cell('日期是真日期', 4, new Date(Date.UTC(1999, 6, 1))),
  cell('日期八位数字', 4, 19_990_701),
  cell('日期六位数字', 4, '199907'),
  cell('日期写汉字', 4, '一九九九年七月一日'),
  cell('日期全角', 4, '１９９９．０７．０１'),
  cell('日期用斜线', 4, '1999/7/1'),
  cell('日期带时刻', 4, '1999-07-01 00:00:00'),
  cell('日期是数 1999.1,分不清一月十月', 4, 1999.1),
  cell('日期只有年', 4, '1999年'),
  cell('日期两位年', 4, '99.7.1'),
  cell('日期是一句话', 4, '九八年夏天'),
  cell('日期在将来', 5, '2031-01-01'),
  cell('转正早于入党', 5, '1998-07-01'),
  cell('不到一年就转正', 5, '1999-12-01'),
  cell('没有这一天', 4, '1999-02-30'),
]
const NUMBERS: readonly CorpusFile[] = [
  cell('证号被 Excel 截成数', 2, Number(madeIdNumber(1).replace(/X$/, '0'))),
  cell('证号是科学记数', 2, '2.30000196501021E+17'),
  cell('证号末三位成了零', 2, `${madeIdNumber(1).slice(0, 15)}000`),
  cell('证号有空格', 2, `${madeIdNumber(1).slice(0, 6)} ${madeIdNumber(1).slice(6, 14)} ${madeIdNumber(1).slice(14)}`),
  cell('证号全角', 2, Array.from(madeIdNumber(1), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')),
  cell('证号前面有撇号', 2, `'${madeIdNumber(1)}`),
  cell('证号小写 x', 2, '11010519491231002x'),
  cell('证号十五位', 2, '230000650102101'),
  cell('证号末位不对', 2, `${madeIdNumber(1).slice(0, 17)}${madeIdNumber(1).endsWith('5') ? '6' : '5'}`),
  cell('证号少一位', 2, madeIdNumber(1).slice(0, 17)),
  cell('证号没填', 2, ''),
  sheet('证号重复', () => [person(1), person(2, { 2: madeIdNumber(1) })]),
]
const VALUES: readonly CorpusFile[] = [
  cell('姓名中间有空格', 1, '王\u3000 敏'),
  cell('姓名有间隔号', 1, '阿依古丽•买买提'),
  cell('姓名用句点当间隔号', 1, '阿依古丽.买买提'),
  cell('姓名是公式开头', 1, '=王建国'),
  cell('姓名没填', 1, null),
  cell('姓名成了数字', 1, 12),
  cell('类别写群众', 3, '群众'),
  cell('类别写中共党员', 3, '中共党员'),
  cell('类别没填', 3, ''),
  cell('支部写简单的名字', 6, '中共铸造车间支部'),
  cell('支部写代码', 6, '001'),
  cell('没有的支部', 6, '不存在的党支部'),
  sheet('民族四种写法、学历几种写法', () => ['汉', '汉族', '01', '1', '蒙古', '58', '火星族'].map((ethnicity, index) => [...person(index + 1), ethnicity, ['大专', '本科', '大学本科(工学学士)', '硕士研究生', '技工学校', '中技', '博士后'][index] ?? '']), { header: [...HEADER, '民族', '学历'] }),
  sheet('性别与证号不一致,电话写两个', () => [[...person(1), '女', '13800000001、0451-88880000']], { header: [...HEADER, '性别', '联系电话'] }),
  sheet('怀着恶意的格子', () => [person(1, { 1: '<img src=x onerror=alert(1)>王' }), [...person(2), "'; DROP TABLE member;--"]], { header: [...HEADER, '备注'] }),
]
const FILES: readonly CorpusFile[] = [
  text('GBK 的 CSV', () => gbkBytes(lines([HEADER, ...two]))),
  text('没有签字的 UTF-8 CSV', () => new TextEncoder().encode(lines([HEADER, ...two]))),
  text('带签字的 UTF-8 CSV,分号隔开', () => new TextEncoder().encode(`\ufeff${lines([HEADER, ...two], ';')}`)),
  text('UTF-16 制表符', () => utf16(lines([HEADER, ...two], '\t')), '名册.txt'),
  text('CSV 里引号和换行', () => new TextEncoder().encode(`${HEADER.join(',')},备注\r\n${person(1).join(',')},"第一行\n第二行,有逗号"`)),
  text('CSV 里 ="00123" 的写法', () => new TextEncoder().encode(`${HEADER.join(',')},工号\r\n${person(1).join(',')},="00123"`)),
  { title: '旧 .xls(97 以后)', kind: 'members', name: '名册.xls', bytes: () => makeXls([{ name: '花名册', rows: plain([['党员花名册'], HEADER, ...two]) }]) },
  { title: '旧 .xls(95,GBK)', kind: 'members', name: '名册.xls', bytes: () => makeXls([{ name: '花名册', rows: plain([HEADER, person(1, { 4: '1999年7月' }), person(2, { 3: '预备' })]) }], 5) },
  { title: '.xlsx 改名成 .xls', kind: 'members', name: '名册.xls', bytes: () => book([HEADER, ...two]) },
  { title: '网页存成 .xls', kind: 'members', name: '名册.xls', bytes: () => new TextEncoder().encode('<html><table><tr><td>姓名</td></tr></table></html>') },
  { title: '空文件', kind: 'members', name: '名册.xlsx', bytes: () => new Uint8Array() },
  { title: '公式算出的格子', kind: 'members', name: '名册.xlsx', bytes: () => writeXlsx({ sheets: [{ name: '花名册', rows: [[...HEADER], person(1)], cells: new Map([['1,3', { value: '正式党员', formula: '"正式"&"党员"', formulaResult: '正式党员' }]]) }] }) },
]
const ORGANISATION_HEADER = ['序号', '党组织名称', '上级党组织', '类型', '代码', '批准建立日期']
const units = (title: string, rows: Grid, header: readonly string[] = ORGANISATION_HEADER): CorpusFile => ({ title, kind: 'organisations', name: '组织.xlsx', bytes: () => book([['党组织一览表'], header, ...rows]) })
const ORGANISATIONS: readonly CorpusFile[] = [
  units('组织:先下级后上级', [[1, '甲车间党支部', '甲厂党总支', '党支部', '901', '2005.7'], [2, '甲厂党总支', '测试单位党委', '总支', '900', '2004年7月1日']]),
  units('组织:类别从名称看', [[1, '乙厂党委', '测试单位党委', null, null, null], [2, '乙车间联合党支部', '乙厂党委', null, null, 38_534]]),
  units('组织:没有上级、上级没有、重复', [[1, '丙党支部', null, '党支部', '910', null], [2, '丁党支部', '没有的党委', '党支部', '911', null], [3, '丙党支部', '测试单位党委', '党支部', '912', null]]),
  units('组织:已有的支部,代码被占', [[1, '铸造车间支部', null, '党支部', '001', '1999-07-01'], [2, '戊党支部', '测试单位党委', '党支部', '002', null]]),
  units('组织:另一套说法', [[1, '己党支部', '测试单位党委', '631', 'J1', '1999-07-01']], ['编号', '组织全称', '隶属党组织', '组织类别', '组织代码', '成立时间']),
  units('组织:支部下面不能有总支', [[1, '庚党总支', BRANCH, '党总支', null, null]]),
  { title: '组织:GBK 的 CSV', kind: 'organisations', name: '组织.csv', bytes: () => gbkBytes(lines([ORGANISATION_HEADER, [1, '辛党支部', '测试单位党委', '党支部', 'X1', '1999-07-01']])) },
  { title: '组织:旧 .xls', kind: 'organisations', name: '组织.xls', bytes: () => makeXls([{ name: '组织', rows: plain([ORGANISATION_HEADER, [1, '壬党支部', '测试单位党委', '党支部', null, '1999-07-01'], ['合计', '1个', null, null, null, null]]) }]) },
]

export const importCorpus: readonly CorpusFile[] = [...LAYOUT, ...DATES, ...NUMBERS, ...VALUES, ...FILES, ...ORGANISATIONS, ...registerCorpus]
