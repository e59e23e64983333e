import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { defaultPeriod } from './default-period.ts'
import { EvaluationScreen } from './evaluation-screen.tsx'
import { ScoreSheetScreen } from './score-sheet-screen.tsx'

let page: CoreInPage | null = null
let branchId: string
const api = () => {
  if (page === null) throw new Error('not started')
  return page.api
}
afterEach(() => {
  page?.close()
  page = null
})

const PERIOD = '2026-10'
const start = async (): Promise<void> => {
  page = await coreInPage()
  branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
}
const openSheet = async (): Promise<void> => {
  await start()
  page?.show(<ScoreSheetScreen branchId={branchId} period={PERIOD} />)
  await screen.findByRole('heading', { name: '星级业绩' })
}
const sheet = () => must(api().evaluation.branchSheet({ branchId, period: PERIOD }))
const manualOf = async (indicatorId: string) => (await sheet()).lines.find((line) => line.indicator.id === indicatorId)?.manual ?? null
const COST = '成本控制'
const rowOf = (name: string): HTMLElement => screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('tr') as HTMLElement

it.each([
  ['2026-11-20', '2026-10'],
  ['2026-11-25', '2026-11'],
  ['2026-01-03', '2025-12'],
])('%s 打开时先看 %s', (today, expected) => expect(defaultPeriod(today)).toBe(expected))

describe('月评价总览', () => {
  it('没算过的说明白;计算之后有总分与名次;点一行看画像,录入进评分表', async () => {
    await start()
    page?.show(<EvaluationScreen />)
    const user = userEvent.setup()
    await screen.findByText('这个月还没有计算，点“计算本月”就有成绩')
    await user.click(screen.getByRole('button', { name: '计算本月' }))
    await screen.findByText('1 个支部，已计算 1 个')
    expect(await screen.findByText('生产 1/1')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '录入炼铁作业区党支部的得分' }))
    expect(useNavigation.getState().place).toEqual({ screen: 'score-sheet', branchId, period: PERIOD })
    await user.click(screen.getByText('炼铁作业区党支部'))
    expect(useNavigation.getState().place).toEqual({ screen: 'portrait', branchId, period: PERIOD })
  })
})

