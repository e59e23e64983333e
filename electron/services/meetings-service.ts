import type { GroupHandlers } from '../rpc/handlers.ts'
import { failWith } from '../rpc/handlers.ts'
import type { meetingsContract } from '../../shared/contract/meetings.contract.ts'
import type { MeetingDetail, MeetingFields, MeetingRow } from '../../shared/model/meeting.ts'
import { isPlan } from '../../shared/data/registers/plans.ts'
import { applyTemplate } from '../../shared/util/meeting-template.ts'
import { forbiddenTopic } from '../domain/organisation/build-forms.ts'
import { isCounted, isEditable } from '../domain/meetings/counted-states.ts'
import { checkBeforeFinish } from '../domain/meetings/finish-checks.ts'
import { mergeAttendance } from '../domain/meetings/merge-attendance.ts'
import { excellentLimit } from '../domain/meetings/excellent-limit.ts'
import { voteOutcome } from '../domain/meetings/vote-outcome.ts'
import { monthsTouchedBy } from '../domain/norms/periods.ts'
import { windowNormsOf } from '../domain/norms/window-norms.ts'
import { createMeetingAidRepo } from '../store/repos/meeting-aid-repo.ts'
import { createMeetingRepo, type MeetingRecord, type MeetingSummary } from '../store/repos/meeting-repo.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createFirstTopicRepo } from '../store/repos/first-topic-repo.ts'
import { createRegisterRepo, type RegisterRecord } from '../store/repos/register-repo.ts'
import { createUnitSubtree } from '../store/repos/unit-subtree.ts'
import { createFollowUpRepo } from '../store/repos/follow-up-repo.ts'
import { createScoreDirtyRepo } from '../store/repos/score-dirty-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createDuePeople } from './meetings/due-people.ts'
import { createMeetingDraft } from './meetings/meeting-draft.ts'
import { createRequireOpen } from './meetings/require-open.ts'
import { createReviewMeeting } from './meetings/review-meeting.ts'
import { createSettleFields } from './meetings/settle-fields.ts'
import { startFromPlan } from './meetings/start-from-plan.ts'
import { followUpItems } from './meetings/follow-up-items.ts'
import { createYearNorms } from './meetings/year-norms.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const RECENT = 8

const toRow = (summary: MeetingSummary): MeetingRow => ({
  id: summary.id,
  rev: summary.rev,
  branchId: summary.branchId,
  meetingType: summary.meetingType,
  alsoTypes: [...summary.alsoTypes],
  partyGroupName: summary.partyGroupName,
  title: summary.title,
  startAt: summary.startAt,
  place: summary.place,
  host: summary.host,
  state: summary.state,
  counts: summary.counts,
  quorumReached: summary.quorum.reached,
})
const newestFirst = (rows: readonly MeetingSummary[]): MeetingSummary[] => rows.toReversed()

