import { Button } from 'antd'
import { evaluationText } from '../../shared/i18n/zh-CN/evaluation.ts'
import { addMonths } from '../../shared/util/day-arithmetic.ts'
import { Icon } from './icon.tsx'
import './month-switch.css'

/** 换月:上一个月、下一个月;还没到的月份不能选。 */
export const MonthSwitch = ({ period, thisMonth, onChange }: { readonly period: string; readonly thisMonth: string; readonly onChange: (period: string) => void }) => (
  <span className="month-switch" role="group" aria-label={evaluationText.periodLabel}>
    <Button aria-label={evaluationText.previousMonth} title={evaluationText.previousMonth} icon={<Icon name="left" />} onClick={() => onChange(addMonths(period, -1))} />
    <strong>{evaluationText.period(period)}</strong>
    <Button aria-label={evaluationText.nextMonth} title={evaluationText.nextMonth} icon={<span className="month-switch-next"><Icon name="left" /></span>} disabled={period >= thisMonth} onClick={() => onChange(addMonths(period, 1))} />
  </span>
)
