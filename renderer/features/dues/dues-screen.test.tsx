import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import type { LedgerRow } from '../../../shared/model/dues.ts'
import { DuesScreen } from './dues-screen.tsx'
import { placeBlock, readBlock } from './paste-block.ts'

let page: CoreInPage | null = null
let branchId = ''
afterEach(() => {
  page?.close()
  page = null
})
const api = () => {
  if (page === null) throw new Error('not started')
  return page.api.dues
}
/** 三个人,月应交依次 40、50、没核定。 */
const start = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  page = await coreInPage()
  branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  const { rows } = await must(api().assessments({ branchId, month: '2026-11' }))
  for (const [index, yuan] of [4_000, 5_000].entries())
    await must(api().saveAssessment({ branchId, memberId: rows[index]?.memberId ?? '', id: null, rev: 1, fields: { category: 'employed', changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: yuan * 100 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: '' } }))
  page.show(<DuesScreen branchId={branchId} year={2026} />)
  await screen.findByRole('table', { name: '党费月登记表' })
  return userEvent.setup()
}
const cell = (name: string, month: number): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name} ${month}月,|^${name} ${month}月，`) })
const ledger = async (): Promise<readonly LedgerRow[]> => (await must(api().ledger({ branchId, year: 2026 }))).rows
const paid = async (name: string): Promise<(number | null)[]> => (await ledger()).find((row) => row.name === name)?.cells.map(({ fields }) => fields?.paidFen ?? null) ?? []
const paste = (input: HTMLElement, text: string): void => {
  fireEvent.paste(input, { clipboardData: { getData: () => text } })
}

describe('月登记的键盘', () => {
  it('打字、回车到下一行就存;= 按应交;方向键换格;撤销退一步', async () => {
    const user = await start()
    await user.click(cell('王建国', 10))
    await user.keyboard('35{Enter}')
    expect(document.activeElement).toBe(cell('李敏', 10))
    await user.keyboard('=')
    await waitFor(async () => expect([(await paid('王建国'))[9], (await paid('李敏'))[9]]).toEqual([3_500, 5_000]))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(cell('李敏', 11))
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(cell('王建国', 11))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(async () => expect((await paid('李敏'))[9]).toBeNull())
    expect((await paid('王建国'))[9]).toBe(3_500)
  })
  it('F9 填整月:没核定的不填;本月的日期记今天', async () => {
    const user = await start()
    await user.click(cell('李敏', 11))
    await user.keyboard('{F9}')
    await screen.findByText('11月登记了 2 人')
    const rows = await ledger()
    expect(rows.map((row) => row.cells[10]?.fields?.paidFen ?? null)).toEqual([4_000, 5_000, null])
    expect(rows[0]?.cells[10]?.fields?.paidOn).toBe('2026-11-20')
  })
  it('认不出的字留着、说明白,不写进去', async () => {
    const user = await start()
    await user.click(cell('王建国', 10))
    await user.keyboard('四十{Enter}')
    await screen.findByText('没有保存：“四十”不是金额，请写成 48.62 这样')
    expect(cell('王建国', 10).value).toBe('四十')
    expect((await paid('王建国'))[9]).toBeNull()
  })
  it('正在组字的回车不换格', async () => {
    await start()
    const input = cell('王建国', 10)
    input.focus()
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 })
    expect(document.activeElement).toBe(input)
  })
})

describe('从表格粘贴一块', () => {
  it('照着放上去;有不收的先看一眼', async () => {
    const user = await start()
    paste(cell('王建国', 9), '40\t40.00\n５０\t五十')
    await screen.findByText('要改 3 格，有 1 格不收，留在原处不动')
    await user.click(screen.getByRole('button', { name: '写入 3 格' }))
    await waitFor(async () => expect([(await paid('王建国')).slice(8, 10), (await paid('李敏')).slice(8, 10)]).toEqual([[4_000, 4_000], [5_000, null]]))
  })
  it('引号、空格、超出的行、空格子', async () => {
    await start()
    const rows = await ledger()
    expect(readBlock('"1,000.00"\t 2\r\n3\t\r\n')).toEqual([['1,000.00', '2'], ['3', '']])
    const { changes, refused } = placeBlock([['1'], ['2'], ['3'], ['4']], rows, 1, 11)
    expect([changes.length, refused]).toEqual([2, [expect.objectContaining({ reason: 'outside', line: 3 }), expect.objectContaining({ reason: 'outside', line: 4 })]])
  })
})
