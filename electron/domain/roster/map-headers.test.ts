import { describe, expect, test } from 'vitest'
import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { buildHeaderIndex, findHeader } from './map-headers.ts'
import type { SheetCell } from './sheet.ts'

const index = buildHeaderIndex(rosterVocabulary.headers)
const find = (rows: readonly (readonly SheetCell[])[]) => findHeader({ name: '表', hidden: false, is1904: false, rows }, index)
const fields = (rows: readonly (readonly SheetCell[])[]) => {
  const header = find(rows)
  return header.kind === 'found' ? header.columns.map((column) => column.field) : header.kind
}

describe('表头', () => {
  test.each([
    [['姓名*', '公民身份证号*', '所在党支部*'], ['name', 'idNumber', 'branch']],
    [['党员\n姓名', '身份证\n号码', '文化 程度'], ['name', 'idNumber', 'education']],
    [['姓　名', '性　别', '出生年月(岁)', '入党时间（年月日）'], ['name', 'gender', 'birthDate', 'joinedOn']],
    [['姓名', '党员状态', '党籍状态'], ['name', 'memberType', 'membershipState']],
    [['姓名', '党员状态', '党员类别'], ['name', 'membershipState', 'memberType']],
    [['姓名', '联系电话'], ['name', 'mobile']],
    [['姓名', '联系电话', '手机'], ['name', 'telephone', 'mobile']],
    [['姓名', '电话', '办公电话'], ['name', 'mobile', 'telephone']],
    [['姓名', '职务', '工作岗位'], ['name', null, 'post']],
    [['序号', '姓名', '职务/岗位', '家庭成员'], ['sequence', 'name', 'post', null]],
    [['姓名', '单位', '身份证号'], ['name', null, 'idNumber']],
    [['__proto__', 'constructor', '姓名', '性别'], [null, null, 'name', 'gender']],
  ] as const)('%j', (headers, expected) => expect(fields([headers, ['甲', '1']])).toEqual(expected))

  test.each([
    ['只有姓名', [['姓名', '家庭成员']]],
    ['没有姓名', [['身份证号', '性别', '民族']]],
    ['只有数据', [['王建国', '男', '汉族']]],
    ['空表', []],
    ['在第 21 行', [...Array.from({ length: 20 }, () => ['说明文字']), ['姓名', '性别']]],
  ] as const)('%s:找不到,不猜', (_title, rows) => expect(find(rows).kind).toBe('missing'))

  test('上面的标题、单位、日期行不影响', () => {
    const header = find([['示例公司党员花名册'], ['填报单位:机关', null, '2026年'], [], ['姓名', '性别', '民族'], ['甲', '男', '汉']])
    expect(header).toMatchObject({ kind: 'found', firstRow: 4 })
  })
  test('同名的两列要问,不挑', () => expect(find([['姓名', '入党时间', '入党 时间']])).toEqual({ kind: 'duplicated', header: '入党 时间' }))
  test('两行表头:大项下面的小项,上一行补空格子', () => {
    const header = find([['姓名', '性别', '党内情况', null], [null, null, '入党时间', '转正时间'], ['甲', '男', '2015-07-01', '2016-07-01']])
    expect(header).toMatchObject({ kind: 'found', firstRow: 2 })
    expect(header.kind === 'found' && header.columns.map((column) => column.field)).toEqual(['name', 'gender', 'joinedOn', 'regularOn'])
  })
  test('竖向合并占两行的表头,数据从下面开始', () => expect(find([['姓名', '性别'], ['姓名', '性别'], ['甲', '男']])).toMatchObject({ firstRow: 2 }))
})
