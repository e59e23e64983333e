import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { branchWithMembers } from '../../test/support/branch-with-members.ts'
import { directTransport, must } from '../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { forgetSession, OFFICERS, seal, typePassword, workspaceFolder } from '../../test/support/session-steps.ts'
import { TEST_PERSON } from '../../test/support/test-person.ts'
import { keptDrafts } from '../components/kept-drafts.ts'
import { createPlatform, usePlatformForTests } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import { Application } from './application.tsx'

// 各页用到才载入,机器忙时头一次要等一会儿。
configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
let shown: ReturnType<CoreInPage['show']>
beforeEach(forgetSession)
afterEach(() => {
  keptDrafts.clear()
  page.close()
})

const show = async (): Promise<UserEvent> => {
  shown = page.show(<Application />)
  await screen.findByRole('heading', { name: '首页' })
  return userEvent.setup()
}

describe('没保存完的内容', () => {
  /** 打开一份会议记录,改地点,还没到自动保存的时候。 */
  const halfWritten = async (user: UserEvent): Promise<string> => {
    const branchId = await branchWithMembers(page, ['王建国', '李敏'])
    const made = await must(page.api.meetings.create({ branchId, meetingType: 'general_meeting', partyGroupId: null, day: '2026-11-20' }))
    useNavigation.getState().go({ screen: 'meeting', meetingId: made.id })
    fireEvent.change(await screen.findByLabelText('地点'), { target: { value: '二楼会议室' } })
    await user.pointer({ target: document.body })
    return made.id
  }
  it('写了一半锁屏:锁着时界面内存里没有;本人解锁回到同一份,内容在,接着就存上', async () => {
    page = await coreInPage()
    const user = await show()
    const id = await halfWritten(user)
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true })
    await screen.findByRole('heading', { name: '已锁屏' })
    expect(keptDrafts.read(`meeting:${id}`)).toBeUndefined()
    await typePassword(user, TEST_PERSON.password)
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('地点').value).toBe('二楼会议室'))
    await waitFor(async () => expect((await must(page.api.meetings.get({ id }))).fields.place).toBe('二楼会议室'), { timeout: 5000 })
    await waitFor(async () => expect((await must(page.api.session.drafts({}))).drafts).toEqual([]))
  })
  it('界面被结束(没有来得及存):再登录先问要不要接着写,接着写就打开那一份', async () => {
    page = await coreInPage()
    const user = await show()
    const id = await halfWritten(user)
    // 停手一秒内写进核心。
    await waitFor(async () => expect((await must(page.api.session.drafts({}))).drafts.map(({ key }) => key)).toEqual([`meeting:${id}`]), { timeout: 3000 })
    // 界面没了、核心还没收到保存:连着的通道断掉再卸下。
    usePlatformForTests(createPlatform({ request: () => Promise.reject(new Error('killed')), onPush: () => () => undefined }))
    shown.unmount()
    keptDrafts.clear()
    usePlatformForTests(createPlatform(directTransport(page.core)))
    await seal(page)
    page.show(<Application />)
    await user.type(await screen.findByLabelText(/^使用人/), TEST_PERSON.userName)
    await typePassword(user, TEST_PERSON.password)
    useNavigation.getState().go({ screen: 'home' })
    const strip = await screen.findByRole('region', { name: '没有保存完的内容' })
    expect(strip.textContent).toMatch(/^上次有内容没有保存完：支部手册，11-20 \d\d:\d\d/)
    await user.click(within(strip).getByRole('button', { name: '接着写' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('地点').value).toBe('二楼会议室'))
    expect(screen.queryByRole('region', { name: '没有保存完的内容' })).toBeNull()
    expect(screen.getByText(/上次离开时没有存上，内容已经放回来/)).toBeDefined()
  })
  it('不要了:丢掉这一份,记录照旧', async () => {
    page = await coreInPage()
    await must(page.api.session.keepDraft({ key: 'meeting:x', body: JSON.stringify({ fields: { place: '甲' }, rev: 1, place: { screen: 'handbook' } }) }))
    const user = await show()
    const strip = await screen.findByRole('region', { name: '没有保存完的内容' })
    await user.click(within(strip).getByRole('button', { name: '不要了' }))
    await user.click(await screen.findByRole('button', { name: '不要这一份' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: '没有保存完的内容' })).toBeNull())
    await waitFor(async () => expect((await must(page.api.session.drafts({}))).drafts).toEqual([]))
  })
})

