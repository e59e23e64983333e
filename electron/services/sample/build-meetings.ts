import { sampleLastMeetingDay } from '../../data/sample/calendar.ts'
import { followUpResults, reopenedReason, voidedReason } from '../../data/sample/meeting-texts.ts'
import type { SampleDiligence } from '../../data/sample/organisations.ts'
import { DEBRIEF_DAY, YEARLY_LIFE_DAY } from '../../data/sample/yearly-life.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import type { MeetingFields } from '../../../shared/model/meeting.ts'
import { createFollowUpRepo } from '../../store/repos/follow-up-repo.ts'
import { createMeetingRepo } from '../../store/repos/meeting-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { followUpItems } from '../meetings/follow-up-items.ts'
import { createDuePeople } from '../meetings/due-people.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { ADMISSION_DAY, type BuiltBranch } from './build-organisations.ts'
import { yearlyDebrief, yearlyLife } from './build-yearly-life.ts'
import { planMeetings } from './plan-meetings.ts'
import { createSampleFields, nth } from './sample-fields.ts'
import { createSeededRandom } from './seeded-random.ts'

const SEED = 11_150
/** 会后几天办结,最多几天。 */
const FINISH_WITHIN: Readonly<Record<SampleDiligence, number>> = { solid: 1, steady: 3, loose: 9 }
/** 到期没有办完的可能。 */
const LEFT_OPEN: Readonly<Record<SampleDiligence, number>> = { solid: 0.02, steady: 0.06, loose: 0.2 }
/** 十一月的会有的还没整理完。 */
const DRAFTS_FROM = '2026-11-01'
const DRAFT_CHANCE: Readonly<Record<SampleDiligence, number>> = { solid: 0.05, steady: 0.25, loose: 0.5 }
/** 这几个支部各有一条:办结后退回补记再办结的、重复录入作废的。 */
const REOPENED_BRANCH = '003'
const VOIDED_BRANCH = '010'
/** 办结时刻取世界时 08:00,在本机多数时区都是同一天。 */
const finishedInstant = (day: string): number => Date.parse(`${day}T08:00:00Z`)

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

    const fieldsFor = createSampleFields(branch, order, random, duePeople, ids.next)
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
