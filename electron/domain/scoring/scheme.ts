// 考核方案的数据格式。省略的字段取默认值;数一律是整数或“小数、分数、百分数”文本。
import type { RoundingConfig } from './rounding.ts'
import type { Rule } from './rule.ts'

export type Num = string | number
export type Opt<T> = T | null | undefined
export type Table<T> = Readonly<Record<string, T>>

export interface Dimension {
  readonly id: string
  readonly name?: Opt<string>
  readonly weight?: Opt<Num>
}

export type IndicatorKind = 'base' | 'special' | 'bonus' | 'deduct' | 'veto'
export type IndicatorPeriod = 'month' | 'quarter' | 'year'
export type MissingRule = 'zero' | 'exclude' | 'carry' | 'block'
export type Redistribution = 'dimension' | 'total' | 'none'

export interface Hybrid {
  readonly mode?: Opt<'coefficient' | 'weighted' | 'min' | 'override'>
  readonly autoShare?: Opt<Num>
  readonly whenManualMissing?: Opt<'missing' | 'auto'>
}

export interface RaterGroup {
  readonly id: string
  readonly weight?: Opt<Num>
  readonly agg?: Opt<'mean' | 'median' | 'trimmed'>
}

export interface Raters {
  readonly scale?: Opt<Num>
  readonly groups: readonly RaterGroup[]
  readonly minCount?: Opt<Table<number>>
  readonly missingGroup?: Opt<'missing' | 'renormalise'>
}

export interface EvidenceRule {
  readonly required: number
  readonly cap?: Opt<Num>
}

export type VetoEffect =
  | { readonly type: 'zero_indicator'; readonly indicator: string }
  | { readonly type: 'zero_dimension'; readonly dim: string }
  | { readonly type: 'cap_total'; readonly value: Num }
  | { readonly type: 'cap_star'; readonly star: number }
  | { readonly type: 'fail_period' }
  | { readonly type: 'disqualify_year' }
  | { readonly type: 'revoke_star'; readonly lock?: Opt<number> }

export interface Indicator {
  readonly id: string
  readonly kind: IndicatorKind
  readonly dim?: Opt<string>
  readonly categories?: Opt<readonly string[]>
  readonly full?: Opt<Num>
  readonly fullByCategory?: Opt<Table<Num>>
  readonly weight?: Opt<Num>
  readonly period?: Opt<IndicatorPeriod>
  readonly dueMonths?: Opt<readonly number[]>
  readonly source?: Opt<'auto' | 'manual' | 'hybrid'>
  readonly rule?: Opt<Rule>
  readonly hybrid?: Opt<Hybrid>
  readonly raters?: Opt<Raters>
  readonly minRatio?: Opt<Num>
  readonly evidence?: Opt<EvidenceRule>
  readonly missing?: Opt<MissingRule>
  readonly per?: Opt<Num>
  readonly levels?: Opt<Table<Num>>
  readonly cap?: Opt<Num>
  readonly target?: Opt<string>
  readonly unit?: Opt<'total' | 'dimension100'>
  readonly effects?: Opt<readonly VetoEffect[]>
}

export interface Level {
  readonly star: number
  readonly min: Num
  readonly minByCategory?: Opt<Table<Num>>
}

export type Gate = { readonly star: number } & (
  | { readonly type: 'dim_ratio'; readonly min: Num; readonly dims?: Opt<readonly string[]> }
  | { readonly type: 'dims_below'; readonly below: Num; readonly max: number; readonly dims?: Opt<readonly string[]> }
  | { readonly type: 'indicator'; readonly id: string; readonly min: Num }
  | { readonly type: 'max_deductions'; readonly max: Num }
  | { readonly type: 'prev_star'; readonly min: number }
  | { readonly type: 'flag'; readonly flag: string }
  | { readonly type: 'quarters_star'; readonly star_level: number; readonly atLeast: number }
  | { readonly type: 'no_quarter_below'; readonly star_level: number }
)

export interface Quota {
  readonly star: number
  readonly pct?: Opt<Num>
  readonly count?: Opt<number>
  readonly rounding?: Opt<'floor' | 'ceil' | 'half'>
  readonly min?: Opt<number>
}

export interface LevelConfig {
  readonly levels: readonly Level[]
  readonly gates?: Opt<readonly Gate[]>
  readonly promotion?: Opt<{ readonly maxStep?: Opt<number>; readonly maxDrop?: Opt<number> }>
  readonly quota?: Opt<readonly Quota[]>
  readonly quotaScope?: Opt<'category' | 'all'>
  readonly quotaBase?: Opt<'assessed' | 'all'>
  readonly quotaTie?: Opt<'include' | 'exclude'>
}

export interface RollUpSpec {
  readonly method?: Opt<'mean' | 'weighted' | 'sum' | 'min' | 'max' | 'last' | 'trimmed'>
  readonly weights?: Opt<readonly Num[]>
  readonly missing?: Opt<'skip' | 'zero' | 'block'>
  readonly minCount?: Opt<number>
  readonly ownShare?: Opt<Num>
  readonly use?: Opt<'exact' | 'rounded'>
}

export interface TieBreak {
  readonly key: 'dimension' | 'indicator' | 'deductions' | 'bonus' | 'prevTotal' | 'vetoCount'
  readonly id?: Opt<string>
  readonly order?: Opt<'desc' | 'asc'>
}

export interface Ranking {
  readonly scope?: Opt<'category' | 'all'>
  readonly method?: Opt<'competition' | 'dense'>
  readonly tiebreak?: Opt<readonly TieBreak[]>
}

/** 排名与定星共用的部分:公布值还是精确值、舍入、排名口径。 */
export interface StandingRules {
  readonly ranking?: Opt<Ranking>
  readonly rounding?: Opt<RoundingConfig>
  readonly decideOn?: Opt<'rounded' | 'exact'>
}

export interface Scheme extends StandingRules {
  readonly id?: Opt<string>
  readonly version?: Opt<number>
  readonly status?: Opt<'draft' | 'published' | 'retired'>
  readonly effectiveFrom?: Opt<string>
  /** 多久评一次;引擎不看,取数与登记按它定周期。 */
  readonly basePeriod?: Opt<'month' | 'quarter'>
  readonly mode?: Opt<'points' | 'weights'>
  readonly fullTotal?: Opt<Num>
  readonly normalise?: Opt<boolean>
  readonly dimensions: readonly Dimension[]
  readonly indicators: readonly Indicator[]
  readonly missing?: Opt<{
    readonly default?: Opt<MissingRule>
    readonly redistribute?: Opt<Redistribution>
    readonly minCoverage?: Opt<Num>
    readonly carryMaxAge?: Opt<number>
  }>
  readonly bonus?: Opt<{ readonly cap?: Opt<Num>; readonly noDuplicateMatter?: Opt<boolean> }>
  readonly deduct?: Opt<{ readonly cap?: Opt<Num> }>
  readonly total?: Opt<{
    readonly floor?: Opt<Num>
    readonly floorStage?: Opt<'beforeBonus' | 'afterBonus'>
    readonly cap?: Opt<Num>
  }>
  readonly bands?: Opt<readonly { readonly label: string; readonly min: Num }[]>
  readonly stars?: Opt<LevelConfig>
  readonly annual?: Opt<LevelConfig & { readonly rollup?: Opt<RollUpSpec> }>
  readonly rollup?: Opt<{ readonly quarter?: Opt<RollUpSpec> }>
}
