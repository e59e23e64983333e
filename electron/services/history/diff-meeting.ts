import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { absenceReasons } from '../../../shared/data/code-tables/absence-reasons.ts'
import { attendanceStatuses } from '../../../shared/data/code-tables/attendance-statuses.ts'
import { topicKinds } from '../../../shared/data/code-tables/topic-kinds.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { AttendanceRow, Resolution, Topic } from '../../../shared/model/meeting.ts'
import { diffColumns, type Body, type Change } from './diff-columns.ts'
import { excerpt } from './excerpt.ts'
import type { Names } from './field-words.ts'

const { separators } = historyText
/** 正文由会议的存取写入,形状就是契约里的。 */
const listOf = <T>(body: Body | null, key: string): readonly T[] => (Array.isArray(body?.[key]) ? (body[key] as readonly T[]) : [])

const diffList = <T>(field: string, label: string, before: readonly T[], after: readonly T[], word: (item: T) => string): Change[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const join = (items: readonly T[]): string => items.map(word).join(separators.items)
  return [{ field, label, ...excerpt(join(before), join(after)) }]
}
const statusWord = ({ status, reason, reasonNote }: AttendanceRow): string => {
  const why = [reason === '' ? '' : nameOf(absenceReasons, reason), reasonNote].filter((part) => part !== '').join(separators.parts)
  const name = nameOf(attendanceStatuses, status)
  return why === '' ? name : historyText.absence(name, why)
}
const voteWord = ({ hasVote }: AttendanceRow): string => (hasVote ? historyText.votes.yes : historyText.votes.no)

/** 出勤按「从什么变成什么」归在一起,每种变化一行,列出是哪些人。 */
const diffAttendance = (before: readonly AttendanceRow[], after: readonly AttendanceRow[]): Change[] => {
  const [old, next] = [new Map(before.map((row) => [row.memberId, row])), new Map(after.map((row) => [row.memberId, row]))]
  const moves = new Map<string, { readonly from: string; readonly to: string; readonly names: string[] }>()
  const note = (from: string, to: string, name: string): void => {
    if (from === to) return
    const move = moves.get(`${from}\n${to}`) ?? { from, to, names: [] }
    move.names.push(name)
    moves.set(`${from}\n${to}`, move)
  }
  for (const memberId of new Set([...old.keys(), ...next.keys()])) {
    const [left, right] = [old.get(memberId), next.get(memberId)]
    const name = right?.name ?? left?.name ?? ''
    note(left === undefined ? '' : statusWord(left), right === undefined ? '' : statusWord(right), name)
    if (left !== undefined && right !== undefined && left.hasVote !== right.hasVote) note(voteWord(left), voteWord(right), name)
  }
  return [...moves.values()].map(({ from, to, names }) => {
    const people = (status: string): string => (status === '' ? '' : historyText.people(status, names.join(separators.names)))
    return { field: 'attendance', label: historyText.fields.attendance.status, from: people(from), to: people(to) }
  })
}

/** 一份会议记录前后两个样子:各项、议题、决议、出勤。 */
export const diffMeeting = (before: Body | null, after: Body, names: Names): Change[] => [
  // 状态的原因另作为理由给出。
  ...diffColumns('meeting', before, after, names).filter(({ field }) => field !== 'meeting.state_reason'),
  ...diffList<Topic>('topics', historyText.tables.meeting_topic, listOf(before, 'topics'), listOf(after, 'topics'), ({ kind, title }) => historyText.topic(nameOf(topicKinds, kind), title)),
  ...diffList<Resolution>('resolutions', historyText.tables.meeting_resolution, listOf(before, 'resolutions'), listOf(after, 'resolutions'), ({ text, owner, dueOn }) => historyText.resolution(text, owner, dueOn ?? '')),
  ...diffAttendance(listOf(before, 'attendance'), listOf(after, 'attendance')),
]
