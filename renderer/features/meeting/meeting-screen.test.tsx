import { fireEvent, screen, waitFor, within, type RenderResult } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { directTransport, must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { createPlatform, usePlatformForTests } from '../../platform/api.ts'
import { MeetingScreen } from './meeting-screen.tsx'
import { topicRow } from '../../../test/support/meeting-rows.ts'

let page: CoreInPage
let shown: RenderResult
afterEach(() => page.close())

const NAMES = ['王建国', '李敏', '周海东', '孙鹏']
/** 建一个支部、四名党员、一份党员大会草稿,打开编辑器。 */
const open = async (change?: (transport: ReturnType<typeof directTransport>) => ReturnType<typeof directTransport>): Promise<MeetingDetail> => {
  page = await coreInPage()
  if (change !== undefined) usePlatformForTests(createPlatform(change(directTransport(page.core))))
  const branchId = await branchWithMembers(page, NAMES)
  const made = await must(page.api.meetings.create({ branchId, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-20' }))
  shown = page.show(<MeetingScreen meetingId={made.id} />)
  await screen.findByRole('heading', { name: '支部党员大会记录' })
  return made
}
const stored = (id: string): Promise<MeetingDetail> => must(page.api.meetings.get({ id }))
const chip = (name: string): HTMLElement => within(screen.getByRole('group', { name: '应到人员' })).getByRole('button', { name: new RegExp(`^${name}`) })
// 测试环境里 antd 的对话框标题编号都一样,按标题文字找。
const dialogWith = async (title: string): Promise<HTMLElement> => {
  await screen.findByText(title)
  return screen.getByRole('dialog')
}
const fill = async (made: MeetingDetail): Promise<MeetingDetail> => {
  const before = await stored(made.id)
  return must(
    page.api.meetings.save({
      id: made.id,
      rev: before.rev,
      fields: { ...before.fields, endAt: `${before.fields.startAt.slice(0, 10)} 23:00`, place: '二楼会议室', host: '王建国', recorder: '李敏', topics: [topicRow({ title: '学习', kind: 'study', isFirstTopic: true })], content: '按议程进行。' },
    }),
  )
}

describe('到会情况', () => {
  it('默认全到;数字键、空格改,人数与可表决马上变;缺席的人要写原因', async () => {
    const made = await open()
    const user = userEvent.setup()
    expect(screen.getByText('应到 4 = 实到 4 + 缺席 0（其中请假 0）')).toBeTruthy()
    expect(screen.getByText('可表决')).toBeTruthy()
    chip('李敏').focus()
    await user.keyboard('2')
    chip('周海东').focus()
    await user.keyboard('3')
    expect(screen.getByText('应到 4 = 实到 2 + 缺席 2（其中请假 1）')).toBeTruthy()
    expect(screen.getByText('有表决权：应到 4，实到 2')).toBeTruthy()
    expect(screen.getByText('可表决')).toBeTruthy()
    await user.click(chip('孙鹏'))
    expect(screen.getByText('还差 1 人')).toBeTruthy()
    const note = screen.getByLabelText('李敏的补充说明')
    await user.type(note, '夜班')
    fireEvent.blur(note)
    await screen.findByText(/已保存/)
    const saved = await stored(made.id)
    expect(saved.fields.attendance.map((row) => [row.name, row.status, row.reasonNote])).toEqual([
      ['王建国', 'present', ''],
      ['李敏', 'on_leave', '夜班'],
      ['周海东', 'absent', ''],
      ['孙鹏', 'on_leave', ''],
    ])
  })
  it('一个 Tab 停靠点,方向键换人,拼音首字母找人', async () => {
    await open()
    const board = screen.getByRole('group', { name: '应到人员' })
    expect(within(board).getAllByRole('button').filter((each) => each.tabIndex === 0).length).toBe(1)
    chip('王建国').focus()
    const user = userEvent.setup()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(chip('李敏'))
    await user.keyboard('zhd')
    expect(document.activeElement).toBe(chip('周海东'))
  })
  it('组字时的按键不改到会', async () => {
    await open()
    chip('王建国').focus()
    fireEvent.keyDown(chip('王建国'), { key: '3', keyCode: 229 })
    expect(screen.getByText('应到 4 = 实到 4 + 缺席 0（其中请假 0）')).toBeTruthy()
  })
})

it('打开新草稿光标在结束时间;加一项议题光标到新的一行', async () => {
  await open()
  expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe('endAt')
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '加一项议题' }))
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^第 \d+ 项议题$/))
})

