import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { TEST_PERSON } from '../../../test/support/test-person.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { SafetyScreen } from './safety-screen.tsx'

let page: CoreInPage
/** 上一个对话框的收起动画还没完时,页面上有两个。 */
const dialogOf = (inside: HTMLElement) => within(inside.closest<HTMLElement>('[role="dialog"]') ?? inside)
afterEach(() => page.close())

it('备份:做一份就列出来;恢复先说会少什么,要理由和口令', async () => {
  page = await coreInPage()
  page.show(<SafetyScreen section="backups" />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '现在备份一份' }))
  const restore = await screen.findByRole('button', { name: '恢复到这一份' }, { timeout: 20_000 })
  expect(screen.getByText('完好')).toBeDefined()
  await page.api.organisations.addCategory({ name: '备份之后的' })
  await user.click(restore)
  const dialog = dialogOf(await screen.findByText(/恢复到 .* 的备份/))
  expect(await dialog.findByText(/分类名称 1 条，如 备份之后的/)).toBeDefined()
  await user.click(dialog.getByRole('button', { name: /恢\s?复/ }))
  expect(dialog.getAllByText('这一项要填')).toHaveLength(2)
  await user.type(dialog.getByLabelText(/^理由/), '误操作')
  await user.type(dialog.getByLabelText(/^自己的口令/), TEST_PERSON.password)
  await user.click(dialog.getByRole('button', { name: /恢\s?复/ }))
  await waitFor(async () => {
    const left = await page.api.organisations.categories({})
    expect(left.ok && left.value.categories.map(({ name }) => name)).not.toContain('备份之后的')
  }, { timeout: 20_000 })
}, 60_000)

it('使用人:新增、授权到一个支部、停用', async () => {
  page = await coreInPage()
  const tree = await page.api.organisations.tree({})
  const root = tree.ok ? (tree.value.nodes[0]?.id ?? '') : ''
  await page.api.organisations.add({ parentId: root, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production' })
  page.show(<SafetyScreen section="accounts" />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '新增使用人' }))
  const dialog = dialogOf(await screen.findByText('新的使用人第一次登录要换口令，授权之后才看得到内容。'))
  await user.type(dialog.getByLabelText(/^姓名/), '李明')
  await user.type(dialog.getByLabelText(/^使用人名称/), 'liming')
  await user.type(dialog.getByLabelText(/^新口令|^口令/), 'Amber-Meadow-42')
  await user.type(dialog.getByLabelText(/再输一次|再输一遍/), 'Amber-Meadow-42')
  await user.click(dialog.getByRole('button', { name: /新\s?增/ }))
  expect(await screen.findByText('liming')).toBeDefined()
  expect(screen.getByText('还没有授权，登录后什么也看不到')).toBeDefined()
}, 60_000)

it('支持包:先看后存', async () => {
  page = await coreInPage()
  page.show(<SafetyScreen section="support" />)
  const user = userEvent.setup()
  expect(screen.queryByRole('button', { name: '存成文件' })).toBeNull()
  await user.click(await screen.findByRole('button', { name: '看看里面有什么' }))
  expect(await screen.findByRole('button', { name: '存成文件' })).toBeDefined()
})
