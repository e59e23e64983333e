import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Printer } from '../../../electron/services/ports.ts'
import { DeclaredFailure } from '../../../electron/rpc/handlers.ts'
import { must } from '../../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { judgeRecoveryCode } from '../../../shared/util/recovery-code.ts'
import { useSession } from '../../platform/session.ts'
import { FirstStartScreen } from './first-start-screen.tsx'

// 各页用到才载入,机器忙时头一次要等一会儿。
configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
const opened = vi.fn()
const trouble = vi.fn()
afterEach(() => {
  page.close()
  opened.mockReset()
  trouble.mockReset()
  useSession.setState({ ceremony: false })
})
const UNIT = '东方钢铁有限公司党委'
const PASSWORD = 'Copper-Lantern-58'

const start = async (elsewhereFrom: string | null = null, printer?: Printer): Promise<UserEvent> => {
  page = await coreInPage({ workspace: 'none', ...(printer === undefined ? {} : { printer }) })
  page.show(<FirstStartScreen elsewhereFrom={elsewhereFrom} onOpened={opened} onTrouble={trouble} />)
  await screen.findByRole('button', { name: elsewhereFrom === null ? '打开示例企业' : '打开工作区' })
  return userEvent.setup()
}
const toPeopleFromHere = async (user: UserEvent): Promise<void> => {
  await user.type(screen.getByLabelText(/^单位名称/), UNIT)
  await user.click(screen.getByRole('button', { name: '下一步：设使用人' }))
  await screen.findByText('第 2 步，共 3 步：设使用人和口令')
}
const toPeople = async (user: UserEvent): Promise<void> => {
  await user.click(screen.getByRole('radio', { name: /新建工作区/ }))
  await screen.findByLabelText(/^单位名称/)
  await toPeopleFromHere(user)
}
const fillPerson = async (user: UserEvent, userName: string, displayName: string, password: string): Promise<void> => {
  await user.type(await screen.findByLabelText(/^使用人/), userName)
  await user.type(screen.getByLabelText(/^姓名/), displayName)
  await user.type(screen.getByLabelText(/^口令/), password)
  await user.type(screen.getByLabelText(/^再输一遍/), password)
}

describe('三个起点', () => {
  it('默认选示例企业', async () => {
    await start()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /示例企业/ }).checked).toBe(true)
  })
  it('方向键一路选下去,光标不被带走;换了选择,上一次的说明收起', async () => {
    const user = await start()
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /示例企业/ }))
    await user.keyboard('{ArrowDown}{ArrowDown}')
    const last = screen.getByRole<HTMLInputElement>('radio', { name: /打开已有/ })
    expect(last.checked).toBe(true)
    expect(document.activeElement).toBe(last)
    await user.type(screen.getByLabelText(/^工作区文件夹/), 'abc{Enter}')
    await screen.findByRole('alert')
    await user.click(screen.getByRole('radio', { name: /新建工作区/ }))
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('换位置回来:转到「打开已有」,路径已经填上', async () => {
    await start('/data/party')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /打开已有/ }).checked).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>(/^工作区文件夹/).value).toBe('/data/party')
    expect(screen.queryByText(/删除/)).toBeNull()
  })
  it('路径写错:就在这里说明,可以改了再试', async () => {
    const user = await start()
    await user.click(screen.getByRole('radio', { name: /打开已有/ }))
    await user.type(await screen.findByLabelText(/^工作区文件夹/), `${page.folder}/nowhere`)
    await user.click(screen.getByRole('button', { name: '打开工作区' }))
    expect((await screen.findByRole('alert')).textContent).toContain('这个位置没有工作区')
    expect(trouble).not.toHaveBeenCalled()
  })
})

