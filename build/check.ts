import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkChineseText } from './checks/chinese-text.ts'
import { checkAdvisories, checkInstallScripts, checkLicences, checkThirdParty } from './checks/dependencies.ts'
import { checkEvidence } from './checks/evidence.ts'
import { checkFaultsTable } from './checks/faults-table.ts'
import { checkForeignWords } from './checks/foreign-words.ts'
import { checkLockFile } from './checks/lock-file.ts'
import { checkMigrations } from './checks/migrations.ts'
import { ROOT, type CheckResult } from './checks/source-files.ts'
import { checkWording } from './checks/wording.ts'
import { requireNode } from './require-node.ts'

/**
 * `npm test`:一处改动要过的全部关口,先快后慢,有一关不过就不再往下。
 * 结尾一行写明通过、未过、跳过各多少;跳过的(本机没有的系统软件)逐条印出。
 */
requireNode()

const tally = { passed: 0, failed: 0, skipped: 0 }
const scratch = mkdtempSync(join(tmpdir(), 'baolei-check-'))
const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`

const finish = (): never => {
  rmSync(scratch, { recursive: true, force: true })
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
  process.exit(tally.failed === 0 ? 0 : 1)
}
const settle = (name: string, from: number, problems: readonly string[]): void => {
  if (problems.length === 0) {
    tally.passed++
    console.log(`✓ ${name}  ${seconds(from)}`)
    return
  }
  tally.failed++
  console.log(`✗ ${name}  ${seconds(from)}`)
  for (const problem of problems.slice(0, 50)) console.log(`  ${problem}`)
  finish()
}
const command = (name: string, program: string, parameters: readonly string[]): void => {
  const from = performance.now()
  const result = spawnSync(program, parameters, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 })
  settle(name, from, result.status === 0 ? [] : `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-80))
}
const own = async (name: string, check: () => CheckResult | Promise<CheckResult>): Promise<void> => {
  const from = performance.now()
  const { examined, problems } = await check()
  settle(`${name}(看了 ${examined} 项)`, from, examined === 0 ? ['一项也没看到,检查落空'] : problems)
}

interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTotalTests: number
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string; readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[] }[]
}
/** 没过的逐条写出:哪个文件、哪一条、怎么错的。整个文件没跑起来的,写它为什么。 */
const failures = ({ testResults }: TestReport): string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((entry) => entry.status === 'failed').map(({ fullName, failureMessages }) => `${name}\n    ${fullName}\n    ${failureMessages.join('\n').slice(0, 3_000)}`)
    return failed.length > 0 || status !== 'failed' ? failed : [`${name}\n    ${message}`]
  })
/** 跑一组测试;组里一个也没跑到算不过。 */
const tests = (project: string): void => {
  const from = performance.now()
  const file = join(scratch, `${project}.json`)
  const result = spawnSync(bin('vitest'), ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, FORCE_COLOR: '0' } })
  const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-120)
  if (!existsSync(file)) return settle(`测试 ${project}`, from, tail)
  const report = JSON.parse(readFileSync(file, 'utf8')) as TestReport
  tally.passed += report.numPassedTests
  tally.failed += report.numFailedTests
  tally.skipped += report.numPendingTests
  for (const { fullName, status } of report.testResults.flatMap((entry) => entry.assertionResults)) if (status === 'skipped' || status === 'pending') console.log(`- 跳过 ${fullName}`)
  console.log(`  测试 ${project}:${report.numPassedTests} 过,${report.numFailedTests} 未过,${report.numPendingTests} 跳过`)
  const failed = failures(report)
  settle(`测试 ${project}`, from, result.status === 0 && report.numTotalTests > 0 ? [] : failed.length > 0 ? failed : tail)
}

for (const project of ['shared', 'electron/domain', 'electron', 'renderer', 'test']) command(`类型 ${project}`, bin('tsc'), ['-p', project])
await own('代码规范与层次', () => {
  const result = spawnSync(bin('oxlint'), ['--type-aware', '--format=json', 'shared', 'electron', 'renderer', 'build', 'test'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 })
  const report = JSON.parse(result.stdout) as { readonly number_of_files: number; readonly diagnostics: readonly { readonly message: string; readonly code: string; readonly filename: string; readonly labels: readonly { readonly span: { readonly line: number } }[] }[] }
  const problems = report.diagnostics.map((entry) => `${entry.filename}:${entry.labels[0]?.span.line ?? 0} ${entry.code} ${entry.message}`)
  return { examined: report.number_of_files, problems: result.status === 0 ? problems : [...problems, ...(problems.length === 0 ? [result.stderr] : [])] }
})
await own('中文各归其位', checkChineseText)
await own('用词', checkWording)
await own('锁文件', checkLockFile)
await own('依赖没有已知的毛病', checkAdvisories)
await own('装依赖不跑脚本', checkInstallScripts)
await own('许可都看过', checkLicences)
await own('第三方清单属实', checkThirdParty)
await own('已发布的迁移未动', checkMigrations)
await own('故障表与测试相符', checkFaultsTable)
await own('依据属实', checkEvidence)
await own('没有机器路径', checkForeignWords)
tests('node')
tests('dom')
command('构建', process.execPath, [join(ROOT, 'build', 'build.ts')])
tests('e2e')
command('没有用不到的文件和依赖', bin('knip'), ['--no-progress'])
finish()
