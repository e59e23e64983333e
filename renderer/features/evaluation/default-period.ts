import { addMonths } from '../../../shared/util/day-arithmetic.ts'

/** 打开时先看哪个月:一个月要到月底才评得了,25 日以前看上个月,之后看本月。 */
const REVIEWING_UNTIL = 24

export const defaultPeriod = (today: string): string => {
  const month = today.slice(0, 7)
  return Number(today.slice(8, 10)) <= REVIEWING_UNTIL ? addMonths(month, -1) : month
}
