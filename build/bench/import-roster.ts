import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { makeCore, must } from '../../test/support/make-core.ts'
import { makeRosterWorkbook } from '../../test/support/roster-workbook.ts'
import { round, type BenchRow } from './bench-row.ts'

const ROWS = 10_000
const BRANCHES = 300
const MEGABYTE = 1024 * 1024

/** 万行名册:预览(读文件、逐行核对)加一次事务写入。 */
export const measureImport = async (): Promise<readonly BenchRow[]> => {
  const test = await makeCore()
  try {
    const { nodes } = await must(test.api.organisations.tree({}))
    const names = Array.from({ length: BRANCHES }, (_, index) => `第${index + 1}党支部`)
    for (const [index, name] of names.entries()) {
      await must(test.api.organisations.add({ parentId: nodes[0]?.id ?? null, kind: 'branch', name, shortName: '', code: String(index + 1).padStart(3, '0'), category: 'production' }))
    }
    const file = test.core.files.accept('名册.xlsx', await makeRosterWorkbook(ROWS, names))
    let peak = process.memoryUsage.rss()
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 20)
    const started = performance.now()
    const preview = await must(test.api.members.previewImport({ file, branchId: null }))
    const done = await must(test.api.members.commitImport({ previewId: preview.previewId, skipRefused: false }))
    const seconds = round((performance.now() - started) / 1000)
    clearInterval(timer)
    if (done.written !== ROWS) throw new Error(`wrote ${done.written} of ${ROWS}`)
    return [{ name: benchText.import, value: seconds, unit: 's', budget: 20, note: benchText.importNote(Math.round(Math.max(peak, process.memoryUsage.rss()) / MEGABYTE)) }]
  } finally {
    test.close()
  }
}
