import { sampleLastMeetingDay } from '../../data/sample/calendar.ts'
import { followUpResults, observersText, reopenedReason, voidedReason } from '../../data/sample/meeting-texts.ts'
import type { SampleDiligence } from '../../data/sample/organisations.ts'
import type { RoutineMeetingType } from '../../data/sample/types.ts'
import { DEBRIEF_DAY, YEARLY_LIFE_DAY } from '../../data/sample/yearly-life.ts'
import { absenceNotes, groupMeetingPlace, themeDayPlaces, unexplainedAbsence } from '../../data/sample/people.ts'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { allPresent, type DuePerson } from '../../domain/meetings/merge-attendance.ts'
import { quorumOf } from '../../domain/meetings/quorum.ts'
import { quarterOf } from '../../domain/norms/periods.ts'
import { meetingTitlesText } from '../../../shared/i18n/zh-CN/meeting-titles.ts'
import { emptyMeeting } from '../../../shared/util/empty-meeting.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import type { AttendanceRow, MeetingFields, MeetingType } from '../../../shared/model/meeting.ts'
import { createFollowUpRepo } from '../../store/repos/follow-up-repo.ts'
import { createMeetingRepo } from '../../store/repos/meeting-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { followUpItems } from '../meetings/follow-up-items.ts'
import { createDuePeople } from '../meetings/due-people.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { ADMISSION_DAY, type BuiltBranch, type BuiltPerson } from './build-organisations.ts'
import { composeMeeting } from './compose-meeting.ts'
import { yearlyDebrief, yearlyLife } from './build-yearly-life.ts'
import { planMeetings, type PlannedMeeting } from './plan-meetings.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

const SEED = 11_150
/** 缺席的可能。 */
const ABSENT: Readonly<Record<SampleDiligence, number>> = { solid: 0.05, steady: 0.09, loose: 0.16 }
/** 会后几天办结,最多几天。 */
const FINISH_WITHIN: Readonly<Record<SampleDiligence, number>> = { solid: 1, steady: 3, loose: 9 }
/** 到期没有办完的可能。 */
const LEFT_OPEN: Readonly<Record<SampleDiligence, number>> = { solid: 0.02, steady: 0.06, loose: 0.2 }
/** 十一月的会有的还没整理完。 */
const DRAFTS_FROM = '2026-11-01'
const DRAFT_CHANCE: Readonly<Record<SampleDiligence, number>> = { solid: 0.05, steady: 0.25, loose: 0.5 }
/** 这个支部三季度大会到会不够表决人数,如实留档。 */
const UNREACHED_BRANCH = '018'
const UNREACHED_QUARTER = 3
/** 这几个支部各有一条:办结后退回补记再办结的、重复录入作废的。 */
const REOPENED_BRANCH = '003'
const VOIDED_BRANCH = '010'
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
const nth = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
/** 办结时刻取世界时 08:00,在本机多数时区都是同一天。 */
const finishedInstant = (day: string): number => Date.parse(`${day}T08:00:00Z`)

const markAbsences = (people: readonly DuePerson[], needed: ReadonlySet<string>, chance: number, random: SeededRandom): AttendanceRow[] =>
  allPresent(people).map((row) => {
    if (needed.has(row.memberId) || !random.chance(chance)) return row
    if (random.chance(0.12)) return { ...row, status: 'absent', reason: 'other', reasonNote: unexplainedAbsence }
    const reason = random.pick(REASONS)
    return { ...row, status: 'on_leave', reason, reasonNote: random.pick(absenceNotes[reason]) }
  })

