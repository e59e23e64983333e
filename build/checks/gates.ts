import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './source-files.ts'

/** 一道关的结果。problems 为空即通过。 */
interface Outcome {
  readonly name: string
  readonly problems: readonly string[]
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** 通过与否都印出来的话。 */
  readonly notes: readonly string[]
}
export type Gate = () => Promise<Outcome>

const MOST_LINES = 50

/** 不跑测试的关:过了算一项通过。 */
export const outcome = (name: string, problems: readonly string[]): Outcome => ({ name, problems, passed: problems.length === 0 ? 1 : 0, failed: problems.length === 0 ? 0 : 1, skipped: 0, notes: [] })

/** 跑一个程序到结束,收下它说的话。 */
export const run = (program: string, parameters: readonly string[]): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: ROOT, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } })
    const heard = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8')
      child[stream].on('data', (text: string) => {
        heard[stream] += text
      })
    }
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, ...heard }))
  })

export const command = (name: string, program: string, parameters: readonly string[]): Gate => async () => {
  const { status, stdout, stderr } = await run(program, parameters)
  return outcome(name, status === 0 ? [] : `${stdout}\n${stderr}`.trim().split('\n').slice(-MOST_LINES))
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

/** 一组测试;组里一个也没跑到算不过。 */
export const testGroup = (project: string, vitest: string): Gate => async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'baolei-check-'))
  try {
    const file = join(scratch, 'report.json')
    const { status, stdout, stderr } = await run(vitest, ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
    const tail = `${stdout}\n${stderr}`.trim().split('\n').slice(-MOST_LINES)
    if (!existsSync(file)) return outcome(`测试 ${project}`, tail)
    const report = JSON.parse(readFileSync(file, 'utf8')) as TestReport
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = report
    const left = report.testResults.flatMap((entry) => entry.assertionResults).filter((entry) => entry.status === 'skipped' || entry.status === 'pending')
    const named = failures(report)
    const isGood = status === 0 && report.numTotalTests > 0
    return { name: `测试 ${project}:${passed} 过,${failed} 未过,${skipped} 跳过`, problems: isGood ? [] : named.length > 0 ? named : tail, passed, failed: isGood ? 0 : Math.max(failed, 1), skipped, notes: left.map(({ fullName }) => `- 跳过 ${fullName}`) }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** 一批一批地过:一批里的同时跑,跑完才到下一批;有一道不过就到此为止。印出结果,以退出码结束进程。 */
export const passGates = async (batches: readonly (readonly Gate[])[]): Promise<never> => {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const batch of batches) {
    const pass = async (gate: Gate): Promise<void> => {
      const from = performance.now()
      const { name, problems, notes, passed, failed, skipped } = await gate()
      tally.passed += passed
      tally.failed += failed
      tally.skipped += skipped
      for (const note of notes) console.log(note)
      console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}  ${((performance.now() - from) / 1000).toFixed(1)} s`)
      for (const problem of problems.slice(0, MOST_LINES)) console.log(`  ${problem}`)
    }
    await Promise.all(batch.map(pass))
    if (tally.failed > 0) break
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
  process.exit(tally.failed === 0 ? 0 : 1)
}
