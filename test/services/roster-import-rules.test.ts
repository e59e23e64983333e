import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkCodeOf } from '../../electron/domain/roster/id-number.ts'
import { createOrganisationHandlers } from '../../electron/services/organisations-service.ts'
import { createFileExchange } from '../../electron/services/file-exchange.ts'
import { populateNewWorkspace } from '../../electron/services/populate-new-workspace.ts'
import { createImportHandlers } from '../../electron/services/imports-service.ts'
import { rawWorkbook, ROSTER_HEADER, rosterRow, sheetXml, workbook, type SheetSpec } from '../support/nasty-files.ts'
import { must } from '../support/make-core.ts'
import { makeScope } from '../support/make-scope.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeEach(async () => {
  office = await makeRosterOffice()
})
afterEach(() => office.close())

const LIST = { organisationId: null, search: '', memberType: null, offset: 0, limit: 20_000 } as const
const members = async () => (await must(office.api.members.list(LIST))).rows
const reveal = async (name: string, field: 'idNumber' | 'mobile') => (await must(office.api.members.reveal({ id: (await detail(name)).id, field, purpose: '核对导入' }))).value
const detail = async (name: string) => must(office.api.members.get({ id: (await members()).find((member) => member.name === name)?.id ?? '' }))
const codes = (row: { readonly status: string; readonly reasons: readonly { readonly code: string }[] } | undefined) => [row?.status, ...(row?.reasons ?? []).map((reason) => reason.code).filter((code) => !code.endsWith('_from_id'))]
const check = async (...sheets: readonly SheetSpec[]) => must(office.preview('a.xlsx', await workbook(...sheets)))
const bring = async (...sheets: readonly SheetSpec[]) => office.bring('a.xlsx', await workbook(...sheets))

