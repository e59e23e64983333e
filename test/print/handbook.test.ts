import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handbookPrintText as text } from '../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeSectionTitles as titles } from '../../shared/i18n/zh-CN/volume-sections.ts'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { readPdf, type PdfFacts } from '../support/read-pdf.ts'

const RENDERER = join(import.meta.dirname, '..', '..', 'out', 'renderer')
const A4 = { width: 594.96, height: 841.92 }
/** 示例企业这个支部都有内容的节,连印「无」的。 */
const SECTIONS = ['basics', 'committee', 'groups', 'roster', 'special_members', 'transfers', 'development', 'general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day', 'political_birthdays', 'attendance', 'relief', 'awards', 'evaluation', 'handover'] as const
/** 短的表可以印在前一张的背面。 */
const ON_BACK: readonly string[] = ['committee', 'transfers', 'awards']
const MEETING_TITLES = ['2026年第1季度支部党员大会', '2026年3月支部委员会会议', '2026年5月主题党日'] as const

const hasProgram = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('手册 PDF:示例企业一个支部一年', () => {
  let core: TestCore
  let printer: BrowserPrinter
  let bytes: Buffer
  let pdf: PdfFacts
  let folder: string
  /** 正文第 1 页是第几张纸面。 */
  let front: number

  beforeAll(async () => {
    printer = createBrowserPrinter(RENDERER)
    core = await makeCore({ workspace: 'sample', printer })
    folder = mkdtempSync(join(tmpdir(), 'baolei-print-'))
    const { nodes } = await must(core.api.organisations.tree({}))
    const branch = nodes.find(({ code }) => code === '001')
    const made = await must(core.api.print.handbook({ branchId: branch?.id ?? '', year: 2026 }))
    bytes = Buffer.from(core.core.files.read(made.preview.ticket))
    pdf = await readPdf(bytes)
    front = pdf.pageTexts.findIndex((page) => page.includes(text.section(0, titles.basics)) && page.includes('— 1 —'))
    expect(made.pages).toBe(pdf.pages)
    mkdirSync(join(RENDERER, '..', 'screenshots'), { recursive: true })
    writeFileSync(join(RENDERER, '..', 'screenshots', 'handbook.pdf'), bytes)
  })
  afterAll(async () => {
    core.close()
    await printer.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('全是 A4,正文从右页起', () => {
    for (const size of pdf.sizes) {
      expect(Math.abs(size.width - A4.width)).toBeLessThan(1)
      expect(Math.abs(size.height - A4.height)).toBeLessThan(1)
    }
    expect(front % 2).toBe(0)
    expect(front).toBeGreaterThanOrEqual(4)
  })

  it('封面、说明、目录、各节齐全', () => {
    expect(pdf.pageTexts[0]).toContain(text.bookTitle)
    expect(pdf.title).toBe('铸造车间党支部 2026 年度党支部工作手册')
    expect(pdf.pageTexts[1]).toContain(text.instructionsTitle)
    for (const key of SECTIONS) expect(pdf.text).toContain(titles[key])
    // 还没有登记簿的节不进装订的册子。
    expect(pdf.text).not.toContain(titles.pledges)
    for (const title of MEETING_TITLES) expect(pdf.text).toContain(title)
  })

  it('目录里的页码就是那一节、那份记录真在的页', () => {
    const contents = pdf.pageTexts.slice(2, front).join('\n')
    const folioOf = (title: string): number => Number(new RegExp(`${title}\\s*(\\d+)\\b`).exec(contents)?.[1])
    const sections = SECTIONS.map((key) => titles[key])
    for (const title of [...sections, ...MEETING_TITLES]) {
      const folio = folioOf(title)
      expect(folio, title).toBeGreaterThan(0)
      const page = pdf.pageTexts[front + folio - 1] ?? ''
      expect(page, `${title} 应在第 ${folio} 页`).toContain(title)
      expect(page).toContain(`— ${folio} —`)
    }
    for (const key of SECTIONS) if (!ON_BACK.includes(key)) expect(folioOf(titles[key]) % 2, `${titles[key]} 应从右页起`).toBe(1)
  })

  it('书签分两层:节、节里的每份记录;有结构标签', () => {
    for (const key of SECTIONS) expect(pdf.bookmarks.some(({ title }) => title.endsWith(titles[key])), titles[key]).toBe(true)
    const [meeting] = MEETING_TITLES
    expect(pdf.bookmarks.find(({ title }) => title.startsWith(meeting))?.under).toContain(titles.general_meeting)
    expect(bytes.toString('latin1')).toContain('/StructTreeRoot')
  })

  it('每份会议有到会名单、签字栏和校验码', () => {
    for (const title of MEETING_TITLES) {
      const index = pdf.pageTexts.findIndex((page, at) => at >= front && page.includes(title))
      const record = [pdf.pageTexts[index], pdf.pageTexts[index + 1]].join('')
      expect(record).toContain(text.meeting.signIn)
      expect(record).toContain(text.meeting.signHost)
      expect(record).toMatch(/校验码 [0-9a-f]{8}/)
    }
  })

  it('页眉有支部和年度;每份记录的编号各不相同', () => {
    for (const page of pdf.pageTexts.slice(front)) expect(page.replaceAll(/\s/g, '')).toContain(text.running('铸造车间党支部', 2026).replaceAll(/\s/g, ''))
    const meetings = pdf.pageTexts.filter((page) => page.includes('第 1 页，共'))
    const numbers = meetings.flatMap((page) => /记录编号 ([0-9a-f]{8})/.exec(page)?.[1] ?? [])
    expect(numbers.length).toBeGreaterThan(20)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('名册每页都有表头,不印证号', () => {
    const pages = pdf.pageTexts.filter((page, at) => at >= front && page.includes(titles.roster) && page.includes(text.roster.ethnicity))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) for (const head of [text.roster.no, text.roster.joinedOn, text.roster.mobile]) expect(page).toContain(head)
    expect(pdf.text).not.toMatch(/\d{17}[\dX]/)
  })

  it('评价页有总分、各维得分率和中位数', () => {
    const page = pdf.pageTexts.find((each, at) => at >= front && each.includes(text.evaluation.pageTitle('2026年9月'))) ?? ''
    for (const word of [text.evaluation.total, text.evaluation.star, '星级队伍', '星级品牌', text.evaluation.median, text.evaluation.signSecretary]) expect(page).toContain(word)
  })

  it.skipIf(!hasProgram('pdffonts'))('字体全部内嵌、没有 Type 3、没有用到机器上的字体(需要 pdffonts)', () => {
    const file = join(folder, 'handbook.pdf')
    writeFileSync(file, bytes)
    const rows = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows) {
      expect(row).not.toContain('Type 3')
      expect(row).toMatch(/^[A-Z]{6}\+(NotoSerifSC|NotoSansSC|LXGWWenKai)/)
      expect(row).toMatch(/Identity-H\s+yes\s+yes/)
    }
  })

  it('字体内嵌(不靠外部程序也核对):每个字体描述都带字形文件', () => {
    const raw = bytes.toString('latin1')
    const descriptors = raw.match(/\/Type\s*\/FontDescriptor/g)?.length ?? 0
    const embedded = raw.match(/\/FontFile2\s+\d+ 0 R/g)?.length ?? 0
    expect(descriptors).toBeGreaterThan(2)
    expect(embedded).toBe(descriptors)
  })

})
