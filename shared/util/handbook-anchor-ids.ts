import type { MeetingType } from '../model/meeting.ts'

/** 会议之前的固定各节。id 只用 ASCII:浏览器写进 PDF 的目标点名字才稳定。 */
export const SECTION_ANCHORS = ['sec-basics', 'sec-committee', 'sec-groups', 'sec-roster'] as const
export const meetingSectionAnchor = (meetingType: MeetingType): string => `sec-${meetingType.replaceAll('_', '-')}`
export const meetingAnchor = (meetingId: string): string => `meeting-${meetingId}`
export const evaluationAnchor = (period: string): string => `evaluation-${period}`
