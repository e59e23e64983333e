import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { completenessText } from '../../shared/i18n/zh-CN/completeness.ts'
import { duesText } from '../../shared/i18n/zh-CN/dues.ts'
import { followUpsText } from '../../shared/i18n/zh-CN/follow-ups.ts'
import { handbookText } from '../../shared/i18n/zh-CN/handbook.ts'
import { meetingText } from '../../shared/i18n/zh-CN/meeting.ts'
import { monthAgendaText } from '../../shared/i18n/zh-CN/month-agenda.ts'
import { plansText } from '../../shared/i18n/zh-CN/plans.ts'
import { printCentreText } from '../../shared/i18n/zh-CN/print-centre.ts'
import { sectionsText } from '../../shared/i18n/zh-CN/sections.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { startApp, type E2eApp } from '../support/e2e-app.ts'
import { readPdf } from '../support/read-pdf.ts'
import { TEST_PERSON } from '../support/test-person.ts'
import { BRANCH, makeYearHome, SECRETARY, YEAR } from '../support/year-workspace.ts'
import { addEntry, openHandbookPage, openRegister } from './pages/registers.ts'
import { chooseOption, openScreen } from './pages/shell.ts'

const day = (number: number): string => `${YEAR}-12-${String(number).padStart(2, '0')}`
const CONTENT = '一、传达学习上级精神。\n二、研究下一步工作,大家发言一致同意。'
const submission = plansText.submission
const review = meetingText.review

