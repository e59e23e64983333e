import { plansText as text } from '../../../shared/i18n/zh-CN/plans.ts'
import type { RegisterEntry } from '../../../shared/model/register.ts'
import { planProgress, type PlanProgress } from '../../../shared/util/plan-progress.ts'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const TONES: Readonly<Record<PlanProgress | 'overdue', StateTone>> = { done: 'done', started: 'doing', open: 'todo', overdue: 'overdue' }
const isOverdue = (entry: RegisterEntry, today: string): boolean => planProgress(entry) === 'open' && entry.day < today
export const progressWord = (entry: RegisterEntry, today: string): string => {
  const progress = planProgress(entry)
  if (progress === 'done') return text.doneTimes(entry.meetings.filter(({ state }) => state !== 'draft' && state !== 'returned').length)
  return isOverdue(entry, today) ? text.states.overdue : text.states[progress]
}
/** 一条计划办了没有;过了日子还没办的标出来。 */
export const PlanProgressTag = ({ entry, today }: { readonly entry: RegisterEntry; readonly today: string }) => <StateTag tone={TONES[isOverdue(entry, today) ? 'overdue' : planProgress(entry)]} word={progressWord(entry, today)} />
