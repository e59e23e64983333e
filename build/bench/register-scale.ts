import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import type { ImportMeasure } from '../../test/support/measure-import.ts'
import { ROSTER_BRANCHES } from '../../test/support/roster-office.ts'
import { makeRosterWorkbook } from '../../test/support/roster-workbook.ts'
import type { RegisterMeasure } from './register/measure-register.ts'
import { round, type BenchRow } from './bench-row.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const ROWS = 50_000

const lastLine = (script: string, parameters: readonly string[]): unknown => JSON.parse(execFileSync(process.execPath, [join(ROOT, script), ...parameters], { encoding: 'utf8', maxBuffer: 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').at(-1) ?? '')

/** 五万行名册;工作簿先造好存着,另起一个进程导入,内存只算导入的。 */
const measureLargeImport = async (): Promise<readonly BenchRow[]> => {
  const file = join(ROOT, 'out', 'bench', `roster-${ROWS}.xlsx`)
  mkdirSync(join(ROOT, 'out', 'bench'), { recursive: true })
  if (!existsSync(file)) writeFileSync(file, await makeRosterWorkbook(ROWS, ROSTER_BRANCHES))
  const measure = lastLine('test/support/measure-import.ts', [String(ROWS), file]) as ImportMeasure
  if (measure.written !== ROWS) throw new Error(`wrote ${measure.written} of ${ROWS}`)
  const [check, write] = [round(measure.checkMilliseconds / 1000), round(measure.writeMilliseconds / 1000)]
  return [
    { name: benchText.largeImport, value: round(check + write), unit: 's', budget: 20, note: `${benchText.importNote(check, write)}，${benchText.cpu(measure.cpuMilliseconds)}` },
    { name: benchText.largeImportMemory, value: measure.rssMegabytes, unit: 'MB', budget: 700, note: benchText.importMemoryNote },
    { name: benchText.largeImportBlock, value: Math.max(measure.longestBlockMilliseconds, measure.longestWriteBlockMilliseconds), unit: 'ms', budget: 50, note: benchText.largeImportBlockNote(measure.longestBlockMilliseconds, measure.longestWriteBlockMilliseconds) },
  ]
}

/** 5000 个组织、10 万党员的一个库:第一次造要几分钟,造好留在 out/bench。 */
export const measureRegister = async (): Promise<readonly BenchRow[]> => {
  const found = lastLine('build/bench/register/measure-register.ts', []) as RegisterMeasure
  const row = (name: string, { milliseconds, cpuMilliseconds }: RegisterMeasure['tree'], budget: number, note = ''): BenchRow => ({ name, value: milliseconds, unit: 'ms', budget, note: [note, benchText.cpu(cpuMilliseconds)].filter((part) => part !== '').join('，') })
  return [
    ...(await measureLargeImport()),
    row(benchText.registerScreen, found.screen, 150, benchText.registerSize(found.organisations, found.members)),
    row(benchText.registerColdScreen, found.coldScreen, 150, benchText.registerColdNote),
    row(benchText.registerSearch, found.search, 50, benchText.registerSearchNote(found.search.word)),
    row(benchText.registerFilter, found.filter, 50),
    row(benchText.registerSort, found.sort, 150),
    row(benchText.registerTree, found.tree, 100, benchText.registerTreeNote),
    row(benchText.registerDues, found.dues, 300, benchText.registerDuesNote(found.organisations)),
    row(benchText.registerDuesAfterChange, found.duesAfterChange, 300),
    row(benchText.registerDuesFirst, found.duesFirst, 15_000, benchText.registerDuesFirstNote),
    { name: benchText.registerReading, value: found.longestReading, unit: 'ms', budget: 50, note: '' },
    { name: benchText.registerWait, value: found.longestWait, unit: 'ms', budget: 50, note: '' },
    row(benchText.registerExport, { milliseconds: round(found.exportSheet.milliseconds), cpuMilliseconds: found.exportSheet.cpuMilliseconds }, 15_000, benchText.registerExportNote(found.exported, found.rssMegabytes)),
  ]
}
