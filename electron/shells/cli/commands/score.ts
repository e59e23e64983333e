import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import type { ResultSummary } from '../../../../shared/model/evaluation.ts'
import { monthSchema } from '../../../../shared/model/common.ts'
import { findBranch } from '../branches.ts'
import { UsageError, valueOf } from '../cli-failure.ts'
import { withStore } from '../cli-core.ts'
import { printJson, type Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

const toJson = ({ branchCode, branchName, category, total, star, dimensions }: ResultSummary) => ({
  branch: { code: branchCode, name: branchName, category },
  total,
  star,
  dimensions: dimensions.map(({ name, ratio }) => ({ name, ratio })),
})

/** `score --store DIR --period 2026-09 [--branch CODE] [--json]`:计算一个月,印出成绩。 */
export const runScore = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, [...STORE_OPTIONS, 'period', 'branch'], ['json'], [])
  const store = readStoreAddress(options)
  const period = monthSchema.safeParse(options.required('period'))
  if (!period.success) throw new UsageError(cliText.badPeriod)
  const branch = options.optional('branch')
  const results = await withStore(store, async (cli) => {
    const only = branch === null ? null : (await findBranch(cli, branch)).id
    const { results: all } = await valueOf(cli.api.evaluation.scorePeriod({ period: period.data }, { onProgress: ({ done, total }) => process.stderr.isTTY && output.note(cliText.progress(done, total)) }))
    return all.filter(({ branchId }) => only === null || branchId === only)
  })
  if (options.flag('json')) printJson(output, results.map(toJson))
  else for (const { branchCode, branchName, total, star, missingCount } of results) output.line(cliText.scoreLine(branchCode, branchName, total, star, missingCount))
  return 0
}
