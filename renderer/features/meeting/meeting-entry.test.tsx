import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { MeetingScreen } from './meeting-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())

const open = async (): Promise<MeetingDetail> => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国', '李敏', '周海东', '孙鹏'])
  const made = await must(page.api.meetings.create({ branchId, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-20' }))
  page.show(<MeetingScreen meetingId={made.id} />)
  await screen.findByRole('heading', { name: '支部党员大会记录' })
  return made
}
const counts = (words: string): HTMLElement => screen.getByText(words)
const undo = (): HTMLElement => screen.getByRole('button', { name: /撤销/ })
const chip = (name: string): HTMLElement => within(screen.getByRole('group', { name: '应到人员' })).getByRole('button', { name: new RegExp(`^${name}`) })
/** 拼音上屏的那一下回车:先来组字结束,再来回车,也不算。 */
const enterWhileComposing = (field: HTMLElement): void => {
  fireEvent.compositionStart(field)
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
  fireEvent.compositionEnd(field)
  fireEvent.keyDown(field, { key: 'Enter' })
}

it('一个键写上请假的原因;粘贴名单;去掉一行;一步步退回,存下的也跟着退', async () => {
  const made = await open()
  const user = userEvent.setup()
  expect(undo()).toHaveProperty('disabled', true)
  chip('李敏').focus()
  await user.keyboard('5')
  counts('应到 4 = 实到 3 + 缺席 1（其中请假 1）')
  await user.click(screen.getByRole('button', { name: '粘贴名单' }))
  fireEvent.change(await screen.findByLabelText('粘贴的名单'), { target: { value: '1. 王建国(书记)\n2. 周 海 东\n孙悟空' } })
  await screen.findByText(/对上 2 人，不在应到名单里 1 个/)
  await user.click(screen.getByRole('button', { name: '照这 2 人改' }))
  counts('应到 4 = 实到 2 + 缺席 2（其中请假 1）')
  await user.click(screen.getByRole('button', { name: /加一项议题/ }))
  fireEvent.change(screen.getByLabelText('第 1 项议题'), { target: { value: '学习' } })
  await user.click(screen.getByRole('button', { name: /去掉第 1 项/ }))
  expect(screen.queryByLabelText('第 1 项议题')).toBeNull()
  await user.click(undo())
  expect(screen.getByLabelText<HTMLInputElement>('第 1 项议题').value).toBe('学习')
  // 光标在文字框里的 Ctrl+Z 归浏览器。
  const before = screen.getByLabelText<HTMLInputElement>('第 1 项议题')
  fireEvent.keyDown(before, { key: 'z', ctrlKey: true })
  expect(screen.getByLabelText('第 1 项议题')).toBeTruthy()
  for (let step = 0; step < 2; step++) fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(screen.queryByLabelText('第 1 项议题')).toBeNull()
  counts('应到 4 = 实到 2 + 缺席 2（其中请假 1）')
  await user.click(undo())
  counts('应到 4 = 实到 3 + 缺席 1（其中请假 1）')
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(async () => {
    const { attendance, topics } = (await must(page.api.meetings.get({ id: made.id }))).fields
    expect([topics.length, attendance.map(({ name, status, reason }) => `${name}${status}${reason}`)]).toEqual([0, ['王建国present', '李敏on_leavesick_leave', '周海东present', '孙鹏present']])
  })
})

it('组字时的回车:样板的对话框、常用语的选句与加句都不动;之后的才算', async () => {
  const made = await open()
  const user = userEvent.setup()
  const aids = () => must(page.api.meetingAids.list({ branchId: made.branchId, meetingType: null }))
  await user.click(await screen.findByRole('button', { name: '样板' }))
  await user.click(await screen.findByText('存为样板…'))
  const name = await screen.findByLabelText(/样板名称/)
  enterWhileComposing(name)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await aids()).templates).toEqual([])
  fireEvent.keyDown(name, { key: 'Enter' })
  await waitFor(async () => expect((await aids()).templates.map(({ fields }) => fields.name)).toEqual(['支部党员大会']))
  const content = screen.getByLabelText('会议内容')
  content.focus()
  fireEvent.keyDown(content, { key: 'j', ctrlKey: true })
  const added = await screen.findByLabelText('常用的一句话')
  fireEvent.change(added, { target: { value: '与会党员一致同意' } })
  enterWhileComposing(added)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await aids()).phrases).toEqual([])
  fireEvent.keyDown(added, { key: 'Enter' })
  await screen.findByRole('option', { name: /与会党员一致同意/ })
  const search = screen.getByLabelText(/找句子/)
  fireEvent.keyDown(search, { key: 'Enter', keyCode: 229 })
  expect(screen.getByLabelText<HTMLTextAreaElement>('会议内容').value).toBe('')
  fireEvent.keyDown(search, { key: 'Enter' })
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('会议内容').value).toBe('与会党员一致同意'))
})