/** 示例企业的会议记录:经同一套存取写入,先是草稿,再按会后的日子办结;连同审计与版本。 */
export const buildSampleMeetings = (scope: WorkspaceScope, transaction: Transaction, branches: readonly BuiltBranch[]): void => {
  const { ids, clock } = scope.ports
  const repo = createMeetingRepo(scope.store.db)
  const followUps = createFollowUpRepo(scope.store.db, ids.next)
  const duePeople = createDuePeople(scope.store, clock.today)

  const buildBranch = (branch: BuiltBranch, order: number): void => {
    const { spec } = branch
    const random = createSeededRandom(SEED + order)
    const hasCommittee = branch.committee.length > 1
    const recorders = hasCommittee ? branch.committee.slice(1, 3) : []
    const turns = new Map<MeetingType, number>()
    const ordinals = new Map<string, number>()

    const fieldsFor = (planned: PlannedMeeting): MeetingFields => {
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
          createId: ids.next,
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
    const insert = (fields: MeetingFields): string => {
      const id = ids.next()
      repo.insert(transaction, { id, branchId: branch.id, fields }, ids.next)
      return id
    }
    const follow = (id: string, fields: MeetingFields): void => {
      const raisedOn = fields.startAt.slice(0, 10)
      followUps.sync(transaction, { table: 'meeting', id, branchId: branch.id, raisedOn }, followUpItems(fields))
      // 早先议定的大多办完了,勤快的支部办得更齐。
      for (const { id: item, rev: itemRev, dueOn } of followUps.ofSource('meeting', id)) {
        if (dueOn === null || dueOn > sampleLastMeetingDay || random.chance(LEFT_OPEN[spec.diligence])) continue
        followUps.change(transaction, item, itemRev, { state: 'closed', result: random.pick(followUpResults), closed_on: dueOn }, 'close')
      }
    }
    const finish = (id: string, rev: number, day: string, delay: number): number => {
      const finishedOn = addDays(day, delay)
      // 记录做到 11 月 15 日,办结最晚到几天之后;不晚于示例的今天。
      return repo.setState(transaction, id, rev, { state: 'finished', action: 'finish', finishedAt: finishedInstant(finishedOn > addDays(sampleLastMeetingDay, 4) ? addDays(sampleLastMeetingDay, 4) : finishedOn) })
    }

    const yearly = (day: string) => ({ secretary: branch.secretary.name, recorder: (branch.committee[1] ?? branch.secretary).name, place: spec.meetingPlace, order, people: duePeople.of(branch.id, 'general_meeting', null, day), createId: ids.next })
    if (spec.foundedOn < DEBRIEF_DAY) {
      for (const fields of [yearlyDebrief(yearly(DEBRIEF_DAY)), yearlyLife(yearly(YEARLY_LIFE_DAY))]) {
        const id = insert(fields)
        finish(id, 1, fields.startAt.slice(0, 10), 2)
        follow(id, fields)
      }
    }
    const plan = planMeetings(
      {
        hasCommittee,
        groupCount: branch.groups.length,
        foundedOn: spec.foundedOn,
        themeDayOfMonth: spec.themeDayOfMonth,
        diligence: spec.diligence,
        order,
        juneGeneralMeetingDay: branch.admitted !== null || branch.confirmed !== null ? ADMISSION_DAY : null,
      },
      random,
    )
    for (const planned of plan) {
      const fields = fieldsFor(planned)
      // 还没整理完的草稿:正文、决议、记录人都空着。
      if (planned.day >= DRAFTS_FROM && random.chance(DRAFT_CHANCE[spec.diligence])) {
        insert({ ...fields, recorder: '', content: '', resolutions: [] })
        continue
      }
      const id = insert(fields)
      const rev = finish(id, 1, planned.day, random.below(FINISH_WITHIN[spec.diligence] + 1))
      follow(id, fields)
      const isSpecial = planned.meetingType === 'committee_meeting' && planned.day.startsWith('2026-09')
      if (isSpecial && spec.code === REOPENED_BRANCH) {
        const reopened = repo.setState(transaction, id, rev, { state: 'draft', action: 'reopen', reason: reopenedReason })
        const lastResolution = fields.resolutions.at(-1)
        const owner = nth(branch.committee, 1).name
        const saved = repo.save(transaction, id, reopened, { ...fields, resolutions: lastResolution === undefined ? [] : [...fields.resolutions.slice(0, -1), { ...lastResolution, owner }] }, ids.next)
        repo.setState(transaction, id, saved, { state: 'finished', action: 'finish' })
      }
      if (isSpecial && spec.code === VOIDED_BRANCH) repo.setState(transaction, insert(fields), 1, { state: 'voided', action: 'void', reason: voidedReason })
    }
  }
  for (const [order, branch] of branches.entries()) buildBranch(branch, order)
}