describe('评分表', () => {
  it('超过满分:当场说明,不存,打的字不变', async () => {
    await openSheet()
    const cell = screen.getByLabelText<HTMLInputElement>(`${COST} 的得分`)
    fireEvent.change(cell, { target: { value: '7.5' } })
    fireEvent.keyDown(cell, { key: 'Enter' })
    expect(await screen.findByText('7.5 超过满分 7 分，请改成 0 到 7 之间')).toBeTruthy()
    expect(cell.value).toBe('7.5')
    expect(cell.getAttribute('aria-invalid')).toBe('true')
    expect(await manualOf('YJ-02')).toBeNull()
  })
  it('低于满分要原因:回车先到原因,写完回车存下并到下一项,总分马上变', async () => {
    await openSheet()
    const cell = screen.getByLabelText<HTMLInputElement>(`${COST} 的得分`)
    fireEvent.change(cell, { target: { value: '6.5' } })
    fireEvent.keyDown(cell, { key: 'Enter' })
    const reason = screen.getByLabelText(`${COST} 的原因`)
    await waitFor(() => expect(document.activeElement).toBe(reason))
    expect(await manualOf('YJ-02')).toBeNull()
    fireEvent.change(reason, { target: { value: '超预算 1 个百分点' } })
    fireEvent.keyDown(reason, { key: 'Enter' })
    await waitFor(async () => expect(await manualOf('YJ-02')).toMatchObject({ points: '6.5', reason: '超预算 1 个百分点' }))
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('质量合格、服务满意 的得分'))
    await waitFor(async () => expect(document.querySelector('.sheet-total')?.textContent).toBe((await sheet()).summary.total))
  })
  it('组字时的回车不存', async () => {
    await openSheet()
    const reason = screen.getByLabelText(`${COST} 的原因`)
    fireEvent.change(screen.getByLabelText(`${COST} 的得分`), { target: { value: '6' } })
    fireEvent.change(reason, { target: { value: 'chao' } })
    fireEvent.keyDown(reason, { key: 'Enter', keyCode: 229 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await manualOf('YJ-02')).toBeNull()
  })
  it('清空等于撤回', async () => {
    await openSheet()
    await must(api().evaluation.saveManualScore({ branchId, period: PERIOD, indicatorId: 'YJ-02', points: '7', reason: '' }))
    const cell = screen.getByLabelText<HTMLInputElement>(`${COST} 的得分`)
    await waitFor(() => expect(cell.value).toBe('7'))
    fireEvent.change(cell, { target: { value: '' } })
    fireEvent.blur(cell)
    await waitFor(async () => expect(await manualOf('YJ-02')).toBeNull())
  })
  it('来历:谁把哪一项从几分改成几分', async () => {
    await openSheet()
    await must(api().evaluation.saveManualScore({ branchId, period: PERIOD, indicatorId: 'YJ-02', points: '7', reason: '' }))
    await must(api().evaluation.saveManualScore({ branchId, period: PERIOD, indicatorId: 'YJ-02', points: '6', reason: '复核' }))
    fireEvent.click(screen.getByRole('button', { name: '来历' }))
    const drawer = await screen.findByRole('dialog')
    await waitFor(() => expect(drawer.textContent).toMatch(new RegExp(`${COST}.*7.*6`)))
  })
  it('清空后回车:只撤回一次,光标到下一项,没有报错', async () => {
    await openSheet()
    await must(api().evaluation.saveManualScore({ branchId, period: PERIOD, indicatorId: 'YJ-02', points: '7', reason: '' }))
    const cell = screen.getByLabelText<HTMLInputElement>(`${COST} 的得分`)
    await waitFor(() => expect(cell.value).toBe('7'))
    cell.focus()
    fireEvent.change(cell, { target: { value: '' } })
    fireEvent.keyDown(cell, { key: 'Enter' })
    await waitFor(() => expect(document.activeElement).not.toBe(cell))
    await waitFor(async () => expect(await manualOf('YJ-02')).toBeNull())
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByText(/已经不在了/)).toBeNull()
  })
  it('四种「没有」各有各的词', async () => {
    await openSheet()
    expect(within(rowOf(COST)).getByText('缺项按零计')).toBeTruthy()
    expect(screen.getAllByText('本期不考').length).toBeGreaterThan(0)
    fireEvent.click(screen.getByRole('button', { name: `豁免“${COST}”` }))
    fireEvent.change(await screen.findByLabelText(/^理由/), { target: { value: '停产检修' } })
    fireEvent.click(screen.getByRole('button', { name: '豁免本项' }))
    expect((await sheet()).lines.find((line) => line.indicator.id === 'YJ-02')?.exemption).toBeNull()
    fireEvent.change(screen.getByLabelText(/^批准人或批准文件/), { target: { value: '集团党委' } })
    fireEvent.click(screen.getByRole('button', { name: '豁免本项' }))
    await waitFor(() => expect(within(rowOf(COST)).getByText('撤销豁免')).toBeTruthy())
    expect(within(rowOf(COST)).queryByLabelText(`${COST} 的得分`)).toBeNull()
    expect(within(rowOf(COST)).getAllByText('豁免').length).toBeGreaterThan(0)
  })
  it('自动的没有输入框,依据列出未计入的原因', async () => {
    await start()
    await must(api().meetings.create({ branchId, meetingType: 'theme_day', partyGroupId: null, day: '2026-10-20' }))
    page?.show(<ScoreSheetScreen branchId={branchId} period={PERIOD} />)
    await screen.findByRole('heading', { name: '星级业绩' })
    const row = rowOf('主题党日')
    expect(within(row).queryByRole('textbox')).toBeNull()
    fireEvent.click(within(row).getByRole('button', { name: /的依据$/ }))
    expect(await screen.findByText('会议和活动记录')).toBeTruthy()
    expect(await screen.findByText('未计入 1 条')).toBeTruthy()
    expect(screen.getByText(/2026-10-20 .*主题党日/).textContent).toContain('没有办结，或到会人数、要素不够')
  })
  it('加分、否决:缺一样都不记;记上之后列出,撤回要写原因', async () => {
    await openSheet()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '登记否决', expanded: false }))
    await user.click(screen.getAllByRole('button', { name: '登记否决' }).at(-1) as HTMLElement)
    expect(await screen.findByText('请选否决项，填认定日期、单位和依据')).toBeTruthy()
    const vetoed = await must(api().evaluation.recordVeto({ branchId, period: PERIOD, indicatorId: 'FJ-01', decidedOn: '2026-10-12', decidedBy: '集团纪委', reason: '决定书' }))
    expect(vetoed.vetoes.length).toBe(1)
    await screen.findByText('集团纪委')
    expect(screen.getByText('否决 1 项')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '撤回' }))
    await user.click(await screen.findByRole('button', { name: '撤回否决' }))
    expect((await sheet()).vetoes.length).toBe(1)
    await user.type(screen.getByLabelText(/^原因/), '决定书已撤销')
    await user.click(screen.getByRole('button', { name: '撤回否决' }))
    await waitFor(async () => expect((await sheet()).vetoes.length).toBe(0))
  })
})
