import { evaluationPeriodsText as text } from '../../shared/i18n/zh-CN/evaluation-periods.ts'
import type { PeriodState } from '../../shared/model/evaluation-period.ts'
import { api } from '../platform/api.ts'
import { useQuery } from '../platform/use-query.ts'
import { StateTag, type StateTone } from './state-tag.tsx'

const TONES: Record<PeriodState, StateTone> = { open: 'doing', self_assessed: 'doing', reviewed: 'locked', publicity: 'locked', closed: 'done' }
/** 公示、关账了的:输入都冻结着。 */
export const isFrozen = (state: PeriodState): boolean => state === 'publicity' || state === 'closed'

export const PeriodStateTag = ({ state }: { readonly state: PeriodState }) => <StateTag tone={TONES[state]} word={text.stateWords[state]} />

/** 一期到了哪一步;没取到的当作还在评,收不收由核心说。 */
export const usePeriodState = (period: string): { readonly state: PeriodState; readonly lockedNote: string | null } => {
  const state = useQuery(api.periods.state, { period }, ['evaluation.changed']).data?.state ?? 'open'
  return { state, lockedNote: state === 'open' || state === 'self_assessed' ? null : text.locked[state] }
}
