// 把一个验收案例交给引擎。案例文件是外来数据,形状在案例说明里约定,这里按约定取用;
// 引擎拒绝的输入得到 { error, at }。
import { percentileRanks } from '../analysis/percentile.ts'
import { radarAxes } from '../analysis/radar.ts'
import { rankFirmness, type SmaaInput } from '../analysis/smaa.ts'
import { findTrend, type TrendConfig, type TrendPoint } from '../analysis/trend.ts'
import { findWeaknesses, type WeaknessConfig, type WeaknessItem } from '../analysis/weakness.ts'
import { zScores } from '../analysis/z-score.ts'
import { findDelta } from '../analysis/delta.ts'
import { allocate } from '../allocate.ts'
import { applyCorrections, type Correction } from '../corrections.ts'
import { evaluatePeriod } from '../evaluate.ts'
import { createRuleContext, type RuleInput } from '../facts.ts'
import type { LevelUnit } from '../gates.ts'
import type { PeriodInput } from '../input.ts'
import { pickVersion } from '../pick-version.ts'
import { prepareScheme } from '../prepare-scheme.ts'
import { rankUnits } from '../ranks.ts'
import { optionalNumber, parseNumber, toText } from '../rational.ts'
import { refuseFloats } from '../refuse-floats.ts'
import { relate, type Relation } from '../relation.ts'
import type { PeriodResult } from '../result.ts'
import { rollUp } from '../roll-up.ts'
import { DEFAULT_ROUNDING, readRounding, roundText, type RoundingConfig } from '../rounding.ts'
import type { Rule } from '../rule.ts'
import { evaluateRule } from '../rules/evaluate-rule.ts'
import type { Num, Opt, RollUpSpec, Scheme, Table } from '../scheme.ts'
import { ScoringError } from '../scoring-error.ts'
import { decideLevels } from '../star-levels.ts'
import { starSequence, type QuarterEntry } from '../star-sequence.ts'
import { validateScheme } from '../validate-scheme.ts'
import { runYearCase, type YearCaseInput } from './year-case.ts'

export interface GoldenCase {
  readonly id: string
  readonly kind: string
  readonly title?: string
  readonly spec?: string
  readonly scheme?: unknown
  readonly input: unknown
  readonly expected?: unknown
}

/** 案例写法里没有的附加字段不输出;没有星级效果时不写这一项。 */
function scoreShape(result: PeriodResult): unknown {
  const { effects: _effects, eventItems: _items, droppedEvents: _dropped, starEffects, ...shape } = result
  return starEffects.length === 0 ? shape : { ...shape, starEffects }
}

function textsOf(values: readonly ({ readonly n: bigint; readonly d: bigint } | null)[]): readonly (string | null)[] {
  return values.map((value) => (value === null ? null : toText(value)))
}

type Runner = (input: never, scheme: Scheme) => unknown

