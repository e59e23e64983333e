import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { runGoldenCase, type CaseOutcome } from '../../../services/golden-cases.ts'
import { CliFailure } from '../cli-failure.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'

const namesUnder = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (cause) {
    throw new CliFailure('CASES_NOT_FOUND', { path: folder }, cause)
  }
}
const caseFiles = (folder: string): readonly string[] =>
  namesUnder(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)

/** 读不出来的文件当作空的,由核对的一方算没过,不连累别的案例。 */
const readCase = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/^\u{feff}/u, '')
  } catch {
    return ''
  }
}

/** `cases DIR [--kind a,b]`:把一个文件夹里的验收案例逐个交给评分引擎,每类各报多少,末行是合计。 */
export const runCases = (words: readonly string[], output: Output): number => {
  const options = parseOptions(words, ['kind'], [], ['DIR'])
  const folder = resolve(options.positionals[0] ?? '')
  const kinds = options.optional('kind')?.split(',').map((kind) => kind.trim()) ?? null
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CliFailure('CASES_NOT_FOUND', { path: folder })
  const outcomes: readonly CaseOutcome[] = caseFiles(folder)
    .map((path) => runGoldenCase(path.slice(folder.length + 1), readCase(path), kinds))
    .filter((outcome) => outcome !== null)
  if (outcomes.length === 0) throw new CliFailure('CASES_NOT_FOUND', { path: folder })
  for (const { id, kind, difference } of outcomes) if (difference !== null) output.line(cliText.caseFailed(id, kind, difference))
  const byKind = Map.groupBy(outcomes, ({ kind }) => kind)
  for (const [kind, all] of [...byKind].sort(([a], [b]) => a.localeCompare(b, 'en'))) {
    const passed = all.filter(({ difference }) => difference === null).length
    output.line(`${kind}: ${passed} passed, ${all.length - passed} failed`)
  }
  const failed = outcomes.filter(({ difference }) => difference !== null).length
  output.line(`${outcomes.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