describe('换人使用', () => {
  it('换了人从头一页开始,看不到前一个人没保存完的;前一个人回来还在', async () => {
    page = await coreInPage({ workspace: 'none' })
    const { system: one, security: other } = OFFICERS
    await must(page.api.system.createWorkspace({ path: workspaceFolder(page), name: '测试单位党委', people: OFFICERS }))
    await must(page.api.session.signIn({ userName: one.userName, password: one.password }))
    await must(page.api.session.keepDraft({ key: 'note:1', body: JSON.stringify({ fields: { text: '赵一写的' }, rev: 0, place: { screen: 'about' } }) }))
    page.show(<Application />)
    const user = userEvent.setup()
    await screen.findByRole('region', { name: '没有保存完的内容' })
    useNavigation.getState().go({ screen: 'about' })
    await must(page.api.session.lock({ reason: 'person' }))
    await user.click(await screen.findByRole('button', { name: '换人使用' }))
    const name = screen.getByLabelText<HTMLInputElement>(/^使用人/)
    expect(name.value).toBe('')
    await user.type(name, other.userName)
    await typePassword(user, other.password)
    expect(await screen.findByRole('button', { name: '使用人 钱二' })).toBeDefined()
    // 三员没有业务首页,从自己的第一个入口开始。
    await waitFor(() => expect(useNavigation.getState().place).toEqual({ screen: 'safety' }))
    expect(screen.queryByRole('region', { name: '没有保存完的内容' })).toBeNull()
    expect((await must(page.api.session.drafts({}))).drafts).toEqual([])
    expect(keptDrafts.read('note:1')).toBeUndefined()

    await must(page.api.session.lock({ reason: 'person' }))
    await user.click(await screen.findByRole('button', { name: '换人使用' }))
    await user.type(screen.getByLabelText(/^使用人/), one.userName)
    await typePassword(user, one.password)
    expect(await screen.findByRole('region', { name: '没有保存完的内容' })).toBeDefined()
  })
})

describe('填好一次交的表单', () => {
  it('新党员填了一半锁屏:解锁回来还在填的那一页,关掉不填就不再提', async () => {
    page = await coreInPage()
    await branchWithMembers(page, ['王建国'])
    const user = await show()
    await user.click(screen.getByRole('button', { name: '党员名册' }))
    await user.click(await screen.findByRole('button', { name: '新增党员' }))
    await user.type(screen.getByLabelText(/^姓名/), '新来的同志')
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true })
    await screen.findByRole('heading', { name: '已锁屏' })
    await typePassword(user, TEST_PERSON.password)
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^姓名/).value).toBe('新来的同志'))
    await user.click(within(screen.getByRole('complementary')).getByRole('button', { name: '关闭' }))
    await waitFor(async () => expect((await must(page.api.session.drafts({}))).drafts).toEqual([]))
  })
  it('班子改了一半锁屏:解锁回来接着改,存得上', async () => {
    page = await coreInPage()
    const branchId = await branchWithMembers(page, ['王建国'])
    const user = await show()
    useNavigation.getState().go({ screen: 'organisations', organisationId: branchId })
    await user.click(await screen.findByRole('button', { name: '加一人' }))
    await user.type(screen.getByLabelText('第 1 行姓名'), '王建国')
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true })
    await screen.findByRole('heading', { name: '已锁屏' })
    await typePassword(user, TEST_PERSON.password)
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('第 1 行姓名').value).toBe('王建国'))
    await user.click(screen.getByRole('button', { name: '保存班子' }))
    await waitFor(async () => expect((await must(page.api.organisations.get({ id: branchId }))).posts.map(({ name }) => name)).toEqual(['王建国']))
    await waitFor(async () => expect((await must(page.api.session.drafts({}))).drafts).toEqual([]))
  })
})