const RUNNERS = {
  score: (input: PeriodInput, scheme) => scoreShape(evaluatePeriod(scheme, input)),
  rule: (input: RuleInput & { readonly rule: Rule }) => {
    const outcome = evaluateRule(input.rule, createRuleContext(input))
    return { state: outcome.state, achievement: outcome.achievement === null ? null : toText(outcome.achievement) }
  },
  round: (input: RoundingConfig & { readonly values: readonly Num[] }) => ({
    values: input.values.map((value) => roundText(parseNumber(value), readRounding(input))),
  }),
  allocate: (input: RoundingConfig & { readonly parts: readonly Num[] }) =>
    allocate(input.parts.map(parseNumber), readRounding(input)),
  validate: (input: { readonly categories?: Opt<readonly string[]> }, scheme) => ({
    errors: validateScheme(scheme, input.categories ?? []),
  }),
  version: (input: { readonly schemes: readonly Scheme[]; readonly period: string; readonly input: PeriodInput }) => {
    const picked = pickVersion(input.schemes, input.period)
    const result = evaluatePeriod(picked, { ...input.input, period: input.period })
    return { version: picked.version, total: result.total }
  },
  rollup: (input: { readonly values: readonly Opt<Num>[]; readonly spec?: Opt<RollUpSpec>; readonly own?: Opt<Num> }, scheme) => {
    const rolled = rollUp(input.values, input.spec ?? scheme?.rollup?.quarter ?? {}, input.own)
    if (rolled.exact === null) return { status: rolled.status, exact: null, shown: null }
    return { status: rolled.status, exact: toText(rolled.exact), shown: roundText(rolled.exact, DEFAULT_ROUNDING) }
  },
  rank: (input: { readonly units: readonly LevelUnit[] }, scheme) => ({ ranks: rankUnits(scheme ?? {}, input.units) }),
  levels: (input: { readonly units: readonly LevelUnit[] }, scheme) => {
    const levels = decideLevels(scheme.stars ?? { levels: [] }, scheme, input.units)
    return { levels: Object.fromEntries(input.units.map((unit, index) => [unit.id, levels[index]])) }
  },
  starseq: (input: { readonly prev?: Opt<number>; readonly quarters: readonly QuarterEntry[] }, scheme) => ({
    sequence: starSequence(scheme.stars ?? { levels: [] }, scheme, input.prev, input.quarters).map(
      ({ star, reasons }) => ({ star, reasons }),
    ),
  }),
  percentile: (input: { readonly values: readonly Opt<Num>[] }) => ({
    percentile: textsOf(percentileRanks(input.values.map(optionalNumber))),
  }),
  zscore: (input: { readonly values: readonly Opt<Num>[] }) => zScores(input.values.map(optionalNumber)),
  trend: (input: { readonly series: readonly TrendPoint[]; readonly config?: Opt<TrendConfig> }) =>
    findTrend(input.series, input.config ?? {}),
  weakness: (input: { readonly items: readonly WeaknessItem[]; readonly config?: Opt<WeaknessConfig> }) => ({
    items: findWeaknesses(input.items, input.config ?? {}),
  }),
  radar: (input: {
    readonly dims: readonly (string | { readonly id: string })[]
    readonly own?: Opt<Table<Opt<Num>>>
    readonly peers?: Opt<readonly Table<Opt<Num>>[]>
  }) =>
    radarAxes(
      input.dims.map((dim) => (typeof dim === 'string' ? dim : dim.id)),
      input.own ?? {},
      input.peers ?? [],
    ),
  smaa: (input: SmaaInput) => rankFirmness(input),
  correction: (
    input: {
      readonly input: PeriodInput
      readonly corrections?: Opt<readonly Correction[]>
      readonly closedAt?: Opt<string>
    },
    scheme,
  ) => {
    const outcome = applyCorrections(prepareScheme(scheme), input.input, input.corrections ?? [], input.closedAt)
    return {
      revisions: outcome.revisions.map(({ revision, seq, result }) => ({ revision, seq, total: result.total })),
      skipped: outcome.skipped,
    }
  },
  relation: (
    input: {
      readonly a: PeriodInput
      readonly b: PeriodInput
      readonly schemeA?: Opt<Scheme>
      readonly schemeB?: Opt<Scheme>
      readonly relation: Relation
      readonly field?: Opt<string>
      readonly lines?: Opt<boolean>
    },
    scheme,
  ) =>
    relate(
      evaluatePeriod(input.schemeA ?? scheme, input.a),
      evaluatePeriod(input.schemeB ?? scheme, input.b),
      input.relation,
      input.field ?? 'totalExact',
      input.lines === true,
    ),
  delta: (
    input: {
      readonly before: PeriodInput
      readonly after: PeriodInput
      readonly schemeBefore?: Opt<Scheme>
      readonly schemeAfter?: Opt<Scheme>
    },
    scheme,
  ) =>
    findDelta(
      evaluatePeriod(input.schemeBefore ?? scheme, input.before),
      evaluatePeriod(input.schemeAfter ?? scheme, input.after),
    ),
  year: (input: YearCaseInput, scheme) => runYearCase(scheme, input),
} satisfies Readonly<Record<string, Runner>>

export type GoldenKind = keyof typeof RUNNERS

export const GOLDEN_KINDS: readonly string[] = Object.keys(RUNNERS)

function isKnownKind(kind: string): kind is GoldenKind {
  return Object.hasOwn(RUNNERS, kind)
}

export function runCase(golden: GoldenCase): unknown {
  if (!isKnownKind(golden.kind)) throw new Error(`unknown case kind: ${golden.kind}`)
  // 案例是约定好形状的外来 JSON,类型在此一次性认定;数的合法性由引擎逐个检查。
  const run = RUNNERS[golden.kind] as (input: unknown, scheme: unknown) => unknown
  try {
    refuseFloats(golden.scheme)
    refuseFloats(golden.input)
    return run(golden.input, golden.scheme)
  } catch (error) {
    if (error instanceof ScoringError) return { error: error.code, at: error.at }
    throw error
  }
}
