import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { importDoctorText } from '../../shared/i18n/zh-CN/import-doctor.ts'
import { importHistoryText } from '../../shared/i18n/zh-CN/import-history.ts'
import { importScreenText as text } from '../../shared/i18n/zh-CN/import-screen.ts'
import { membersText } from '../../shared/i18n/zh-CN/members.ts'
import { sectionsText } from '../../shared/i18n/zh-CN/sections.ts'
import { runReader } from '../../electron/import-worker/run-reader.ts'
import { cellText } from '../../electron/domain/roster/sheet.ts'
import { startApp, type E2eApp } from '../support/e2e-app.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'
import { dropFile, openScreen } from './pages/shell.ts'

const PATIENCE = { timeout: 30_000 }
const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => ((await runReader(Uint8Array.from(bytes), 'a.xlsx', { signal: new AbortController().signal }))[0]?.rows ?? []).map((row) => row.map(cellText))
const book = (rows: readonly (readonly string[])[]): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: '表', rows: rows.map((row) => [...row]) }] })

/** 从办公室的表搬进来:乱的表 → 标出毛病 → 改好再读 → 没有毛病。 */
describe('导入', () => {
  let app: E2eApp
  beforeAll(async () => {
    app = await startApp()
    app.page.setDefaultTimeout(30_000)
  })
  afterAll(() => app.dispose())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await app.shot('import-failure')
  })

  const choose = async (kind: string): Promise<void> => {
    const { page } = app
    await openScreen(page, membersText.title)
    await page.getByRole('button', { name: membersText.importRoster }).click()
    await page.getByRole('radiogroup', { name: text.kind }).getByText(kind, { exact: true }).click()
    await page.getByText(text.intro(kind)).waitFor(PATIENCE)
  }
  /** 核对一份有毛病的,下载标出的那份,按批注改,再核对,写入。 */
  const correct = async (name: string, messy: readonly (readonly string[])[], fix: (rows: string[][]) => string[][], shot: string): Promise<void> => {
    const { page } = app
    await dropFile(page, name, await book(messy))
    await page.getByRole('button', { name: text.mark }).waitFor(PATIENCE)
    await app.shot(`${shot}-1-messy`)
    const [download] = await Promise.all([page.waitForEvent('download', PATIENCE), page.getByRole('button', { name: text.mark }).click()])
    const marked = readFileSync((await download.path()) ?? '')
    expect(await rowsOf(marked)).toEqual(messy.map((row) => row.slice(0, row.findLastIndex((value) => value !== '') + 1)))
    await page.getByRole('button', { name: text.otherFile }).click()
    await dropFile(page, name, await book(fix(await rowsOf(marked))))
    const all = page.getByRole('button', { name: /^导入 \d+ 行$/ })
    await all.waitFor(PATIENCE)
    await app.shot(`${shot}-2-corrected`)
    await all.click()
    await page.getByRole('button', { name: text.toHistory }).waitFor(PATIENCE)
  }

  it('党组织、党员两种乱表,各改一遍,都没有毛病了', async () => {
    const { page } = app
    await page.getByRole('button', { name: firstStartText.start.sample }).click()
    await page.getByRole('navigation').first().waitFor({ timeout: 120_000 })
    await choose(importDoctorText.kinds.organisations)
    await app.shot('import-0-choose')
    const units = [['集团党组织一览表'], ['序号', '党组织全称', '隶属', '类型', '批准建立日期'], ['1', '锻造车间党支部', '锻造分厂党总支', '党支部', '2015.7.1'], ['2', '锻造分厂党总支', '没有的党委', '总支', '2015年7月1日']]
    await correct('组织.xlsx', units, (rows) => rows.map((row) => row.map((value) => (value === '没有的党委' ? '示例机械集团有限公司党委' : value))), 'import-organisations')
    await choose(importDoctorText.kinds.members)
    const good = madeIdNumber(31)
    const bad = `${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`
    const people = [['锻造车间党员花名册'], ['序号', '姓 名', '身份证号码', '党员类别', '入党时间', '转正时间', '所在支部'], ['1', '王　敏', madeIdNumber(30), '正式', '2008.7', '2009年7月', '锻造车间党支部'], ['2', '李志强', bad, '正式', '2010/7/1', '2011/7/1', '锻造车间支部']]
    await correct('名册.xlsx', people, (rows) => rows.map((row) => row.map((value) => (value === bad ? good : value))), 'import-members')
  }, 300_000)

  it('导入记录里看得到两次;撤销后一次,人就没有了', async () => {
    const { page } = app
    await page.getByRole('button', { name: text.toHistory }).click()
    await page.getByText('名册.xlsx').first().waitFor(PATIENCE)
    await app.shot('import-history')
    await page.getByRole('button', { name: importHistoryText.undo }).first().click()
    await page.getByRole('tooltip').getByRole('button', { name: importHistoryText.undo }).click()
    await page.getByText(importHistoryText.done(0, 2)).waitFor(PATIENCE)
    await page.setViewportSize({ width: 1093, height: 552 })
    await app.shot('import-history-125')
    await page.getByText(sectionsText.members.import, { exact: true }).click()
    await page.getByText(text.template).waitFor(PATIENCE)
    await app.shot('import-choose-125')
    expect(app.errors).toEqual([])
  }, 200_000)
})