describe('一个支部书记的一年,一月到十二月,最后装订成册', () => {
  let app: E2eApp
  let page: Page
  /** 册子里该有的每一份记录的名称。 */
  const titles: string[] = []
  beforeAll(async () => {
    const made = await makeYearHome()
    titles.push(...made.titles)
    app = await startApp({ home: made.home })
    page = app.page
    await page.getByLabel(signInText.userName).fill(TEST_PERSON.userName)
    await page.getByLabel(signInText.password, { exact: false }).first().fill(TEST_PERSON.password)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  })
  afterAll(() => app.dispose())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await app.shot('failure-year')
  })

  const titleBox = (): Locator => page.getByLabel(meetingText.basics.name, { exact: true })
  /** 编辑器打开了:记下它的名称。 */
  const opened = async (): Promise<void> => {
    await page.getByText(meetingText.attendance.title).waitFor()
    titles.push(await titleBox().inputValue())
  }
  /** 手册总览里按「新建记录」,选类型、日期。 */
  const startRecord = async (type: string, on: string): Promise<void> => {
    await openScreen(page, handbookText.title)
    await page.getByRole('button', { name: handbookText.newRecord }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: type, exact: true }).check()
    await dialog.getByLabel(new RegExp(`^${handbookText.create.day}`)).fill(on)
    await page.keyboard.press('Enter')
    await opened()
  }
  /** 光标在一行的框里,接着打字。 */
  const typeInto = async (button: string, label: string, words: string): Promise<void> => {
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label)
    await page.keyboard.insertText(words)
  }
  const basics = async (): Promise<void> => {
    await page.getByLabel(meetingText.basics.end, { exact: true }).fill('1700')
    for (const [label, value] of [[meetingText.basics.place, '活动室'], [meetingText.basics.host, SECRETARY], [meetingText.basics.recorder, '委员乙']] as const) {
      const box = page.getByLabel(label, { exact: true })
      if ((await box.inputValue()) === '') await box.fill(value)
    }
  }
  const body = async (topic: string): Promise<void> => {
    if (topic !== '') await typeInto(meetingText.content.addTopic, meetingText.content.topic(1), topic)
    await page.getByLabel(meetingText.content.body, { exact: true }).fill(CONTENT)
  }
  /** Ctrl+回车、回车,办结。 */
  const finish = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: meetingText.confirm.ok }).waitFor()
    await page.waitForFunction((label) => document.activeElement?.textContent === label, meetingText.confirm.ok)
    await page.keyboard.press('Enter')
    await page.getByText(meetingText.locked).first().waitFor()
  }

  it('一月:年度计划,上报、退回、改好再报、审批', async () => {
    await openRegister(page, '年度工作计划', YEAR)
    await addEntry(page, { 时间节点: day(12), 重点任务: '开展岁末安全主题党日', 完成标志: '全员参加' }, { 对应的活动: '主题党日' }, { 责任人: SECRETARY })
    await page.getByRole('button', { name: submission.submit, exact: true }).click()
    await page.getByRole('button', { name: submission.review, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: submission.decisions.return }).check()
    await dialog.getByLabel(new RegExp(`^${submission.opinion}`)).fill('补写指导目标')
    await dialog.getByRole('button', { name: submission.confirm }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('补写指导目标').waitFor()
    await page.getByRole('button', { name: submission.submitAgain }).click()
    await page.getByRole('button', { name: submission.review, exact: true }).click()
    await dialog.getByLabel(submission.opinion, { exact: true }).fill('同意')
    await dialog.getByRole('button', { name: submission.confirm }).click()
    await page.getByText(submission.returnedCount(1)).waitFor()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('同意', { exact: true }).waitFor()
    await openRegister(page, '月度工作安排', YEAR)
    await addEntry(page, { 计划日期: day(20), 事项: '走访困难党员' }, {}, { 责任人: '委员乙' })
  })

  it('十二月:从日历上的计划开始记主题党日,第一议题,计划上写着办了', async () => {
    await openHandbookPage(page, 'month-agenda')
    const month = page.getByRole('group', { name: monthAgendaText.monthLabel })
    const wanted = monthAgendaText.month(`${YEAR}-12`)
    while (!(await month.getByText(wanted).isVisible())) await month.getByRole('button', { name: monthAgendaText.previous }).click()
    const item = page.getByRole('list', { name: monthAgendaText.list }).getByRole('listitem').filter({ hasText: '开展岁末安全主题党日' })
    await item.getByRole('button', { name: monthAgendaText.recordPlan }).click()
    await opened()
    await page.getByText(plansText.ofMeeting('开展岁末安全主题党日')).waitFor()
    expect(await page.getByLabel(meetingText.content.topic(1), { exact: true }).inputValue()).toBe('开展岁末安全主题党日')
    await page.getByLabel(meetingText.content.firstTopicOf(1)).check()
    await page.getByLabel(meetingText.content.publishedOn(1)).fill(day(1))
    await basics()
    await body('')
    await typeInto(meetingText.content.addResolution, meetingText.content.resolution(1), '十二月底前完成隐患排查')
    await finish()
    await page.getByRole('button', { name: plansText.look }).click()
    await chooseOption(page, page.getByLabel('年度', { exact: true }), `${YEAR} 年`)
    await page.getByRole('row').filter({ hasText: '开展岁末安全主题党日' }).getByText(plansText.states.done).waitFor()
  })

  it('支委会照上次的,小组会、党课;大会表决', async () => {
    for (const [type, on] of [['支部委员会会议', 8], ['党小组会', 10], ['党课', 22]] as const) {
      await startRecord(type, day(on))
      await basics()
      if (type === '党课') await page.getByLabel(meetingText.basics.lecturer, { exact: true }).fill(SECRETARY)
      await body('传达学习')
      await finish()
    }
    await startRecord('支部党员大会', day(24))
    await basics()
    await body('讨论通过下一年工作安排')
    await typeInto(meetingText.votes.add, meetingText.votes.subjectOf(1), '下一年工作安排')
    await page.getByLabel(meetingText.content.body, { exact: true }).focus()
    await page.getByText(meetingText.votes.passed(10, 6)).waitFor()
    await finish()
  })

  it('组织生活会兼民主评议,书记述职', async () => {
    await startRecord('组织生活会', day(26))
    await basics()
    await page.getByRole('button', { name: meetingText.more.open }).click()
    await chooseOption(page, page.getByLabel(meetingText.more.alsoTypes), '民主评议党员')
    await page.keyboard.press('Escape')
    await body('查摆问题、开展批评和自我批评')
    await typeInto(meetingText.life.addProblem, meetingText.life.target(1), '支部班子')
    await page.getByLabel(meetingText.life.problem(1), { exact: true }).fill('理论学习不够系统')
    await typeInto(meetingText.content.addRectification, meetingText.content.problem(1), '理论学习不够系统')
    await page.getByLabel(meetingText.content.rectification(1), { exact: true }).fill('每月安排一次集体学习')
    await page.getByRole('button', { name: meetingText.appraisal.addAll }).click()
    const rows = page.getByRole('list', { name: meetingText.appraisal.table }).getByRole('listitem')
    expect(await rows.count()).toBe(10)
    // 三名优秀用键盘选,其余一下定为合格。
    for (let index = 0; index < 3; index++) {
      await rows.nth(index).getByRole('combobox').focus()
      await page.keyboard.press('ArrowDown')
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').filter({ hasText: '优秀' }).first().waitFor()
      await page.keyboard.press('Enter')
      await rows.nth(index).getByTitle('优秀', { exact: true }).waitFor()
    }
    await page.getByRole('button', { name: meetingText.appraisal.restQualified }).click()
    await page.getByText(meetingText.appraisal.summary(10, 3, 3)).waitFor()
    await finish()
    await startRecord('述职评议', day(28))
    await basics()
    await body('支部书记述职')
    await page.getByLabel(meetingText.debrief.countOf(1, '好')).fill('10')
    await finish()
  })

  it('谈心谈话三样、年度总结', async () => {
    await openRegister(page, '谈心谈话', YEAR)
    for (const [kind, partner] of [['支委之间', '委员乙'], ['支委与党员', '委员丁'], ['党员之间', '委员戊']] as const) {
      await addEntry(page, { 日期: day(15), 谈话内容: `${partner}谈了近况` }, { 类别: kind }, { 谈话人: SECRETARY, 谈话对象: partner })
    }
    await openRegister(page, '年度工作总结', YEAR)
    await addEntry(page, { 日期: day(30), 主要工作和成效: '一年里三会一课按月开展。' })
    await page.getByRole('button', { name: submission.submit, exact: true }).click()
    await page.getByText(submission.submitted, { exact: true }).first().waitFor()
  })

  it('督办销号,写明办理结果', async () => {
    await openHandbookPage(page, 'follow-ups')
    await page.getByRole('row').filter({ hasText: '十二月底前完成隐患排查' }).click()
    await page.getByRole('button', { name: followUpsText.close, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: followUpsText.closeTitle })
    // 对话框张开以后光标在「办理结果」里:打字,Tab 到日期,回车。
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.insertText('十二月二十九日排查完毕，整改记录见台账')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(followUpsText.closedDone, { exact: true }).first().waitFor()
  })

  it('上级退回一份,改好再报,审批', async () => {
    await openScreen(page, handbookText.title)
    const years = page.getByRole('group', { name: handbookText.yearLabel })
    await years.getByRole('button', { name: handbookText.previousYear }).click()
    await page.getByRole('row').filter({ hasText: '支部党员大会' }).filter({ hasText: day(24) }).click()
    await page.getByText(meetingText.locked).first().waitFor()
    await page.getByRole('button', { name: review.submit, exact: true }).click()
    await page.getByRole('button', { name: review.review, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: review.decisions.return }).check()
    await dialog.getByLabel(new RegExp(`^${review.opinion}`)).fill('补写讨论情况')
    await dialog.getByRole('button', { name: review.confirm }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('补写讨论情况').waitFor()
    await page.getByLabel(meetingText.content.body, { exact: true }).fill(`${CONTENT}\n三、委员丁、委员戊先后发言。`)
    await finish()
    await page.getByRole('button', { name: review.submit, exact: true }).click()
    await page.getByRole('button', { name: review.review, exact: true }).click()
    await dialog.getByRole('radio', { name: review.decisions.approve }).check()
    await dialog.getByRole('button', { name: review.confirm }).click()
    await page.getByText(review.returnedCount(1)).waitFor()
  })

  it('党费:十二月一个键填满', async () => {
    await openScreen(page, '党员名册')
    await page.getByRole('navigation', { name: sectionsText.label }).getByRole('button', { name: sectionsText.members.dues, exact: true }).click()
    await page.getByRole('button', { name: duesText.previousYear }).click()
    await page.getByRole('gridcell', { name: new RegExp(`^${SECRETARY} 12月`) }).or(page.getByLabel(new RegExp(`^${SECRETARY} 12月`))).first().click()
    await page.keyboard.press('F9')
    await page.getByText(duesText.ledger.filled('12月', 10)).waitFor()
  })

  it('记录齐不齐:这一年一项也不缺', async () => {
    await openHandbookPage(page, 'completeness')
    await page.getByRole('group', { name: handbookText.yearLabel }).getByRole('button', { name: handbookText.previousYear }).click()
    await page.getByText(completenessText.summary(1, 0, 9)).waitFor()
    await app.shot('year-completeness')
    const cells = page.getByLabel(new RegExp(`^${BRANCH}，\\d+ 月，`))
    expect(await cells.count()).toBe(12)
    const words = await cells.evaluateAll((found) => found.map((cell) => cell.getAttribute('aria-label') ?? ''))
    for (const word of words) expect(word).toMatch(/，(齐|补录)$/)
  })

  it('装订:每一份记录的名称都在册子里', async () => {
    await openScreen(page, printCentreText.title)
    await chooseOption(page, page.getByLabel(printCentreText.year, { exact: true }), printCentreText.yearOption(YEAR))
    await page.getByRole('button', { name: printCentreText.make }).click()
    const save = page.getByRole('button', { name: printCentreText.save })
    await save.waitFor({ timeout: 90_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    const pdf = await readPdf(readFileSync(await download.path()))
    const plain = pdf.text.replaceAll(/\s/g, '')
    expect(titles.length).toBe(39 + 7)
    expect(titles.filter((title) => !plain.includes(title.replaceAll(/\s/g, '')))).toEqual([])
    const wanted = ['开展岁末安全主题党日', '走访困难党员', '第11期重要讲话', '下一年工作安排', '理论学习不够系统', '每月安排一次集体学习', '十二月底前完成隐患排查', '整改记录见台账', '委员戊谈了近况', '一年里三会一课按月开展', '委员丁、委员戊先后发言', '已审批']
    expect(wanted.filter((words) => !plain.includes(words))).toEqual([])
    expect(app.errors).toEqual([])
  })
})
