import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { must } from '../../../test/support/make-core.ts'
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

it('看从前的一天:说明只看不改,那天的名称、名册;回到今天照旧能改', async () => {
  page = await coreInPage()
  const id = await branchWithMembers(page, ['王建国', '李敏'])
  const { rev } = await must(page.api.organisations.get({ id }))
  await must(page.api.organisations.rename({ id, rev, name: '炼铁厂党支部', shortName: '', fromDay: '2024-03-01', documentNumber: '党发〔2024〕3号' }))
  page.show(<OrganisationsScreen organisationId={id} day="2024-02-29" />)
  expect((await screen.findByRole('status')).textContent).toContain('这是 2024-02-29 的样子，只看不改')
  expect(await screen.findByText(/王建国\s李敏/)).toBeDefined()
  expect(screen.queryByRole('button', { name: '改名' })).toBeNull()
  expect(screen.getByRole('heading', { name: '炼铁作业区党支部' })).toBeDefined()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '回到今天' }))
  expect(await screen.findByRole('heading', { name: '炼铁厂党支部' })).toBeDefined()
  expect(await screen.findByText('党发〔2024〕3号')).toBeDefined()
})

it('树用键盘走:收起、展开、按字母跳、回车选中', async () => {
  page = await coreInPage()
  const id = await branchWithMembers(page, ['王建国'])
  const { name } = await must(page.api.organisations.get({ id }))
  page.show(<OrganisationsScreen />)
  const user = userEvent.setup()
  const tree = await screen.findByRole('tree')
  const items = (): string[] => within(tree).queryAllByRole('treeitem').map((item) => item.textContent ?? '')
  await waitFor(() => expect(items().length).toBe(2))
  within(tree).getAllByRole('treeitem')[0]?.focus()
  await user.keyboard('{ArrowLeft}')
  expect(items().length).toBe(1)
  await user.keyboard(' ')
  expect(items().length).toBe(2)
  await user.keyboard('{End}{Enter}')
  expect(await screen.findByRole('heading', { name })).toBeDefined()
  expect(within(tree).getAllByRole('treeitem').map((item) => item.getAttribute('aria-selected'))).toEqual(['false', 'true'])
})

it('收起了哪些记得住:换个页面回来还是那样', async () => {
  page = await coreInPage()
  await branchWithMembers(page, ['王建国'])
  const shown = page.show(<OrganisationsScreen />)
  const items = (): number => within(screen.getByRole('tree')).queryAllByRole('treeitem').length
  await screen.findByRole('tree')
  await waitFor(() => expect(items()).toBe(2))
  within(screen.getByRole('tree')).getAllByRole('treeitem')[0]?.focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(items()).toBe(1)
  shown.unmount()
  page.show(<OrganisationsScreen />)
  await screen.findByRole('tree')
  await waitFor(() => expect(items()).toBe(1))
})

it('拖到新上级:先问清楚,再写成一次划转;拖到不能放的地方没有反应', async () => {
  page = await coreInPage()
  const branch = await branchWithMembers(page, ['王建国'])
  const { nodes } = await must(page.api.organisations.tree({}))
  const root = nodes[0]?.id ?? ''
  const upper = await must(page.api.organisations.add({ parentId: root, kind: 'general_branch', name: '机关党总支', shortName: '', code: '', category: null }))
  page.show(<OrganisationsScreen />)
  const tree = await screen.findByRole('tree')
  const { name } = await must(page.api.organisations.get({ id: branch }))
  const row = (label: string): HTMLElement => within(tree).getAllByRole('treeitem').find((item) => (item.textContent ?? '').includes(label) || item.title.includes(label)) ?? tree
  await waitFor(() => expect(row('机关党总支')).not.toBe(tree))
  const dataTransfer = { setData: () => undefined, effectAllowed: '', dropEffect: '' }
  const drag = (from: string, to: string): void => {
    fireEvent.dragStart(row(from), { dataTransfer })
    fireEvent.dragOver(row(to), { dataTransfer })
    fireEvent.drop(row(to), { dataTransfer })
    fireEvent.dragEnd(row(from), { dataTransfer })
  }
  // 上级拖不到下级里去。
  drag('机关党总支', name)
  expect(screen.queryByRole('dialog')).toBeNull()
  drag(name, '机关党总支')
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('机关党总支')
  expect((await must(page.api.organisations.tree({}))).nodes.find(({ id }) => id === branch)?.parentId).toBe(root)
  expect(upper.id).not.toBe('')
})

it('撤销、撤回:有人的撤不了并说清楚;空的撤销之后列在沿革里', async () => {
  page = await coreInPage()
  const id = await branchWithMembers(page, ['王建国'])
  page.show(<OrganisationsScreen organisationId={id} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: /^组织变动/ }))
  await user.click(await screen.findByText('撤销', { selector: '.ant-dropdown-menu-title-content' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '撤销这个组织' }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('还有 1 名党员')
})
