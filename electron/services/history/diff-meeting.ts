import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { absenceReasons } from '../../../shared/data/code-tables/absence-reasons.ts'
import { exclusionGrounds } from '../../../shared/data/code-tables/meeting-parts.ts'
import { attendanceStatuses } from '../../../shared/data/code-tables/attendance-statuses.ts'
import { topicKinds } from '../../../shared/data/code-tables/topic-kinds.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { AttendanceRow } from '../../../shared/model/meeting.ts'
import type { Resolution, Topic } from '../../../shared/model/meeting-parts.ts'
import { diffColumns, type Body, type Change } from './diff-columns.ts'
import { excerpt } from './excerpt.ts'
import { columnLabel, columnWord, shownColumns, type Names } from './field-words.ts'

const { separators } = historyText
/** 正文由会议的存取写入,形状就是契约里的。 */
const listOf = <T>(body: Body | null, key: string): readonly T[] => (Array.isArray(body?.[key]) ? (body[key] as readonly T[]) : [])

const diffList = <T>(field: string, label: string, before: readonly T[], after: readonly T[], word: (item: T) => string): Change[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const join = (items: readonly T[]): string => items.map(word).join(separators.items)
  return [{ field, label, ...excerpt(join(before), join(after)) }]
}
const statusWord = (row: AttendanceRow): string => {
  const { status, reason, reasonNote, sitting = 0, exclusion = '', exclusionNote = '' } = row as Partial<AttendanceRow> & Pick<AttendanceRow, 'status' | 'reason' | 'reasonNote'> // 从前的版本里没有后三样
  const why = [reason === '' ? '' : nameOf(absenceReasons, reason), reasonNote].filter((part) => part !== '').join(separators.parts)
  const name = nameOf(attendanceStatuses, status)
  const more = [sitting > 0 ? historyText.sitting(sitting + 1) : '', exclusion === '' ? '' : historyText.exclusion(nameOf(exclusionGrounds, exclusion), exclusionNote)].filter((part) => part !== '')
  return [why === '' ? name : historyText.absence(name, why), ...more].join(separators.parts)
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

/** 其余各部分:一行各列连成一句,没填的不说。列名就是版本正文里的名字换成下划线。 */
const PARTS = [
  ['sittings', 'meeting_sitting'],
  ['votes', 'meeting_vote'],
  ['problems', 'meeting_problem'],
  ['criticisms', 'meeting_criticism'],
  ['appraisals', 'meeting_appraisal'],
  ['debriefs', 'meeting_debrief'],
] as const
const keyOfColumn = (column: string): string => column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
const rowWord =
  (table: string, names: Names) =>
  (row: Body): string =>
    shownColumns(table)
      .flatMap((column) => {
        const value = row[keyOfColumn(column)]
        const word = value === 0 || value === false ? '' : columnWord(table, column, value === true ? 1 : value, names)
        return word === '' ? [] : [`${columnLabel(table, column)}${historyText.colon}${word}`]
      })
      .join(separators.parts)

/** 一份会议记录前后两个样子:各项、议题、决议、出勤与其余各部分。 */
export const diffMeeting = (before: Body | null, after: Body, names: Names): Change[] => [
  // 状态的原因另作为理由给出。
  ...diffColumns('meeting', before, after, names).filter(({ field }) => field !== 'meeting.state_reason'),
  ...diffList<Topic>('topics', historyText.tables.meeting_topic, listOf(before, 'topics'), listOf(after, 'topics'), ({ kind, title }) => historyText.topic(nameOf(topicKinds, kind), title)),
  ...diffList<Resolution>('resolutions', historyText.tables.meeting_resolution, listOf(before, 'resolutions'), listOf(after, 'resolutions'), ({ kind, problem, text, owner, dueOn }) => historyText.resolution(kind === 'rectification' ? historyText.rectification(problem, text) : text, owner, dueOn ?? '')),
  ...PARTS.flatMap(([key, table]) => diffList<Body>(key, historyText.tables[table], listOf(before, key), listOf(after, key), rowWord(table, names))),
  ...diffAttendance(listOf(before, 'attendance'), listOf(after, 'attendance')),
]