/** 三会一课与主题党日:记录、办结、改动与规范完成情况。 */
export const createMeetingHandlers = (scope: WorkspaceScope): GroupHandlers<typeof meetingsContract> => {
  const { store, ports } = scope
  const repo = createMeetingRepo(store.db)
  const organisations = createOrganisationRepo(store.db)
  const dirty = createScoreDirtyRepo(store.db)
  const duePeople = createDuePeople(store, ports.clock.today)
  const draftOf = createMeetingDraft(repo, duePeople)
  const yearNorms = createYearNorms(store)
  const firstTopics = createFirstTopicRepo(store.db)
  const subtree = createUnitSubtree(store.db)
  const { normValue } = createNormRepo(store.db)
  const registers = createRegisterRepo(store.db, () => ports.ids.next())
  const requireOpen = createRequireOpen(scope)
  const settleFields = createSettleFields(repo, duePeople, registers)
  const aids = createMeetingAidRepo(store.db, () => ports.ids.next())
  const followUps = createFollowUpRepo(store.db, () => ports.ids.next())

  const readOr404 = (id: string): MeetingRecord => repo.read(id) ?? failWith('NOT_FOUND')
  /** 这段时间里最后一天还是支部时的样子;撤销、改设以前的年度照样打得开。 */
  const branchIn = (id: string, from: string, to: string) => {
    if (organisations.lifespan(id) === null) failWith('NOT_FOUND')
    return organisations.read(id, organisations.lastBranchDay(id, from, to) ?? failWith('NOT_A_BRANCH')) ?? failWith('NOT_FOUND')
  }
  const detailOf = (record: MeetingRecord): MeetingDetail => ({
    id: record.id,
    rev: record.rev,
    branchId: record.branchId,
    branchName: record.branchName,
    partyGroupName: record.partyGroupName,
    state: record.state,
    fields: record.fields,
    planTitle: record.planTitle,
    planRegister: record.planRegister,
    counts: record.counts,
    quorum: record.quorum,
    voteOutcomes: record.fields.votes.map((vote) => voteOutcome(record.fields.meetingType, vote, record.counts)),
    excellentLimit: [record.fields.meetingType, ...record.fields.alsoTypes].includes('democratic_appraisal') ? excellentLimit(record.fields.appraisals.length) : null,
    review: record.review,
    checks: checkBeforeFinish(record.fields, record.quorum, ports.clock.today()),
    finishedAt: record.finishedAt,
    updatedAt: record.updatedAt,
  })
  /** 照它开的那一条计划:须是本支部的年度计划、月度安排。 */
  const planOf = (id: string, branchId: string): RegisterRecord => {
    const entry = registers.read(id, ports.clock.today())
    return entry !== null && entry.branchId === branchId && isPlan(entry.definitionKey) ? entry : failWith('NOT_FOUND')
  }
  const dayOf = (record: MeetingRecord): string => record.fields.startAt.slice(0, 10)

  /** 改完之后:计数的记录变了就把相关月份列入待重算;改前、改后两个日期都算。草稿不进得分,不必重算。 */
  const settle = (transaction: Transaction, before: MeetingRecord | null, id: string): MeetingDetail => {
    const after = readOr404(id)
    if (before !== null && before.rev === after.rev) return detailOf(after)
    const touched = [before, after].filter((record) => record !== null && isCounted(record.state)).flatMap((record) => (record === null ? [] : monthsTouchedBy(dayOf(record))))
    dirty.markDirty(transaction, after.branchId, touched, transaction.at)
    // 规则可以看半年、全年、年初至今:这个月往后算过的都要重算。
    const first = touched.toSorted()[0]
    if (first !== undefined) dirty.markScoredDirty(transaction, after.branchId, first, transaction.at)
    transaction.emit('meetings.changed', { ids: [id], branchIds: [after.branchId] })
    // 计划那一条的「办了没有」跟着变。
    if (after.fields.planEntryId !== null || (before?.fields.planEntryId ?? null) !== null) transaction.emit('registers.changed', { branchIds: [after.branchId] })
    return detailOf(after)
  }
  const change = (procedure: string, id: string, apply: (transaction: Transaction, before: MeetingRecord) => void): MeetingDetail =>
    scope.write('meeting', procedure, (transaction) => {
      const before = readOr404(id)
      apply(transaction, before)
      return settle(transaction, before, id)
    })

  /** 临时党支部不发展、不处分党员,不换届(支部工作条例第八条):会上不许有这样的议题。 */
  const requireTopics = (branchId: string, { startAt, topics }: MeetingFields): void => {
    const action = forbiddenTopic(organisations.buildFormOn(branchId, startAt.slice(0, 10)), topics.map(({ kind }) => kind))
    if (action !== null) failWith('TEMPORARY_BRANCH', { action })
  }

  return {
    list: ({ branchId, year, meetingType }) => ({
      rows: newestFirst(repo.summaries(branchId, `${year}-01-01`, `${year}-12-31`))
        .filter((row) => meetingType === null || row.meetingType === meetingType)
        .map(toRow),
    }),
    yearOverview: ({ branchId, year }) => {
      const yearEnd = `${year}-12-31`
      const today = ports.clock.today()
      const branch = branchIn(branchId, `${year}-01-01`, today < yearEnd && today > `${year}-01-01` ? today : yearEnd)
      const summaries = repo.summaries(branchId, `${year}-01-01`, `${year}-12-31`)
      const asOf = ports.clock.today()
      const recent = newestFirst(summaries)
        .filter((row) => row.state !== 'voided')
        .slice(0, RECENT)
        .map(toRow)
      return { branchName: branch.name, asOf, reminderDays: windowNormsOf(normValue).reminderDays, norms: [...yearNorms.of(branchId, year, asOf)], recent }
    },
    firstTopics: ({ organisationId, year }, { access }) => ({ rows: firstTopics.list(subtree.covered(organisationId, access.covers), year, ports.clock.today()) }),
    get: ({ id }) => detailOf(readOr404(id)),
    create: ({ branchId, meetingType, partyGroupId, day, templateId, planEntryId }) => {
      const branch = branchIn(branchId, day, day)
      requireOpen(branchId, meetingType, day)
      const groupId = meetingType === 'group_meeting' ? (partyGroupId ?? duePeople.onlyGroup(branchId, day)) : null
      if (groupId !== null && !duePeople.isGroupOf(branchId, groupId, day)) failWith('NOT_FOUND')
      const template = templateId === undefined ? undefined : (aids.templates(branchId, meetingType).find(({ id }) => id === templateId) ?? failWith('NOT_FOUND'))
      const plan = planEntryId === undefined ? null : planOf(planEntryId, branchId)
      return scope.write('meeting', 'meetings.create', (transaction) => {
        const id = ports.ids.next()
        const draft = draftOf({ branch, meetingType, partyGroupId: groupId, day })
        const started = plan === null ? draft : startFromPlan(draft, plan)
        const fields = template === undefined ? started : { ...started, ...applyTemplate(started, template.fields) }
        requireTopics(branchId, fields)
        repo.insert(transaction, { id, branchId, fields }, ports.ids.next)
        return settle(transaction, null, id)
      })
    },
    save: ({ id, rev, fields }) =>
      change('meetings.save', id, (transaction, before) => {
        if (!isEditable(before.state)) failWith('NOT_EDITABLE')
        requireTopics(before.branchId, fields)
        repo.save(transaction, id, rev, settleFields(fields, before), ports.ids.next)
      }),
    refreshAttendance: ({ id, rev }) =>
      change('meetings.refreshAttendance', id, (transaction, before) => {
        if (!isEditable(before.state)) failWith('NOT_EDITABLE')
        const people = duePeople.of(before.branchId, before.fields.meetingType, before.fields.partyGroupId, dayOf(before))
        repo.save(transaction, id, rev, { ...before.fields, attendance: mergeAttendance(people, before.fields.attendance) }, ports.ids.next)
      }),
    finish: ({ id, rev }) =>
      change('meetings.finish', id, (transaction, before) => {
        if (!isEditable(before.state)) failWith('NOT_EDITABLE')
        if (before.rev !== rev) failWith('STALE', { currentRev: before.rev })
        requireTopics(before.branchId, before.fields)
        // 退回的、办结过又改的不拦:窗口只管头一次补录。
        if (before.finishedAt === null) requireOpen(before.branchId, before.fields.meetingType, dayOf(before))
        const checks = checkBeforeFinish(before.fields, before.quorum, ports.clock.today())
        if (checks.some((check) => check.level === 'must')) failWith('CHECKS_FAILED', { checks })
        // 改一下再办结,仍按首次办结算是否及时:订正错字不应变成补报。
        repo.setState(transaction, id, rev, { state: 'finished', action: 'finish', ...(before.finishedAt === null ? { finishedAt: transaction.at } : {}) })
        followUps.sync(transaction, { table: 'meeting', id, branchId: before.branchId, raisedOn: dayOf(before) }, followUpItems(before.fields))
        transaction.emit('followUps.changed', {})
      }),
    ...createReviewMeeting(repo, change),
    reopen: ({ id, rev, reason }) =>
      change('meetings.reopen', id, (transaction, before) => {
        if (!isCounted(before.state)) failWith('NOT_EDITABLE')
        repo.setState(transaction, id, rev, { state: 'draft', action: 'reopen', reason })
      }),
    voidRecord: ({ id, rev, reason }) =>
      change('meetings.voidRecord', id, (transaction, before) => {
        if (before.state !== 'finished' && before.state !== 'submitted' && !isEditable(before.state)) failWith('NOT_EDITABLE')
        repo.setState(transaction, id, rev, { state: 'voided', action: 'void', reason })
        // 作废的记录,在办的事项一起收走;销了号的留着。
        followUps.sync(transaction, { table: 'meeting', id, branchId: before.branchId, raisedOn: dayOf(before) }, [])
        transaction.emit('followUps.changed', {})
      }),
    suggestPeople: ({ branchId, search }) => ({ people: repo.suggestPeople(branchId, search) }),
  }
}