describe('自动保存', () => {
  it('离开一项就存;离开整页也存', async () => {
    const made = await open()
    const body = screen.getByLabelText('会议内容')
    fireEvent.change(body, { target: { value: '第一段' } })
    fireEvent.blur(body)
    await waitFor(async () => expect((await stored(made.id)).fields.content).toBe('第一段'))
    fireEvent.change(body, { target: { value: '第一段\n第二段' } })
    shown.unmount()
    await waitFor(async () => expect((await stored(made.id)).fields.content).toBe('第一段\n第二段'))
  })
  it('保存的回复来得晚:后打的字不被盖掉,随后也存下', async () => {
    const gates: (() => void)[] = []
    const made = await open((transport) => ({
      ...transport,
      request: async (text, options) => {
        const reply = await transport.request(text, options)
        if (text.includes('"meetings.save"')) await new Promise<void>((resolve) => gates.push(resolve))
        return reply
      },
    }))
    const body = screen.getByLabelText<HTMLTextAreaElement>('会议内容')
    fireEvent.change(body, { target: { value: '先打的' } })
    fireEvent.blur(body)
    await waitFor(() => expect(gates.length).toBe(1))
    fireEvent.change(body, { target: { value: '先打的,后打的' } })
    gates[0]?.()
    fireEvent.blur(body)
    await waitFor(() => expect(gates.length).toBe(2))
    expect(body.value).toBe('先打的,后打的')
    gates[1]?.()
    await waitFor(async () => expect((await stored(made.id)).fields.content).toBe('先打的,后打的'))
    expect(body.value).toBe('先打的,后打的')
  })
  it('别处改过:说明白,选看最新内容才丢掉草稿', async () => {
    const made = await open()
    const body = screen.getByLabelText<HTMLTextAreaElement>('会议内容')
    fireEvent.change(body, { target: { value: '我打的' } })
    await must(page.api.meetings.save({ id: made.id, rev: made.rev, fields: { ...made.fields, content: '别处写的' } }))
    fireEvent.blur(body)
    const dialog = await dialogWith('这份记录刚在别处改过')
    expect(body.value).toBe('我打的')
    fireEvent.click(within(dialog).getByRole('button', { name: '打开最新内容' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('会议内容').value).toBe('别处写的'))
  })
})

describe('办结', () => {
  it('缺内容:不办结,光标落到缺的那一项', async () => {
    const made = await open()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '办结' }))
    await waitFor(() => expect(document.activeElement?.tagName).toMatch(/INPUT|TEXTAREA/))
    expect((await stored(made.id)).state).toBe('draft')
  })
  it('Ctrl+回车办结,先问实到人数;组字时不动;办结后要写原因才能改', async () => {
    const made = await open()
    await fill(made)
    await waitFor(() => expect(screen.getByText('都填好了，可以办结')).toBeTruthy())
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, keyCode: 229 })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
    const dialog = await dialogWith('实到 4 人，和签到表一致吗？')
    fireEvent.click(within(dialog).getByRole('button', { name: '一致，办结' }))
    await waitFor(async () => expect((await stored(made.id)).state).toBe('finished'))
    await screen.findByText('这份记录已办结，要改请点“改一下”')
    expect(screen.getByLabelText<HTMLTextAreaElement>('会议内容').disabled).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: '改一下' }))
    const reason = await screen.findByLabelText(/^原因/)
    fireEvent.click(screen.getByRole('button', { name: '退回草稿' }))
    expect((await stored(made.id)).state).toBe('finished')
    fireEvent.change(reason, { target: { value: '补录一人' } })
    fireEvent.click(screen.getByRole('button', { name: '退回草稿' }))
    await waitFor(async () => expect((await stored(made.id)).state).toBe('draft'))
  })
})
