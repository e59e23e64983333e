import { absenceNotes, groupMeetingPlace, themeDayPlaces, unexplainedAbsence } from '../../data/sample/people.ts'
import { observersText } from '../../data/sample/meeting-texts.ts'
import type { SampleDiligence } from '../../data/sample/organisations.ts'
import type { RoutineMeetingType } from '../../data/sample/types.ts'
import { meetingTitlesText } from '../../../shared/i18n/zh-CN/meeting-titles.ts'
import type { AttendanceRow, MeetingFields, MeetingType } from '../../../shared/model/meeting.ts'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { emptyMeeting } from '../../../shared/util/empty-meeting.ts'
import { allPresent, type DuePerson } from '../../domain/meetings/merge-attendance.ts'
import { quorumOf } from '../../domain/meetings/quorum.ts'
import { quarterOf } from '../../domain/norms/periods.ts'
import type { DuePeople } from '../meetings/due-people.ts'
import { ADMISSION_DAY, type BuiltBranch, type BuiltPerson } from './build-organisations.ts'
import { composeMeeting } from './compose-meeting.ts'
import type { PlannedMeeting } from './plan-meetings.ts'
import type { SeededRandom } from './seeded-random.ts'

/** 缺席的可能。 */
const ABSENT: Readonly<Record<SampleDiligence, number>> = { solid: 0.05, steady: 0.09, loose: 0.16 }
/** 这个支部三季度大会到会不够表决人数,如实留档。 */
const UNREACHED_BRANCH = '018'
const UNREACHED_QUARTER = 3
const REASONS = ['business_trip', 'on_duty', 'on_duty', 'personal_leave', 'sick_leave', 'vacation', 'off_site_study'] as const

const timesOf: Readonly<Record<RoutineMeetingType, readonly (readonly [start: string, end: string])[]>> = {
  general_meeting: [
    ['15:00', '16:30'],
    ['14:30', '16:00'],
  ],
  committee_meeting: [
    ['08:30', '09:40'],
    ['16:00', '17:10'],
  ],
  group_meeting: [
    ['16:00', '16:50'],
    ['07:40', '08:20'],
  ],
  party_lecture: [
    ['15:00', '16:20'],
    ['09:00', '10:30'],
  ],
  theme_day: [
    ['14:00', '16:30'],
    ['08:30', '11:00'],
  ],
}
export const nth = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
const markAbsences = (people: readonly DuePerson[], needed: ReadonlySet<string>, chance: number, random: SeededRandom): AttendanceRow[] =>
  allPresent(people).map((row) => {
    if (needed.has(row.memberId) || !random.chance(chance)) return row
    if (random.chance(0.12)) return { ...row, status: 'absent', reason: 'other', reasonNote: unexplainedAbsence }
    const reason = random.pick(REASONS)
    return { ...row, status: 'on_leave', reason, reasonNote: random.pick(absenceNotes[reason]) }
  })

/** 一个支部各次会议的内容:轮到谁主持、谁没来、第几次,一次接一次地算。 */
export const createSampleFields = (branch: BuiltBranch, order: number, random: SeededRandom, duePeople: DuePeople, createId: () => string): ((planned: PlannedMeeting) => MeetingFields) => {
  const { spec } = branch
  const hasCommittee = branch.committee.length > 1
  const recorders = hasCommittee ? branch.committee.slice(1, 3) : []
  const turns = new Map<MeetingType, number>()
  const ordinals = new Map<string, number>()
  return (planned) => {
    const { meetingType, day } = planned
    const group = planned.groupIndex === null ? null : (branch.groups[planned.groupIndex] ?? null)
    const people = duePeople.of(branch.id, meetingType, group?.id ?? null, day)
    const turn = turns.get(meetingType) ?? 0
    turns.set(meetingType, turn + 1)
    const quarter = quarterOf(day)
    const isUnreached = spec.code === UNREACHED_BRANCH && meetingType === 'general_meeting' && quarter === UNREACHED_QUARTER
    const host: BuiltPerson = group?.leader ?? branch.secretary
    const others = people.filter((person) => person.memberId !== host.id)
    const keptRecorder = group === null && recorders.length > 0 ? nth(recorders, turn) : undefined
    const recorder = keptRecorder?.name ?? nth(others, turn + order).name
    const kept = new Set([host.id, keptRecorder?.id ?? nth(others, turn + order).memberId, ...(branch.admitted === null ? [] : [branch.admitted.id]), ...(branch.confirmed === null ? [] : [branch.confirmed.id])])
    const attendance = markAbsences(people, kept, isUnreached ? 0.85 : ABSENT[spec.diligence], random)
    const present = attendance.filter((row) => row.status === 'present' && row.memberId !== host.id).map((row) => row.name)
    const [first = recorder, second = first, third = second] = random.sample(present, 3)
    const isAdmissionDay = meetingType === 'general_meeting' && day === ADMISSION_DAY
    const admitted = isAdmissionDay ? (branch.admitted?.name ?? null) : null
    const confirmed = isAdmissionDay ? (branch.confirmed?.name ?? null) : null
    const counts = countAttendance(attendance)
    const quorumReached = quorumOf([meetingType], admitted !== null || confirmed !== null ? ['admission'] : [], counts).reached
    const text = composeMeeting(
      {
        meetingType,
        category: spec.category,
        hasCommittee,
        day,
        order,
        turn,
        groupIndex: planned.groupIndex ?? 0,
        speakers: { host: host.name, first, second, third },
        admitted,
        confirmed,
        probationer: branch.probationers[0]?.name ?? null,
        quorumReached,
        votingPresent: counts.votingPresent,
        createId,
      },
      random,
    )
    const period = `${meetingType}/${group?.id ?? ''}/${meetingType === 'general_meeting' || meetingType === 'party_lecture' ? quarter : day.slice(5, 7)}`
    const ordinal = (ordinals.get(period) ?? 0) + 1
    ordinals.set(period, ordinal)
    const [start, end] = nth(timesOf[meetingType], order + (turn % 5 === 4 ? 1 : 0))
    const lecturer = meetingType !== 'party_lecture' ? '' : turn % 3 === 2 && hasCommittee ? nth(branch.committee, 2).name : branch.secretary.name
    return {
      ...emptyMeeting(meetingType, day),
      partyGroupId: group?.id ?? null,
      title: meetingTitlesText[meetingType](Number(day.slice(0, 4)), quarter, Number(day.slice(5, 7)), ordinal, group?.name ?? ''),
      startAt: `${day} ${start}`,
      endAt: `${day} ${end}`,
      place: group !== null ? groupMeetingPlace : meetingType === 'theme_day' && random.chance(0.5) ? random.pick(themeDayPlaces) : spec.meetingPlace,
      host: host.name,
      recorder,
      lecturer,
      lecturerIdentity: lecturer === '' ? '' : lecturer === branch.secretary.name ? 'secretary' : 'committee',
      themeForm: meetingType === 'theme_day' ? nth(['study', 'volunteering', 'deliberation', 'visit'] as const, turn + order) : '',
      studyMinutes: meetingType === 'party_lecture' ? 80 : meetingType === 'theme_day' ? 60 : null,
      observers: meetingType === 'general_meeting' || meetingType === 'party_lecture' ? random.pick(observersText) : '',
      ...text,
      attendance,
    }
  }
}
