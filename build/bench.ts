import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { benchText } from '../shared/i18n/zh-CN/bench.ts'
import { measureColdStart } from './bench/cold-start.ts'
import { measureCompleteness } from './bench/completeness.ts'
import { measureImport } from './bench/import-roster.ts'
import { measureOpenRecord } from './bench/open-record.ts'
import type { BenchRow } from './bench/bench-row.ts'
import { measureRegister } from './bench/register-scale.ts'
import { measureRoundTrip } from './bench/round-trip.ts'
import { measurePrinting } from './bench/print-handbook.ts'
import { measureSafetyCost } from './bench/safety-cost.ts'
import { measureScoring } from './bench/score-branches.ts'
import { requireNode } from './require-node.ts'

/**
 * `npm run bench`:量几件使用者等得着的事,印出实测与预算。只报数,不因超时而失败(机器有快慢)。
 * `-- --json` 输出 `[{name, value, unit, budget, note}]`。
 */
requireNode()

const asJson = process.argv.includes('--json')
if (!existsSync(join(import.meta.dirname, '..', 'out', 'renderer', 'index.html'))) {
  console.error('out/ 还没有构建,先运行 npm run build')
  process.exit(1)
}

const rows: BenchRow[] = []
const measure = async (run: () => Promise<readonly BenchRow[]>): Promise<void> => {
  for (const row of await run()) {
    rows.push(row)
    if (!asJson) console.log(`${row.name}:${row.value} ${row.unit}(预算 ${row.budget} ${row.unit},${row.value <= row.budget ? benchText.within : benchText.over})${row.note === '' ? '' : ` ${row.note}`}`)
  }
}
await measure(measureColdStart)
await measure(measureRoundTrip)
await measure(measureOpenRecord)
await measure(measureImport)
await measure(measureRegister)
await measure(measureCompleteness)
await measure(measureScoring)
await measure(measurePrinting)
await measure(measureSafetyCost)
if (asJson) console.log(JSON.stringify(rows, null, 1))
