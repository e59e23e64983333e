import { configure, fireEvent, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { ONE_OFFICE, TEST_PERSON } from '../../../test/support/test-person.ts'
import { Application } from '../../app/application.tsx'
import { useSession } from '../../platform/session.ts'

// 各页用到才载入,机器忙时头一次要等一会儿。
configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
let code = ''
beforeEach(async () => {
  localStorage.clear()
  useSession.setState({ ceremony: false, workspace: null, startError: null })
  page = await coreInPage({ workspace: 'none' })
  const path = `${page.folder}/workspace`
  code = (await must(page.api.system.createWorkspace({ path, name: '测试单位党委', people: ONE_OFFICE }))).recoveryCodes[0] ?? ''
  await must(page.api.system.closeWorkspace({}))
  await must(page.api.system.openWorkspace({ path }))
})
afterEach(() => page.close())

const NEXT = 'Copper-Lantern-58'
const openRecovery = async (): Promise<UserEvent> => {
  page.show(<Application />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '忘记口令' }))
  await screen.findByRole('heading', { name: '忘记口令：用恢复单' })
  return user
}
const typeCode = (typed: string): void => {
  const field = screen.getByLabelText<HTMLTextAreaElement>(/^恢复码/)
  fireEvent.change(field, { target: { value: typed } })
}
const fillRest = async (user: UserEvent): Promise<void> => {
  await user.type(screen.getByLabelText(/^使用人/), TEST_PERSON.userName)
  await user.type(screen.getByLabelText(/^新口令/), NEXT)
  await user.type(screen.getByLabelText(/^再输一遍/), NEXT)
}

describe('忘记口令', () => {
  it('照恢复单打,抄错一个字符当场指出第几组;改对了,设新口令就进去', async () => {
    const user = await openRecovery()
    const place = 40
    typeCode(code.slice(0, place) + (code[place] === 'Q' ? 'P' : 'Q') + code.slice(place + 1))
    expect(screen.getByText('第 11 组抄错了，请对照恢复单')).toBeDefined()
    expect(screen.getByRole('listitem', { name: '第 11 组' }).dataset['wrong']).toBe('true')
    await fillRest(user)
    await user.click(screen.getByRole('button', { name: '重设口令并登录' }))
    expect((await must(page.api.session.state({}))).phase).toBe('sealed')
    typeCode(code.toLowerCase())
    expect(screen.getByText('恢复码抄对了')).toBeDefined()
    await user.click(screen.getByRole('button', { name: '重设口令并登录' }))
    expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
    await must(page.api.session.lock({ reason: 'person' }))
    await user.type(await screen.findByLabelText(/^口令/), `${NEXT}{Enter}`)
    expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
  })
  it('锁屏时忘了,也能凭恢复单重设', async () => {
    await must(page.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
    await must(page.api.session.lock({ reason: 'person' }))
    const user = await openRecovery()
    typeCode(code)
    await fillRest(user)
    await user.click(screen.getByRole('button', { name: '重设口令并登录' }))
    expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
  })
  it('别处的恢复码:说不是这个工作区的,没有打开', async () => {
    const other = await must(page.api.system.createWorkspace({ path: `${page.folder}/other`, name: '别的单位', people: ONE_OFFICE }))
    await must(page.api.system.closeWorkspace({}))
    await must(page.api.system.openWorkspace({ path: `${page.folder}/workspace` }))
    const user = await openRecovery()
    typeCode(other.recoveryCodes[0] ?? '')
    await fillRest(user)
    await user.click(screen.getByRole('button', { name: '重设口令并登录' }))
    expect((await screen.findByText(/不是这个工作区的/)).closest('[role="alert"]')).not.toBeNull()
    expect((await must(page.api.session.state({}))).phase).toBe('sealed')
  })
  it('接着打的自动分组;中间改一个字符,打的样子不动', async () => {
    await openRecovery()
    typeCode('age-secret-key-1qqqq')
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^恢复码/).value).toBe('AGE- SECR ET-K EY-1 QQQQ')
  })
})

it('口令该换的时候:只有换口令和退出;换好就进去', async () => {
  await must(page.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
  // 规矩改成 30 天一换,过了 31 天。
  const { policy } = await must(page.api.accounts.list({}))
  await must(page.api.accounts.savePolicy({ ...policy, expiryDays: 30 }, { confirm: { reason: '单位要求定期换', password: TEST_PERSON.password } }))
  page.clock.set('2026-12-22')
  await must(page.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
  page.show(<Application />)
  const user = userEvent.setup()
  expect(await screen.findByRole('heading', { name: '先换口令' })).toBeDefined()
  expect(screen.queryByRole('navigation')).toBeNull()
  await user.type(screen.getByLabelText(/^现在的口令/), TEST_PERSON.password)
  await user.type(screen.getByLabelText(/^新口令/), NEXT)
  await user.type(screen.getByLabelText(/^再输一遍/), `${NEXT}{Enter}`)
  expect(await screen.findByRole('heading', { name: '首页' })).toBeDefined()
})