describe('与库里的人比对', () => {
  test('证号相同:列出改了什么;空格子不抹掉已有的值', async () => {
    await bring([[...ROSTER_HEADER, '备注', '手机'], [...rosterRow(1, { 姓名: '王建国' }), '先进', '13000000001']])
    const preview = await check([[...ROSTER_HEADER, '备注', '手机'], [...rosterRow(1, { 姓名: '王建国', 学历: '硕士研究生', 民族: null }), '', '13000000002']])
    expect(preview.rows[0]).toMatchObject({ status: 'changed', changes: [{ column: '学历', before: '大学本科', after: '硕士研究生毕业' }, { column: '手机', before: '13000000001', after: '13000000002' }] })
    await must(office.api.imports.commit({ previewId: preview.previewId, skipRefused: false }))
    expect((await detail('王建国')).fields).toMatchObject({ education: '14', ethnicity: '01', note: '先进' })
    expect(await reveal('王建国', 'mobile')).toBe('13000000002')
    expect(await members()).toHaveLength(1)
  })
  test('更粗的日期不覆盖更细的', async () => {
    await bring([ROSTER_HEADER, rosterRow(1)])
    expect(codes((await check([ROSTER_HEADER, rosterRow(1, { 加入党组织日期: '2000.07', 转为正式党员日期: '2001年7月' })])).rows[0])).toEqual(['same'])
  })
  test('换了支部:照改并提醒,不造第二个人', async () => {
    await bring([ROSTER_HEADER, rosterRow(1)])
    const preview = await bring([ROSTER_HEADER, rosterRow(1, { 所在党支部: '销售公司党支部' })])
    expect(codes(preview.rows[0])).toEqual(['warned', 'branch_changed'])
    expect((await members()).map((member) => member.branchName)).toEqual(['销售公司党支部'])
  })
  test('证号相同而姓名不同:提醒', async () => {
    await bring([ROSTER_HEADER, rosterRow(1, { 姓名: '王建国' })])
    expect(codes((await check([ROSTER_HEADER, rosterRow(1, { 姓名: '王国建' })])).rows[0])).toEqual(['warned', 'duplicate_in_store'])
  })
  test('没有证号:姓名加生日唯一相符就是同一人;没有相符的就新增并提醒;连生日也没有就拒收', async () => {
    const header = [...ROSTER_HEADER, '出生日期']
    const birth = (index: number) => madeIdNumber(index).replace(/^.{6}(.{4})(.{2})(.{2}).*$/, '$1-$2-$3')
    await bring([ROSTER_HEADER, rosterRow(1, { 姓名: '王建国' })])
    const preview = await bring([header, [...rosterRow(1, { 姓名: '王建国', 公民身份号码: null }), birth(1)], [...rosterRow(2, { 姓名: '李敏', 公民身份号码: '无' }), '1980.05'], [...rosterRow(3, { 姓名: '赵六', 公民身份号码: null }), null]])
    expect(preview.rows.map(codes)).toEqual([['same', 'same_name_and_birth'], ['warned', 'id_missing'], ['refused', 'id_missing']])
    // 后来补上证号:认得出是同一人。
    const idNumber = `23010219800517002${checkCodeOf('23010219800517002')}`
    const filled = await bring([[...ROSTER_HEADER], rosterRow(2, { 姓名: '李敏', 公民身份号码: idNumber, 性别: '女' })])
    expect(codes(filled.rows[0])).toEqual(['warned', 'same_name_and_birth'])
    expect((await detail('李敏')).fields).toMatchObject({ birthDate: '1980-05-17' })
    expect(await reveal('李敏', 'idNumber')).toBe(idNumber)
    expect(await members()).toHaveLength(2)
  })
  test('预览之后有人改过:重新核对,一行不写', async () => {
    await bring([ROSTER_HEADER, rosterRow(1, { 姓名: '王建国' })])
    const preview = await check([ROSTER_HEADER, rosterRow(1, { 姓名: '王建国', 学历: '高中' }), rosterRow(2)])
    const before = await detail('王建国')
    await must(office.api.members.save({ id: before.id, rev: before.rev, fields: { ...before.fields, post: '班长' } }))
    expect(await office.api.imports.commit({ previewId: preview.previewId, skipRefused: false })).toMatchObject({ ok: false, error: { code: 'PREVIEW_EXPIRED' } })
    expect(await members()).toHaveLength(1)
  })
  test('同一文件核对两次、都去写:第二次要求重新核对', async () => {
    const [first, second] = [await check([ROSTER_HEADER, rosterRow(1)]), await check([ROSTER_HEADER, rosterRow(1)])]
    await must(office.api.imports.commit({ previewId: first.previewId, skipRefused: false }))
    expect(await office.api.imports.commit({ previewId: second.previewId, skipRefused: false })).toMatchObject({ ok: false, error: { code: 'PREVIEW_EXPIRED' } })
    expect(await members()).toHaveLength(1)
  })
  test('一行也收不下', async () => {
    const preview = await check([ROSTER_HEADER, rosterRow(1, { 姓名: null })])
    expect(await office.api.imports.commit({ previewId: preview.previewId, skipRefused: true })).toMatchObject({ ok: false, error: { code: 'IMPORT_NOTHING_ACCEPTABLE' } })
  })
})

/** 每例一行,放在同一张表里一次核对。 */
const ROW_CASES = [
    ['转正早于入党', { 转为正式党员日期: '1999-01-01' }, ['refused', 'regular_before_joined']],
    ['转正不满一年', { 转为正式党员日期: '2001-06-30' }, ['warned', 'regular_less_than_year']],
    ['正好一年', { 转为正式党员日期: '2001-07-01' }, ['new']],
    ['入党在将来', { 加入党组织日期: '2026-11-21', 转为正式党员日期: null, 人员类别: '预备党员' }, ['refused', 'date_in_future']],
    ['今天入党', { 加入党组织日期: '2026-11-20', 转为正式党员日期: null, 人员类别: '预备党员' }, ['new']],
    ['入党只到月', { 加入党组织日期: '2000年7月' }, ['warned', 'date_month_only']],
    ['没有入党日期', { 加入党组织日期: null }, ['warned', 'joined_missing']],
    ['正式没有转正日期', { 转为正式党员日期: null }, ['warned', 'regular_missing']],
    ['预备有转正日期', { 人员类别: '预备' }, ['warned', 'regular_on_probationary']],
    ['没写类别、有转正日期', { 人员类别: null }, ['warned', 'member_type_missing']],
    ['没写类别、也没有转正日期', { 人员类别: null, 转为正式党员日期: null }, ['refused', 'member_type_missing']],
    ['不满十八岁', { 加入党组织日期: '1980-01-01', 转为正式党员日期: '1981-01-01' }, ['warned', 'joined_too_young']],
    ['性别不符', { 性别: '女' }, ['warned', 'gender_mismatch']],
    ['没写性别', { 性别: null }, ['new']],
    ['支部写简称', { 所在党支部: '铸造车间支部' }, ['new']],
    ['支部带中共', { 所在党支部: '中共铸造车间党支部委员会' }, ['new']],
    ['没有这个支部', { 所在党支部: '铸造' }, ['refused', 'branch_unknown']],
    ['没写支部', { 所在党支部: null }, ['refused', 'branch_missing']],
  ] as const
