import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { ImportScreen } from './import-screen.tsx'

/** 读文件要另起一个线程,忙的机器上不止一秒。 */
const PATIENCE = { timeout: 10_000 }
let page: CoreInPage
let branchId: string
beforeEach(async () => {
  page = await coreInPage()
  branchId = await branchWithMembers(page, [])
  sessionStorage.setItem('baolei-session', 'test')
  // 只替换外壳收文件的那一步,内容照样交给真核心。
  vi.stubGlobal('fetch', async (address: string, init: { readonly headers: Record<string, string>; readonly body: File }) => {
    expect(address).toBe('/files')
    return Response.json(page.core.files.accept(decodeURIComponent(init.headers['x-file-name'] ?? ''), new Uint8Array(await init.body.arrayBuffer())))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  page.close()
})

const HEAD = '姓名,公民身份号码,人员类别,加入党组织日期,转为正式党员日期'
const GOOD = ['周海东,230000198710132657,正式党员,2021-11-07,2022-11-07', '赵建敏,210000198801169531,正式党员,2017-12-22,2018-12-22']
const choose = async (lines: readonly string[], name = '名册.csv'): Promise<void> => {
  page.show(<ImportScreen branchId={branchId} />)
  await userEvent.setup({ applyAccept: false }).upload(screen.getByLabelText('选择文件…', { selector: 'input' }), new File([`\ufeff${lines.join('\r\n')}`], name))
}
const total = async (): Promise<number> => {
  const list = await page.api.members.list({ organisationId: branchId, search: '', memberType: null, offset: 0, limit: 100 })
  return list.ok ? list.value.counts.total : -1
}

it('先看每一行,确认以后才写入', async () => {
  await choose([HEAD, ...GOOD])
  const button = await screen.findByRole('button', { name: '导入 2 行' }, PATIENCE)
  expect(await total()).toBe(0)
  await userEvent.setup().click(button)
  expect(await screen.findByText('已写入 2 行', {}, PATIENCE)).toBeDefined()
  expect(await total()).toBe(2)
})

it('有不能导入的行:说明理由,只给「只导入没有问题的」', async () => {
  await choose([HEAD, ...GOOD, '钱娜,230000198710132650,正式党员,2021-11-07,2022-11-07'])
  const button = await screen.findByRole('button', { name: '只导入没有问题的 2 行' }, PATIENCE)
  expect(screen.queryByRole('button', { name: '导入 2 行' })).toBeNull()
  expect(screen.getByText(/身份证号最后一位对不上/)).toBeDefined()
  const user = userEvent.setup()
  await user.click(button)
  expect(await screen.findByText('另外 1 行不写入，改好后可以再导入', {}, PATIENCE)).toBeDefined()
  await user.click(screen.getByRole('button', { name: '导入 2 行' }))
  expect(await screen.findByText('已写入 2 行', {}, PATIENCE)).toBeDefined()
  expect(await total()).toBe(2)
})

it('不是名册的文件:三句话,什么也不写', async () => {
  await choose(['日期,金额', '2026-01-01,12'])
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('文件和名册都没有改动'), PATIENCE)
  expect(await total()).toBe(0)
})
