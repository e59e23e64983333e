import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { branchWithMembers } from '../../test/support/branch-with-members.ts'
import { directTransport, must } from '../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { TEST_PERSON } from '../../test/support/test-person.ts'
import { keptDrafts } from '../components/kept-drafts.ts'
import { createPlatform, usePlatformForTests } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import { useSession } from '../platform/session.ts'
import { Application } from './application.tsx'

// 各页用到才载入,机器忙时头一次要等一会儿。
configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
let shown: ReturnType<CoreInPage['show']>
beforeEach(() => {
  localStorage.clear()
  useSession.setState({ ceremony: false, workspace: null, session: { phase: 'closed', user: null, grants: [], lockedBy: null, idleMinutes: null } })
})
afterEach(() => {
  keptDrafts.clear()
  page.close()
})

const show = async (): Promise<UserEvent> => {
  shown = page.show(<Application />)
  await screen.findByRole('heading', { name: '首页' })
  return userEvent.setup()
}
const typePassword = async (user: UserEvent, password: string): Promise<void> => {
  await user.type(await screen.findByLabelText(/^口令/), password)
  await user.keyboard('{Enter}')
}
const folder = (): string => `${page.folder}/workspace`
/** 合上再选定:停在登录页。 */
const seal = async (): Promise<void> => {
  await must(page.api.system.closeWorkspace({}))
  await must(page.api.system.openWorkspace({ path: folder() }))
}

describe('登录', () => {
  it('写使用人、口令,回车就登录;错了说还能试几次,口令框清空、光标在里面', async () => {
    page = await coreInPage()
    await seal()
    page.show(<Application />)
    const user = userEvent.setup()
    expect(await screen.findByRole('heading', { name: '登录' })).toBeDefined()
    expect(screen.getByText('测试单位党委')).toBeDefined()
    expect(screen.getByText(`数据目录 ${folder()}`)).toBeDefined()
    await user.keyboard(TEST_PERSON.userName)
    await typePassword(user, 'wrong-password')
    expect((await screen.findByRole('alert')).textContent).toContain('使用人或口令不正确，还能试 4 次。')
    const password = screen.getByLabelText<HTMLInputElement>(/^口令/)
    expect(password.value).toBe('')
    expect(document.activeElement).toBe(password)
    await typePassword(user, TEST_PERSON.password)
    expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
    expect(screen.getByRole('button', { name: '使用人 王秀兰' })).toBeDefined()
  })
  it('大写锁定开着就提醒,关了就不提', async () => {
    page = await coreInPage()
    await seal()
    page.show(<Application />)
    const user = userEvent.setup()
    await user.click(await screen.findByLabelText(/^口令/))
    await user.keyboard('{CapsLock}A')
    expect(screen.getByText('大写锁定开着，字母会变成大写')).toBeDefined()
    await user.keyboard('{CapsLock}a')
    expect(screen.queryByText('大写锁定开着，字母会变成大写')).toBeNull()
  })
  it('拼音上屏的回车不提交', async () => {
    page = await coreInPage()
    await seal()
    page.show(<Application />)
    const name = await screen.findByLabelText<HTMLInputElement>(/^使用人/)
    fireEvent.change(name, { target: { value: TEST_PERSON.userName } })
    fireEvent.change(screen.getByLabelText(/^口令/), { target: { value: TEST_PERSON.password } })
    fireEvent.keyDown(name, { key: 'Enter', keyCode: 229 })
    fireEvent.compositionStart(name)
    fireEvent.keyDown(name, { key: 'Enter' })
    fireEvent.compositionEnd(name)
    fireEvent.keyDown(name, { key: 'Enter' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await must(page.api.session.state({}))).phase).toBe('sealed')
    fireEvent.keyDown(name, { key: 'Enter' })
    expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
  })
  it('输错五次:停用,倒数着等;换一个使用人不挡', async () => {
    page = await coreInPage()
    await seal()
    vi.spyOn(Date, 'now').mockImplementation(() => page.clock.now())
    page.show(<Application />)
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText(/^使用人/), TEST_PERSON.userName)
    for (let failures = 1; failures <= 5; failures++) {
      await typePassword(user, 'wrong-password')
      await screen.findByText(failures < 5 ? new RegExp(`还能试 ${5 - failures} 次`) : /输错太多次/)
    }
    expect(screen.getByRole('timer').textContent).toMatch(/^还要等 1[45] 分 \d+ 秒 才能再试$/)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /登录$/ }).disabled).toBe(true)
    await user.type(screen.getByLabelText(/^使用人/), '2')
    expect(screen.queryByRole('timer')).toBeNull()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /登录$/ }).disabled).toBe(false)
    vi.restoreAllMocks()
  })
  it('换一个工作区:回到首次使用', async () => {
    page = await coreInPage()
    await seal()
    page.show(<Application />)
    await userEvent.setup().click(await screen.findByRole('button', { name: '换一个工作区' }))
    expect(await screen.findByRole('radio', { name: /示例企业/ })).toBeDefined()
    expect((await must(page.api.session.state({}))).phase).toBe('closed')
  })
})

