// 汇总量:条数、合计、平均、最大、最小,或支部参数、常数。
// 没有该字段的记录不参与合计、平均、最大、最小;没有记录时条数与合计为 0,其余为“空”。
import { assertNever } from '../../../../shared/util/assert-never.ts'
import type { RuleContext } from '../facts.ts'
import { lookup } from '../lookup.ts'
import { fromInteger, maximum, minimum, optionalNumber, parseNumber, sum, type Rational } from '../rational.ts'
import { mean } from '../statistics.ts'
import type { Aggregate, AggregateFunction } from '../rule.ts'
import { takeFacts, type FactSetRole, type RuleTrace } from './rule-outcome.ts'

export type Amount =
  | { readonly state: 'value'; readonly value: Rational }
  | { readonly state: 'empty' }
  | { readonly state: 'missing' }

const MISSING_AMOUNT: Amount = { state: 'missing' }

/** 支部参数:没有就是未知。 */
export function readParam(name: string, context: RuleContext): Rational | null {
  return optionalNumber(lookup(context.params, name))
}

function combine(fn: Exclude<AggregateFunction, 'count'>, values: readonly Rational[]): Rational | null {
  switch (fn) {
    case 'sum':
      return sum(values)
    case 'avg':
      return mean(values)
    case 'max':
      return values.length === 0 ? null : values.reduce(maximum)
    case 'min':
      return values.length === 0 ? null : values.reduce(minimum)
    default:
      return assertNever(fn)
  }
}

export function aggregate(spec: Aggregate, context: RuleContext, role: FactSetRole, trace: RuleTrace | null): Amount {
  if ('param' in spec) {
    const value = readParam(spec.param, context)
    return value === null ? MISSING_AMOUNT : { state: 'value', value }
  }
  if ('const' in spec) return { state: 'value', value: parseNumber(spec.const) }
  const facts = takeFacts(spec, context, role, trace)
  if (facts === null) return MISSING_AMOUNT
  if (spec.fn === 'count') return { state: 'value', value: fromInteger(facts.length) }
  const values: Rational[] = []
  for (const { fact } of facts) {
    const value = optionalNumber(lookup(fact, spec.field ?? ''))
    if (value !== null) values.push(value)
  }
  const value = combine(spec.fn, values)
  return value === null ? { state: 'empty' } : { state: 'value', value }
}
