import { AxeBuilder } from '@axe-core/playwright'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { homeText } from '../../shared/i18n/zh-CN/home.ts'
import { meetingText } from '../../shared/i18n/zh-CN/meeting.ts'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { startTroubleText } from '../../shared/i18n/zh-CN/start-trouble.ts'
import { judgeRecoveryCode, recoveryCodeGroups } from '../../shared/util/recovery-code.ts'
import { OFFICE_VIEWPORT, startApp, type E2eApp } from '../support/e2e-app.ts'
import { readPdf } from '../support/read-pdf.ts'

const UNIT = '东方钢铁有限公司党委'
const PERSON = { userName: 'li.dangban', displayName: '李敏', password: 'Copper-Lantern-58' } as const
const VIEWPORTS = [OFFICE_VIEWPORT, { width: 1093, height: 552 }] as const
const SIZES = ['normal', 'large', 'huge'] as const
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SMALLEST_TARGET = 32
const PATIENCE = { timeout: 30_000 } as const

/** 按三档字号、两种窗口各看一遍:无障碍规则、不横向滚动、按钮够大。prepare 为换了字号之后再做的(打开菜单)。 */
const inspect = async (app: E2eApp, name: string, prepare: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
  const { page } = app
  for (const size of SIZES) {
    await page.getByRole('button', { name: shellText.textSize[size], exact: true }).click()
    await prepare()
    for (const viewport of VIEWPORTS) {
      await page.setViewportSize(viewport)
      const at = `${name} ${size} ${viewport.width}`
      // 规则与字号无关的居多,最小、最大两档查全。
      if (size !== 'large') {
        const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
        expect(violations.map(({ id, nodes }) => `${at} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), at).toBe(true)
      const small = await page.evaluate((least) => [...document.querySelectorAll<HTMLElement>('button')].filter((button) => button.checkVisibility() && Math.min(button.offsetWidth, button.offsetHeight) < least).map((button) => button.textContent), SMALLEST_TARGET)
      expect(small, at).toEqual([])
      expect(await page.evaluate(() => /undefined|NaN|\[object/.test(document.body.innerText)), at).toBe(false)
      await app.shot(`session-${name}-${size}-${viewport.width}`)
    }
  }
  await page.getByRole('button', { name: shellText.textSize.normal, exact: true }).click()
  await page.setViewportSize(OFFICE_VIEWPORT)
}
const signIn = async (page: Page, password: string = PERSON.password): Promise<void> => {
  await page.getByLabel(signInText.userName).fill(PERSON.userName)
  await page.getByLabel(signInText.password, { exact: false }).first().fill(password)
  await page.keyboard.press('Enter')
}
const atHome = (page: Page): Promise<void> => page.getByRole('heading', { name: homeText.title, exact: true }).waitFor(PATIENCE)

describe('从建工作区、设口令,到锁屏、关机、坏盘', () => {
  let app: E2eApp
  let workspace = ''
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.dispose())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await app.shot('session-failure')
  })

  it('新建:单位、使用人、口令', async () => {
    const { page } = app
    await page.getByRole('radio', { name: firstStartText.choices.create.title }).check()
    await page.getByLabel(firstStartText.unitName).fill(UNIT)
    workspace = await page.getByLabel(firstStartText.folder).inputValue()
    await inspect(app, '01-place')
    await page.getByRole('button', { name: firstStartText.start.create }).click()
    await page.getByRole('radio', { name: firstStartText.setup.separated.title }).check()
    await inspect(app, '02-separated')
    await page.getByRole('radio', { name: firstStartText.setup.one_office.title }).check()
    await page.getByLabel(firstStartText.person.userName).fill(PERSON.userName)
    await page.getByLabel(firstStartText.person.displayName).fill(PERSON.displayName)
    const password = page.getByLabel(firstStartText.person.password).first()
    await password.fill('abc')
    await inspect(app, '03-person')
    await password.fill(PERSON.password)
    await page.getByLabel(signInText.next.again).fill(PERSON.password)
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: signInText.codes.qr(1, 1) }).waitFor(PATIENCE)
  })

  it('恢复单:印出来的就是屏上的;收好了才进去', async () => {
    const { page } = app
    const groups = await page.getByRole('region', { name: signInText.codes.sheet(1, 1) }).locator('code').allTextContents()
    const code = groups.join('')
    expect(judgeRecoveryCode(code)).toEqual({ verdict: 'good' })
    await inspect(app, '04-codes')
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), page.getByRole('button', { name: signInText.codes.print }).click()])
    const { text } = await readPdf(readFileSync(await download.path()))
    for (const group of recoveryCodeGroups(code)) expect(text).toContain(group)
    await page.getByRole('checkbox', { name: signInText.codes.kept }).check()
    await page.getByRole('button', { name: firstStartText.finish.one_office }).click()
    await atHome(page)
    await inspect(app, '05-home')
  })

  it('锁屏与解锁', async () => {
    const { page } = app
    const menu = page.getByRole('button', { name: shellText.user.menu(PERSON.displayName) })
    await inspect(app, '06-user-menu', () => menu.click())
    await menu.click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await page.getByRole('heading', { name: signInText.lockedTitle }).waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.getByLabel(signInText.password, { exact: false }).first().fill('wrong-password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '还能试 4 次' }).waitFor(PATIENCE)
    await inspect(app, '07-locked')
    await page.getByLabel(signInText.password, { exact: false }).first().fill(PERSON.password)
    await page.keyboard.press('Enter')
    await atHome(page)
  })

  it('关掉再开:停在登录页;忘记口令的一页也看得清', async () => {
    await app.close()
    app = await startApp({ home: app.home })
    const { page } = app
    await page.getByRole('heading', { name: signInText.title, exact: true }).waitFor(PATIENCE)
    await inspect(app, '08-sign-in')
    await page.getByRole('button', { name: signInText.forgot }).click()
    await page.getByLabel(signInText.recover.code).fill('age-secret-key-1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq')
    await inspect(app, '09-recover')
    await page.getByRole('button', { name: signInText.recover.back }).click()
    await signIn(page)
    await atHome(page)
  })

  it('库坏了:一页说清,用备份恢复,数据回来', async () => {
    await app.close()
    const database = join(workspace, 'baolei.db')
    const bytes = readFileSync(database)
    bytes.fill(0x5a, 8192, 12_288)
    writeFileSync(database, bytes)
    // 上次没有正常关的样子:打开前要全面检查。
    writeFileSync(join(workspace, 'owner.json'), '{}')
    app = await startApp({ home: app.home })
    const { page } = app
    await page.getByRole('heading', { name: signInText.title, exact: true }).waitFor(PATIENCE)
    await signIn(page)
    await page.getByRole('heading', { name: startTroubleText.title }).waitFor(PATIENCE)
    await page.getByRole('button', { name: startTroubleText.supportBundle }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading').nth(1).waitFor()
    await app.shot('session-10-support')
    expect(await dialog.innerText()).not.toContain(PERSON.displayName)
    const [bundle] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: startTroubleText.support.save }).click()])
    expect(readFileSync(await bundle.path()).length).toBeGreaterThan(0)
    await page.getByRole('button', { name: startTroubleText.restore }).click()
    await page.getByLabel(startTroubleText.reason).fill('数据文件打不开')
    await inspect(app, '10-trouble')
    await page.getByRole('button', { name: startTroubleText.backups.submit }).click()
    await page.getByRole('button', { name: startTroubleText.backups.confirm, exact: true }).click()
    await atHome(page)
    expect(existsSync(join(workspace, 'damaged'))).toBe(true)
  })

  it('全程没有页面报错,也没有连过别处', () => {
    expect(app.errors).toEqual([])
  })
})

describe('写到一半断电', () => {
  it('再打开,写的内容还在', async () => {
    let app = await startApp()
    try {
      await app.page.getByRole('button', { name: firstStartText.start.sample }).click()
      await atHome(app.page)
      await app.page.getByRole('button', { name: homeText.recordAnother }).click()
      await app.page.getByText('支部党员大会', { exact: true }).last().click()
      const body = app.page.getByLabel(meetingText.content.body, { exact: true })
      await body.waitFor(PATIENCE)
      const written = '会议传达学习了上级会议精神,写到这里停电。'
      await body.fill(written)
      // 停手一秒写进核心,两秒自动保存;在两者之间断电。
      await app.page.waitForTimeout(1200)
      await app.kill()
      app = await startApp({ home: app.home })
      const { page } = app
      await atHome(page)
      // 多半还没轮到自动保存,由提示条带回去;存上了的,首页的草稿里就有。
      const strip = page.getByRole('region', { name: shellText.drafts.label })
      const draft = page.getByRole('button', { name: homeText.continueDraft }).first()
      await strip.or(draft).first().waitFor(PATIENCE)
      await app.shot('session-11-unfinished')
      await ((await strip.isVisible()) ? strip.getByRole('button', { name: shellText.drafts.resume }) : draft).click()
      await page.getByLabel(meetingText.content.body, { exact: true }).waitFor(PATIENCE)
      expect(await page.getByLabel(meetingText.content.body, { exact: true }).inputValue()).toBe(written)
    } finally {
      await app.dispose()
    }
  })
})
