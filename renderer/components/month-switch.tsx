import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import { addMonths } from '../../shared/util/day-arithmetic.ts'
import { PeriodSwitch } from './period-switch.tsx'

/** 换月:上一个月、下一个月;还没到的月份不能选。 */
export const MonthSwitch = ({ period, thisMonth, onChange }: { readonly period: string; readonly thisMonth: string; readonly onChange: (period: string) => void }) => (
  <PeriodSwitch label={evaluationText.periodLabel} current={evaluationText.period(period)} previous={evaluationText.previousMonth} next={evaluationText.nextMonth} isLast={period >= thisMonth} onStep={(by) => onChange(addMonths(period, by))} />
)
