import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { handbookText } from '../../shared/i18n/zh-CN/handbook.ts'
import { meetingText } from '../../shared/i18n/zh-CN/meeting.ts'
import { membersText } from '../../shared/i18n/zh-CN/members.ts'
import { organisationsText } from '../../shared/i18n/zh-CN/organisations.ts'
import { portraitText } from '../../shared/i18n/zh-CN/portrait.ts'
import { printCentreText } from '../../shared/i18n/zh-CN/print-centre.ts'
import { importDoctorText } from '../../shared/i18n/zh-CN/import-doctor.ts'
import { importScreenText } from '../../shared/i18n/zh-CN/import-screen.ts'
import { startApp, type E2eApp } from '../support/e2e-app.ts'
import { readPdf } from '../support/read-pdf.ts'
import { chooseBranch, chooseOption, dropFile, openScreen } from './pages/shell.ts'

const BRANCH = '冲压车间党支部'
const ROSTER = join(import.meta.dirname, '..', 'fixtures', 'import', 'roster-clean.xlsx')

/** 一个人的主线活:新支部 → 导名册 → 开会 → 评分 → 画像 → 打手册。 */
describe('全流程:从花名册文件到装订的手册', () => {
  let app: E2eApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(async () => {
    await app.dispose()
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await app.shot('failure')
  })

  it('首次使用:打开示例企业', async () => {
    const { page } = app
    await page.getByRole('heading', { name: firstStartText.title }).or(page.getByText(firstStartText.choose)).first().waitFor()
    await app.shot('01-first-start')
    await page.getByRole('button', { name: firstStartText.start.sample }).click()
    await page.getByRole('navigation').first().waitFor()
    await page.getByText('要做的').first().waitFor()
    await app.shot('02-home')
  })

  it('组织:在党委下新增一个支部', async () => {
    const { page } = app
    await openScreen(page, organisationsText.title)
    await page.getByRole('tree').getByText('集团党委', { exact: true }).click()
    await page.getByRole('heading', { name: '示例机械集团有限公司党委' }).first().waitFor()
    await page.getByRole('button', { name: organisationsText.addChild }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: '党支部' }).check()
    await dialog.getByLabel(organisationsText.fields.name).fill(BRANCH)
    await dialog.getByLabel(organisationsText.fields.code).fill('101')
    await chooseOption(page, dialog.getByLabel(organisationsText.fields.category), '生产')
    await app.shot('03-add-branch')
    await dialog.getByRole('button', { name: organisationsText.addConfirm }).click()
    await page.getByRole('heading', { name: BRANCH }).first().waitFor()
    await app.shot('04-organisation')
  })

  it('名册:把 Excel 拖进窗口,逐行核对后一次写入', async () => {
    const { page } = app
    await page.getByRole('button', { name: organisationsText.importRoster }).click()
    await page.getByText(importScreenText.intro(importDoctorText.kinds.members)).waitFor()
    await dropFile(page, 'roster-clean.xlsx', readFileSync(ROSTER))
    const commit = page.getByRole('button', { name: /^导入 \d+ 行$/ })
    await commit.waitFor()
    await app.shot('05-import-preview')
    const people = Number(/\d+/.exec((await commit.textContent()) ?? '')?.[0])
    expect(people).toBe(14)
    await commit.click()
    const confirm = page.getByRole('dialog').or(page.getByRole('tooltip')).getByRole('button', { name: /导入/ })
    if (await confirm.first().isVisible({ timeout: 1000 }).catch(() => false)) await confirm.first().click()
    await page.getByText(importScreenText.done(people)).first().waitFor()
    await app.shot('06-import-done')
    await openScreen(page, membersText.title)
    await chooseBranch(page, BRANCH)
    const search = page.getByLabel(membersText.search)
    for (const typed of ['周海东', 'zhouhaidong', 'zhd']) {
      await search.fill(typed)
      await page.getByRole('gridcell', { name: '周海东' }).first().waitFor()
    }
    await search.fill('')
    await app.shot('07-members')
  })

  it('手册:记一次党员大会,点缺席、写原因、办结', async () => {
    const { page } = app
    await openScreen(page, handbookText.title)
    await chooseBranch(page, BRANCH)
    await page.getByRole('button', { name: handbookText.newRecord }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /党员大会/ }).check()
    await dialog.getByRole('button', { name: handbookText.create.ok }).click()
    await page.getByText(meetingText.attendance.title).waitFor()
    await page.getByLabel(meetingText.basics.host, { exact: true }).fill('周海东')
    await page.getByLabel(meetingText.basics.recorder, { exact: true }).fill('赵建敏')
    await page.getByLabel(meetingText.basics.place, { exact: true }).fill('车间会议室')
    await page.getByLabel(meetingText.basics.end, { exact: true }).fill('1610')
    await page.getByRole('group', { name: meetingText.attendance.board }).getByText('赵艳').click()
    await chooseOption(page, page.getByLabel(meetingText.attendance.reason('赵艳')), '值班')
    await page.getByText(meetingText.attendance.counts(14, 13, 1, 1)).waitFor()
    await page.getByRole('button', { name: meetingText.content.addTopic }).click()
    await page.getByLabel(meetingText.content.topic(1), { exact: true }).fill('传达学习上级会议精神,讨论四季度重点工作')
    await page.getByLabel(meetingText.content.body, { exact: true }).fill('会议传达学习了上级会议精神。\n与会党员结合岗位实际作了发言,一致同意四季度重点工作安排。')
    await app.shot('08-meeting')
    await page.getByRole('button', { name: new RegExp(`^${meetingText.finish}`) }).click()
    await page.getByRole('button', { name: meetingText.confirm.ok }).click()
    await page.getByText(meetingText.locked).first().waitFor()
    await app.shot('09-meeting-finished')
    await openScreen(page, handbookText.title)
    await page.getByRole('heading', { name: handbookText.norms.title }).waitFor()
    await app.shot('10-handbook')
  })

  it('评价:给本支部本月评分,算出全部支部', async () => {
    const { page } = app
    await openScreen(page, evaluationText.title)
    const period = await page.getByText(/^\d{4} 年 \d{1,2} 月$/).first().textContent()
    expect(period).not.toBeNull()
    await page.getByRole('button', { name: evaluationText.compute }).click()
    await page.getByText(/算好 25 个支部/).waitFor()
    await page.getByRole('button', { name: evaluationText.enterOf(BRANCH) }).click()
    await page.getByText(evaluationText.sheet.title).first().waitFor()
    const points = page.getByLabel(/产量.*的得分$/)
    await points.fill('8')
    await points.press('Tab')
    await page.getByLabel(/产量.*的原因$/).fill('完成率 98%')
    await page.getByLabel(/产量.*的原因$/).press('Tab')
    await page.getByRole('row', { name: /产量/ }).getByText(evaluationText.sheet.states.scored).waitFor()
    await app.shot('11-score-sheet')
    await page.getByRole('button', { name: evaluationText.sheet.portrait }).click()
    await page.getByRole('img', { name: new RegExp(portraitText.radar) }).or(page.getByText(portraitText.radar)).first().waitFor()
    await app.shot('12-portrait')
  })

  it('打印:手册 PDF,预览就是那份文件,存得下来', async () => {
    const { page } = app
    await openScreen(page, printCentreText.title)
    await chooseBranch(page, BRANCH)
    await page.getByRole('button', { name: printCentreText.make }).click()
    const save = page.getByRole('button', { name: printCentreText.save })
    await save.waitFor({ timeout: 90_000 })
    await page.getByRole('img', { name: printCentreText.preview.pageImage(1), exact: true }).or(page.getByLabel(printCentreText.preview.pageImage(1), { exact: true })).first().waitFor({ timeout: 30_000 })
    await app.shot('13-print-centre')
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^党支部工作手册_${BRANCH}_\\d{4}_\\d{8}\\.pdf$`))
    const pdf = await readPdf(readFileSync(await download.path()))
    expect(pdf.text).toContain(BRANCH)
    expect(pdf.text).toContain('周海东')
    expect(pdf.text).toContain('车间会议室')
    expect(pdf.pages % 2).toBe(1)
  })

  it('全程没有页面报错,也没有连过别处', () => {
    expect(app.errors).toEqual([])
  })

  it('关掉再开:直接回到上次的工作区,数据都在', async () => {
    expect(await app.close()).toBe(0)
    const again = await startApp({ home: app.home })
    try {
      await openScreen(again.page, membersText.title)
      await chooseBranch(again.page, BRANCH)
      await again.page.getByRole('gridcell', { name: '周海东' }).first().waitFor()
    } finally {
      await again.close()
    }
  })
})
