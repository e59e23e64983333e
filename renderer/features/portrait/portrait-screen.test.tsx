import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { PortraitScreen } from './portrait-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())
const period = '2026-10'

const open = async (before: (branchId: string) => Promise<unknown>): Promise<string> => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  await before(branchId)
  page.show(<PortraitScreen branchId={branchId} period={period} />)
  return branchId
}

it('没算过:说明白,给出去计算的按钮', async () => {
  await open(() => Promise.resolve())
  await userEvent.setup().click(await screen.findByRole('button', { name: '去计算' }))
  expect(useNavigation.getState().place).toEqual({ screen: 'evaluation', period })
})

it('一行话、雷达图、数表、总分构成、失分都在;构成各行相加等于总分', async () => {
  const branchId = await open((id) => must(page.api.evaluation.saveManualScore({ branchId: id, period, indicatorId: 'YJ-02', points: '0', reason: '超预算' })))
  const portrait = await must(page.api.evaluation.branchPortrait({ branchId, period }))
  expect(await screen.findByText(`${portrait.summary.total ?? ''} 分`)).toBeTruthy()
  expect(screen.getByText(/^生产第 1 名，共 1 个/)).toBeTruthy()
  expect(screen.getByText(/^缺 \d+ 项，按零计/)).toBeTruthy()
  expect(screen.getByText('同类其他支部只有 0 个，不足三个，不比中位数')).toBeTruthy()
  expect(screen.getByRole('img', { name: /各维度得分率/ })).toBeTruthy()
  for (const axis of portrait.axes) expect(screen.getAllByRole('rowheader', { name: axis.name }).length).toBeGreaterThan(0)
  const shown = [...document.querySelectorAll('.portrait-table')][0]
  const figures = [...(shown?.querySelectorAll('tbody td') ?? [])].map((cell) => Math.round(Number(cell.textContent) * 100))
  expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(Math.round(Number(portrait.summary.total) * 100))
  expect(screen.getByText('超预算')).toBeTruthy()
})

it('有否决:第一行写明最高几星;类别变了提示重算', async () => {
  const branchId = await open(async (id) => {
    await must(page.api.evaluation.recordVeto({ branchId: id, period, indicatorId: 'FJ-01', decidedOn: '2026-10-12', decidedBy: '集团纪委', reason: '决定书' }))
  })
  expect(await screen.findByText('有否决，最高二星')).toBeTruthy()
  expect(screen.getByText('否决 1 项')).toBeTruthy()
  const { rev } = await must(page.api.organisations.get({ id: branchId }))
  await must(page.api.organisations.setCategory({ id: branchId, rev, category: 'auxiliary', fromDay: '2026-01-01' }))
  await waitFor(() => expect(screen.getByText('计算之后记录又有变动，成绩需要重算')).toBeTruthy())
})