test('一行之内的核对', async () => {
  const preview = await check([ROSTER_HEADER, ...ROW_CASES.map(([, changes], index) => rosterRow(index * 2 + 1, changes))])
  expect(preview.rows.map((row, index) => [ROW_CASES[index]?.[0], ...codes(row)])).toEqual(ROW_CASES.map(([title, , expected]) => [title, ...expected]))
})

describe('各种样子的表', () => {
  test('几张表各有表头,说明表不读;跨表重复说出是哪张表', async () => {
    const preview = await check({ name: '填写说明', rows: [['请如实填写']] }, { name: '一车间', rows: [['名册'], [...ROSTER_HEADER], rosterRow(1)] }, { name: '二车间', rows: [[...ROSTER_HEADER], rosterRow(2), rosterRow(1)] })
    expect(preview.rows.map((row) => [row.sheet, row.row, row.status])).toEqual([['一车间', 3, 'new'], ['二车间', 2, 'new'], ['二车间', 3, 'refused']])
    expect(preview.rows[2]?.reasons[0]?.message).toBe('与“一车间”第 3 行是同一人，请只留一行')
  })
  test('没有支部列而表名就是支部名:用表名', async () => {
    const header = ROSTER_HEADER.slice(0, -1)
    const preview = await check({ name: '铸造车间党支部', rows: [[...header], rosterRow(1).slice(0, -1)] }, { name: '销售公司', rows: [[...header], rosterRow(2).slice(0, -1)] })
    expect(preview.rows.map((row) => row.cells[3])).toEqual(['铸造车间党支部', '销售公司党支部'])
  })
  test('竖着合并的支部名逐行填上;隐藏的行照读;隐藏的表不读', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '名册', rows: [[...ROSTER_HEADER], rosterRow(1), rosterRow(2, { 所在党支部: null }), rosterRow(3, { 所在党支部: null })], merges: [{ startRow: 1, startCol: 8, endRow: 3, endCol: 8 }], rowDefs: new Map([[2, { hidden: true }]]) },
        { name: '旧名册', hidden: true, rows: [[...ROSTER_HEADER], rosterRow(9)] },
      ],
    })
    const preview = await must(office.preview('a.xlsx', bytes))
    expect(preview.rows.map((row) => [row.row, row.status, row.cells[3]])).toEqual([[2, 'new', '铸造车间党支部'], [3, 'new', '铸造车间党支部'], [4, 'new', '铸造车间党支部']])
  })
  test('公式用存着的结果并提醒,错误值拒收,从不计算', async () => {
    const row = (index: number, changes: Record<string, string>) => ROSTER_HEADER.map((header, column) => changes[header] ?? String(rosterRow(index)[column]))
    const bytes = rawWorkbook(sheetXml([[...ROSTER_HEADER], row(1, { 姓名: '<c t="str"><f>A9</f><v>王建国</v></c>' }), row(2, { 学历: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }), row(3, { 姓名: '<c><f>A9</f></c>' })]))
    const preview = await must(office.preview('a.xlsx', bytes))
    expect(preview.rows.map(codes)).toEqual([['warned', 'formula_value'], ['refused', 'cell_error'], ['refused', 'name_missing']])
    expect(preview.rows[0]?.name).toBe('王建国')
  })
  test('真日期、只显示年月的日期', async () => {
    const bytes = await writeXlsx({
      sheets: [{
        name: 'S',
        rows: [[...ROSTER_HEADER], rosterRow(1, { 加入党组织日期: new Date(Date.UTC(2000, 6, 1)), 转为正式党员日期: new Date(Date.UTC(2001, 6, 1)) })],
        cells: new Map([['1,6', { style: { numFmt: 'yyyy"年"m"月"' } }], ['1,7', { style: { numFmt: 'yyyy/m/d' } }]]),
      }],
    })
    expect((await must(office.preview('a.xlsx', bytes))).rows[0]).toMatchObject({ status: 'warned', cells: [expect.anything(), '正式党员', '2000-07', expect.anything(), ''] })
  })
  test('用不到的列说一次', async () => {
    const preview = await check([[...ROSTER_HEADER, '特长', '爱好'], [...rosterRow(1), 'a', 'b'], [...rosterRow(2), 'a', 'b']])
    expect(preview.rows.flatMap((row) => row.reasons.filter((reason) => reason.code === 'column_ignored').map((reason) => [row.row, row.status, reason.message]))).toEqual([[2, 'new', '没有用到的列：特长、爱好']])
  })
  test('怀着恶意的格子当作普通文字存下', async () => {
    const nasty = ["'); DROP TABLE member;--", '=cmd|\'/C calc\'!A0', '<script>alert(1)</script>', '__proto__', '${7*7}', '@SUM(1)', 'x'.repeat(400)]
    const preview = await bring([[...ROSTER_HEADER, '备注', '__proto__'], ...nasty.map((text, index) => [...rosterRow(index + 1, { 姓名: `甲${index}\u202e\u0007` }), text, text])])
    expect(preview.counts).toMatchObject({ refused: 0, total: nasty.length })
    expect(await Promise.all(nasty.map(async (_, index) => (await detail(`甲${index}`)).fields.note))).toEqual(nasty)
    expect(await office.preview('b.csv', Buffer.from(`姓名,性别\n${'甲'.repeat(400_000)},男\n`), office.branch('铸造车间党支部'))).toMatchObject({ ok: true, value: { rows: [{ status: 'refused' }] } })
  })
})

