import { configure, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { must } from '../../test/support/make-core.ts'
import { coreInPage, type CoreInPage } from '../../test/support/render-with-core.tsx'
import { judgeRecoveryCode } from '../../shared/util/recovery-code.ts'
import { useNavigation } from '../platform/navigation.ts'
import { useSession } from '../platform/session.ts'
import { Application } from './application.tsx'

configure({ asyncUtilTimeout: 8000 })
let page: CoreInPage
beforeEach(() => {
  localStorage.clear()
  useSession.setState({ ceremony: false, newCodes: null, workspace: null, startError: null })
})
afterEach(() => page.close())

it('口令功能之前建的工作区:提醒条带人去设;换钥匙时工作区合上再开,恢复码也不会丢', async () => {
  page = await coreInPage({ workspace: 'none' })
  const folder = join(page.folder, 'old')
  cpSync(join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'stores', '0010'), folder, { recursive: true })
  const opened = await must(page.api.system.openWorkspace({ path: folder }))
  expect(opened.workspace).toMatchObject({ kind: 'office', setup: 'open' })
  page.show(<Application />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '去设口令' }))
  expect(useNavigation.getState().place).toEqual({ screen: 'safety', section: 'accounts' })
  await user.type(await screen.findByLabelText(/^姓名/), '李敏')
  await user.type(screen.getByLabelText(/^使用人/, { selector: 'input' }), 'li.dangban')
  await user.type(screen.getByLabelText(/^新口令/), 'Copper-Lantern-58')
  await user.type(screen.getByLabelText(/^再输一遍/), 'Copper-Lantern-58')
  await user.click(screen.getByRole('button', { name: '设口令' }))

  const sheet = await screen.findByRole('region', { name: '恢复码' }, { timeout: 20_000 })
  const code = within(sheet).getAllByRole('listitem').map((group) => group.querySelector('code')?.textContent ?? '').join('')
  expect(judgeRecoveryCode(code)).toEqual({ verdict: 'good' })
  expect(screen.queryByRole('navigation')).toBeNull()
  await user.click(screen.getByRole('checkbox'))
  await user.click(screen.getByRole('button', { name: '收好了' }))
  expect(await screen.findByRole('heading', { name: /登录|首页/ })).toBeDefined()
  await must(page.api.session.lock({ reason: 'person' }))
  await must(page.api.session.signIn({ userName: 'li.dangban', password: 'Copper-Lantern-58' }))
  expect(screen.queryByText(/还没有设口令/)).toBeNull()
})
