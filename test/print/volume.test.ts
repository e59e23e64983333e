import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handbookPrintText } from '../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText } from '../../shared/i18n/zh-CN/volume.ts'
import { volumeSectionTitles as titles } from '../../shared/i18n/zh-CN/volume-sections.ts'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { readPdf, type PdfFacts } from '../support/read-pdf.ts'

/** 一个小支部的册子:整本登记打印以后,只打改动的页;单独一节;空白表;排定各节。 */
describe('手册的几种打印', () => {
  let core: TestCore
  let printer: BrowserPrinter
  let branchId: string
  let meetings: readonly string[]
  const year = 2026
  const addMeeting = async (day: string, title: string, content: string): Promise<string> => {
    const { id, rev, fields } = await must(core.api.meetings.create({ branchId, meetingType: 'general_meeting', partyGroupId: null, day }))
    await must(core.api.meetings.save({ id, rev, fields: { ...fields, title, place: '会议室', host: '王建国', recorder: '李海燕', content } }))
    return id
  }
  const pdfOf = (ticket: string): Promise<PdfFacts> => readPdf(core.core.files.read(ticket))

  beforeAll(async () => {
    printer = createBrowserPrinter(join(import.meta.dirname, '..', '..', 'out', 'renderer'))
    core = await makeCore({ printer })
    branchId = await branchWithMembers(core, ['王建国', '李海燕', '赵志强', '钱守业'])
    meetings = [await addMeeting('2026-03-12', '第一季度党员大会', '传达学习。'), await addMeeting('2026-06-11', '第二季度党员大会', '听取半年工作报告。')]
  })
  afterAll(async () => {
    core.close()
    await printer.close()
  })

  it('没有登记过打印:说清楚', async () => {
    expect(await core.api.print.changes({ branchId, year })).toMatchObject({ ok: false, error: { code: 'NOT_PRINTED_YET' } })
    expect((await must(core.api.print.overview({ branchId, year }))).last).toBeNull()
  })
  it('登记打印以后没有变动:不必打;改了一份、长出一页:只打那一张和目录不变的页码;新添的编续页', async () => {
    const whole = await must(core.api.print.handbook({ branchId, year }))
    const book = await pdfOf(whole.preview.ticket)
    const folioOf = (title: string): number => Number(/— (\d+) —/.exec(book.pageTexts.find((page) => page.includes(title) && page.includes('校验码')) ?? '')?.[1])
    const first = folioOf('第一季度党员大会')
    expect(first % 2).toBe(1)
    await must(core.api.print.keep({ branchId, ticket: whole.preview.ticket }))
    expect((await must(core.api.print.overview({ branchId, year }))).last).toMatchObject({ pages: whole.pages, changed: 0 })
    expect(await core.api.print.changes({ branchId, year })).toMatchObject({ ok: false, error: { code: 'NOTHING_CHANGED' } })

    // 第一份写长到三页,再补记一份四月的。
    const [id = ''] = meetings
    const detail = await must(core.api.meetings.get({ id }))
    await must(core.api.meetings.save({ id, rev: detail.rev, fields: { ...detail.fields, content: Array.from({ length: 60 }, (_unused, index) => `第${index + 1}段。会议听取了各党小组的情况汇报，研究了下一步的工作安排，大家逐项讨论，没有不同意见。`).join('\n') } }))
    await addMeeting('2026-04-16', '四月补开的党员大会', '补选一名支委。')
    const changed = await must(core.api.print.changes({ branchId, year }))
    const sheets = await pdfOf(changed.preview.ticket)
    expect(sheets.pageTexts[0]).toContain(volumeText.changes.title)
    expect(sheets.pageTexts[0]).toContain(volumeText.changes.replace(volumeText.folio.pages(String(first), String(first + 1))))
    expect(sheets.text).toContain(`— ${first} —`)
    // 原来占两页的长成四页:后两页是续页,紧跟着的新记录接着编。
    for (const label of [`${first + 1}-1`, `${first + 1}-2`, `${first + 1}-3`]) expect(sheets.text).toContain(`— ${label} —`)
    expect(sheets.text).toContain(volumeText.continued)
    expect(sheets.text).not.toContain('听取半年工作报告')
    // 节名在第一份上;插在当中的一份不再印一遍,和装订好的册子一样。
    const inserted = sheets.pageTexts.find((page) => page.includes('四月补开的党员大会') && page.includes('校验码')) ?? ''
    expect(inserted.split(titles.general_meeting).length).toBe(2)
    await must(core.api.print.keep({ branchId, ticket: changed.preview.ticket }))
    expect(await core.api.print.changes({ branchId, year })).toMatchObject({ ok: false, error: { code: 'NOTHING_CHANGED' } })

    // 作废一份:抽掉,不重印别的。
    const second = await must(core.api.meetings.get({ id: meetings[1] ?? '' }))
    await must(core.api.meetings.voidRecord({ id: second.id, rev: second.rev, reason: '重复' }))
    const removed = await pdfOf((await must(core.api.print.changes({ branchId, year }))).preview.ticket)
    expect(removed.pageTexts[0]).toContain('抽掉')
    expect(removed.text).not.toContain('四月补开的党员大会会议内容')
  })
  it('按规定要有的地方没有内容:印「无」,不整节略去', async () => {
    for (const section of ['year_plan', 'monthly_plan', 'year_summary', 'talks'] as const) {
      const [page = ''] = (await pdfOf((await must(core.api.print.section({ branchId, year, section }))).preview.ticket)).pageTexts
      expect(page).toContain(titles[section])
      expect(page).toContain(handbookPrintText.none)
    }
  })
  it('单独一节:只有这一节,页码带节的序号,一秒之内', async () => {
    const started = performance.now()
    const made = await must(core.api.print.section({ branchId, year, section: 'committee' }))
    // 忙的机器上放宽;一秒的目标在 npm run bench 里量。
    expect(performance.now() - started).toBeLessThan(10_000)
    const pdf = await pdfOf(made.preview.ticket)
    expect(pdf.pages).toBe(1)
    expect(pdf.text).toContain('— 二-1 —')
    expect(await core.api.print.section({ branchId, year, section: 'pledges' })).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_PRINT' } })
  })
  it('空白表:几份一样的,半填的先印名册,页码留着手写', async () => {
    const made = await must(core.api.print.blanks({ branchId, year, sections: ['general_meeting', 'talks'], copies: 2, filled: true }))
    const pdf = await pdfOf(made.preview.ticket)
    expect(pdf.pageTexts.filter((page) => page.includes('钱守业')).length).toBe(2)
    // 一份一叠,每一份都有节名(页眉与标题)。
    expect(pdf.pageTexts.filter((page) => page.split(titles.talks).length > 2).length).toBe(2)
    expect(pdf.text).not.toContain('传达学习')
    const empty = await pdfOf((await must(core.api.print.blanks({ branchId, year, sections: ['general_meeting'], copies: 1, filled: false }))).preview.ticket)
    expect(empty.text).not.toContain('钱守业')
  })
  it('空白的会议表正反两面一张纸,签字不落到第三面', async () => {
    for (const section of ['general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day', 'life_meeting', 'appraisal', 'report_review'] as const) {
      const made = await must(core.api.print.blanks({ branchId, year, sections: [section], copies: 1, filled: true }))
      expect(made.pages, section).toBe(2)
    }
  })
  it('关掉一节、换先后:册子照着变;别的单位的没有列出的新节照缺省排', async () => {
    await must(core.api.print.saveSections({ order: ['theme_day', 'general_meeting'], off: ['roster'] }))
    const { sections } = await must(core.api.print.overview({ branchId, year }))
    const order = sections.map(({ key }) => key)
    expect(order.indexOf('theme_day')).toBeLessThan(order.indexOf('general_meeting'))
    expect(sections.find(({ key }) => key === 'roster')).toMatchObject({ on: false, leaves: 0 })
    const pdf = await pdfOf((await must(core.api.print.handbook({ branchId, year }))).preview.ticket)
    expect(pdf.text).not.toContain(titles.roster)
    expect(pdf.text.indexOf(titles.theme_day)).toBeLessThan(pdf.text.indexOf(titles.general_meeting))
  })
  it('最长的名称、不断开的长串:没有字出框,一样印得成', async () => {
    const root = (await must(core.api.organisations.tree({}))).nodes[0]?.id ?? null
    const long = await must(core.api.organisations.add({ parentId: root, kind: 'branch', name: `${'中国共产党东方钢铁集团有限公司'.repeat(5)}党支部`.slice(0, 80), shortName: '', code: 'L01', category: 'production' }))
    const { id, rev, fields } = await must(core.api.meetings.create({ branchId: long.id, meetingType: 'general_meeting', partyGroupId: null, day: '2026-03-12' }))
    await must(core.api.meetings.save({ id, rev, fields: { ...fields, title: 'W'.repeat(80), place: 'https://'.padEnd(60, 'x'), host: '阿'.repeat(40), recorder: 'M'.repeat(40), observers: '列'.repeat(200), content: `${'A'.repeat(6000)}\n${'字'.repeat(6000)}` } }))
    const made = await must(core.api.print.handbook({ branchId: long.id, year }))
    const pdf = await pdfOf(made.preview.ticket)
    expect(pdf.text).toContain('\u2026')
    expect(made.pages).toBe(pdf.pages)
  })
  it('登记打印:别的支部的、没有的凭据不认', async () => {
    expect(await core.api.print.keep({ branchId, ticket: 'x' })).toMatchObject({ ok: false, error: { code: 'FILE_EXPIRED' } })
  })
})
