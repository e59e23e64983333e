import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCore, must, type TestCore } from '../support/make-core.ts'

const HEADER = ['序号', '党组织名称', '上级党组织', '组织类别', '组织代码', '支部分类', '成立时间', '联系人'] as const
type Row = Partial<Record<(typeof HEADER)[number], string>>
let office: TestCore
beforeEach(async () => {
  office = await makeCore()
})
afterEach(() => office.close())

const sheet = (rows: readonly Row[]): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: '组织', rows: [['某某集团党组织一览表'], [...HEADER], ...rows.map((row) => HEADER.map((name) => row[name] ?? ''))] }] })
const preview = async (rows: readonly Row[]) => must(office.api.imports.preview({ kind: 'organisations', file: office.core.files.accept('组织.xlsx', await sheet(rows)), branchId: null }))
const tree = async () => (await must(office.api.organisations.tree({}))).nodes
const CLEAN: readonly Row[] = [
  { 党组织名称: '炼铁作业区党支部', 上级党组织: '炼铁厂党总支', 组织类别: '党支部', 组织代码: '00101', 支部分类: '生产', 成立时间: '2005.7.1', 联系人: '王建国' },
  { 党组织名称: '炼铁厂党总支', 上级党组织: '测试单位党委', 组织类别: '党总支', 组织代码: '001' },
  { 党组织名称: '第一党小组', 上级党组织: '炼铁作业区党支部' },
  { 党组织名称: '机关党支部' },
]

describe('组织的导入', () => {
  test('上级在后面的行里也认得;类别从名称看得出;没写上级的归最上级并提醒;一次写入,树长对了', async () => {
    const seen = await preview(CLEAN)
    expect(seen.rows.map(({ row, status, cells }) => [row, status, cells[0], cells[1]])).toEqual([[3, 'new', '党支部', '炼铁厂党总支'], [4, 'new', '党总支', '测试单位党委'], [5, 'new', '党小组', '炼铁作业区党支部'], [6, 'warned', '党支部', '测试单位党委']])
    expect((await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: false }))).written).toBe(4)
    const nodes = await tree()
    const parentOf = (name: string) => nodes.find(({ id }) => id === nodes.find((node) => node.name === name)?.parentId)?.name
    expect(['炼铁作业区党支部', '炼铁厂党总支', '第一党小组', '机关党支部'].map(parentOf)).toEqual(['炼铁厂党总支', '测试单位党委', '炼铁作业区党支部', '测试单位党委'])
    const branch = await must(office.api.organisations.get({ id: nodes.find(({ code }) => code === '00101')?.id ?? '' }))
    expect(branch).toMatchObject({ category: 'production', foundedOn: '2005-07-01', contact: '王建国' })
    expect((await preview(CLEAN)).counts).toMatchObject({ same: 4, refused: 0 })
  })
  test('毛病各有说法:没有名称、上级没有、重复、绕圈、类别不合、代码被占;上级被拒的跟着拒', async () => {
    const seen = await preview([
      { 组织代码: '9' },
      { 党组织名称: '甲党支部', 上级党组织: '没有的党委' },
      { 党组织名称: '乙党支部', 上级党组织: '测试单位党委' },
      { 党组织名称: '乙党支部', 上级党组织: '测试单位党委' },
      { 党组织名称: '丙党总支', 上级党组织: '丁党总支' },
      { 党组织名称: '丁党总支', 上级党组织: '丙党总支' },
      { 党组织名称: '戊党小组', 上级党组织: '测试单位党委' },
      { 党组织名称: '某某公司', 上级党组织: '测试单位党委' },
      { 党组织名称: '己党小组', 上级党组织: '甲党支部' },
    ])
    const codes = seen.rows.map(({ status, reasons }) => [status, reasons.at(-1)?.code])
    expect(codes).toEqual([
      ['refused', 'organisation_name_missing'], ['refused', 'parent_unknown'], ['new', undefined], ['refused', 'organisation_twice'], ['refused', 'parent_itself'], ['refused', 'parent_itself'], ['refused', 'parent_unsuitable'], ['refused', 'organisation_kind_missing'], ['refused', 'parent_refused'],
    ])
    expect(await office.api.imports.commit({ previewId: seen.previewId, skipRefused: false })).toMatchObject({ ok: false, error: { code: 'IMPORT_REFUSED_ROWS' } })
    const marked = await must(office.api.imports.markedSheet({ previewId: seen.previewId }))
    expect(marked.marked).toBe(8)
  })
  test('已有的按代码、名称认得,只改登记项;撤销回到从前', async () => {
    const first = await preview(CLEAN)
    await must(office.api.imports.commit({ previewId: first.previewId, skipRefused: false }))
    const before = await tree()
    const seen = await preview([{ 党组织名称: '中共炼铁作业区党支部', 组织代码: '00101', 支部分类: '辅助', 联系人: '李敏' }, { 党组织名称: '新建党支部', 上级党组织: '炼铁厂党总支' }])
    expect(seen.rows[0]?.changes.map(({ column, after }) => [column, after])).toEqual([['支部分类', '辅助生产'].map((text) => (text === '辅助生产' ? expect.stringContaining('辅助') : text)), ['联系人', '李敏']])
    await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: false }))
    expect((await tree()).length).toBe(before.length + 1)
    const { batches } = await must(office.api.imports.history({}))
    expect(batches[0]).toMatchObject({ kind: 'organisations', fileName: '组织.xlsx', written: 2 })
    expect(await must(office.api.imports.undo({ batchId: batches[0]?.id ?? '' }))).toEqual({ restored: 1, removed: 1 })
    expect((await tree()).map(({ name, category, code }) => [name, category, code])).toEqual(before.map(({ name, category, code }) => [name, category, code]))
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })
  test('新建的组织已经有人,就不能撤销', async () => {
    const first = await preview(CLEAN)
    await must(office.api.imports.commit({ previewId: first.previewId, skipRefused: false }))
    const branchId = (await tree()).find(({ name }) => name === '机关党支部')?.id ?? ''
    const people = new TextEncoder().encode('姓名,身份证号,人员类别,入党日期,转正日期\n张三,11010519491231002X,正式党员,1975-07-01,1976-07-01')
    const seen = await must(office.api.imports.preview({ kind: 'members', file: office.core.files.accept('a.csv', people), branchId }))
    await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: true }))
    const batch = (await must(office.api.imports.history({}))).batches.find(({ kind }) => kind === 'organisations')
    expect(await office.api.imports.undo({ batchId: batch?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'IMPORT_CHANGED_SINCE' } })
    expect((await tree()).some(({ name }) => name === '机关党支部')).toBe(true)
  })
})
