import type { DuesRuleBody, PayerCategory } from '../../../shared/model/dues.ts'
import { monthlyDue, type DueInput } from './monthly-due.ts'

export interface RuleVersion {
  readonly fromMonth: string
  readonly body: DuesRuleBody
}
export interface AssessedBase extends DueInput {
  readonly changedFrom: string
}
export interface GrantedExemption {
  readonly fromMonth: string
  readonly toMonth: string
  readonly amountFen: number
  /** 没批准的不算数(规定第七条:支部研究,报上一级党委批准)。 */
  readonly isApproved: boolean
}

/** 一月适用哪一版标准;各版之前的按最早的一版。versions 按施行月由早到晚,至少一版。 */
export const ruleFor = (versions: readonly RuleVersion[], month: string): DuesRuleBody => {
  const found = versions.findLast(({ fromMonth }) => fromMonth <= month) ?? versions[0]
  if (found === undefined) throw new RangeError('no dues rule')
  return found.body
}

/** 随收入逐月、逐季变的:年薪按当月实领,个体按上季度平均,没有「次年起」一说(规定第三、四条)。 */
const FOLLOWS_INCOME: readonly PayerCategory[] = ['annual_salary', 'self_employed']

/**
 * 一次核定从哪个月起作数:当月起(规定第十条),或次年一月起(年初一次核定的单位)。
 * 头一次核定、换了人群的,都从当月起:之前没有可以沿用的基数。
 */
export const effectiveMonth = (assessed: AssessedBase, previous: AssessedBase | undefined, versions: readonly RuleVersion[]): string => {
  const { changedFrom, category } = assessed
  const waits = previous !== undefined && previous.category === category && !FOLLOWS_INCOME.includes(category) && ruleFor(versions, changedFrom).baseChange === 'next_year'
  // 一月就变的当年即是年初核定。
  return waits && !changedFrom.endsWith('-01') ? `${Number(changedFrom.slice(0, 4)) + 1}-01` : changedFrom
}

/** 一月按哪一次核定交;没有为 undefined。assessed 按 changedFrom 由早到晚。第一次核定向前管到以前的月份:补登旧账时只有它。 */
export const assessmentFor = <A extends AssessedBase>(assessed: readonly A[], month: string, versions: readonly RuleVersion[]): A | undefined =>
  assessed.findLast((entry, index) => effectiveMonth(entry, assessed[index - 1], versions) <= month) ?? assessed[0]

export interface MonthDue {
  /** 没有核定为 null。 */
  readonly dueFen: number | null
  /** 由批准的减免定的。 */
  readonly isExempted: boolean
}
/** 一个人一个月应交多少:批准的减免在先,其次按那时的核定与标准。 */
export const dueOf = (person: { readonly assessed: readonly AssessedBase[]; readonly exemptions: readonly GrantedExemption[] }, month: string, versions: readonly RuleVersion[]): MonthDue => {
  const exemption = person.exemptions.findLast(({ isApproved, fromMonth, toMonth }) => isApproved && fromMonth <= month && month <= toMonth)
  const assessment = assessmentFor(person.assessed, month, versions)
  const full = assessment === undefined ? null : monthlyDue(assessment, ruleFor(versions, month)).monthlyFen
  // 减免只会少交,不会多交。
  if (exemption !== undefined) return { dueFen: full === null ? exemption.amountFen : Math.min(full, exemption.amountFen), isExempted: true }
  return { dueFen: full, isExempted: false }
}
