// 次数规则:应做 R 次,做了 n 次。按比例、缺一次扣一份、或全有全无;多做不多得。
import { assertNever } from '../../../../shared/util/assert-never.ts'
import type { RuleContext } from '../facts.ts'
import { lookup } from '../lookup.ts'
import {
  ONE,
  ZERO,
  compare,
  divide,
  fromInteger,
  maximum,
  minimum,
  multiply,
  numberOr,
  optionalNumber,
  parseNumber,
  subtract,
  toText,
  type Rational,
} from '../rational.ts'
import type { CountRule, Requirement } from '../rule.ts'
import { readParam } from './aggregate.ts'
import { MISSING, achieved, emptyOutcome, takeFacts, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'

/** 要求的次数:固定数、支部参数、或按类别(“*”为其余类别)。读不到就是未知。 */
function readRequirement(required: Requirement, context: RuleContext): Rational | null {
  if (typeof required !== 'object') return parseNumber(required)
  if ('param' in required) return readParam(required.param, context)
  const own = context.category === null ? undefined : lookup(required.byCategory, context.category)
  return optionalNumber(own ?? lookup(required.byCategory, '*'))
}

function score(rule: CountRule, n: Rational, required: Rational): Rational {
  const mode = rule.score?.mode ?? 'proportional'
  switch (mode) {
    case 'proportional':
      return minimum(ONE, divide(n, required))
    case 'deduct': {
      const short = maximum(ZERO, subtract(required, n))
      const left = subtract(ONE, multiply(short, numberOr(rule.score?.per, ZERO)))
      return maximum(ZERO, minimum(ONE, left))
    }
    case 'all_or_nothing':
      return compare(n, required) >= 0 ? ONE : ZERO
    default:
      return assertNever(mode)
  }
}

export function evaluateCount(rule: CountRule, context: RuleContext, trace: RuleTrace | null): RuleOutcome {
  const facts = takeFacts(rule, context, 'facts', trace)
  const required = readRequirement(rule.required, context)
  if (trace !== null && facts !== null) trace.figures['n'] = String(facts.length)
  if (trace !== null && required !== null) trace.figures['required'] = toText(required)
  if (facts === null || required === null) return MISSING
  if (required.n <= 0n) return emptyOutcome(rule.emptyRequired ?? 'exempt')
  return achieved(score(rule, fromInteger(facts.length), required))
}
