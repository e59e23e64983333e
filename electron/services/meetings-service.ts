import type { GroupHandlers } from '../rpc/handlers.ts'
import { failWith } from '../rpc/handlers.ts'
import type { meetingsContract } from '../../shared/contract/meetings.contract.ts'
import type { MeetingDetail, MeetingFields, MeetingRow } from '../../shared/model/meeting.ts'
import { isCounted, isEditable } from '../domain/meetings/counted-states.ts'
import { checkBeforeFinish } from '../domain/meetings/finish-checks.ts'
import { mergeAttendance } from '../domain/meetings/merge-attendance.ts'
import { hasVotingRight } from '../domain/meetings/voting-right.ts'
import { monthsTouchedBy } from '../domain/norms/periods.ts'
import { createMeetingRepo, type MeetingRecord, type MeetingSummary } from '../store/repos/meeting-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createScoreDirtyRepo } from '../store/repos/score-dirty-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createDuePeople } from './meetings/due-people.ts'
import { createMeetingDraft } from './meetings/meeting-draft.ts'
import { createYearNorms } from './meetings/year-norms.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const RECENT = 8

const toRow = (summary: MeetingSummary): MeetingRow => ({
  id: summary.id,
  rev: summary.rev,
  branchId: summary.branchId,
  meetingType: summary.meetingType,
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
    counts: record.counts,
    quorum: record.quorum,
    checks: checkBeforeFinish(record.fields, record.quorum, ports.clock.today()),
    finishedAt: record.finishedAt,
    updatedAt: record.updatedAt,
  })
  const dayOf = (record: MeetingRecord): string => record.fields.startAt.slice(0, 10)

  /** 改完之后:计数的记录变了就把相关月份列入待重算;改前、改后两个日期都算。草稿不进得分,不必重算。 */
  const settle = (transaction: Transaction, before: MeetingRecord | null, id: string): MeetingDetail => {
    const after = readOr404(id)
    if (before !== null && before.rev === after.rev) return detailOf(after)
    const touched = [before, after].filter((record) => record !== null && isCounted(record.state)).flatMap((record) => (record === null ? [] : monthsTouchedBy(dayOf(record))))
    dirty.markDirty(transaction, after.branchId, touched, transaction.at)
    transaction.emit('meetings.changed', { ids: [id], branchIds: [after.branchId] })
    return detailOf(after)
  }
  const change = (procedure: string, id: string, apply: (transaction: Transaction, before: MeetingRecord) => void): MeetingDetail =>
    scope.write('meeting', procedure, (transaction) => {
      const before = readOr404(id)
      apply(transaction, before)
      return settle(transaction, before, id)
    })

  /**
   * 名单里的姓名与表决权以名册为准:已在记录里的沿用当时记下的姓名;表决权可以取消
   * (依规不计入应到的情形),不能给没有表决权的人加上。
   */
  const settleAttendance = (fields: MeetingFields, before: MeetingRecord): MeetingFields => {
    const known = new Map(before.fields.attendance.map((row) => [row.memberId, row]))
    const day = fields.startAt.slice(0, 10)
    const seen = new Set<string>()
    const attendance = fields.attendance
      .filter((row) => !seen.has(row.memberId) && seen.add(row.memberId))
      .map((row) => {
        const old = known.get(row.memberId)
        // 到会的人不留缺席原因。
        const reasons = row.status === 'present' ? { reason: '' as const, reasonNote: '' } : {}
        if (old !== undefined && (old.hasVote || !row.hasVote)) return { ...row, ...reasons, name: old.name }
        const person = repo.person(row.memberId) ?? failWith('NOT_FOUND')
        return { ...row, ...reasons, name: old?.name ?? person.name, hasVote: row.hasVote && hasVotingRight(person, day) }
      })
    return { ...fields, attendance }
  }
  /** 党小组会须是本支部的小组;其他类型不挂小组。 */
  const settleGroup = (fields: MeetingFields, branchId: string): MeetingFields => {
    if (fields.meetingType !== 'group_meeting' || fields.partyGroupId === null) return fields.partyGroupId === null ? fields : { ...fields, partyGroupId: null }
    return duePeople.isGroupOf(branchId, fields.partyGroupId, fields.startAt.slice(0, 10)) ? fields : failWith('NOT_FOUND')
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
      return { branchName: branch.name, asOf, norms: yearNorms(branch, year, asOf, summaries), recent }
    },
    get: ({ id }) => detailOf(readOr404(id)),
    create: ({ branchId, meetingType, partyGroupId, day }) => {
      const branch = branchIn(branchId, day, day)
      const groupId = meetingType === 'group_meeting' ? (partyGroupId ?? duePeople.onlyGroup(branchId, day)) : null
      if (groupId !== null && !duePeople.isGroupOf(branchId, groupId, day)) failWith('NOT_FOUND')
      return scope.write('meeting', 'meetings.create', (transaction) => {
        const id = ports.ids.next()
        repo.insert(transaction, { id, branchId, fields: draftOf({ branch, meetingType, partyGroupId: groupId, day }) }, ports.ids.next)
        return settle(transaction, null, id)
      })
    },
    save: ({ id, rev, fields }) =>
      change('meetings.save', id, (transaction, before) => {
        if (!isEditable(before.state)) failWith('NOT_EDITABLE')
        repo.save(transaction, id, rev, settleGroup(settleAttendance(fields, before), before.branchId), ports.ids.next)
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
        const checks = checkBeforeFinish(before.fields, before.quorum, ports.clock.today())
        if (checks.some((check) => check.level === 'must')) failWith('CHECKS_FAILED', { checks })
        // 改一下再办结,仍按首次办结算是否及时:订正错字不应变成补报。
        repo.setState(transaction, id, rev, { state: 'finished', action: 'finish', ...(before.finishedAt === null ? { finishedAt: transaction.at } : {}) })
      }),
    reopen: ({ id, rev, reason }) =>
      change('meetings.reopen', id, (transaction, before) => {
        if (before.state !== 'finished') failWith('NOT_EDITABLE')
        repo.setState(transaction, id, rev, { state: 'draft', action: 'reopen', reason })
      }),
    voidRecord: ({ id, rev, reason }) =>
      change('meetings.voidRecord', id, (transaction, before) => {
        if (before.state !== 'finished' && !isEditable(before.state)) failWith('NOT_EDITABLE')
        repo.setState(transaction, id, rev, { state: 'voided', action: 'void', reason })
      }),
    suggestPeople: ({ branchId, search }) => ({ people: repo.suggestPeople(branchId, search) }),
  }
}
