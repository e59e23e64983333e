import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
const BRANCH = '铸造车间党支部'
const csv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n'))
beforeEach(async () => {
  office = await makeRosterOffice()
  const person = (name: string, index: number, branch: string, joined = '1999-07-01'): string[] => [name, madeIdNumber(index), '正式', joined, '2000-07-01', branch]
  await office.bring('名册.csv', csv([['姓名', '身份证号', '人员类别', '入党日期', '转正日期', '所在支部'], person('王建国', 1, BRANCH), person('李敏', 2, BRANCH), person('赵强', 3, BRANCH), person('李敏', 4, '销售公司党支部'), ['孙丽', madeIdNumber(5), '预备', '2026-03-01', '', BRANCH]]))
})
afterEach(() => office.close())

const preview = async (rows: readonly (readonly string[])[], name = '党费.csv', branchId: string | null = office.branch(BRANCH)) => must(office.api.imports.preview({ kind: 'dues', file: office.core.files.accept(name, csv(rows)), branchId }))
const bring = async (rows: readonly (readonly string[])[], name?: string) => {
  const seen = await preview(rows, name)
  await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: true }))
  return seen
}
const ledger = async (year = 2026) => (await must(office.api.dues.ledger({ branchId: office.branch(BRANCH), year }))).rows
const paidOf = async (name: string, year?: number) => (await ledger(year)).find((row) => row.name === name)?.cells.map(({ fields }) => fields?.paidFen ?? null)
const undoLast = async () => office.api.imports.undo({ batchId: (await must(office.api.imports.history({}))).batches[0]?.id ?? '' })
const problems = ({ reasons }: { readonly reasons: readonly { readonly column: string; readonly code: string }[] }): string[] => reasons.map(({ column, code }) => `${column} ${code}`)