describe('一个办公室', () => {
  it('填好就建;恢复码印好抄好才能往下;建好的人登得进去,恢复码打得开', async () => {
    const user = await start()
    await user.click(screen.getByRole('radio', { name: /新建工作区/ }))
    await user.click(await screen.findByRole('button', { name: '下一步：设使用人' }))
    expect(await screen.findByText('请写单位名称')).toBeDefined()
    await toPeopleFromHere(user)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '一个办公室' }).checked).toBe(true)
    await fillPerson(user, 'li.dangban', '李敏', PASSWORD)
    await user.click(screen.getByRole('button', { name: '建立工作区' }))

    const sheet = await screen.findByRole('region', { name: '恢复码' })
    const code = within(sheet).getAllByRole('listitem').map((group) => group.querySelector('code')?.textContent ?? '').join('')
    expect(judgeRecoveryCode(code)).toEqual({ verdict: 'good' })
    expect(screen.getByRole('img', { name: '恢复码的二维码' })).toBeDefined()
    expect(screen.getByText(/忘记口令时，只有这张纸能打开数据/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '开始使用' }))
    expect(await screen.findByText('请先印好或抄好，再打这个勾')).toBeDefined()
    expect(opened).not.toHaveBeenCalled()
    await user.click(screen.getByRole('checkbox', { name: '已印好或抄好，收在安全的地方' }))
    await user.click(screen.getByRole('button', { name: '开始使用' }))
    expect(opened).toHaveBeenCalledTimes(1)

    const status = await must(page.api.system.status({}))
    expect(status.name).toBe(UNIT)
    await must(page.api.session.lock({ reason: 'person' }))
    await must(page.api.session.signIn({ userName: 'LI.dangban', password: PASSWORD }))
    await must(page.api.session.recover({ code, userName: 'li.dangban', newPassword: 'Another-Harbour-71' }))
  })
  it('印不出恢复单(没有浏览器):说明白,照着抄也行', async () => {
    const user = await start(null, { renderPdf: () => Promise.reject(new DeclaredFailure('NO_BROWSER', {})) })
    await toPeople(user)
    await fillPerson(user, 'li.dangban', '李敏', PASSWORD)
    await user.click(screen.getByRole('button', { name: '建立工作区' }))
    await user.click(await screen.findByRole('button', { name: '打印恢复单' }))
    expect((await screen.findByText(/没有找到可用的浏览器/)).closest('[role="alert"]')).not.toBeNull()
    expect(screen.getByText(/印不了也可以照着抄/)).toBeDefined()
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: '开始使用' }))
    expect(opened).toHaveBeenCalledTimes(1)
  })
  it('口令太弱:边打边说;核心认出的常见口令也说得出缘由,改了就不再说', async () => {
    const user = await start()
    await toPeople(user)
    const password = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(/^口令/)
    await user.type(password(), 'abc')
    expect(screen.getByText(/太短，至少 10 个字/)).toBeDefined()
    await user.clear(password())
    await user.type(await screen.findByLabelText(/^使用人/), 'li.dangban')
    await user.type(screen.getByLabelText(/^姓名/), '李敏')
    await user.type(password(), 'Li.Dangban2026')
    expect(screen.getByText(/里面有姓名、使用人名称或单位名/)).toBeDefined()
    await user.clear(password())
    await user.type(password(), 'Password123!')
    await user.type(screen.getByLabelText(/^再输一遍/), 'Password123!')
    expect(screen.getByText('可以用')).toBeDefined()
    await user.click(screen.getByRole('button', { name: '建立工作区' }))
    expect(await screen.findByText(/很多人都用它，一猜就中/)).toBeDefined()
    expect(useSession.getState().ceremony).toBe(false)
    await user.type(password(), 'x')
    expect(screen.queryByText(/很多人都用它/)).toBeNull()
    expect(screen.getByLabelText<HTMLInputElement>(/^使用人/).value).toBe('li.dangban')
  })
  it('两遍不一样、没填的,按了才说;口令可以显示出来看', async () => {
    const user = await start()
    await toPeople(user)
    await user.click(screen.getByRole('button', { name: '建立工作区' }))
    expect(screen.getByText('请写使用人')).toBeDefined()
    expect(screen.getByText('请写姓名')).toBeDefined()
    expect(screen.getByText('请设一个口令')).toBeDefined()
    const password = screen.getByLabelText<HTMLInputElement>(/^口令/)
    await user.type(password, PASSWORD)
    await user.type(screen.getByLabelText(/^再输一遍/), 'Copper-Lantern-59')
    expect(screen.getByText('两遍不一样，请再输一遍')).toBeDefined()
    expect(password.type).toBe('password')
    await user.click(screen.getByRole('button', { name: '显示口令' }))
    expect(password.type).toBe('text')
  })
  it('位置已有文件:回到第一步换个位置,人不用重填', async () => {
    const user = await start()
    await user.click(screen.getByRole('radio', { name: /新建工作区/ }))
    await user.type(await screen.findByLabelText(/^单位名称/), UNIT)
    const folder = screen.getByLabelText(/^存放位置/)
    await user.clear(folder)
    await user.type(folder, page.folder)
    await must(page.api.system.createWorkspace({ path: `${page.folder}/old`, name: '旧的', people: { setup: 'one_office', person: { userName: 'old', displayName: '旧人', password: PASSWORD } } }))
    await user.click(screen.getByRole('button', { name: '下一步：设使用人' }))
    await fillPerson(user, 'li.dangban', '李敏', PASSWORD)
    await user.click(screen.getByRole('button', { name: '建立工作区' }))
    expect((await screen.findByRole('alert')).textContent).toContain('这个位置已经有文件')
    await user.type(screen.getByLabelText(/^存放位置/), '/fresh')
    await user.click(screen.getByRole('button', { name: '建立工作区' }))
    expect(await screen.findByRole('region', { name: '恢复码' })).toBeDefined()
  })
})

