import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namedTestFiles } from './checks/faults-table.ts'
import { ROOT } from './checks/source-files.ts'
import { requireNode } from './require-node.ts'

/**
 * `npm run test:faults`:故障测试的长的一组。跑的就是 `docs/faults.md` 点了名的那些测试,次数放大;结尾印出每种故障的数字。
 * 后面可以跟一段文件名,只跑其中几个:`npm run test:faults -- power-cut migration`。
 */
requireNode()

const wanted = process.argv.slice(2)
const files = namedTestFiles().filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
if (files.length === 0) {
  console.error(`docs/faults.md 里没有名字含 ${wanted.join('、')} 的测试`)
  process.exit(2)
}

interface Figure {
  readonly fault: string
  readonly what: string
  readonly value: string
}
interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[] }[]
}
// 真浏览器里的几个要先有构建好的界面。
if (files.some((file) => file.includes('.e2e.')) && spawnSync(process.execPath, [join(ROOT, 'build', 'build.ts')], { cwd: ROOT, stdio: 'inherit' }).status !== 0) process.exit(1)

const scratch = mkdtempSync(join(tmpdir(), 'baolei-faults-run-'))
const figuresFile = join(scratch, 'figures')
const reportFile = join(scratch, 'report.json')
const from = performance.now()
const vitest = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'vitest.cmd' : 'vitest')
// 次数放大的长测试自己占满机器;一个文件一个文件地跑,时限与数字才说明问题。
const { status } = spawnSync(vitest, ['run', '--no-file-parallelism', '--reporter=verbose', '--reporter=json', `--outputFile.json=${reportFile}`, ...files], {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, BAOLEI_FAULTS: 'long', BAOLEI_FAULTS_FIGURES: figuresFile, BAOLEI_FUZZ_RUNS: process.env['BAOLEI_FUZZ_RUNS'] ?? '10000' },
})
const figures = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Figure) : []
const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport) : null
rmSync(scratch, { recursive: true, force: true })

console.log(`\n故障测试(长的一组),${Math.round((performance.now() - from) / 1000)} 秒\n`)
for (const { fault, what, value } of figures.toSorted((left, right) => left.fault.localeCompare(right.fault))) console.log(`${fault}  ${what}:${value}`)
const skipped = report?.testResults.flatMap(({ assertionResults }) => assertionResults.filter((test) => test.status === 'skipped' || test.status === 'pending')) ?? []
for (const { fullName } of skipped) console.log(`- 跳过 ${fullName}`)
console.log(`\n${report?.numPassedTests ?? 0} passed, ${report?.numFailedTests ?? 0} failed, ${skipped.length} skipped`)
// 一个数字也没有、一个测试也没跑到,都不算过。
process.exit(status === 0 && report !== null && report.numPassedTests > 0 && figures.length > 0 ? 0 : 1)
