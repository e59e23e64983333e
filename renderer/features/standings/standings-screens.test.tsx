import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { must, TEST_PERSON } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { ScoreSheetScreen } from '../evaluation/score-sheet-screen.tsx'
import { AppealsScreen } from './appeals-screen.tsx'
import { PeriodsScreen } from './periods-screen.tsx'
import { StandingsScreen } from './standings-screen.tsx'

const MONTH = '2026-10'
const BRANCH = '炼铁作业区党支部'
const confirm = { reason: '测试', password: TEST_PERSON.password }
let page: CoreInPage | null = null
let branchId: string
const core = (): CoreInPage => {
  if (page === null) throw new Error('not started')
  return page
}
const start = async (): Promise<void> => {
  page = await coreInPage()
  branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  await must(core().api.evaluation.scorePeriod({ period: MONTH }))
}
const publish = async (): Promise<void> => {
  await must(core().api.periods.advance({ period: MONTH, rev: 0, to: 'publicity', publicityDays: 5, approvedBy: '党委会', document: '', note: '' }, { confirm }))
}
afterEach(() => {
  page?.close()
  page = null
})

describe('季度和年度', () => {
  it('没有计算的说明白;计算以后点开一个支部,从分数到星级一步一句', async () => {
    await start()
    core().show(<StandingsScreen period="2026-Q4" />)
    const user = userEvent.setup()
    await screen.findByText('还有 1 个支部没有计算，点“计算”就有星级。')
    await user.click(screen.getByRole('button', { name: /计\s?算/ }))
    await screen.findByText('1 个支部，已计算 1 个')
    await user.click(screen.getByText(BRANCH))
    const drawer = await screen.findByRole('dialog')
    expect(within(drawer).getByText(/^各期成绩：10 月 .* 分；11 月没有成绩；12 月没有成绩。$/)).toBeTruthy()
    expect(within(drawer).getByText(/^评定：/)).toBeTruthy()
  })

  it('党委另作的决定与评定的并列', async () => {
    await start()
    await must(core().api.standings.compute({ period: '2026-Q4' }))
    const [row] = (await must(core().api.standings.overview({ period: '2026-Q4' }))).rows
    const other = row?.star === 5 ? '4' : '5'
    await must(core().api.standings.decide({ branchId, period: '2026-Q4', kind: 'deviation', code: '', value: other, reason: '另有考虑', document: '', decidedBy: '党委会', decidedOn: '2026-11-01' }))
    core().show(<StandingsScreen period="2026-Q4" />)
    expect(await screen.findByText(other === '5' ? '党委决定：五星' : '党委决定：四星')).toBeTruthy()
    expect(screen.queryByText('需要重算')).toBeNull()
  })
})

describe('评价期', () => {
  it('下一步:选公示,写理由、口令,走到公示;评分表从此只看不录', async () => {
    await start()
    const shown = core().show(<PeriodsScreen year={2026} />)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: '2026 年 10 月：下一步' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('radio', { name: '公示' }))
    await user.type(within(dialog).getByLabelText(/^理由/), '考评已完')
    await user.type(within(dialog).getByLabelText(/口令/), TEST_PERSON.password)
    await user.click(within(dialog).getByRole('button', { name: '走这一步' }))
    expect(await screen.findByText(/（5 个工作日）$/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '2026 年 10 月：退回一步' })).toBeNull()
    shown.unmount()
    core().show(<ScoreSheetScreen branchId={branchId} period={MONTH} />)
    expect(await screen.findByText('这个月正在公示，成绩不再改；有错的，到“申诉和更正”里提更正。')).toBeTruthy()
    expect(screen.queryAllByLabelText(/的得分$/)).toEqual([])
  })
})

describe('申诉和更正', () => {
  it('没有公示的不能申诉', async () => {
    await start()
    core().show(<AppealsScreen year={2026} />)
    expect(await screen.findByText('这一年还没有公示的评价期，公示以后才能申诉、更正。')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '提出申诉' }).disabled).toBe(true)
  })

  it('批了的更正写着生成第几次修订;重算作证说完全一样', async () => {
    await start()
    await publish()
    const correction = await must(core().api.appeals.propose({ branchId, period: MONTH, objectionId: null, change: { kind: 'manual', indicatorId: 'YJ-02', points: '5' }, reason: '核对原件', evidence: '' }))
    await must(core().api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '党委会', reopenedBy: '' }, { confirm }))
    core().show(<AppealsScreen year={2026} />)
    const user = userEvent.setup()
    expect(await screen.findByText('改手工分：成本控制')).toBeTruthy()
    expect(screen.getByText('生成第 2 次修订')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: `重算${BRANCH}的成绩作证` }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '重算一遍' }))
    expect(await screen.findByText('重算的结果与存下的完全一样。')).toBeTruthy()
    expect(screen.getByText(/^[0-9a-f]{12}$/)).toBeTruthy()
  })
})
