import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { meetingText as text } from '../../shared/i18n/zh-CN/meeting.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { startApp, type E2eApp } from '../support/e2e-app.ts'
import { makeEntryHome } from '../support/entry-workspace.ts'
import { countInteractions } from '../support/interactions.ts'
import { TEST_PERSON } from '../support/test-person.ts'

/** 一次普通的月度会议,从首页到办结,至多动手这么多下。 */
const MOST = 15
const CONTENT = '一、传达学习上级会议精神。\n二、通报本月安全生产情况,研究下月工作安排。'

const TYPE = '支部委员会会议'
const MEMBERS = 12

describe('记一次普通的支委会', () => {
  let app: E2eApp
  beforeAll(async () => {
    app = await startApp({ home: await makeEntryHome() })
    const { page } = app
    await page.getByLabel(signInText.userName).fill(TEST_PERSON.userName)
    await page.getByLabel(signInText.password, { exact: false }).first().fill(TEST_PERSON.password)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  })
  afterAll(() => app.dispose())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await app.shot('failure-entry')
  })

  it('十二人、两人请假写明原因、两项议题、粘贴内容、一条决议、办结:不超过十五下', async () => {
    const { page } = app
    const hand = countInteractions(page)
    const row = page.getByRole('row').filter({ hasText: TYPE }).last()
    await row.waitFor()
    await hand.click(row.getByRole('button').first(), 'record')
    const chips = page.getByRole('group', { name: text.attendance.board }).getByRole('button')
    await chips.first().waitFor()
    const due = await chips.count()
    expect(due).toBe(MEMBERS)
    // 点那个人,按一个键写上原因。
    await hand.click(chips.nth(1), 'person')
    await hand.press('4', 'reason')
    await hand.click(chips.nth(2), 'person')
    await hand.press('5', 'reason')
    for (const [index, title] of ['传达学习', '研究下月工作'].entries()) {
      await hand.click(page.getByRole('button', { name: text.content.addTopic, exact: true }), 'add topic')
      await page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, text.content.topic(index + 1))
      await hand.type(title, 'topic')
    }
    await hand.click(page.getByLabel(text.content.body), 'content')
    await hand.type(CONTENT, 'content')
    await hand.click(page.getByRole('button', { name: text.content.addResolution, exact: true }), 'add resolution')
    await page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, text.content.resolution(1))
    await hand.type('下月十日前完成隐患排查', 'resolution')
    await hand.press('Control+Enter', 'finish')
    await page.getByRole('button', { name: text.confirm.ok }).waitFor()
    await page.waitForFunction((label) => document.activeElement?.textContent === label, text.confirm.ok)
    await hand.press('Enter', 'confirm')
    await page.getByText(text.finished).first().waitFor()
    await page.getByText(text.attendance.counts(due, due - 2, 2, 2)).first().waitFor()
    console.info(`${due} people: ${hand.total()} interactions\n${hand.steps().join('\n')}`)
    expect(hand.total(), hand.steps().join('\n')).toBeLessThanOrEqual(MOST)
    expect(app.errors).toEqual([])
  })
})
