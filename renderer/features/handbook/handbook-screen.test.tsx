import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { HandbookScreen } from './handbook-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())

const open = async (): Promise<string> => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  page.show(<HandbookScreen branchId={branchId} year={2026} />)
  await screen.findByRole('rowheader', { name: /支部党员大会.*第十一条/ })
  return branchId
}

it('没有支部时说清楚,给出下一步', async () => {
  page = await coreInPage()
  page.show(<HandbookScreen />)
  await userEvent.setup().click(await screen.findByRole('button', { name: '去新增党支部' }))
  expect(useNavigation.getState().place).toEqual({ screen: 'organisations' })
})

it('规范要求一览:应办到今天、没有支委会与小组的写明不适用,没有记录时给出按钮', async () => {
  await open()
  expect(screen.getByRole('rowheader', { name: /支部党员大会.*第十一条/ }).closest('tr')?.textContent).toContain('0/4')
  expect(screen.getByText('没有设支委会，不适用')).toBeTruthy()
  expect(screen.getByText('没有设党小组，不适用')).toBeTruthy()
  expect(screen.getByText('2026 年还没有记录，先录一次最近开过的会')).toBeTruthy()
})

it('键盘走到一格、回车选中、去记录:建好草稿并打开,日期取本期之内', async () => {
  await open()
  const user = userEvent.setup()
  const first = screen.getByRole('button', { name: /^支部党员大会，2026 年第 1 季度/ })
  expect(first.tabIndex).toBe(0)
  first.focus()
  await user.keyboard('{End}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('支部党员大会，2026 年第 4 季度，该办，应办 1 次，已办 0 次')
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('button', { name: '去记录' }))
  await waitFor(() => expect(useNavigation.getState().place.screen).toBe('meeting'))
  const { place } = useNavigation.getState()
  const made = await page.api.meetings.get({ id: place.screen === 'meeting' ? place.meetingId : '' })
  expect(made.ok && [made.value.fields.meetingType, made.value.fields.startAt.slice(0, 10)]).toEqual(['general_meeting', '2026-11-20'])
})

it('列出全年记录,按类型、状态筛;有草稿的格子显示草稿', async () => {
  const branchId = await open()
  for (const meetingType of ['general_meeting', 'theme_day'] as const) await page.api.meetings.create({ branchId, meetingType, partyGroupId: null, day: '2026-11-18' })
  await screen.findByText('共 2 份')
  expect(screen.getByRole('button', { name: /^主题党日，2026 年 11 月，草稿/ })).toBeTruthy()
  const user = userEvent.setup()
  await user.click(screen.getByRole('combobox', { name: '类型' }))
  await user.click((await screen.findAllByTitle('主题党日')).at(-1) as HTMLElement)
  await screen.findByText('共 2 份，显示 1 份')
})

it('新建记录:先选类型,党小组会没有小组时说清楚', async () => {
  await open()
  const user = userEvent.setup()
  await user.click(screen.getAllByRole('button', { name: '新建记录' })[0] as HTMLElement)
  await user.click(await screen.findByRole('radio', { name: '党小组会' }))
  await user.click(screen.getByRole('button', { name: '建立草稿' }))
  expect((await screen.findAllByText('没有设党小组，请先到“组织与支部”里新增')).length).toBeGreaterThan(0)
  await user.click(screen.getByRole('radio', { name: '党课' }))
  await user.click(screen.getByRole('button', { name: '建立草稿' }))
  await waitFor(() => expect(useNavigation.getState().place.screen).toBe('meeting'))
})
