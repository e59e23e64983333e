import type { DuesRuleBody, PayerCategory, RateBand } from '../../../shared/model/dues.ts'
import { assertNever } from '../../../shared/util/assert-never.ts'
import { roundAmount } from './round-amount.ts'

export interface DueInput {
  readonly category: PayerCategory
  readonly baseFen: number
  /** 定额(农民)每月交多少;没定按下限。 */
  readonly fixedFen: number | null
}
export interface Due {
  readonly monthlyFen: number
  /** 万分之几;定额的为 null。 */
  readonly basisPoints: number | null
}

/** 基数落在哪一档;取单一比例乘全额,不是超额累进(规定第二条)。 */
const bandOf = (bands: readonly RateBand[], baseFen: number): number => bands.find(({ upToFen }) => upToFen === null || baseFen <= upToFen)?.basisPoints ?? 0

/** 一个人一个月应交多少(规定第一至六条)。 */
export const monthlyDue = ({ category, baseFen, fixedFen }: DueInput, rule: DuesRuleBody): Due => {
  const byRate = (bands: readonly RateBand[]): Due => {
    const basisPoints = bandOf(bands, baseFen)
    return { basisPoints, monthlyFen: roundAmount(baseFen, basisPoints, rule.rounding) }
  }
  switch (category) {
    // 年薪制按当月实领,个体按上季度月平均,比例都同在职(第三、四条)。
    case 'employed':
    case 'annual_salary':
    case 'self_employed':
      return byRate(rule.wageBands)
    case 'retired':
      return byRate(rule.pensionBands)
    case 'farmer':
      return { basisPoints: null, monthlyFen: Math.min(rule.farmer.mostFen, Math.max(rule.farmer.leastFen, fixedFen ?? rule.farmer.leastFen)) }
    case 'no_income':
      return { basisPoints: null, monthlyFen: rule.noIncomeFen }
    default:
      return assertNever(category)
  }
}
