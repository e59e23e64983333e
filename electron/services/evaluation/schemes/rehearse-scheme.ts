import type { RehearsalRow } from '../../../../shared/model/scheme.ts'
import { isBasePeriod, monthsOfQuarter, quarterOf } from '../../../domain/evaluation/base-period.ts'
import { quarterStandings, yearStandings, type Standing, type YearBranch } from '../../../domain/evaluation/standings.ts'
import { add, compare, divide, fromInteger, parseNumber, subtract, ZERO, type Rational } from '../../../domain/scoring/rational.ts'
import type { PeriodResult } from '../../../domain/scoring/result.ts'
import { readRounding, roundText } from '../../../domain/scoring/rounding.ts'
import { inSlices } from '../../roster-import/in-slices.ts'
import type { BranchDirectory, BranchEntry } from '../branch-directory.ts'
import type { BranchScorer } from '../score-branch.ts'
import { lineName } from './scheme-view.ts'
import type { LoadedVersion, SchemeLibrary } from './scheme-library.ts'

const REASONS = 3
const NOBODY = { direct: null, flags: [], own: null } as const

/** 一个支部几个月的成绩:月份 → 成绩。 */
type Months = ReadonlyMap<string, PeriodResult>
interface Side {
  readonly version: LoadedVersion
  readonly months: ReadonlyMap<string, Months>
}

/** 几个月合起来怎样:一季以内按季评星,跨季的有年度等次就按年定级,没有就看最后一季。 */
const standingsOver = ({ version, months }: Side, branches: readonly BranchEntry[], periods: readonly string[]): readonly Standing[] => {
  const { scheme } = version.body
  const stars = new Map<string, (Standing | undefined)[]>()
  let last: readonly Standing[] = []
  for (const quarter of new Set(periods.map(quarterOf))) {
    const own = scheme.basePeriod === 'quarter' ? monthsOfQuarter(quarter).slice(-1) : monthsOfQuarter(quarter)
    last = quarterStandings(
      scheme,
      branches.map(({ id, category }) => {
        const before = stars.get(id)?.at(-1)
        return { id, category, months: own.map((month) => months.get(id)?.get(month) ?? null), previousStar: before?.level.star ?? null, lock: before?.level.lock ?? 0, disqualified: false, ...NOBODY }
      }),
    )
    for (const standing of last) stars.set(standing.id, [...(stars.get(standing.id) ?? []), standing])
  }
  if (scheme.annual === null || scheme.annual === undefined || [...stars.values()].every((own) => own.length < 2)) return last
  return yearStandings(
    scheme,
    branches.map(({ id, category }): YearBranch => ({
      id,
      category,
      quarters: (stars.get(id) ?? []).map((one) => ({ exact: one?.total.exact ?? null, published: one?.total.published ?? null, star: one?.level.star ?? null })),
      disqualified: [...(months.get(id)?.values() ?? [])].some(({ effects }) => effects.some(({ type }) => type === 'disqualify_year')),
      ...NOBODY,
    })),
  )
}

/** 各行(维度、加分、扣分……)平均每期几分,按名称。 */
const linesOf = ({ version, months }: Side, branchId: string): ReadonlyMap<string, Rational> => {
  const sums = new Map<string, Rational>()
  const results = [...(months.get(branchId)?.values() ?? [])].filter(({ total }) => total !== null)
  for (const { lines } of results)
    for (const { key, exact } of lines) {
      const name = lineName(version.body, key)
      sums.set(name, add(sums.get(name) ?? ZERO, parseNumber(exact)))
    }
  return new Map([...sums].map(([name, value]) => [name, divide(value, fromInteger(results.length))]))
}

const reasonsFor = (before: Side, after: Side, branchId: string): RehearsalRow['reasons'] => {
  const [old, fresh] = [linesOf(before, branchId), linesOf(after, branchId)]
  const rounding = readRounding(after.version.body.scheme.rounding)
  const size = (value: Rational): Rational => (compare(value, ZERO) < 0 ? subtract(ZERO, value) : value)
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((name) => ({ name, change: subtract(fresh.get(name) ?? ZERO, old.get(name) ?? ZERO) }))
    .filter(({ change }) => change.n !== 0n)
    .toSorted((a, b) => compare(size(b.change), size(a.change)))
    .slice(0, REASONS)
    .map(({ name, change }) => ({ name, change: roundText(change, rounding) }))
}

interface Parts {
  readonly schemes: SchemeLibrary
  readonly branches: BranchDirectory
  readonly scorer: BranchScorer
}
interface Watch {
  readonly signal: AbortSignal
  progress(progress: { readonly done: number; readonly total: number; readonly stage: string }): void
}

/**
 * 试算:同样的记录,照现行方案与照草稿各算一遍,什么也不存(scoring 3.7、4.4)。
 * 草稿里没有的指标,原来的手工分用不上;新添的手工指标还没有人评,按缺项的办法算。
 */
export const createRehearsal = ({ schemes, branches, scorer }: Parts) => async (draft: LoadedVersion, months: readonly string[], watch: Watch): Promise<{ readonly periods: string[]; readonly rows: RehearsalRow[] }> => {
  const last = months.at(-1) ?? ''
  const listed = branches.all(last)
  const current = schemes.lastInForce(last)
  const compute = async (version: LoadedVersion, offset: number, total: number): Promise<Side> => {
    const found = new Map<string, Map<string, PeriodResult>>()
    const work = months.filter((month) => isBasePeriod(version.body.scheme, month)).flatMap((month) => listed.map((branch) => ({ month, branch })))
    await inSlices(
      work,
      watch.signal,
      ({ month, branch }) => {
        const own = found.get(branch.id) ?? new Map<string, PeriodResult>()
        own.set(month, scorer.computeWith(version, branch, month).result)
        found.set(branch.id, own)
      },
      (done) => watch.progress({ done: offset + done, total, stage: 'score' }),
    )
    return { version, months: found }
  }
  const steps = months.length * listed.length
  const before = await compute(current, 0, steps * 2)
  const after = await compute(draft, steps, steps * 2)
  const [old, fresh] = [standingsOver(before, listed, months), standingsOver(after, listed, months)]
  return {
    periods: [...months],
    rows: listed.map((branch, index) => ({
      branchId: branch.id,
      branchName: branch.name,
      category: branch.category,
      before: { total: old[index]?.total.published ?? null, star: old[index]?.level.star ?? null },
      after: { total: fresh[index]?.total.published ?? null, star: fresh[index]?.level.star ?? null },
      reasons: reasonsFor(before, after, branch.id),
    })),
  }
}
