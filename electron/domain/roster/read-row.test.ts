import { describe, expect, test } from 'vitest'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { EDUCATION_WORDS, ETHNICITY_WORDS } from '../../data/header-synonyms/roster-values.ts'
import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { checkCodeOf } from './id-number.ts'
import { buildHeaderIndex, findHeader } from './map-headers.ts'
import { isPersonRow, readRow } from './read-row.ts'
import type { SheetCell } from './sheet.ts'

const UNKNOWN_REGION = `99010219200508011${checkCodeOf('99010219200508011')}`
const index = buildHeaderIndex(rosterVocabulary.headers)
const read = (cells: Readonly<Record<string, SheetCell>>) => {
  const header = findHeader({ name: '表', hidden: false, is1904: false, rows: [['姓名', '性别', ...Object.keys(cells).filter((key) => key !== '姓名' && key !== '性别')]] }, index)
  if (header.kind !== 'found') throw new Error(header.kind)
  const row = header.columns.map((column) => cells[column.header] ?? null)
  const { values, findings } = readRow('表', 2, row, header.columns, new Map(), rosterVocabulary)
  return { values, codes: findings.map((finding) => `${finding.code}:${finding.severity}`) }
}

describe('一格一格地读', () => {
  test.each([
    ['沈　华春', '沈华春', ['name_cleaned:note']],
    ['张 三', '张三', ['name_cleaned:note']],
    ['张\n三', '张三', ['name_cleaned:note']],
    ['阿依古丽·买买提', '阿依古丽·买买提', []],
    ['阿依古丽•买买提', '阿依古丽·买买提', ['name_cleaned:note']],
    ['阿依古丽・买买提', '阿依古丽·买买提', ['name_cleaned:note']],
    ['阿依古丽 · 买买提', '阿依古丽·买买提', ['name_cleaned:note']],
    ['阿依古丽．买买提', '阿依古丽·买买提', ['name_cleaned:note']],
    ['喆堃䶮', '喆堃䶮', []],
    ['﨑山', '﨑山', []],
    ['Maria  Silva', 'Maria Silva', ['name_cleaned:note']],
    ['张\u202e三\u200b', '张三', ['unsafe_characters_removed:note', 'name_cleaned:note']],
    ['\u0000张三\u0007', '张三', ['unsafe_characters_removed:note', 'name_cleaned:note']],
    ["Robert'); DROP TABLE member;--", "Robert'); DROP TABLE member;--", []],
    ['张'.repeat(41), undefined, ['name_too_long:refuse']],
    ['17', undefined, ['name_missing:refuse']],
  ] as const)('姓名 %#', (cell, name, codes) => expect(read({ 姓名: cell })).toEqual({ values: name === undefined ? {} : { name }, codes }))

  test.each([
    ['53010219200508011X', '53010219200508011X', []],
    ['53010219200508011x', '53010219200508011X', []],
    ['５３０１０２１９２００５０８０１１Ｘ', '53010219200508011X', []],
    ["'53010219200508011X", '53010219200508011X', []],
    ['\t530102 19200508 011X ', '53010219200508011X', []],
    ['53010219200508011×', '53010219200508011X', []],
    ['\u202a53010219200508011X\u202c', '53010219200508011X', ['unsafe_characters_removed:note']],
    [UNKNOWN_REGION, UNKNOWN_REGION, ['id_region_unknown:warn']],
    ['530102192005080119', undefined, ['id_bad_check_digit:refuse']],
    ['530102192013080119', undefined, ['id_bad_birth:refuse']],
    ['530102200508011', undefined, ['id_fifteen_digits:refuse']],
    [530102200508011, undefined, ['id_fifteen_digits:refuse']],
    [210000198006232000, undefined, ['id_precision_lost:refuse']],
    ['210000198006232000', undefined, ['id_precision_lost:refuse']],
    ['2.10000198006232E+17', undefined, ['id_precision_lost:refuse']],
    ['2300001970092063', undefined, ['id_bad_length:refuse']],
    ['见档案', undefined, ['id_bad_length:refuse']],
    ['无', undefined, []],
    [{ kind: 'error', text: '#REF!' }, undefined, ['cell_error:refuse']],
    [{ kind: 'formula', value: '53010219200508011X' }, '53010219200508011X', ['formula_value:warn']],
  ] as const)('证号 %j', (cell, idNumber, codes) => expect(read({ 身份证号: cell })).toEqual({ values: idNumber === undefined ? {} : { idNumber }, codes }))

  test.each([
    ['民族', '汉', { ethnicity: '01' }], ['民族', '汉族', { ethnicity: '01' }], ['民族', '01', { ethnicity: '01' }], ['民族', 1, { ethnicity: '01' }], ['民族', '蒙古', { ethnicity: '02' }], ['民族', '蒙古族', { ethnicity: '02' }],
    ['学历', '硕士研究生', { education: '14' }], ['学历', '技工学校', { education: '47' }], ['学历', '大学本科(工学学士)', { education: '20', degree: '4' }], ['学历', '研究生、硕士', { education: '10', degree: '3' }], ['学历', '省委党校研究生', { education: '10', isPartySchool: true }], ['学历', '大专', { education: '30' }], ['学历', '高中', { education: '60' }],
    ['类别', '正式', { memberType: 'full' }], ['类别', '正式党员', { memberType: 'full' }], ['类别', '预备', { memberType: 'probationary' }], ['政治面貌', '中共预备党员', { memberType: 'probationary' }], ['政治面貌', '中共党员', { memberType: 'full' }],
    ['党员状态', '正常', { membershipState: 'normal' }], ['党籍状态', '停止党籍', { membershipState: 'stopped' }], ['党籍状态', 13, { membershipState: 'expelled' }],
    ['手机', 13000022960, { mobile: '13000022960' }], ['手机', '１３００００２２９６０', { mobile: '13000022960' }], ['手机', '+86 130-0002-2960', { mobile: '13000022960' }],
    ['联系电话', '13000022960/0451-82345678', { mobile: '13000022960', telephone: '0451-82345678' }], ['联系电话', '0451-82345678', { telephone: '0451-82345678' }], ['固定电话', '内线 8123', { telephone: '内线8123' }],
    ['性别', '女性', { gender: '2' }], ['备注', '=cmd|calc!A0', { note: '=cmd|calc!A0' }], ['备注', '第一行\n第二行', { note: '第一行 第二行' }], ['备注', '—', {}], ['职务', '暂无', {}],
    ['籍贯', '黑龙江 肇东', { nativePlace: '黑龙江 肇东' }], ['参加工作时间', '1998.7', { workFrom: '1998-07' }], ['学位', '工商管理硕士', { degree: '3' }], ['毕业院校', '某某大学', { graduatedFrom: '某某大学' }],
    ['岗位类别', '生产一线', { postKind: 'front_line' }], ['管理层级', '中层干部', { managementLevel: 'middle' }], ['是否骨干', '√', { isBackbone: true }], ['是否退休', '在职', { isRetired: false }], ['党校学历', '否', { isPartySchool: false }],
    ['入党介绍人', '王建国、李敏', { sponsors: '王建国、李敏' }], ['组织关系转入时间', '2015年7月1日', { transferredInOn: '2015-07-01' }], ['转入单位', '某厂党支部', { transferredFrom: '某厂党支部' }], ['职称', '高级工程师', { professionalTitle: '高级工程师' }],
    ['党小组', '第一 党小组', { partyGroupName: '第一党小组' }], ['工号', 12, { workNumber: '12' }],
  ] as const)('%s %j', (header, cell, values) => expect(read({ [header]: cell })).toEqual({ values, codes: [] }))

  test.each([
    ['性别', '不男不女', ['gender_unreadable:warn']], ['民族', '火星', ['ethnicity_unreadable:warn']], ['民族', '57', ['ethnicity_replaced:warn']], ['学历', '上过学', ['education_unreadable:warn']],
    ['类别', '积极分子', ['member_type_unreadable:refuse']], ['手机', '1300002296', ['mobile_unreadable:warn']], ['党籍状态', '挂着', ['state_unreadable:warn']],
    ['入党时间', '九八年夏天', ['date_unreadable:refuse']], ['出生年月', '1998', ['birth_unreadable:refuse']], ['岗位', '岗'.repeat(61), ['text_too_long:refuse']], ['备注', 'x'.repeat(32768), ['text_too_long:refuse']],
  ] as const)('读不出的要说:%s', (header, cell, codes) => expect(read({ [header]: cell }).codes).toEqual(codes))
})

