// 规则的三种结局:有值;不适用(没有可要求的);缺(台账表或参数不存在)。
import { assertNever } from '../../../../shared/util/assert-never.ts'
import type { RejectedFact, RuleContext, SelectedFact } from '../facts.ts'
import { selectFacts } from '../facts.ts'
import { ONE, ZERO, type Rational } from '../rational.ts'
import type { EmptyPolicy, FactSelection, Rule } from '../rule.ts'

export type RuleOutcome =
  | { readonly state: 'ok'; readonly achievement: Rational }
  | { readonly state: 'exempt'; readonly achievement: null }
  | { readonly state: 'missing'; readonly achievement: null }

export const EXEMPT: RuleOutcome = { state: 'exempt', achievement: null }
export const MISSING: RuleOutcome = { state: 'missing', achievement: null }

export function achieved(achievement: Rational): RuleOutcome {
  return { state: 'ok', achievement }
}

export function emptyOutcome(policy: EmptyPolicy): RuleOutcome {
  switch (policy) {
    case 'exempt':
      return EXEMPT
    case 'missing':
      return MISSING
    case 'full':
      return achieved(ONE)
    case 'zero':
      return achieved(ZERO)
    default:
      return assertNever(policy)
  }
}

export type FactSetRole = 'facts' | 'num' | 'den' | 'value'

/** 一次取数的去向:计数的与退回的记录,都用台账表里的序号指明。 */
export interface FactSetTrace {
  readonly role: FactSetRole
  readonly table: string
  readonly known: boolean
  readonly counted: readonly number[]
  readonly rejected: readonly RejectedFact[]
}

/** 逐条记录的得分依据:及时类写迟了几天、得多少;完整类写填了几项。 */
export type FactNote =
  | { readonly index: number; readonly daysLate: number | null; readonly credit: string; readonly weight: string }
  | { readonly index: number; readonly filled: number; readonly of: number }

/** 说明与计算走同一段代码,只是多留一份痕迹,二者不会各说各话。 */
export interface RuleTrace {
  readonly sets: FactSetTrace[]
  readonly figures: Record<string, string>
  readonly notes: FactNote[]
  readonly parts: { readonly rule: Rule; readonly outcome: RuleOutcome; readonly trace: RuleTrace }[]
}

export function createTrace(): RuleTrace {
  return { sets: [], figures: {}, notes: [], parts: [] }
}

/** 取数并(需要时)留痕。 */
export function takeFacts(
  selection: FactSelection,
  context: RuleContext,
  role: FactSetRole,
  trace: RuleTrace | null,
  dateField: string = selection.dateField ?? 'date',
): readonly SelectedFact[] | null {
  const rejected: RejectedFact[] | null = trace === null ? null : []
  const facts = selectFacts(selection, context, dateField, rejected)
  trace?.sets.push({
    role,
    table: selection.source,
    known: facts !== null,
    counted: (facts ?? []).map((one) => one.index),
    rejected: (rejected ?? []).sort((a, b) => a.index - b.index),
  })
  return facts
}
