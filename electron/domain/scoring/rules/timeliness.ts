// 及时规则:到期日落在时间窗内的任务,按迟交天数得分,加权平均。
// 截止日之后才到期的不看;截止日之后才完成的算没有完成。
import type { RuleContext } from '../facts.ts'
import { lookup } from '../lookup.ts'
import { daysBetween, readDate } from '../period.ts'
import {
  ONE,
  ZERO,
  add,
  clampUnit,
  divide,
  multiply,
  numberOr,
  optionalNumber,
  parseNumber,
  toText,
  type Rational,
} from '../rational.ts'
import type { TimelinessRule } from '../rule.ts'
import { MISSING, achieved, emptyOutcome, takeFacts, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'

interface CreditScale {
  readonly bands: readonly { readonly maxDays: number; readonly credit: Rational }[]
  readonly beyond: Rational
  readonly never: Rational
}

/** 没有写任何迟交档时,按期完成记满。 */
function readScale(rule: TimelinessRule): CreditScale {
  const bands = (rule.lateBands ?? [])
    .map((band) => ({ maxDays: band.maxDays, credit: parseNumber(band.credit) }))
    .sort((a, b) => a.maxDays - b.maxDays)
  return {
    bands: bands.length === 0 ? [{ maxDays: 0, credit: ONE }] : bands,
    beyond: numberOr(rule.beyond, ZERO),
    never: numberOr(rule.never, ZERO),
  }
}

function creditOf(daysLate: number | null, scale: CreditScale): Rational {
  if (daysLate === null) return scale.never
  for (const band of scale.bands) if (daysLate <= band.maxDays) return band.credit
  return scale.beyond
}

export function evaluateTimeliness(rule: TimelinessRule, context: RuleContext, trace: RuleTrace | null): RuleOutcome {
  const facts = takeFacts(rule, context, 'facts', trace, rule.due)
  if (facts === null) return MISSING
  const scale = readScale(rule)
  let earned = ZERO
  let total = ZERO
  for (const { fact, date, index } of facts) {
    const done = readDate(lookup(fact, rule.done))
    const daysLate = done === null || done > context.asOf ? null : daysBetween(date, done)
    const credit = creditOf(daysLate, scale)
    const own = rule.weightField === null || rule.weightField === undefined ? undefined : lookup(fact, rule.weightField)
    const weight = optionalNumber(own) ?? ONE
    earned = add(earned, multiply(weight, credit))
    total = add(total, weight)
    trace?.notes.push({ index, daysLate, credit: toText(credit), weight: toText(weight) })
  }
  if (trace !== null) {
    trace.figures['numerator'] = toText(earned)
    trace.figures['denominator'] = toText(total)
  }
  if (total.n === 0n) return emptyOutcome(rule.empty ?? 'exempt')
  return achieved(clampUnit(divide(earned, total)))
}