describe('哪些行是人', () => {
  const header = findHeader({ name: '表', hidden: false, is1904: false, rows: [['序号', '姓名', '身份证号', '所在支部', '手机']] }, index)
  const columns = header.kind === 'found' ? header.columns : []
  test.each([
    ['党员', [1, '王建国', '53010219200508011X', '铸造', null], true],
    ['缺姓名', [1, null, '53010219200508011X', '铸造', null], true],
    ['只有姓名', [1, '王建国', null, null, null], true],
    ['预排序号', [1, null, null, null, null], false],
    ['预填支部', [1, null, null, '铸造', null], false],
    ['合计', ['合计', '60人', null, null, null], false],
    ['合计在姓名列', [null, '合　计', null, null, '60'], false],
    ['填表人', ['填表人:张三', null, null, null, '13000000000'], false],
    ['填表人在姓名列', [null, '填表人：张三', null, null, null], false],
    ['小标题', ['一、铸造车间', null, null, null, null], false],
  ] as const)('%s → %s', (_title, cells, expected) => expect(isPersonRow(cells, columns, rosterVocabulary)).toBe(expected))
})

test('取值的代码都在代码表里', () => {
  const known = (table: readonly { readonly code: string }[]) => new Set(table.map((entry) => entry.code))
  expect(EDUCATION_WORDS.map(([code]) => code).filter((code) => !known(educations).has(code))).toEqual([])
  expect(ETHNICITY_WORDS.map(([code]) => code)).toEqual(ethnicities.map((entry) => entry.code))
})

test('简历一行一段,换行留着;入党时所在党组织照写', () => {
  expect(read({ 个人简历: '2001.7—2008.3 炼铁厂 ‌炉前工\r\n\r\n 2008.3— 值班工长', 入党时所在支部: '炼铁党支部' }).values).toMatchObject({ resume: '2001.7—2008.3 炼铁厂 炉前工\n2008.3— 值班工长', joinedIn: '炼铁党支部' })
  expect(read({ 简历: '写'.repeat(1501) }).codes).toEqual(['text_too_long:refuse'])
})
