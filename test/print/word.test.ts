import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { volumeSectionTitles as titles } from '../../shared/i18n/zh-CN/volume-sections.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { readPdf } from '../support/read-pdf.ts'

const office = (): string | null => {
  for (const name of ['soffice', 'libreoffice'])
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {
      // 换一个名字再找。
    }
  return null
}
const PROGRAM = office()
if (PROGRAM === null) console.log('本机没有 LibreOffice:跳过“Word 真打得开”一项')

describe('手册写成 Word', () => {
  let core: TestCore
  let branchId: string
  let bytes: Uint8Array
  let parts: Readonly<Record<string, string>>

  beforeAll(async () => {
    core = await makeCore({ workspace: 'sample' })
    branchId = (await must(core.api.organisations.tree({}))).nodes.find(({ code }) => code === '001')?.id ?? ''
    const { file } = await must(core.api.print.word({ branchId, year: 2026, section: null }))
    expect(file.name).toMatch(/^党支部工作手册_铸造车间党支部_2026_\d{8}\.docx$/)
    bytes = core.core.files.read(file.ticket)
    parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
  })
  afterAll(() => core.close())

  const document = (): string => parts['word/document.xml'] ?? ''
  it('标题、目录域、页码域、单双页页眉都是真的', () => {
    expect(document().match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(15)
    expect(document().match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThan(20)
    expect(document()).toMatch(/TOC \\h \\o &quot;1-2&quot;|TOC \\h \\o "1-2"/)
    expect(parts['word/settings.xml']).toContain('evenAndOddHeaders')
    const footers = Object.entries(parts).filter(([name]) => name.startsWith('word/footer'))
    expect(footers.length).toBeGreaterThan(2)
    for (const [, footer] of footers) expect(footer).toContain('PAGE')
    for (const title of [titles.basics, titles.general_meeting, titles.handover]) expect(document()).toContain(title)
  })
  it('每张表:固定版式,各列之和等于总宽;每段字都点名了中文字体', () => {
    const tables = document().split('<w:tbl>').slice(1)
    expect(tables.length).toBeGreaterThan(60)
    for (const table of tables) {
      const grid = [...(table.split('</w:tblGrid>')[0] ?? '').matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0)
      const total = Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(table)?.[1] ?? /<w:tblW w:w="(\d+)"/.exec(table)?.[1])
      expect(Math.abs(grid - total)).toBeLessThan(20)
      expect(table).toContain('w:type="fixed"')
    }
    for (const [fonts] of document().matchAll(/<w:rFonts [^>]*>/g)) expect(fonts).toContain('w:eastAsia=')
    expect(document()).not.toMatch(/<w:txbxContent|<wps:|<v:shape|macro/i)
  })
  it('没有作者、机器名', () => {
    expect(parts['docProps/core.xml']).not.toMatch(/<dc:creator>[^<]+</)
  })
  it('单独一节没有封面目录', async () => {
    const { file } = await must(core.api.print.word({ branchId, year: 2026, section: 'roster' }))
    const one = strFromU8(unzipSync(core.core.files.read(file.ticket))['word/document.xml'] ?? new Uint8Array())
    expect(one).toContain(titles.roster)
    expect(one).not.toContain(titles.committee)
    expect(one).not.toContain('TOC ')
  })
  it.skipIf(PROGRAM === null)('LibreOffice 打得开,页数对得上', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baolei-word-'))
    try {
      writeFileSync(join(folder, 'volume.docx'), bytes)
      execFileSync(PROGRAM ?? '', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'volume.docx')], { stdio: 'ignore', timeout: 120_000 })
      const pdf = await readPdf(readFileSync(join(folder, 'volume.pdf')))
      expect(pdf.pages).toBeGreaterThan(60)
      // 这台机器上未必有中文字体,字认不认得出不作数,数字认得出。
      expect(pdf.text).toContain('2026')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
