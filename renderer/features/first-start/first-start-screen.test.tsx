import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { FirstStartScreen } from './first-start-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())

it('默认选示例企业', async () => {
  page = await coreInPage({ workspace: 'none' })
  page.show(<FirstStartScreen startError={null} onOpened={() => undefined} />)
  expect(await screen.findByRole('button', { name: '打开示例企业' })).toBeDefined()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /示例企业/ }).checked).toBe(true)
})

it('方向键一路选下去,光标不被带走;换了选择,上一次的说明收起', async () => {
  page = await coreInPage({ workspace: 'none' })
  page.show(<FirstStartScreen startError={null} onOpened={() => undefined} />)
  const user = userEvent.setup()
  await screen.findByRole('button', { name: '打开示例企业' })
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /示例企业/ }))
  await user.keyboard('{ArrowDown}{ArrowDown}')
  const last = screen.getByRole<HTMLInputElement>('radio', { name: /打开已有/ })
  expect(last.checked).toBe(true)
  expect(document.activeElement).toBe(last)
  await user.type(screen.getByLabelText(/^工作区文件夹/), 'abc{Enter}')
  await screen.findByRole('alert')
  await user.click(screen.getByRole('radio', { name: /新建工作区/ }))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('新建要写单位名称,写好就建', async () => {
  page = await coreInPage({ workspace: 'none' })
  const opened = vi.fn()
  page.show(<FirstStartScreen startError={null} onOpened={opened} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('radio', { name: /新建工作区/ }))
  await user.click(await screen.findByRole('button', { name: '建立工作区' }))
  expect(await screen.findByText('请写单位名称')).toBeDefined()
  await user.type(screen.getByLabelText(/^单位名称/), '东方钢铁有限公司党委')
  await user.click(screen.getByRole('button', { name: '建立工作区' }))
  await waitFor(() => expect(opened).toHaveBeenCalledTimes(1))
  const status = await page.api.system.status({})
  expect(status.ok && status.value.name).toBe('东方钢铁有限公司党委')
})

it('上次的没打开:说三句话,转到「打开已有」,没有删除', async () => {
  page = await coreInPage({ workspace: 'none' })
  page.show(<FirstStartScreen startError={{ code: 'STORE_LOCKED', data: { owner: '办公室的电脑' } }} onOpened={() => undefined} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('办公室的电脑')
  expect(alert.querySelectorAll('p')).toHaveLength(3)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /打开已有/ }).checked).toBe(true)
  expect(screen.queryByText(/删除/)).toBeNull()
})

it('打不开的文件夹:说明原因,可以改了再试', async () => {
  page = await coreInPage({ workspace: 'none' })
  page.show(<FirstStartScreen startError={null} onOpened={() => undefined} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('radio', { name: /打开已有/ }))
  await user.type(await screen.findByLabelText(/^工作区文件夹/), `${page.folder}/nowhere`)
  await user.click(screen.getByRole('button', { name: '打开工作区' }))
  expect((await screen.findByRole('alert')).textContent).toContain('这个位置没有工作区')
})