test('一批导入:一条批次、一条审计,每人一个版本,事件一次', async () => {
  const test = makeScope()
  const files = createFileExchange()
  const root = populateNewWorkspace(test.scope, '测试单位党委')
  const api = test.clientOf({ organisations: createOrganisationHandlers(test.scope), imports: createImportHandlers(test.scope, files) })
  await must(api.organisations.add({ parentId: root, kind: 'branch', name: '铸造车间党支部', shortName: '', code: '001', category: null }))
  const count = (sql: string): unknown => test.scope.store.db.prepare(sql).pluck().get()
  const audits = Number(count('SELECT count(*) FROM audit_log'))
  const preview = await must(api.imports.preview({ kind: 'members', file: files.accept('a.xlsx', await workbook([[...ROSTER_HEADER, '党小组'], [...rosterRow(1), '一组'], [...rosterRow(2), '一组'], [...rosterRow(3), '二组']])), branchId: null }))
  expect([count('SELECT count(*) FROM audit_log'), count('SELECT count(*) FROM member')]).toEqual([audits, 0])
  await must(api.imports.commit({ previewId: preview.previewId, skipRefused: false }))
  expect({
    batches: count('SELECT count(*) FROM import_batch'),
    audits: Number(count('SELECT count(*) FROM audit_log')) - audits,
    versions: count("SELECT count(*) FROM record_version WHERE table_name = 'member'"),
    underOne: count('SELECT count(DISTINCT audit_seq) FROM record_version WHERE audit_seq > (SELECT min(seq) FROM audit_log WHERE kind = \'import\') - 1'),
    groups: count("SELECT count(*) FROM organisation WHERE kind = 'party_group'"),
    names: count("SELECT count(*) FROM audit_log WHERE detail LIKE '%党员%'"),
  }).toEqual({ batches: 1, audits: 1, versions: 3, underOne: 1, groups: 2, names: 0 })
  expect(test.events.filter((entry) => entry.event === 'members.changed')).toHaveLength(1)
  test.close()
  files.close()
})
