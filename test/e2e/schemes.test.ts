import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmationText } from '../../shared/i18n/zh-CN/confirmation.ts'
import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { homeText } from '../../shared/i18n/zh-CN/home.ts'
import { schemesText as text } from '../../shared/i18n/zh-CN/schemes.ts'
import { sectionsText } from '../../shared/i18n/zh-CN/sections.ts'
import { startApp, type E2eApp } from '../support/e2e-app.ts'
import { openScreen } from './pages/shell.ts'

let app: E2eApp
beforeAll(async () => {
  app = await startApp()
  await app.page.getByRole('button', { name: firstStartText.start.sample }).click()
  await app.page.getByRole('heading', { name: homeText.title, exact: true }).waitFor()
})
afterAll(() => app.dispose())

/** 像第一次用的人那样定一份方案:照模板起,改一个分值,看毛病,改好,发布。 */
test('从模板起一份方案,改错了看得见错在哪里,改好发布', async () => {
  const { page } = app
  await openScreen(page, evaluationText.title)
  await page.getByRole('navigation', { name: sectionsText.label }).getByText(text.library.title, { exact: true }).click()
  await page.getByRole('button', { name: text.library.create }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(text.create.name).fill('公司党支部考核办法')
  await dialog.getByRole('button', { name: text.create.confirm }).click()

  // 党小组会从 3 分改成 4 分:满分成了 101。
  await page.getByRole('tab', { name: text.editor.tabs.indicators, exact: true }).click()
  await page.getByText('党小组会', { exact: true }).click()
  await dialog.getByLabel(text.indicator.full, { exact: true }).fill('4')
  await dialog.getByRole('button', { name: text.indicator.confirm, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: text.editor.faultsTab(5) }).click()
  await page.getByText('“生产”类各指标的分值合计是 101，不等于总分').waitFor()
  expect(await page.getByRole('button', { name: text.editor.publish, exact: true }).isDisabled()).toBe(true)

  // 照着去改回来;规则当场试得通。
  await page.getByRole('button', { name: text.editor.goThere }).first().click()
  await page.getByText('党小组会', { exact: true }).click()
  await dialog.getByText('同一党小组只计一次').waitFor()
  await dialog.getByLabel(text.indicator.full, { exact: true }).fill('3')
  await dialog.getByRole('button', { name: '试一试' }).click()
  await dialog.getByText(/^得分率 |不考|缺项/).first().waitFor()
  await dialog.getByRole('button', { name: text.indicator.confirm, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: text.editor.faultsTab(0) }).waitFor()

  await page.getByRole('button', { name: text.editor.publish, exact: true }).click()
  await dialog.getByLabel(confirmationText.reason).fill('党委会议定')
  await dialog.getByRole('button', { name: text.publish.confirm, exact: true }).click()
  await page.getByRole('region', { name: text.library.listOf('公司党支部考核办法') }).getByText(text.statuses.published).waitFor()
  expect(app.errors).toEqual([])
})
