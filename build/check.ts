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
import { command, outcome, passGates, run, testGroup, type Gate } from './checks/gates.ts'
import { requireNode } from './require-node.ts'

/**
 * `npm test`:一处改动要过的全部关口,先快后慢,有一关不过就不再往下。
 * 结尾一行写明通过、未过、跳过各多少;跳过的(本机没有的系统软件)逐条印出。
 */
requireNode()

const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const types = (project: string): Gate => command(`类型 ${project}`, bin('tsc'), ['-p', project])
const tests = (project: string): Gate => testGroup(project, bin('vitest'))
const own = (name: string, check: () => CheckResult | Promise<CheckResult>): Gate => async () => {
  const { examined, problems } = await check()
  return outcome(`${name}(看了 ${examined} 项)`, examined === 0 ? ['一项也没看到,检查落空'] : problems)
}
const oxlint = own('代码规范与层次', async () => {
  const { status, stdout, stderr } = await run(bin('oxlint'), ['--type-aware', '--format=json', 'shared', 'electron', 'renderer', 'build', 'test'])
  const report = JSON.parse(stdout) as { readonly number_of_files: number; readonly diagnostics: readonly { readonly message: string; readonly code: string; readonly filename: string; readonly labels: readonly { readonly span: { readonly line: number } }[] }[] }
  const problems = report.diagnostics.map((entry) => `${entry.filename}:${entry.labels[0]?.span.line ?? 0} ${entry.code} ${entry.message}`)
  return { examined: report.number_of_files, problems: status === 0 || problems.length > 0 ? problems : [stderr] }
})

await passGates([
  [types('shared'), types('electron/domain'), types('electron'), types('renderer'), types('test'), oxlint],
  [
    own('中文各归其位', checkChineseText),
    own('用词', checkWording),
    own('锁文件', checkLockFile),
    own('依赖没有已知的毛病', checkAdvisories),
    own('装依赖不跑脚本', checkInstallScripts),
    own('许可都看过', checkLicences),
    own('第三方清单属实', checkThirdParty),
    own('已发布的迁移未动', checkMigrations),
    own('故障表与测试相符', checkFaultsTable),
    own('依据属实', checkEvidence),
    own('没有机器路径', checkForeignWords),
    command('没有用不到的文件和依赖', bin('knip'), ['--no-progress']),
  ],
  [tests('node')],
  [command('构建', process.execPath, [join(ROOT, 'build', 'build.ts')])],
  // 真浏览器里的大半时间在等,和组件测试一起跑。
  [tests('dom'), tests('e2e')],
])
