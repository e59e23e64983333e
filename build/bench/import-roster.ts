import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import type { ImportMeasure } from '../../test/support/measure-import.ts'
import { round, type BenchRow } from './bench-row.ts'

const ROWS = 10_000

/** 万行名册:预览(读文件、逐行核对)加一次事务写入。另起一个进程量,内存才算得准。 */
export const measureImport = async (): Promise<readonly BenchRow[]> => {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'test', 'support', 'measure-import.ts'), String(ROWS)], { encoding: 'utf8', maxBuffer: 1024 * 1024 })
  const measure = JSON.parse(output.trim().split('\n').at(-1) ?? '') as ImportMeasure
  if (measure.written !== ROWS) throw new Error(`wrote ${measure.written} of ${ROWS}`)
  const check = round(measure.checkMilliseconds / 1000)
  const write = round(measure.writeMilliseconds / 1000)
  return [
    { name: benchText.import, value: round(check + write), unit: 's', budget: 20, note: benchText.importNote(check, write) },
    { name: benchText.importMemory, value: measure.rssMegabytes, unit: 'MB', budget: 700, note: benchText.importMemoryNote },
    { name: benchText.importBlock, value: measure.longestBlockMilliseconds, unit: 'ms', budget: 50, note: benchText.importBlockNote },
  ]
}
