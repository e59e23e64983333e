import type { PlannedMeeting, RegisterEntry } from '../model/register.ts'

export type PlanProgress = 'done' | 'started' | 'open'
const isHeld = ({ state }: PlannedMeeting): boolean => state !== 'draft' && state !== 'returned'

/** 一条计划办到哪一步:照它开的会办结了、勾了办完、写了完成情况的都算办了;只有草稿的算开始了。 */
export const planProgress = ({ values, meetings }: Pick<RegisterEntry, 'values' | 'meetings'>): PlanProgress => {
  const { isDone, result } = values
  if (meetings.some(isHeld) || isDone === true || (typeof result === 'string' && result.trim() !== '')) return 'done'
  return meetings.length > 0 ? 'started' : 'open'
}
