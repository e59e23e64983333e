import { join } from 'node:path'
import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { createBrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { makeCore, must } from '../../test/support/make-core.ts'
import { round, type BenchRow } from './bench-row.ts'

const PAGES = 60

/** 示例企业一个支部的手册,两遍打印;第一次含启动浏览器,取第二次。 */
export const measurePrinting = async (): Promise<readonly BenchRow[]> => {
  const printer = createBrowserPrinter(join(import.meta.dirname, '..', '..', 'out', 'renderer'))
  const test = await makeCore({ workspace: 'sample', printer })
  try {
    const { nodes } = await must(test.api.organisations.tree({}))
    const branchId = nodes.find(({ code }) => code === '001')?.id ?? ''
    await must(test.api.print.handbook({ branchId, year: 2026 }))
    const started = performance.now()
    const { pages } = await must(test.api.print.handbook({ branchId, year: 2026 }))
    const seconds = (performance.now() - started) / 1000
    return [{ name: benchText.printing, value: round((seconds * PAGES) / pages), unit: 's', budget: 5, note: benchText.printingNote(pages, round(seconds)) }]
  } finally {
    test.close()
    await printer.close()
  }
}
