import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { readPdf } from '../support/read-pdf.ts'

const RENDERER = join(import.meta.dirname, '..', '..', 'out', 'renderer')
const COLUMNS = [
  { label: '序号', kind: 'number', width: 6 },
  { label: '姓名', kind: 'text', width: 12 },
  { label: '入党日期', kind: 'date', width: 12 },
  { label: '工作岗位', kind: 'text', width: 24 },
  { label: '应缴（元）', kind: 'money', width: 12 },
] as const
const document = (wide: boolean) => ({
  title: '党员一览表',
  subtitle: '截至 2026-11-20，全部支部',
  columns: wide ? COLUMNS.map((column) => ({ ...column, width: column.width * 2 })) : [...COLUMNS],
  rows: Array.from({ length: 90 }, (_unused, index) => [index + 1, `㛃䶮${index}`, '2001-07-01', '炼铁作业区炉前工', 1250 + index]),
  totals: [null, null, null, null, 90 * 1250],
})
let printer: BrowserPrinter
let test: TestCore
beforeAll(async () => {
  printer = createBrowserPrinter(RENDERER)
  test = await makeCore({ printer })
})
afterAll(async () => {
  test.close()
  await printer.close()
})

it.each([
  ['竖放', false, 594.96, 841.92],
  ['横放', true, 841.92, 594.96],
])('真的印出来(%s):表头每页重复,第二页起写着续,有页码、单位、日期', async (_name, wide, width, height) => {
  const made = await must(test.api.lists.print({ list: 'people', organisationId: null, purpose: '核对信息', document: document(wide) }))
  const bytes = test.core.files.take(made.file.ticket)?.bytes ?? new Uint8Array()
  mkdirSync(join(RENDERER, '..', 'screenshots'), { recursive: true })
  writeFileSync(join(RENDERER, '..', 'screenshots', `list-${wide ? 'landscape' : 'portrait'}.pdf`), bytes)
  const pdf = await readPdf(bytes)
  expect(made.landscape).toBe(wide)
  expect(made.pages).toBe(pdf.pages)
  expect(pdf.pages).toBeGreaterThan(2)
  for (const size of pdf.sizes) {
    expect(Math.abs(size.width - width)).toBeLessThan(1)
    expect(Math.abs(size.height - height)).toBeLessThan(1)
  }
  for (const [index, text] of pdf.pageTexts.entries()) {
    expect(text).toContain('工作岗位')
    expect(text).toContain('测试单位党委')
    expect(text.replaceAll(/\s+/g, '')).toContain(`第${index + 1}页共${pdf.pages}页`)
    expect(text.includes('党员一览表（续）')).toBe(index > 0)
  }
  const all = pdf.pageTexts.join('')
  expect(all).toContain('㛃䶮89')
  expect(all).toContain('1,125.00')
  expect(all).toContain('合计')
})
