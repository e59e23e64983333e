import { createHash } from 'node:crypto'
import type { StandingEntry, StandingRow } from '../../../../shared/model/evaluation-period.ts'
import { isBasePeriod, isQuarter, lastMonthOf, monthsBetween, monthsOfQuarter, previousQuarter, quartersIn } from '../../../domain/evaluation/base-period.ts'
import { quarterStandings, yearStandings, type QuarterBranch, type Recognised, type Standing, type YearBranch } from '../../../domain/evaluation/standings.ts'
import { canonicalJson } from '../../../domain/scoring/canonical-json.ts'
import type { StandingRecord, StandingRepo, StoredEntry } from '../../../store/repos/standing-repo.ts'
import type { ScoreRepo, StoredScore } from '../../../store/repos/score-repo.ts'
import type { Transaction } from '../../../store/unit-of-work.ts'
import type { BranchDirectory, BranchEntry } from '../branch-directory.ts'
import type { LoadedVersion, SchemeLibrary } from '../schemes/scheme-library.ts'

interface Parts {
  readonly schemes: SchemeLibrary
  readonly branches: BranchDirectory
  readonly scores: ScoreRepo
  readonly standings: StandingRepo
}
/** 一期定级要用的全部:输入的摘要、各支部的结果。 */
export interface StandingRun {
  readonly version: LoadedVersion
  readonly standings: readonly Standing[]
  readonly inputText: string
  readonly inputHash: string
}

const recognisedOf = (entries: readonly StoredEntry[]): Recognised => {
  const last = (kind: StoredEntry['kind']): string | null => entries.findLast((entry) => entry.kind === kind)?.value ?? null
  const direct = last('direct_award')
  return { direct: direct === null ? null : Number(direct), flags: entries.filter(({ kind }) => kind === 'flag').map(({ code }) => code).toSorted(), own: last('own_part') }
}
const isDisqualifying = ({ result }: StoredScore): boolean => result.effects.some(({ type }) => type === 'disqualify_year')

