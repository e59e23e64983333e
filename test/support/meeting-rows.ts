import { randomUUID } from 'node:crypto'
import type { AttendanceRow } from '../../shared/model/meeting.ts'
import type { Resolution, Topic } from '../../shared/model/meeting-parts.ts'

/** 一行议题、决议、出勤,没有给的都空着。 */
export const topicRow = (given: Partial<Topic> = {}): Topic => ({ title: '传达学习', kind: 'study', isFirstTopic: false, publishedOn: null, leader: '', ...given })
export const resolutionRow = (given: Partial<Resolution> = {}): Resolution => ({ itemId: randomUUID(), kind: 'resolution', problem: '', text: '按期完成', owner: '', dueOn: null, ...given })
export const attendanceRow = (given: Pick<AttendanceRow, 'memberId' | 'name'> & Partial<AttendanceRow>): AttendanceRow => ({ hasVote: true, status: 'present', reason: '', reasonNote: '', sitting: 0, exclusion: '', exclusionNote: '', ...given })
