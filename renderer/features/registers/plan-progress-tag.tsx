import { plansText as text } from '../../../shared/i18n/zh-CN/plans.ts'
import type { RegisterEntry } from '../../../shared/model/register.ts'
import { planProgress, type PlanProgress } from '../../../shared/util/plan-progress.ts'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const TONES: Readonly<Record<PlanProgress, StateTone>> = { done: 'done', started: 'doing', open: 'todo' }
export const progressWord = (entry: RegisterEntry): string => {
  const progress = planProgress(entry)
  return progress === 'done' ? text.doneTimes(entry.meetings.filter(({ state }) => state !== 'draft' && state !== 'returned').length) : text.states[progress]
}
/** 一条计划办了没有。 */
export const PlanProgressTag = ({ entry }: { readonly entry: RegisterEntry }) => <StateTag tone={TONES[planProgress(entry)]} word={progressWord(entry)} />
