import { configure, fireEvent, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { branchWithMembers } from '../../test/support/branch-with-members.ts'
import { directTransport, must } from '../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { forgetSession, seal, typePassword, workspaceFolder } from '../../test/support/session-steps.ts'
import { TEST_PERSON } from '../../test/support/test-person.ts'
import { keptDrafts } from '../components/kept-drafts.ts'
import { createPlatform, usePlatformForTests } from '../platform/api.ts'
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

describe('登录', () => {
  it('写使用人、口令,回车就登录;错了说还能试几次,口令框清空、光标在里面', async () => {
    page = await coreInPage()
    await seal(page)
    page.show(<Application />)
    const user = userEvent.setup()
    expect(await screen.findByRole('heading', { name: '登录' })).toBeDefined()
    expect(screen.getByText('测试单位党委')).toBeDefined()
    expect(screen.getByText(`数据目录 ${workspaceFolder(page)}`)).toBeDefined()
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
    await seal(page)
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
    await seal(page)
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
    await seal(page)
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
    await seal(page)
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
