import type { Page } from 'playwright-core'
import { registersText } from '../../../shared/i18n/zh-CN/registers.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import { sectionsText } from '../../../shared/i18n/zh-CN/sections.ts'
import { chooseOption, openScreen } from './shell.ts'

/** 手册下面的一页。 */
export const openHandbookPage = async (page: Page, name: keyof (typeof sectionsText)['handbook']): Promise<void> => {
  const link = page.getByRole('navigation', { name: sectionsText.label }).getByRole('button', { name: sectionsText.handbook[name], exact: true })
  if (!(await link.isVisible())) await openScreen(page, handbookText.title)
  await link.click()
  await page.getByRole('heading', { name: sectionsText.handbook[name], exact: true }).first().waitFor()
}

/** 登记簿里选一本、选一年。 */
export const openRegister = async (page: Page, name: string, year: number): Promise<void> => {
  await openHandbookPage(page, 'registers')
  await chooseOption(page, page.getByLabel(registersText.which, { exact: true }), name)
  await chooseOption(page, page.getByLabel(registersText.year, { exact: true }), registersText.yearOf(year))
}

/** 登记一条:按各项的名称填;人是打全名加上。 */
export const addEntry = async (page: Page, values: Readonly<Record<string, string>>, choices: Readonly<Record<string, string>> = {}, people: Readonly<Record<string, string>> = {}): Promise<void> => {
  await page.getByRole('button', { name: registersText.add, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  const labelled = (label: string) => dialog.getByLabel(new RegExp(`^${label}( \\*)?$`))
  for (const [label, value] of Object.entries(values)) await labelled(label).fill(value)
  for (const [label, value] of Object.entries(choices)) await chooseOption(page, labelled(label), value)
  for (const [label, name] of Object.entries(people)) {
    const field = labelled(label)
    await field.fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().click()
    await dialog.getByRole('button', { name: registersText.removePerson(name) }).first().waitFor()
  }
  await dialog.getByRole('button', { name: registersText.save, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
