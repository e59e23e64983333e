import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { DeclaredFailure } from '../../../electron/rpc/handlers.ts'
import { branchWithMembers } from '../../../test/support/branch-with-members.ts'
import { coreInPage, type CoreInPage } from '../../../test/support/render-with-core.tsx'
import { PrintScreen } from './print-screen.tsx'

let page: CoreInPage
afterEach(() => page.close())

it('没有支部:说清楚,不能生成', async () => {
  page = await coreInPage()
  page.show(<PrintScreen />)
  expect(await screen.findByText('先选一个党支部，再生成它的工作手册')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '生成手册 PDF' }).disabled).toBe(true)
})

it('印不出来:三句话说明,可以再试;停下来不算出错', async () => {
  let mode: 'fail' | 'wait' = 'fail'
  page = await coreInPage({
    printer: {
      renderPdf: (_page, _model, { signal }) =>
        mode === 'fail'
          ? Promise.reject(new DeclaredFailure('PRINT_FAILED', {}))
          : new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason as Error))
            }),
    },
  })
  const branchId = await branchWithMembers(page, ['王建国'])
  page.show(<PrintScreen branchId={branchId} year={2026} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '生成手册 PDF' }))
  expect(await screen.findByText('PDF 没有做成。')).toBeTruthy()
  mode = 'wait'
  await user.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('正在生成炼铁作业区党支部工作手册')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '停下来' }))
  await waitFor(() => expect(screen.getByText('已经停下来，没有生成文件')).toBeTruthy())
  expect(screen.queryByText('PDF 没有做成。')).toBeNull()
})

it('排定各节:上移、关掉,存下以后全单位照着印', async () => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国'])
  page.show(<PrintScreen branchId={branchId} year={2026} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '排定各节…' }))
  await user.click(await screen.findByRole('button', { name: '支委会成员及分工上移' }))
  await user.click(screen.getByRole('switch', { name: '印党员花名册' }))
  await user.click(screen.getByRole('button', { name: /保\s*存/ }))
  await waitFor(async () => {
    const choice = await page.api.print.sectionChoice({})
    expect(choice).toMatchObject({ ok: true, value: { off: ['roster'] } })
    if (choice.ok) expect(choice.value.order.slice(0, 2)).toEqual(['committee', 'basics'])
  })
})

it('年末和交接:年度没过完不能封,三句话说明', async () => {
  page = await coreInPage()
  const branchId = await branchWithMembers(page, ['王建国'])
  page.show(<PrintScreen branchId={branchId} year={2026} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '年末和交接…' }))
  expect(await screen.findByText('还没有封存过。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '封存 2026 年' }))
  await user.click(await screen.findByRole('button', { name: /^封\s*存$/ }))
  expect(await screen.findByText('这一年还没有过完。')).toBeTruthy()
})
