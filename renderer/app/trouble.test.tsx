import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { branchWithMembers } from '../../test/support/branch-with-members.ts'
import { directTransport, must } from '../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { TEST_PERSON } from '../../test/support/test-person.ts'
import type { ReplyMessage } from '../../shared/rpc/messages.ts'
import { keptDrafts } from '../components/kept-drafts.ts'
import { createPlatform, usePlatformForTests } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { Application } from './application.tsx'

// 各页用到才载入,机器忙时头一次要等一会儿。
configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
let clicks = 0
const count = (): void => void clicks++
beforeEach(() => {
  localStorage.clear()
  clicks = 0
  useSession.setState({ ceremony: false, workspace: null, startError: null, session: { phase: 'closed', user: null, grants: [], lockedBy: null, idleMinutes: null } })
})
afterEach(() => {
  window.removeEventListener('click', count)
  keptDrafts.clear()
  page.close()
})

const folder = (): string => join(page.folder, 'workspace')
const database = (): string => join(folder(), 'baolei.db')
const signIn = async (user: UserEvent): Promise<void> => {
  await user.type(await screen.findByLabelText(/^使用人/), TEST_PERSON.userName)
  await user.type(screen.getByLabelText(/^口令/), `${TEST_PERSON.password}{Enter}`)
}
/** 建好、做一份备份、再存几次,合上;出事以后再选定它。 */
const officeWithBackup = async (): Promise<void> => {
  page = await coreInPage()
  await branchWithMembers(page, ['王建国'])
  await must(page.api.backups.make({}))
}
const seal = async (damage: () => void): Promise<UserEvent> => {
  await must(page.api.system.closeWorkspace({}))
  damage()
  await must(page.api.system.openWorkspace({ path: folder() }))
  page.show(<Application />)
  return userEvent.setup()
}
/** 一页坏了,又没有正常关:打开前的全面检查会发现。 */
const breakPage = (): void => {
  const bytes = readFileSync(database())
  bytes.fill(0x5a, 8192, 8192 + 4096)
  writeFileSync(database(), bytes)
  writeFileSync(join(folder(), 'owner.json'), '{}')
}
const refusal = async (): Promise<HTMLElement> => {
  await screen.findByRole('heading', { name: '工作区没有打开' }, { timeout: 5000 })
  return screen.getByRole('alert')
}
const restore = async (user: UserEvent): Promise<void> => {
  window.addEventListener('click', count)
  await user.click(screen.getByRole('button', { name: '用备份恢复' }))
  await user.type(await screen.findByLabelText(/^原因/, {}, { timeout: 10_000 }), '数据文件打不开')
  await user.click(screen.getByRole('button', { name: '用这份备份恢复' }))
  await user.click(await screen.findByRole('button', { name: '恢复' }))
}

describe('库坏了', () => {
  it('说三句话,没有删除;备份最近的好的已选上,四下以内恢复好,坏的那份留着', async () => {
    await officeWithBackup()
    const user = await seal(breakPage)
    await signIn(user)
    const alert = await refusal()
    expect(alert.textContent).toContain('数据文件有一处读不出来')
    expect(alert.querySelectorAll('p')).toHaveLength(3)
    expect(screen.queryByRole('button', { name: /删|清空/ })).toBeNull()
    for (const name of ['重试', '换位置', '保存支持包']) expect(screen.getByRole('button', { name })).toBeDefined()
    await restore(user)
    expect(await screen.findByRole('heading', { name: '首页' }, { timeout: 20_000 })).toBeDefined()
    // 打原因时点进框里的那一下也算。
    expect(clicks).toBeLessThanOrEqual(4)
    expect((await must(page.api.organisations.tree({}))).nodes.map(({ name }) => name)).toContain('炼铁作业区党支部')
    expect(readdirSync(join(folder(), 'damaged')).length).toBeGreaterThan(0)
  })
  it('重试:还是坏的就还在这一页;换位置回到打开已有,路径填好', async () => {
    await officeWithBackup()
    const good = join(page.folder, 'good.db')
    const user = await seal(() => {
      copyFileSync(database(), good)
      breakPage()
    })
    await signIn(user)
    await refusal()
    await user.click(screen.getByRole('button', { name: '换位置' }))
    expect((await screen.findByLabelText<HTMLInputElement>(/^工作区文件夹/)).value).toBe(folder())
    await user.click(screen.getByRole('button', { name: '打开工作区' }))
    await signIn(user)
    await refusal()
    copyFileSync(good, database())
    await user.click(screen.getByRole('button', { name: '重试' }))
    // 登录时的口令还在手里,不用再输。
    expect(await screen.findByRole('heading', { name: '首页' }, { timeout: 5000 })).toBeDefined()
  })
})