describe('党费的导入', () => {
  test('年表:标题里的年度、基数、十二个月、合计;再导一次没有变化;撤销后都没有了', async () => {
    const rows = [['某某公司2026年度党费收缴登记表'], ['序号', '姓名', '月工资收入', '月应缴', '1月', '2月', '3月', '合计'], ['1', '王建国', '4862.37', '48.62', '48.62', '48.62元', '￥48.62', '145.86'], ['2', '李敏', '"5,000"'.replaceAll('"', ''), '50', '50', '', '-', '50'], ['合计', '', '', '', '98.62', '', '', '']]
    const seen = await bring(rows)
    expect(seen.rows.map(({ row, status, cells }) => [row, status, ...cells])).toEqual([
      [3, 'new', BRANCH, '2026', '4862.37', '3 个月', '145.86'],
      [4, 'new', BRANCH, '2026', '5000.00', '1 个月', '50.00'],
    ])
    expect((await paidOf('王建国'))?.slice(0, 4)).toEqual([4862, 4862, 4862, null])
    expect((await ledger()).find(({ name }) => name === '李敏')?.monthlyFen).toBe(5000)
    expect((await preview(rows)).counts).toMatchObject({ same: 2, refused: 0 })
    expect(await must(undoLast())).toMatchObject({ restored: 0, removed: 4 })
    expect(await paidOf('王建国')).toEqual(Array.from({ length: 12 }, () => null))
    expect((await ledger()).find(({ name }) => name === '李敏')?.monthlyFen).toBeNull()
    expect((await bring(rows)).counts).toMatchObject({ refused: 0 })
    expect((await paidOf('王建国'))?.[2]).toBe(4862)
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })

  test('两行表头(1月 应交/实交)、带年度的月份、一笔一行的流水,都认得', async () => {
    const wide = await preview([['姓名', '1月', '', '2月', ''], ['', '应交', '实交', '应交', '实交'], ['王建国', '48', '48.5', '48', '49']], '2026年党费.csv')
    expect(wide.rows.map(({ status, cells }) => [status, cells[1], cells[3], cells[4]])).toEqual([['new', '2026', '2 个月', '97.50']])
    await bring([['姓名', '2025年11月', '2025年12月'], ['王建国', '30', '31']], '党费.csv')
    expect((await paidOf('王建国', 2025))?.slice(10)).toEqual([3000, 3100])
    await bring([['姓名', '月份', '金额', '交纳日期', '收据号'], ['王建国', '2026年4月', '50', '2026-04-20', 'A01'], ['王建国', '2026-05', '51', '', ''], ['孙丽', '3', '10', '', '']], '2026流水.csv')
    expect((await paidOf('王建国'))?.slice(3, 5)).toEqual([5000, 5100])
    const cell = (await ledger()).find(({ name }) => name === '王建国')?.cells[3]?.fields
    expect([cell?.paidOn, cell?.receiptNumber]).toEqual(['2026-04-20', 'A01'])
    expect((await paidOf('孙丽'))?.[2]).toBe(1000)
  })

  test('季度、半年、一段月份的合在一列:恰是应交之和的照应交分,没入党的月份不算,再导一次没有变化', async () => {
    const rows = [['姓名', '交纳基数', '一季度', '4—6月'], ['王建国', '4862.37', '145.86', '150'], ['孙丽', '3000', '15', '45']]
    const seen = await bring(rows, '2026年党费.csv')
    expect(seen.rows.map((row) => [row.status, ...problems(row), row.cells[3], row.cells[4]])).toEqual([
      ['warned', '4—6月 dues_range_split', '6 个月', '295.86'],
      ['new', '4 个月', '60.00'],
    ])
    expect((await paidOf('王建国'))?.slice(0, 6)).toEqual([4862, 4862, 4862, 5000, 5000, 5000])
    expect((await paidOf('孙丽'))?.slice(0, 6)).toEqual([null, null, 1500, 1500, 1500, 1500])
    expect((await preview(rows, '2026年党费.csv')).counts).toMatchObject({ same: 2 })
    const line = await bring([['姓名', '月份', '金额'], ['赵强', '2025年12月至2026年2月', '90']], '流水.csv')
    expect(line.rows.map((row) => [row.status, ...problems(row)])).toEqual([['warned', '金额 dues_range_split']])
    expect([(await paidOf('赵强', 2025))?.[11], ...((await paidOf('赵强')) ?? []).slice(0, 3)]).toEqual([3000, 3000, 3000, null])
  })

  test('毛病逐格说:没有这个人、同名、看不懂、打勾、免交、入党之前、重复、合计不符', async () => {
    const header = ['姓名', '月应交', '1月', '2月', '3月', '合计', '所在支部']
    const judged = await preview([header, ['没有这人', '', '10', '', '', '', BRANCH], ['李敏', '', '10', '', '', '', ''], ['王建国', '', '二十', '', '', '', BRANCH], ['赵强', '', '√', '', '', '', BRANCH], ['孙丽', '', '5', '', '', '', BRANCH], ['李敏', '', '免交', '', '20', '21', BRANCH], ['李敏', '', '', '', '20', '', BRANCH]], '2026党费.csv', null)
    expect(judged.rows.map((row) => [row.name, row.status, ...problems(row)])).toEqual([
      ['没有这人', 'refused', '姓名 dues_member_unknown'],
      ['李敏', 'refused', '姓名 dues_member_several'],
      ['王建国', 'refused', '1月 dues_amount_unreadable'],
      ['赵强', 'refused', '1月 dues_tick_unknown'],
      ['孙丽', 'refused', '1月 dues_not_obliged'],
      ['李敏', 'warned', '1月 dues_exempt_word', '合计 dues_total_differs'],
      ['李敏', 'refused', '3月 dues_twice'],
    ])
    const assumed = await preview([['姓名', '1月'], ['王建国', '10']])
    expect(problems(assumed.rows[0] ?? { reasons: [] })).toEqual(['年度 dues_year_assumed'])
  })

  test('改过的基数、金额:旧的撤回新的作数,撤销后旧的回来;之后有人登记过就不能撤', async () => {
    const sheet = (base: string, paid: string) => [['年度', '姓名', '交纳基数', '1月'], ['2026', '王建国', base, paid]]
    await bring(sheet('3000', '15'))
    const seen = await bring(sheet('6000', '90'))
    expect(seen.rows[0]).toMatchObject({ status: 'changed', changes: [{ column: '交纳基数', before: '3000.00', after: '6000.00' }, { column: '1月', before: '15.00', after: '90.00' }] })
    const monthly = async () => (await ledger()).find(({ name }) => name === '王建国')?.monthlyFen
    expect(await monthly()).toBe(9000)
    await must(undoLast())
    expect([await monthly(), (await paidOf('王建国'))?.[0]]).toEqual([1500, 1500])
    await bring(sheet('6000', '90'))
    const row = (await ledger()).find(({ name }) => name === '王建国')
    await must(office.api.dues.saveCells({ branchId: office.branch(BRANCH), paidOn: '2026-02-01', cells: [{ memberId: row?.memberId ?? '', month: '2026-01', rev: row?.cells[0]?.rev ?? null, paidFen: 8000 }] }))
    expect(await undoLast()).toMatchObject({ ok: false, error: { code: 'IMPORT_CHANGED_SINCE' } })
  })
})