describe('锁屏', () => {
  it('Ctrl+L 锁屏:内容从页面上卸下;错口令打不开,对的回到原来那一页', async () => {
    page = await coreInPage()
    await branchWithMembers(page, ['王建国'])
    const user = await show()
    await user.click(screen.getByRole('button', { name: '党员名册' }))
    expect(await screen.findByText('王建国')).toBeDefined()
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true, keyCode: 229 })
    fireEvent.keyDown(window, { key: 'l', ctrlKey: true })
    expect(await screen.findByRole('heading', { name: '已锁屏' })).toBeDefined()
    expect(screen.getByText('使用人：王秀兰')).toBeDefined()
    expect(shown.container.textContent).not.toContain('王建国')
    expect(screen.queryByRole('navigation')).toBeNull()
    await typePassword(user, 'wrong-password')
    await screen.findByText(/还能试 4 次/)
    await typePassword(user, TEST_PERSON.password)
    expect(await screen.findByRole('heading', { name: '党员名册' })).toBeDefined()
    expect(await screen.findByText('王建国')).toBeDefined()
  })
  it('核心自己锁上(闲置)而推送没到:下一次调用被回绝,界面也锁上', async () => {
    page = await coreInPage()
    // 推送一概收不到的通道。
    usePlatformForTests(createPlatform({ ...directTransport(page.core), onPush: () => () => undefined }))
    await branchWithMembers(page, ['王建国'])
    const user = await show()
    page.clock.set('2026-11-21')
    await user.click(screen.getByRole('button', { name: '党员名册' }))
    expect(await screen.findByRole('heading', { name: '已锁屏' })).toBeDefined()
    expect(screen.getByText(/登录的时间到了|有一阵没有操作/)).toBeDefined()
  })
  it('动键盘、鼠标就告诉核心,半分钟一次', async () => {
    page = await coreInPage()
    const calls: string[] = []
    const direct = directTransport(page.core)
    usePlatformForTests(
      createPlatform({
        ...direct,
        request: (text, options) => {
          calls.push((JSON.parse(text) as { path: string }).path)
          return direct.request(text, options)
        },
      }),
    )
    const user = await show()
    const touches = (): number => calls.filter((path) => path === 'session.touch').length
    await user.keyboard('abc')
    expect(touches()).toBe(0)
    const start = Date.now()
    const now = vi.spyOn(Date, 'now').mockReturnValue(start + 31_000)
    await user.keyboard('abc')
    expect(touches()).toBe(1)
    now.mockReturnValue(start + 62_000)
    fireEvent.pointerMove(window)
    fireEvent.pointerMove(window)
    expect(touches()).toBe(2)
    now.mockRestore()
  })
  it('退出:回到这个工作区的登录页', async () => {
    page = await coreInPage()
    const user = await show()
    await user.click(screen.getByRole('button', { name: '使用人 王秀兰' }))
    await user.click(screen.getByRole('button', { name: '退出' }))
    expect(await screen.findByRole('heading', { name: '登录' })).toBeDefined()
    expect(screen.getByText('测试单位党委')).toBeDefined()
  })
  it('换口令:现在的要对,新的要好;换好用新口令解锁', async () => {
    page = await coreInPage()
    const user = await show()
    await user.click(screen.getByRole('button', { name: '使用人 王秀兰' }))
    await user.click(screen.getByRole('button', { name: '换口令' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/^现在的口令/), TEST_PERSON.password)
    await user.type(within(dialog).getByLabelText(/^新口令/), TEST_PERSON.password)
    await user.type(within(dialog).getByLabelText(/^再输一遍/), TEST_PERSON.password)
    await user.click(within(dialog).getByRole('button', { name: /换口令$/ }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('以前用过')
    for (const label of [/^新口令/, /^再输一遍/]) {
      await user.clear(within(dialog).getByLabelText(label))
      await user.type(within(dialog).getByLabelText(label), 'Copper-Lantern-58')
    }
    await user.click(within(dialog).getByRole('button', { name: /换口令$/ }))
    await screen.findByText('口令换好了，下次登录用新口令')
    await must(page.api.session.lock({ reason: 'os' }))
    expect(await screen.findByText(/电脑锁屏时一起锁上/)).toBeDefined()
    await typePassword(user, 'Copper-Lantern-58')
    expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
  })
})

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
    await seal()
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
    const officer = (userName: string, displayName: string, password: string) => ({ userName, displayName, password })
    const one = officer('xitong', '赵一', 'First-Officer-Gate7')
    const other = officer('baomi', '钱二', 'Second-Lamp-Window8')
    await must(page.api.system.createWorkspace({ path: folder(), name: '测试单位党委', people: { setup: 'separated', system: one, security: other, auditor: officer('shenji', '孙三', 'Third-Bridge-Maple9') } }))
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
