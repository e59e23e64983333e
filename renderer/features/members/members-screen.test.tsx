import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { MembersScreen } from './members-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())

const open = async (): Promise<string> => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东'])
  useNavigation.getState().chooseBranch(branchId)
  page.show(<MembersScreen />)
  await screen.findByText('周海东')
  return branchId
}

it('首字母找人,回车打开,改一项离开就存进库里', async () => {
  const branchId = await open()
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('查找党员'), 'wjg')
  await waitFor(() => expect(screen.queryByText('周海东')).toBeNull())
  await user.keyboard('{Enter}')
  const post = await screen.findByLabelText('工作岗位')
  await user.type(post, '作业长')
  fireEvent.blur(post)
  await screen.findByText(/已保存/)
  const list = await page.api.members.list({ organisationId: branchId, search: '王建国', memberType: null, offset: 0, limit: 10 })
  expect(list.ok && list.value.rows[0]?.post).toBe('作业长')
})

it('证号平时不在页面上,按「看一眼」才出来,换人就遮住', async () => {
  const branchId = await open()
  const list = await page.api.members.list({ organisationId: branchId, search: '王建国', memberType: null, offset: 0, limit: 1 })
  const id = list.ok ? (list.value.rows[0]?.id ?? '') : ''
  const before = await page.api.members.get({ id })
  if (!before.ok) throw new Error(before.error.code)
  const saved = await page.api.members.save({ id, rev: before.value.rev, fields: { ...before.value.fields, idNumber: '230000198710132657' } })
  expect(saved.ok).toBe(true)
  const user = userEvent.setup()
  await user.click(await screen.findByText('王建国'))
  const masked = await screen.findByLabelText<HTMLInputElement>('公民身份证号')
  expect(masked.value).toBe('2300**********2657')
  expect(document.body.innerHTML).not.toContain('230000198710132657')
  await user.click(screen.getByRole('button', { name: '看一眼' }))
  // 先选用途,再看;看过的记一笔。
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: '填报材料' }))
  await user.click(dialog.getByRole('button', { name: '看一眼' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('公民身份证号').value).toContain('1987'))
  expect(screen.getByLabelText<HTMLInputElement>('公民身份证号').value).toBe('230000198710132657')
  await user.click(screen.getByRole('button', { name: '下一人' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('公民身份证号').value).not.toContain('19871013'))
})

it('没有姓名不存,说清楚为什么', async () => {
  await open()
  const user = userEvent.setup()
  await user.click(screen.getByText('周海东'))
  const name = await screen.findByLabelText(/^姓名/)
  await user.clear(name)
  fireEvent.blur(name)
  expect((await screen.findAllByText(/姓名没有填/)).length).toBeGreaterThan(0)
})

it('新增时由证号带出出生日期和性别', async () => {
  const branchId = await open()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '新增党员' }))
  await user.type(await screen.findByLabelText(/^姓名/), '赵建敏')
  await user.type(screen.getByLabelText('公民身份证号'), '210000198801169531')
  expect(screen.getByLabelText<HTMLInputElement>('出生日期').value).toBe('1988-01-16')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '男' }).checked).toBe(true)
  await user.click(screen.getByRole('button', { name: '保存这名党员' }))
  await waitFor(async () => {
    const list = await page.api.members.list({ organisationId: branchId, search: 'zjm', memberType: null, offset: 0, limit: 10 })
    expect(list.ok && list.value.rows.map((row) => row.name)).toEqual(['赵建敏'])
  })
})

it('新增:打开就能打姓名;同一证号不存,说明留在上面看得见的地方', async () => {
  await open()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '新增党员' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^姓名/)))
  const fill = async (name: string): Promise<void> => {
    await user.type(screen.getByLabelText(/^姓名/), name)
    await user.type(screen.getByLabelText('公民身份证号'), '210000198801169531')
    await user.click(screen.getByRole('button', { name: '保存这名党员' }))
  }
  await fill('赵建敏')
  await user.click(await screen.findByRole('button', { name: '新增党员' }))
  await fill('赵敏')
  const note = (await screen.findByText(/同一身份证号已登记/)).closest('[role="alert"]')
  expect(note?.closest('.member-body') ?? null).toBeNull()
})
