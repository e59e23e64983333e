import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../test/support/branch-with-members.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { useNavigation } from '../platform/navigation.ts'
import { useDisplaySettings } from '../platform/display-settings.ts'
import { Application } from './application.tsx'

let page: CoreInPage
beforeEach(() => {
  localStorage.clear()
  useDisplaySettings.setState({ textSize: 'normal' })
})
afterEach(() => page.close())

it('没有打开的工作区就是首次使用,建好就进首页', async () => {
  page = await coreInPage({ workspace: 'none' })
  page.show(<Application />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('radio', { name: /新建工作区/ }))
  await user.type(await screen.findByLabelText(/^单位名称/), '东方钢铁有限公司党委')
  await user.click(screen.getByRole('button', { name: '建立工作区' }))
  expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
  expect(screen.getByText('东方钢铁有限公司党委')).toBeDefined()
})

it('Alt+数字换页;组字时不响应', async () => {
  page = await coreInPage()
  page.show(<Application />)
  await screen.findByRole('heading', { name: '首页' })
  fireEvent.keyDown(window, { key: '7', code: 'Digit7', altKey: true, keyCode: 229 })
  expect(useNavigation.getState().place.screen).toBe('home')
  fireEvent.keyDown(window, { key: '7', code: 'Digit7', altKey: true })
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
