import type { AttendanceRow } from '../../../shared/model/meeting.ts'

export interface DuePerson {
  readonly memberId: string
  readonly name: string
  readonly hasVote: boolean
}

/** 应到名单 → 出勤行:缺省全到(到会多、缺席少,只改没到的人)。 */
export const allPresent = (people: readonly DuePerson[]): AttendanceRow[] => people.map((person) => ({ ...person, status: 'present', reason: '', reasonNote: '', sitting: 0, exclusion: '', exclusionNote: '' }))

/** 按新名单重排:已点过的人保留到会情况与原因,名单外的人去掉,新来的人算到。 */
export const mergeAttendance = (people: readonly DuePerson[], previous: readonly AttendanceRow[]): AttendanceRow[] => {
  const before = new Map(previous.map((row) => [row.memberId, row]))
  return allPresent(people).map((row) => {
    const old = before.get(row.memberId)
    if (old === undefined) return row
    const { status, reason, reasonNote, sitting, exclusion, exclusionNote } = old
    // 依规不计入应到的,重排之后仍不计入。
    return { ...row, status, reason, reasonNote, sitting, exclusion, exclusionNote, hasVote: row.hasVote && exclusion === '' }
  })
}
