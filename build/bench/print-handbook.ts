import { join } from 'node:path'
import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { createBrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { makeCore, must, type TestCore } from '../../test/support/make-core.ts'
import { round, type BenchRow } from './bench-row.ts'

const PAGES = 60
const LONG_PAGES = 600
const MEGABYTE = 1024 * 1024
/** 一份两三页的记录,要这么多份才够六百页(每份从右页起)。 */
const LONG_RECORDS = 200
const PARAGRAPHS = Array.from({ length: 36 }, (_unused, index) => `第${index + 1}项。会议听取了各党小组的情况汇报，逐项研究了下一步的工作安排，明确了责任人和完成时限，大家一致同意。`)

/** 一个支部一年开很多次会:量长的册子。 */
const fillLongYear = async ({ api }: TestCore, branchId: string): Promise<void> => {
  for (let index = 0; index < LONG_RECORDS; index++) {
    const day = `2025-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
    const { id, rev, fields } = await must(api.meetings.create({ branchId, meetingType: 'theme_day', partyGroupId: null, day }))
    await must(api.meetings.save({ id, rev, fields: { ...fields, title: `第 ${index + 1} 次主题党日`, place: '活动室', content: PARAGRAPHS.join('\n') } }))
  }
}

/** 示例企业一个支部的手册:整本(第二次,第一次含启动浏览器)、六百页的、单独一节;下级全部支部成批,看内存涨不涨。 */
export const measurePrinting = async (): Promise<readonly BenchRow[]> => {
  const printer = createBrowserPrinter(join(import.meta.dirname, '..', '..', 'out', 'renderer'))
  const test = await makeCore({ workspace: 'sample', printer })
  const timed = async <T>(run: () => Promise<T>): Promise<readonly [T, number]> => {
    const started = performance.now()
    const value = await run()
    return [value, (performance.now() - started) / 1000]
  }
  try {
    const { nodes } = await must(test.api.organisations.tree({}))
    const branchId = nodes.find(({ code }) => code === '001')?.id ?? ''
    await must(test.api.print.handbook({ branchId, year: 2026 }))
    const [book, seconds] = await timed(() => must(test.api.print.handbook({ branchId, year: 2026 })))
    const [, section] = await timed(() => must(test.api.print.section({ branchId, year: 2026, section: 'committee_meeting' })))
    await fillLongYear(test, branchId)
    const [long, longSeconds] = await timed(() => must(test.api.print.handbook({ branchId, year: 2025 })))
    const memory: number[] = []
    const root = nodes[0]?.id ?? ''
    const [batch, batchSeconds] = await timed(() => must(test.api.volumes.batch({ organisationId: root, year: 2026 }, { onProgress: () => void memory.push(process.memoryUsage().rss / MEGABYTE) })))
    // 前几份还在热身;后半程比前半程多出来的才是涨。
    const half = Math.floor(memory.length / 2)
    const peak = (from: number, to: number): number => Math.max(...memory.slice(from, to))
    const growth = Math.max(0, peak(half, memory.length) - peak(0, half))
    return [
      { name: benchText.printing, value: round((seconds * PAGES) / book.pages), unit: 's', budget: 5, note: benchText.printingNote(book.pages, round(seconds)) },
      { name: benchText.printingLong, value: round((longSeconds * LONG_PAGES) / long.pages), unit: 's', budget: 25, note: benchText.printingNote(long.pages, round(longSeconds)) },
      { name: benchText.printingSection, value: round(section), unit: 's', budget: 1, note: '' },
      { name: benchText.printingBatch, value: round(growth, 0), unit: 'MB', budget: 50, note: benchText.printingBatchNote(batch.branches, round(batchSeconds), round(peak(0, memory.length), 0)) },
    ]
  } finally {
    test.close()
    await printer.close()
  }
}
