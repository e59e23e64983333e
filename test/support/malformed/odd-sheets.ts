import { bookFile, BRANCH, HEADER, person, rosterBook, rosterSheet, sheetOf, withSheet, type CellXml, type Changes } from './book.ts'
import { family, refused, rows, type Expectation, type MalformedFile } from './case.ts'
import { madeIdNumber } from '../roster-workbook.ts'

const table = (...lines: readonly (readonly CellXml[])[]): Buffer => withSheet(sheetOf(lines))
const blank = (count: number): CellXml[][] => Array.from({ length: count }, () => ['说明'])
const NO_HEADER = refused('HEADER_NOT_FOUND')
const header = (changes: Readonly<Record<string, string>>): string[] => HEADER.map((name) => changes[name] ?? name)
const without = (...names: readonly string[]): Buffer => {
  const kept = HEADER.map((name, index) => [name, index] as const).filter(([name]) => !names.includes(name))
  return table(kept.map(([name]) => name), kept.map(([, index]) => person(0)[index] ?? null))
}

/** 表头(F25):错的、缺的、重的、移位的、上面有标题的;从不按位置猜列。 */
const headers = (): MalformedFile[] =>
  family('表头', [
    ['没有表头', () => table(person(0), person(1)), NO_HEADER],
    ['只有表头', () => table([...HEADER]), refused('NO_ROWS')],
    ['空表', () => table(), NO_HEADER],
    ['只有姓名一列', () => table(['姓名'], ['王建国']), NO_HEADER],
    ['没有姓名列', () => without('姓名'), NO_HEADER],
    ['没有支部列', () => without('所在党支部'), refused('BRANCH_REQUIRED')],
    ['没有证号列', () => without('公民身份号码'), rows('refused:id_missing')],
    ['没有类别列(有转正日期)', () => without('人员类别'), rows('warned:member_type_missing')],
    ['没有类别、转正两列', () => without('人员类别', '转为正式党员日期'), rows('refused:member_type_missing')],
    ['表头全是英文', () => table(['Name', 'ID', 'Sex', 'Branch'], ['Wang', '1', 'M', 'x']), NO_HEADER],
    ['表头写错字', () => table(header({ 姓名: '性名' }), person(0)), NO_HEADER],
    ['两列同名', () => table([...HEADER, '姓 名'], [...person(0), '李敏']), refused('HEADER_DUPLICATED')],
    ['两列证号同名', () => table([...HEADER, '公民身份号码'], [...person(0), 'x']), refused('HEADER_DUPLICATED')],
    ['两列意思相同、叫法不同', () => table([...HEADER, '身份证号'], [...person(0), 'x']), rows('new:column_ignored')],
    ['数据整体右移一列', () => table([...HEADER], [null, ...person(0)]), rows('refused:id_bad_length')],
    ['数据整体左移一列', () => table([...HEADER], person(0).slice(1)), rows('refused:name_missing')],
    ['姓名与证号两列互换', () => table(header({ 姓名: '公民身份号码', 公民身份号码: '姓名' }), person(0)), rows('refused:name_missing')],
    ['入党与转正两列互换', () => table(header({ 加入党组织日期: '转为正式党员日期', 转为正式党员日期: '加入党组织日期' }), person(0)), rows('refused:regular_before_joined')],
    ['表头之间夹着空列', () => table(['姓名', '', ...HEADER.slice(1)], [person(0)[0] ?? null, null, ...person(0).slice(1)]), rows('new')],
    ...[1, 3, 10, 19].map((count) => [`上面有 ${count} 行标题`, () => table(...blank(count), [...HEADER], person(0)), rows('new')] as const),
    ['上面有 25 行标题', () => table(...blank(25), [...HEADER], person(0)), NO_HEADER],
    ['两行的表头', () => table(['姓名', '公民身份号码', '党内情况', null, null, '所在党支部'], [null, null, '人员类别', '加入党组织日期', '转为正式党员日期', null], ['王建国', madeIdNumber(0), '正式党员', '2000-07-01', '2001-07-01', BRANCH]), rows('new')],
    ['换页重复的表头', () => table([...HEADER], person(0), [...HEADER], person(1)), rows('new', 'new')],
    ['表头带换行、空格、全角、星号', () => table(header({ 姓名: '＊姓\n　名：', 加入党组织日期: '加入党组织日期（年月日）' }), person(0)), rows('new')],
    ['表头有 __proto__、constructor', () => table([...HEADER, '__proto__', 'constructor', 'toString'], [...person(0), 'x', 'y', 'z']), rows('new:column_ignored')],
    ['表头是脚本与公式文字', () => table([...HEADER, '<script>alert(1)</script>', '=cmd|x', "'; DROP TABLE member;--"], [...person(0), 'x', 'y', 'z']), rows('new:column_ignored')],
    ['表头一百万字', () => table([...HEADER, '长'.repeat(1_000_000)], [...person(0), 'x']), rows('new:column_ignored')],
    ['二百列', () => table([...HEADER, ...Array.from({ length: 190 }, (_, index) => `列${index}`)], [...person(0), ...Array.from({ length: 190 }, () => 'x')]), rows('new:column_ignored')],
    ['合计、填表人行不当人', () => table([...HEADER], person(0), ['合计', '1人'], ['填表人:', '李敏']), rows('new')],
    ['名册在第二张表', () => bookFile({ sheets: [{ name: '说明', xml: sheetOf(blank(2)) }, { name: '名册', xml: rosterSheet([{}]) }] }), rows('new')],
    ['两张表都有名册', () => bookFile({ sheets: [{ name: '一', xml: rosterSheet([{}]) }, { name: '二', xml: sheetOf([[...HEADER], person(7)]) }] }), rows('new', 'new')],
    ['两张表同名', () => bookFile({ sheets: [{ name: '名册', xml: rosterSheet([{}]) }, { name: '名册', xml: sheetOf([[...HEADER], person(7)]) }] }), rows('new', 'new')],
    ['一张好、一张表头重复', () => bookFile({ sheets: [{ name: '一', xml: rosterSheet([{}]) }, { name: '二', xml: sheetOf([[...HEADER, '姓名'], person(7)]) }] }), refused('HEADER_DUPLICATED')],
  ])

