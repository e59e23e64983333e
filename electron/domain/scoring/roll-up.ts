// 汇总:月到季、季到年。默认平均;缺的月份可略过(权重重摊)、按零、或阻断;可设最少月数;
// 可带一份自评验收 Q = (1-s)×汇总 + s×自身。用精确值汇总,不用舍入后的值。
import { assertNever } from '../../../shared/util/assert-never.ts'
import {
  ONE,
  ZERO,
  add,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  numberOr,
  optionalNumber,
  parseNumber,
  subtract,
  sum,
  type Rational,
} from './rational.ts'
import type { Num, Opt, RollUpSpec } from './scheme.ts'
import { mean, trimmedMean } from './statistics.ts'

export type RollUp =
  | { readonly status: 'ok'; readonly exact: Rational }
  | { readonly status: 'insufficient' | 'blocked'; readonly exact: null }

const INSUFFICIENT: RollUp = { status: 'insufficient', exact: null }
const BLOCKED: RollUp = { status: 'blocked', exact: null }

interface Entry {
  readonly value: Rational
  readonly weight: Rational
}

function weightedMean(entries: readonly Entry[]): Rational | null {
  const weights = sum(entries.map((entry) => entry.weight))
  if (weights.n === 0n) return null
  return divide(sum(entries.map((entry) => multiply(entry.value, entry.weight))), weights)
}

function combine(spec: RollUpSpec, entries: readonly Entry[]): Rational | null {
  const values = entries.map((entry) => entry.value)
  const last = values.at(-1)
  if (last === undefined) return null
  const method = spec.method ?? 'mean'
  switch (method) {
    case 'mean':
      return mean(values)
    case 'weighted':
      return weightedMean(entries)
    case 'sum':
      return sum(values)
    case 'min':
      return values.reduce(minimum)
    case 'max':
      return values.reduce(maximum)
    case 'last':
      return last
    case 'trimmed':
      return trimmedMean(values)
    default:
      return assertNever(method)
  }
}

function readEntries(values: readonly Opt<Num>[], spec: RollUpSpec): readonly Entry[] {
  const entries: Entry[] = []
  for (const [index, raw] of values.entries()) {
    const value = optionalNumber(raw)
    if (value === null && spec.missing !== 'zero') continue
    const weight = spec.weights?.[index]
    entries.push({ value: value ?? ZERO, weight: weight === undefined ? ONE : parseNumber(weight) })
  }
  return entries
}

function isNothing(value: Opt<Num>): boolean {
  return value === null || value === undefined
}

/** values 从早到晚,null 表示该期没有结果(不合格的一期是 0,照算)。 */
export function rollUp(values: readonly Opt<Num>[], spec: RollUpSpec, own?: Opt<Num>): RollUp {
  if (spec.missing === 'block' && values.some(isNothing)) return BLOCKED
  const present = values.filter((value) => !isNothing(value)).length
  if (present < (spec.minCount ?? 1)) return INSUFFICIENT
  const rolled = combine(spec, readEntries(values, spec))
  if (rolled === null) return INSUFFICIENT
  const share = numberOr(spec.ownShare, ZERO)
  if (compare(share, ZERO) === 0) return { status: 'ok', exact: rolled }
  const acceptance = optionalNumber(own)
  if (acceptance === null) return BLOCKED
  return { status: 'ok', exact: add(multiply(subtract(ONE, share), rolled), multiply(share, acceptance)) }
}
