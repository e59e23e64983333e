import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutText } from '../../shared/i18n/zh-CN/about.ts'
import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { handbookText } from '../../shared/i18n/zh-CN/handbook.ts'
import { homeText } from '../../shared/i18n/zh-CN/home.ts'
import { meetingText } from '../../shared/i18n/zh-CN/meeting.ts'
import { membersText } from '../../shared/i18n/zh-CN/members.ts'
import { organisationsText } from '../../shared/i18n/zh-CN/organisations.ts'
import { printCentreText } from '../../shared/i18n/zh-CN/print-centre.ts'
import { sectionsText } from '../../shared/i18n/zh-CN/sections.ts'
import { OFFICE_VIEWPORT, startApp, type E2eApp } from '../support/e2e-app.ts'
import { openScreen } from './pages/shell.ts'

const SCREENS = [homeText.title, handbookText.title, membersText.title, organisationsText.title, evaluationText.title, printCentreText.title, aboutText.title]
/** 1366×768 满屏,以及同一台机器放大到 125%。 */
const VIEWPORTS = [OFFICE_VIEWPORT, { width: 1093, height: 552 }] as const
const SECTION_HOMES = { handbook: handbookText.title, members: membersText.title, organisations: organisationsText.title, evaluation: evaluationText.title } as const
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * 颜色正在渐变的那一下(按钮刚能点、对话框正淡出)对比度说不准。取数分几步的页,步与步之间也有一瞬不忙:
 * 连着半秒既不忙、也没有渐变,才算停了。
 */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const watch = globalThis as { quietSince?: number | undefined }
    const moving = document.querySelector('[aria-busy="true"]') !== null || document.getAnimations().some(({ playState }) => playState === 'running')
    if (moving) watch.quietSince = undefined
    else watch.quietSince ??= performance.now()
    const isQuiet = watch.quietSince !== undefined && performance.now() - watch.quietSince > 500
    if (isQuiet) watch.quietSince = undefined
    return isQuiet
  })

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
    await settled(page)
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await page.evaluate(() => /undefined|NaN|\[object/.test(document.body.innerText))).toBe(false)
  })

  // 手册、名册、组织、考核四个入口下面的各页:放大到 125% 的那一种,地方最紧。
  it.each((['handbook', 'members', 'organisations', 'evaluation'] as const).flatMap((group) => Object.values(sectionsText[group]).map((name) => ({ group, name }))))('$name 1093×552', async ({ group, name }) => {
    const { page } = app
    await page.setViewportSize(VIEWPORTS[1])
    await openScreen(page, SECTION_HOMES[group])
    await page.getByRole('navigation', { name: sectionsText.label }).getByText(name, { exact: true }).click()
    await page.locator(`nav[aria-label="${sectionsText.label}"] [aria-current="page"]`, { hasText: name }).waitFor()
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    await settled(page)
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await page.evaluate(() => /undefined|NaN|\[object/.test(document.body.innerText))).toBe(false)
    // 滚不动的表不占一站。
    expect(await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ant-table-content[tabindex]')].filter((box) => box.scrollWidth <= box.clientWidth).length)).toBe(0)
  })

  // 一年里项目最多的两份记录:组织生活会兼民主评议、有表决的大会;只看的与能改的各一。
  it.each(['2025年度组织生活会和民主评议党员', '2026年第2季度支部党员大会'])('%s 1093×552', async (title) => {
    const { page } = app
    await page.setViewportSize(VIEWPORTS[1])
    await openScreen(page, handbookText.title)
    await page.getByText(title).first().click()
    await page.getByRole('heading', { name: meetingText.basics.title }).waitFor()
    for (const editing of [false, true]) {
      if (editing) {
        await page.getByRole('button', { name: meetingText.reopen }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('核对各项')
        await page.getByRole('dialog').getByRole('button', { name: meetingText.reopenDialog.confirm }).click()
        await page.getByRole('button', { name: meetingText.finish, exact: true }).waitFor()
        // 对话框还在淡出的那一下不算。
        await page.waitForFunction(() => document.querySelector('.ant-modal, .ant-modal-mask') === null)
      }
      await settled(page)
      const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    }
  })

  it('全程没有页面报错', () => {
    expect(app.errors).toEqual([])
  })
})