/** 没有证号时靠姓名与生日认人。 */
const noId: Changes = { 公民身份号码: null }
const twins = (count: number): Changes[] => Array.from({ length: count }, () => ({ 姓名: '王建国', 公民身份号码: madeIdNumber(5), 性别: null }))
/** 文件里自己重(F31);与库里重的另有测试。 */
const duplicates = (): MalformedFile[] =>
  family('重复', [
    ['同一证号两行', () => rosterBook(twins(2)), rows('new', 'refused:duplicate_in_file')],
    ['同一证号三行', () => rosterBook(twins(3)), rows('new', 'refused:duplicate_in_file', 'refused:duplicate_in_file')],
    ['整表粘了两遍', () => withSheet(sheetOf([[...HEADER], person(0), person(1), person(0), person(1)])), rows('new', 'new', 'refused:duplicate_in_file', 'refused:duplicate_in_file')],
    ['证号写法不同、其实一样', () => withSheet(sheetOf([[...HEADER], person(0), person(0, { 公民身份号码: `'${madeIdNumber(0).slice(0, 6)} ${madeIdNumber(0).slice(6)}` })])), rows('new', 'refused:duplicate_in_file')],
    ['证号相同、姓名不同', () => withSheet(sheetOf([[...HEADER], person(0), person(0, { 姓名: '李敏' })])), rows('new', 'refused:duplicate_in_file')],
    ['跨两张表', () => bookFile({ sheets: [{ name: '一', xml: rosterSheet([{}]) }, { name: '二', xml: rosterSheet([{}]) }] }), rows('new', 'refused:duplicate_in_file')],
    ['没有证号也没有生日', () => rosterBook([noId, noId]), rows('refused:id_missing', 'refused:id_missing')],
    ['无证号、同名同生日', () => withSheet(sheetOf([[...HEADER, '出生日期'], [...person(0, { 姓名: '王建国', ...noId, 性别: '男' }), '1970-01-02'], [...person(1, { 姓名: '王 建国', ...noId, 性别: '男' }), '1970年1月']])), rows('warned:id_missing', 'refused:duplicate_in_file')],
  ])

const columns = (changes: Changes, verdict: Expectation): readonly [string, () => Uint8Array, Expectation] => [JSON.stringify(changes).slice(0, 60), () => rosterBook([changes]), verdict]
/** 取值认不出的。 */
const values = (): MalformedFile[] =>
  family('取值', [
    columns({ 人员类别: '群众' }, rows('refused:member_type_unreadable')),
    columns({ 人员类别: '<script>' }, rows('refused:member_type_unreadable')),
    columns({ 性别: '?' }, rows('warned:gender_unreadable')),
    columns({ 民族: '火星族' }, rows('warned:ethnicity_unreadable')),
    columns({ 学历: '上过学' }, rows('warned:education_unreadable')),
    columns({ 所在党支部: '没有的支部' }, rows('refused:branch_unknown')),
    columns({ 所在党支部: '长'.repeat(300) }, rows('refused:text_too_long')),
    columns({ 所在党支部: null }, rows('refused:branch_missing')),
    columns({ 姓名: null }, rows('refused:name_missing')),
    columns({ 姓名: '12345' }, rows('refused:name_missing')),
    columns({ 姓名: '名'.repeat(41) }, rows('refused:name_too_long')),
    columns({ 备注: 'x'.repeat(501) }, rows('refused:text_too_long')),
    columns({ 加入党组织日期: null }, rows('warned:joined_missing')),
    columns({ 转为正式党员日期: '1999-01-01' }, rows('refused:regular_before_joined')),
  ])

export const oddSheetFiles: readonly MalformedFile[] = [...headers(), ...duplicates(), ...values()]
