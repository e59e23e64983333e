import { quarterUnit, rollUpTotals, type RolledTotal } from '../scoring/quarter.ts'
import { rankUnits, type Rank } from '../scoring/ranks.ts'
import type { PeriodResult } from '../scoring/result.ts'
import type { LevelUnit } from '../scoring/gates.ts'
import type { LevelConfig, Scheme, StandingRules } from '../scoring/scheme.ts'
import { decideLevels, type LevelResult } from '../scoring/star-levels.ts'

/** 评上一级之外另行认定的:上级直接定级、具备的条件、专项验收的分。 */
export interface Recognised {
  readonly direct: number | null
  readonly flags: readonly string[]
  /** 季度专项、年度综合的分(满分同总分);没有为 null。 */
  readonly own: string | null
}
export interface QuarterBranch extends Recognised {
  readonly id: string
  readonly category: string | null
  /** 本季各月(按季评的就一个)的成绩;没有算过的为 null。 */
  readonly months: readonly (PeriodResult | null)[]
  readonly previousStar: number | null
  readonly lock: number
  readonly disqualified: boolean
}
export interface YearBranch extends Recognised {
  readonly id: string
  readonly category: string | null
  readonly quarters: readonly { readonly exact: string | null; readonly published: string | null; readonly star: number | null }[]
  readonly disqualified: boolean
}
/** 一个支部一季或一年的定级。 */
export interface Standing {
  readonly id: string
  readonly category: string | null
  readonly total: RolledTotal
  readonly level: LevelResult
  /** 只看分数线够得上的星;没有成绩为 null。 */
  readonly band: number | null
  readonly rank: Rank | null
}

const NO_LEVELS: LevelConfig = { levels: [] }
/** 没有算过的那个月:占着位置(按权重合成、缺月即停都要看是第几个月),没有分,也没有否决。 */
const NOT_COMPUTED: PeriodResult = { status: 'insufficient', coverage: null, vetoes: [], starCap: null, bonus: '0', deductions: '0', indicators: {}, dimensions: {}, lines: [], totalExact: null, total: null, starEffects: [], effects: [], eventItems: [], droppedEvents: [] }

const standingsOf = (config: LevelConfig, rules: StandingRules, units: readonly LevelUnit[], totals: readonly RolledTotal[]): Standing[] => {
  const levels = decideLevels(config, rules, units)
  const bands = decideLevels({ levels: config.levels }, rules, units.map(({ id, category, total, status }): LevelUnit => ({ id, category, total, status })))
  const ranks = rankUnits(rules, units)
  return units.map((unit, index) => ({
    id: unit.id,
    category: unit.category ?? null,
    total: totals[index] ?? { status: 'not_rated', exact: null, published: null, decided: null },
    level: levels[index] ?? { star: null, reasons: [], lock: 0 },
    band: bands[index]?.star ?? null,
    rank: ranks[unit.id] ?? null,
  }))
}

/**
 * 季评星:各月合成,再定级、排名(scoring 1.11 至 1.13)。全部支部一起定,名额才分得对。
 *
 * @returns 与给的支部同序。
 */
export const quarterStandings = (scheme: Scheme, branches: readonly QuarterBranch[]): readonly Standing[] => {
  const rolled = branches.map((branch) => {
    const months = branch.months.map((month) => month ?? NOT_COMPUTED)
    const { rolled: total, unit } = quarterUnit(scheme, scheme.rollup?.quarter ?? {}, { id: branch.id, category: branch.category, months, prev: branch.previousStar, lock: branch.lock, isDisqualified: branch.disqualified, own: branch.own })
    return { total, unit: { ...unit, direct: branch.direct, flags: branch.flags } }
  })
  return standingsOf(
    scheme.stars ?? NO_LEVELS,
    scheme,
    rolled.map(({ unit }) => unit),
    rolled.map(({ total }) => total),
  )
}

/** 年定级:各季合成,再按年度的级别、门槛、名额定。次序项(某维度、某指标)只在季度里有意义,年度不用。 */
export const yearStandings = (scheme: Scheme, branches: readonly YearBranch[]): readonly Standing[] => {
  const rules: StandingRules = { ...scheme, ranking: { ...scheme.ranking, tiebreak: [] } }
  const spec = scheme.annual?.rollup ?? {}
  const totals = branches.map((branch) => rollUpTotals(rules, spec, branch.quarters.map((quarter) => (spec.use === 'rounded' ? quarter.published : quarter.exact)), branch.own))
  const units = branches.map((branch, index): LevelUnit => ({
    id: branch.id,
    category: branch.category,
    status: totals[index]?.status,
    total: totals[index]?.decided,
    prev: null,
    disqualified: branch.disqualified,
    direct: branch.direct,
    flags: branch.flags,
    quarterStars: branch.quarters.map(({ star }) => star),
  }))
  return standingsOf(scheme.annual ?? NO_LEVELS, rules, units, totals)
}