/** 季度星级、年度等次:照各月(季)现行的成绩和另行认定的算,有变才追加。 */
export const createStandingDesk = ({ schemes, branches, scores, standings }: Parts) => {
  const entriesBy = (period: string): ReadonlyMap<string, readonly StoredEntry[]> => Map.groupBy(standings.entries(period), ({ branchId }) => branchId)
  /** 各月现行的成绩:月份 → 支部 → 成绩。 */
  const monthScores = (months: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, StoredScore>> => new Map(months.map((month) => [month, new Map(scores.latestOfPeriod(month).map((score) => [score.branchId, score]))]))
  const baseMonths = (version: LoadedVersion, quarter: string): readonly string[] => monthsOfQuarter(quarter).filter((month) => isBasePeriod(version.body.scheme, month))

  const quarterInput = (version: LoadedVersion, quarter: string, listed: readonly BranchEntry[]): readonly QuarterBranch[] => {
    const months = baseMonths(version, quarter)
    const own = monthScores(monthsBetween(`${quarter.slice(0, 4)}-01`, lastMonthOf(quarter)))
    const before = standings.latestOf(previousQuarter(quarter))
    const entries = entriesBy(quarter)
    return listed.map(({ id, category }) => ({
      id,
      category,
      months: months.map((month) => own.get(month)?.get(id)?.result ?? null),
      previousStar: before.get(id)?.star ?? null,
      lock: before.get(id)?.lock ?? 0,
      // 取消评先资格从事发的那个月起到年底(scoring 1.9)。
      disqualified: [...own.values()].some((month) => {
        const score = month.get(id)
        return score !== undefined && isDisqualifying(score)
      }),
      ...recognisedOf(entries.get(id) ?? []),
    }))
  }
  const yearInput = (year: string, listed: readonly BranchEntry[]): readonly YearBranch[] => {
    const quarters = quartersIn(year).map((quarter) => standings.latestOf(quarter))
    const own = monthScores(monthsBetween(`${year}-01`, `${year}-12`))
    const entries = entriesBy(year)
    return listed.map(({ id, category }) => ({
      id,
      category,
      quarters: quarters.map((quarter) => {
        const found = quarter.get(id)
        return { exact: found?.totalExact ?? null, published: found?.total ?? null, star: found?.star ?? null }
      }),
      disqualified: [...own.values()].some((month) => {
        const score = month.get(id)
        return score !== undefined && isDisqualifying(score)
      }),
      ...recognisedOf(entries.get(id) ?? []),
    }))
  }

  /** 只算不存。@throws DeclaredFailure NO_SCHEME */
  const run = (period: string): StandingRun => {
    const last = lastMonthOf(period)
    const version = schemes.lastInForce(last)
    const listed = branches.all(version.periodOf(last))
    const { scheme } = version.body
    const [input, found] = isQuarter(period)
      ? ((): readonly [unknown, readonly Standing[]] => {
          const given = quarterInput(version, period, listed)
          return [given, quarterStandings(scheme, given)]
        })()
      : ((): readonly [unknown, readonly Standing[]] => {
          const given = yearInput(period, listed)
          return [given, yearStandings(scheme, given)]
        })()
    const inputText = canonicalJson({ scheme: version.hash, version: version.version, period, input })
    return { version, standings: found, inputText, inputHash: createHash('sha256').update(inputText, 'utf8').digest('hex') }
  }

  const recordOf = (transaction: Transaction, { version, inputHash }: StandingRun, found: Standing, revision: number): StandingRecord => ({
    branchId: found.id,
    versionId: version.id,
    revision,
    knownAt: transaction.at,
    category: found.category,
    status: found.total.status,
    totalExact: found.total.exact,
    total: found.total.published,
    band: found.band,
    star: found.level.star,
    lock: found.level.lock,
    reasons: found.level.reasons.join(' '),
    rank: found.rank?.rank ?? null,
    rankOf: found.rank?.of ?? null,
    tied: found.rank?.tied === true ? 1 : 0,
    inputHash,
  })
  const outcomeOf = ({ knownAt: _knownAt, revision: _revision, inputHash: _inputHash, ...outcome }: StandingRecord): string => JSON.stringify(outcome)

  const rows = (period: string): { readonly version: LoadedVersion; readonly rows: StandingRow[] } => {
    const last = lastMonthOf(period)
    const version = schemes.lastInForce(last)
    const heads = standings.latestOf(period)
    const before = isQuarter(period) ? standings.latestOf(previousQuarter(period)) : new Map<string, StandingRecord>()
    const entries = entriesBy(period)
    const partPeriods = isQuarter(period) ? baseMonths(version, period) : quartersIn(period)
    const partsOf = partPeriods.map((part) => {
      const found = isQuarter(part) ? standings.latestOf(part) : new Map(scores.latestHeads(part).map((head) => [head.branchId, head]))
      return { part, found }
    })
    return {
      version,
      rows: branches.all(version.periodOf(last)).map((branch) => {
        const head = heads.get(branch.id)
        const own = entries.get(branch.id) ?? []
        const decided = own.findLast(({ kind }) => kind === 'deviation')
        const parts = partsOf.map(({ part, found }) => ({ period: part, total: found.get(branch.id)?.total ?? null, star: found.get(branch.id)?.star ?? null }))
        const touched = Math.max(standings.entriesTouchedAt(period, branch.id), ...partsOf.map(({ found }) => found.get(branch.id)?.knownAt ?? 0))
        return {
          branchId: branch.id,
          branchCode: branch.code,
          branchName: branch.name,
          category: head?.category ?? branch.category,
          status: head?.status ?? null,
          total: head?.total ?? null,
          parts,
          band: head?.band ?? null,
          star: head?.star ?? null,
          reasons: (head?.reasons ?? '').split(' ').filter((reason) => reason !== ''),
          rank: head === undefined || head.rank === null || head.rankOf === null ? null : { rank: head.rank, of: head.rankOf, tied: head.tied === 1 },
          lock: head?.lock ?? 0,
          previousStar: before.get(branch.id)?.star ?? null,
          decidedStar: decided === undefined ? null : Number(decided.value),
          entries: own.map(({ period: _period, updatedAt: _updatedAt, ...entry }): StandingEntry => entry),
          revision: head?.revision ?? 0,
          stale: head !== undefined && (touched > head.knownAt || head.versionId !== version.id),
        }
      }),
    }
  }
  /**
   * 存下:结果有变的追加一个修订;依据变了而结果没变的也追加,记下已经照新的依据算过,不再说要重算。
   * exact 为真时(冻结)每一行都要指着同一份输入。
   *
   * @returns 结果有变的几个。
   */
  const store = (transaction: Transaction, period: string, given: StandingRun, exact: boolean): number => {
    const heads = standings.latestOf(period)
    const stale = exact ? null : new Set(rows(period).rows.flatMap((row) => (row.stale ? [row.branchId] : [])))
    let changed = 0
    for (const found of given.standings) {
      const head = heads.get(found.id)
      const next = recordOf(transaction, given, found, (head?.revision ?? 0) + 1)
      const isSame = head !== undefined && outcomeOf(head) === outcomeOf(next)
      const isOutdated = stale === null ? head?.inputHash !== next.inputHash : stale.has(found.id)
      if (isSame && !isOutdated) continue
      standings.append(transaction, period, next)
      if (!isSame) changed += 1
    }
    return changed
  }

  return { run, store, rows, baseMonths }
}