it('库文件没了:不当作首次使用;启动时就碰上的,先问使用人和口令', async () => {
  await officeWithBackup()
  await must(page.api.system.closeWorkspace({}))
  rmSync(database())
  const refused = await page.api.system.openWorkspace({ path: folder() })
  expect(refused.ok).toBe(false)
  // 启动失败的样子:握手里带着代码。
  const direct = directTransport(page.core)
  usePlatformForTests(
    createPlatform({
      ...direct,
      request: async (text, options) => {
        const reply = JSON.parse(await direct.request(text, options)) as ReplyMessage
        if ((JSON.parse(text) as { path: string }).path !== 'system.hello' || !reply.ok || refused.ok) return JSON.stringify(reply)
        const greeting = reply.value as { readonly workspace: unknown }
        return JSON.stringify({ ...reply, value: { ...greeting, startError: greeting.workspace === null ? { code: refused.error.code, data: refused.error.data, path: folder() } : null } })
      },
    }),
  )
  page.show(<Application />)
  const user = userEvent.setup()
  expect((await refusal()).textContent).toContain('数据文件却不见了')
  await user.click(screen.getByRole('button', { name: '用备份恢复' }))
  await user.type(await screen.findByLabelText(/^使用人/), TEST_PERSON.userName)
  await user.type(screen.getByLabelText(/^口令/), 'wrong-password{Enter}')
  expect(await screen.findByText(/还能试 4 次/)).toBeDefined()
  await user.clear(screen.getByLabelText(/^口令/))
  await user.type(screen.getByLabelText(/^口令/), `${TEST_PERSON.password}{Enter}`)
  const rows = within(await screen.findByRole('table')).getAllByRole('row').slice(1)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows[0]?.textContent).toMatch(/^2026-11-\d\d \d\d:\d\d:\d\d(手动|关闭时)/)
  await user.type(screen.getByLabelText(/^原因/), '杀毒软件删掉了数据文件')
  await user.click(screen.getByRole('button', { name: '用这份备份恢复' }))
  await user.click(await screen.findByRole('button', { name: '恢复' }))
  expect(await screen.findByRole('heading', { name: /首页|登录/ }, { timeout: 20_000 })).toBeDefined()
})

it('库落后于保存记号:说清缺第几次到第几次;写了原因、确认了才照现状用', async () => {
  page = await coreInPage()
  const before = join(page.folder, 'before.db')
  await must(page.api.system.closeWorkspace({}))
  copyFileSync(database(), before)
  await must(page.api.system.openWorkspace({ path: folder() }))
  await must(page.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
  await branchWithMembers(page, ['王建国', '李敏'])
  const user = await seal(() => {
    rmSync(`${database()}-wal`, { force: true })
    rmSync(`${database()}-shm`, { force: true })
    copyFileSync(before, database())
  })
  await signIn(user)
  const words = (await refusal()).textContent ?? ''
  expect(words).toMatch(/检测到最近 \d+ 次保存缺失（第 \d+ 至 \d+ 次）/)
  await user.click(screen.getByRole('button', { name: '接受缺失，照现状用' }))
  const panel = screen.getByRole('region', { name: '缺失的范围' })
  const [, missing, from, to] = /最近 (\d+) 次保存缺失（第 (\d+) 至 (\d+) 次）/.exec(words) ?? []
  expect(panel.textContent).toContain(`缺第 ${from} 次到第 ${to} 次保存，共 ${missing} 次`)
  await user.click(within(panel).getByRole('button', { name: '接受缺失，照现状用' }))
  expect(within(panel).getByText('请写明原因')).toBeDefined()
  await user.type(within(panel).getByLabelText(/^原因/), '换硬盘时拷错了文件')
  await user.click(within(panel).getByRole('button', { name: '接受缺失，照现状用' }))
  await user.click(await screen.findByRole('button', { name: '接受缺失' }))
  expect(await screen.findByRole('heading', { name: '首页' }, { timeout: 5000 })).toBeDefined()
  expect((await must(page.api.organisations.tree({}))).nodes.map(({ name }) => name)).toEqual(['测试单位党委'])
})

describe('钥匙文件丢了', () => {
  it('登录时发现:说到哪里找回来,也可以凭恢复单重设', async () => {
    page = await coreInPage()
    const user = await seal(() => {
      const keys = join(folder(), 'keys')
      const { slots } = JSON.parse(readFileSync(join(keys, 'keyring.json'), 'utf8')) as { slots: { kind: string; file: string }[] }
      for (const { kind, file } of slots) if (kind === 'person') rmSync(join(keys, file))
    })
    await signIn(user)
    expect((await refusal()).textContent).toContain('钥匙文件不见了')
    expect(screen.getByRole('heading', { name: '钥匙到哪里找' })).toBeDefined()
    await user.click(screen.getByRole('button', { name: '用恢复单重设口令' }))
    expect(await screen.findByRole('heading', { name: '忘记口令：用恢复单' })).toBeDefined()
  })
})

describe('只能看的位置', () => {
  it('另做一份只看的副本,顶上一直写着', async () => {
    page = await coreInPage()
    await branchWithMembers(page, ['王建国'])
    await must(page.api.system.closeWorkspace({}))
    await must(page.api.system.openWorkspace({ path: folder() }))
    // 写不进去要换磁盘才做得出来:在通道口上让登录报只读,副本仍由真核心来做。
    const direct = directTransport(page.core)
    usePlatformForTests(
      createPlatform({
        ...direct,
        request: (text, options) => {
          const { id, path } = JSON.parse(text) as { id: string; path: string }
          return path === 'session.signIn' ? Promise.resolve(JSON.stringify({ id, ok: false, error: { code: 'STORE_READONLY', data: { path: folder() }, traceId: id } })) : direct.request(text, options)
        },
      }),
    )
    page.show(<Application />)
    const user = userEvent.setup()
    await signIn(user)
    expect((await refusal()).textContent).toContain('只能看，不能写')
    await user.click(screen.getByRole('button', { name: '另做一份只看的副本' }))
    await user.click(within(screen.getByText(/抄一份到能写的地方/).closest('section') ?? document.body).getByRole('button', { name: '另做一份只看的副本' }))
    expect(await screen.findByRole('heading', { name: '首页' }, { timeout: 5000 })).toBeDefined()
    expect(screen.getByText(/^只看的副本/)).toBeDefined()
    await waitFor(() => expect(screen.queryByText(/工作区没有打开/)).toBeNull())
  })
})
