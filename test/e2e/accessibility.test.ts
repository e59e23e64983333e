import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutText } from '../../shared/i18n/zh-CN/about.ts'
import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { handbookText } from '../../shared/i18n/zh-CN/handbook.ts'
import { homeText } from '../../shared/i18n/zh-CN/home.ts'
import { membersText } from '../../shared/i18n/zh-CN/members.ts'
import { organisationsText } from '../../shared/i18n/zh-CN/organisations.ts'
import { printCentreText } from '../../shared/i18n/zh-CN/print-centre.ts'
import { OFFICE_VIEWPORT, startApp, type E2eApp } from '../support/e2e-app.ts'
import { openScreen } from './pages/shell.ts'

const SCREENS = [homeText.title, handbookText.title, membersText.title, organisationsText.title, evaluationText.title, printCentreText.title, aboutText.title]
/** 1366×768 满屏,以及同一台机器放大到 125%。 */
const VIEWPORTS = [OFFICE_VIEWPORT, { width: 1093, height: 552 }] as const
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('各屏:无障碍规则、不横向滚动、不漏字', () => {
  let app: E2eApp
  beforeAll(async () => {
    app = await startApp()
    await app.page.getByRole('button', { name: firstStartText.start.sample }).click()
    await app.page.getByRole('heading', { name: homeText.title, exact: true }).waitFor()
  })
  afterAll(() => app.dispose())

  it.each(SCREENS.flatMap((screen) => VIEWPORTS.map((viewport) => ({ screen, viewport, size: `${viewport.width}×${viewport.height}` }))))('$screen $size', async ({ screen, viewport }) => {
    const { page } = app
    await page.setViewportSize(viewport)
    await openScreen(page, screen)
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await page.evaluate(() => /undefined|NaN|\[object/.test(document.body.innerText))).toBe(false)
  })

  it('全程没有页面报错', () => {
    expect(app.errors).toEqual([])
  })
})
