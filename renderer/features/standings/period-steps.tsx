import { evaluationPeriodsText as text } from '../../../shared/i18n/zh-CN/evaluation-periods.ts'
import type { EvaluationPeriod, PeriodState } from '../../../shared/model/evaluation-period.ts'
import { Icon } from '../../components/icon.tsx'

const MONTH_STEPS: readonly PeriodState[] = ['open', 'self_assessed', 'reviewed', 'publicity', 'closed']
/** 季、年只有公示、关账两步。 */
const LONG_STEPS: readonly PeriodState[] = ['open', 'publicity', 'closed']

export const isLongPeriod = (period: string): boolean => period.length === 4 || period.includes('Q')
export const stepsOf = (period: string): readonly PeriodState[] => (isLongPeriod(period) ? LONG_STEPS : MONTH_STEPS)
/** 下面能走到哪几步:自评、考评可以跳过,公示、关账不可以。 */
export const nextSteps = ({ period, state }: Pick<EvaluationPeriod, 'period' | 'state'>): readonly PeriodState[] => {
  if (state === 'closed') return []
  if (state === 'publicity') return ['closed']
  const steps = stepsOf(period)
  return steps.slice(steps.indexOf(state) + 1, steps.indexOf('publicity') + 1)
}
/** 公示以前的可以退回一步。 */
export const stepBefore = ({ period, state }: Pick<EvaluationPeriod, 'period' | 'state'>): PeriodState | null => (state === 'self_assessed' || state === 'reviewed' ? (stepsOf(period)[stepsOf(period).indexOf(state) - 1] ?? null) : null)

/** 一期的各步:走过的打勾,现在的加粗,不只靠颜色。 */
export const PeriodSteps = ({ period, state }: Pick<EvaluationPeriod, 'period' | 'state'>) => {
  const steps = stepsOf(period)
  const now = steps.indexOf(state)
  return (
    <ol className="period-steps">
      {steps.map((step, index) => (
        <li key={step} data-step={index < now ? 'past' : index === now ? 'now' : 'later'} aria-current={index === now ? 'step' : undefined}>
          {index < now && <Icon name="tick" />}
          {text.states[step]}
        </li>
      ))}
    </ol>
  )
}