describe('三员分立', () => {
  it('一位一位填,前一位的口令后一位看不到;建好给两张恢复单,要各自登录', async () => {
    const user = await start()
    await toPeople(user)
    await user.click(screen.getByRole('radio', { name: '三员分立' }))
    const officers = [
      ['xitong', '赵一', 'First-Officer-Gate7', '系统管理员'],
      ['baomi', '钱二', 'Second-Lamp-Window8', '安全保密管理员'],
      ['shenji', '孙三', 'Third-Bridge-Maple9', '安全审计员'],
    ] as const
    for (const [index, [userName, displayName, password, role]] of officers.entries()) {
      if (index > 0) {
        expect(await screen.findByText(`请下一位来填：${role}`)).toBeDefined()
        expect(screen.queryByLabelText(/^口令/)).toBeNull()
        await user.click(screen.getByRole('button', { name: `我是${role}，开始填` }))
      }
      expect(await screen.findByText(`第 ${index + 1} 位，共 3 位：${role}`)).toBeDefined()
      expect(screen.getByLabelText<HTMLInputElement>(/^口令/).value).toBe('')
      // 同一个名字不能两个人用。
      if (index === 1) {
        await fillPerson(user, 'XITONG', displayName, password)
        await user.click(screen.getByRole('button', { name: '填好了，请下一位来填' }))
        expect(await screen.findByText('前面一位已经用了这个名字，请换一个')).toBeDefined()
        await user.clear(screen.getByLabelText(/^使用人/))
        await user.type(screen.getByLabelText(/^使用人/), userName)
      } else await fillPerson(user, userName, displayName, password)
      await user.click(screen.getByRole('button', { name: index === 2 ? '填好了，建立工作区' : '填好了，请下一位来填' }))
    }
    expect(await screen.findByRole('region', { name: '恢复单第 1 张，共 2 张' })).toBeDefined()
    expect(screen.getByRole('region', { name: '恢复单第 2 张，共 2 张' })).toBeDefined()
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: '去登录' }))
    await waitFor(() => expect(opened).toHaveBeenCalledTimes(1))
    expect((await must(page.api.session.state({}))).phase).toBe('sealed')
    expect((await must(page.api.session.signIn({ userName: 'baomi', password: 'Second-Lamp-Window8' }))).session.grants.map(({ role }) => role)).toEqual(['security_admin'])
  })
})
