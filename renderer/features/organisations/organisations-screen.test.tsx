import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { OrganisationsScreen } from './organisations-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())

it('新增下级支部,立刻出现在树上并选中', async () => {
  page = await coreInPage()
  page.show(<OrganisationsScreen />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '新增下级' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '新增组织' }))
  expect(await within(dialog).findByText('请写全称')).toBeDefined()
  expect(within(dialog).getByText('请选支部分类')).toBeDefined()
  await user.click(within(dialog).getByRole('radio', { name: '党总支' }))
  await user.type(within(dialog).getByLabelText(/^全称/), '机关党总支')
  await user.click(within(dialog).getByRole('button', { name: '新增组织' }))
  expect(await screen.findByRole('heading', { name: '机关党总支' })).toBeDefined()
})

it('改名、登记书记,都写进库里', async () => {
  page = await coreInPage()
  const id = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  page.show(<OrganisationsScreen organisationId={id} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '加一人' }))
  await user.type(screen.getByLabelText('第 1 行姓名'), 'wjg')
  await user.click(await screen.findByText('王建国', { selector: '.ant-select-item-option-content' }))
  await user.click(screen.getByRole('button', { name: '保存班子' }))
  await waitFor(async () => {
    const detail = await page.api.organisations.get({ id })
    expect(detail.ok && detail.value.posts.map(({ name, post, memberId }) => [name, post, memberId !== null])).toEqual([['王建国', 'secretary', true]])
  })
  await user.click(screen.getByRole('button', { name: '改名' }))
  const name = await screen.findByLabelText(/^全称/)
  await user.clear(name)
  await user.type(name, '炼铁厂党支部')
  await user.click(screen.getByRole('button', { name: '保存新名称' }))
  expect(await screen.findByRole('heading', { name: '炼铁厂党支部' })).toBeDefined()
})

it('编号重复时说清楚,填的内容还在', async () => {
  page = await coreInPage()
  await branchWithMembers(page, [])
  page.show(<OrganisationsScreen />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '新增下级' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('radio', { name: '党总支' }))
  await user.type(within(dialog).getByLabelText(/^全称/), '机关党总支')
  await user.type(within(dialog).getByLabelText('代码'), '001')
  await user.click(within(dialog).getByRole('button', { name: '新增组织' }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('“001”已经有组织在用')
  expect(within(dialog).getByLabelText<HTMLInputElement>(/^全称/).value).toBe('机关党总支')
})

it('日期没认出来就不存:光标停在那一格,不按旧日期悄悄建', async () => {
  page = await coreInPage()
  page.show(<OrganisationsScreen />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '新增下级' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('radio', { name: '党总支' }))
  await user.type(within(dialog).getByLabelText(/^全称/), '机关党总支')
  const day = within(dialog).getByLabelText('从哪天起')
  await user.clear(day)
  await user.type(day, '6月31日')
  await user.click(within(dialog).getByRole('button', { name: '新增组织' }))
  expect(within(dialog).getByText('没有认出日期，可以写成 2026-11-20')).toBeDefined()
  expect(document.activeElement).toBe(day)
  const tree = await page.api.organisations.tree({})
  expect(tree.ok && tree.value.nodes.map((node) => node.name)).not.toContain('机关党总支')
})

it('人名打首字母按 Tab:选上第一个,光标照常到下一格', async () => {
  page = await coreInPage()
  const id = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  page.show(<OrganisationsScreen organisationId={id} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '加一人' }))
  const name = screen.getByLabelText<HTMLInputElement>('第 1 行姓名')
  await user.type(name, 'zhd')
  await screen.findByText('周海东', { selector: '.ant-select-item-option-content' })
  await user.tab()
  expect(name.value).toBe('周海东')
  expect(document.activeElement).toBe(screen.getByLabelText('第 1 行分工'))
})
