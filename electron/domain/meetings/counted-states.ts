import type { RecordState } from '../../../shared/model/meeting.ts'

/** 自办结起计入规范完成数与得分;退回、作废、草稿不计。 */
export const COUNTED_STATES = ['finished', 'submitted', 'approved', 'evaluated'] as const satisfies readonly RecordState[]
export const isCounted = (state: RecordState): boolean => (COUNTED_STATES as readonly RecordState[]).includes(state)

/** 可以直接改的状态:草稿与被退回的。 */
export const isEditable = (state: RecordState): boolean => state === 'draft' || state === 'returned'
