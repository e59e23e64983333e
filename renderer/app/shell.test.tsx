import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../test/support/branch-with-members.ts'
import { directTransport, must } from '../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { OFFICERS } from '../../test/support/session-steps.ts'
import { createPlatform, usePlatformForTests } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import { useDisplaySettings } from '../platform/display-settings.ts'
import { useSession } from '../platform/session.ts'
import { Application } from './application.tsx'

// 各页用到才载入,机器忙时头一次要等一会儿。
configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
beforeEach(() => {
  localStorage.clear()
  useDisplaySettings.setState({ textSize: 'normal' })
})
afterEach(() => page.close())

it('没有打开的工作区就是首次使用;建好了先收好恢复单,再进首页', async () => {
  page = await coreInPage({ workspace: 'none' })
  page.show(<Application />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('radio', { name: /新建工作区/ }))
  await user.type(await screen.findByLabelText(/^单位名称/), '东方钢铁有限公司党委')
  await user.keyboard('{Enter}')
  await user.keyboard('li.dangban{Tab}李敏{Tab}Copper-Lantern-58{Tab}Copper-Lantern-58{Enter}')
  await screen.findByRole('region', { name: '恢复码' })
  // 核心里已经开着了,也不能把只显示一次的恢复码换掉。
  await waitFor(() => expect(useSession.getState().workspace?.name).toBe('东方钢铁有限公司党委'))
  expect(screen.queryByRole('heading', { name: '首页' })).toBeNull()
  await user.click(screen.getByRole('checkbox'))
  await user.click(screen.getByRole('button', { name: '开始使用' }))
  expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
  expect(screen.getByText('东方钢铁有限公司党委')).toBeDefined()
  expect(screen.getByRole('button', { name: '使用人 李敏' })).toBeDefined()
})

it('三员不碰业务数据:没有业务入口,没有支部可选', async () => {
  page = await coreInPage({ workspace: 'none' })
  await must(page.api.system.createWorkspace({ path: `${page.folder}/workspace`, name: '测试单位党委', people: OFFICERS }))
  await must(page.api.session.signIn({ userName: OFFICERS.auditor.userName, password: OFFICERS.auditor.password }))
  page.show(<Application />)
  const navigation = await screen.findByRole('navigation', { name: '主导航' })
  await waitFor(() => expect(useNavigation.getState().place.screen).toBe('safety'))
  expect(within(navigation).getAllByRole('button').map((button) => button.querySelector('span')?.textContent)).toEqual(['安全与备份', '关于'])
  expect(screen.queryByRole('combobox', { name: '支部' })).toBeNull()
})

it('没设口令的正式工作区:一直提醒,带人去设;没有使用人,也锁不了屏', async () => {
  page = await coreInPage({ workspace: 'sample' })
  page.show(<Application />)
  await screen.findByRole('heading', { name: '首页' })
  expect(screen.queryByRole('button', { name: /^使用人|锁屏/ })).toBeNull()
  fireEvent.keyDown(window, { key: 'l', ctrlKey: true })
  act(() => useSession.setState(({ workspace }) => ({ workspace: workspace === null ? null : { ...workspace, kind: 'office' } })))
  expect(screen.getByRole('region', { name: '口令' }).textContent).toContain('还没有设口令')
  await userEvent.setup().click(screen.getByRole('button', { name: '去设口令' }))
  expect(useNavigation.getState().place).toEqual({ screen: 'safety', section: 'accounts' })
  expect((await must(page.api.session.state({}))).phase).toBe('open')
})

it('开着时读到坏页:马上提醒,可以去看怎么恢复,也可以先回来', async () => {
  page = await coreInPage()
  const direct = directTransport(page.core)
  let broken = false
  usePlatformForTests(
    createPlatform({
      ...direct,
      request: (text, options) => {
        const { id, path } = JSON.parse(text) as { id: string; path: string }
        return broken && path === 'roster.browse' ? Promise.resolve(JSON.stringify({ id, ok: false, error: { code: 'STORE_CORRUPT', data: {}, traceId: id } })) : direct.request(text, options)
      },
    }),
  )
  page.show(<Application />)
  const user = userEvent.setup()
  await screen.findByRole('heading', { name: '首页' })
  broken = true
  await user.click(screen.getByRole('button', { name: '党员名册' }))
  await user.click(await screen.findByRole('button', { name: '看怎么恢复' }))
  expect(await screen.findByRole('heading', { name: '数据要恢复' })).toBeDefined()
  expect(screen.getByRole('button', { name: '用备份恢复' })).toBeDefined()
  broken = false
  await user.click(screen.getByRole('button', { name: '先回去看' }))
  expect(await screen.findByRole('heading', { name: '党员名册' })).toBeDefined()
  expect(screen.queryByRole('button', { name: '看怎么恢复' })).toBeNull()
})

it('Alt+数字换页;组字时不响应', async () => {
  page = await coreInPage()
  page.show(<Application />)
  await screen.findByRole('heading', { name: '首页' })
  fireEvent.keyDown(window, { key: '8', code: 'Digit8', altKey: true, keyCode: 229 })
  expect(useNavigation.getState().place.screen).toBe('home')
  fireEvent.keyDown(window, { key: '8', code: 'Digit8', altKey: true })
  expect(await screen.findByRole('heading', { name: '关于' })).toBeDefined()
  expect(screen.getByRole('button', { name: '关于' }).getAttribute('aria-current')).toBe('page')
})

it('第一次打开先选中第一个支部', async () => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国'])
  page.show(<Application />)
  await waitFor(() => expect(useNavigation.getState().branchId).toBe(branchId))
})

it('字号换了就记住', async () => {
  page = await coreInPage()
  page.show(<Application />)
  await userEvent.setup().click(await screen.findByRole('button', { name: '特大' }))
  expect(document.documentElement.dataset['size']).toBe('huge')
  expect(localStorage.getItem('baolei-text-size')).toBe('huge')
})
