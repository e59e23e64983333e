import type { MeetingFields } from '../../../shared/model/meeting.ts'
import { hasVotingRight } from '../../domain/meetings/voting-right.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { MeetingRecord, MeetingRepo } from '../../store/repos/meeting-repo.ts'
import type { RegisterRepo } from '../../store/repos/register-repo.ts'
import { isPlan } from '../../../shared/data/registers/plans.ts'
import type { DuePeople } from './due-people.ts'

/** 保存之前把各项理顺:以名册为准的归名册,这一类用不到的清掉。 */
export const createSettleFields = (repo: MeetingRepo, duePeople: DuePeople, registers: Pick<RegisterRepo, 'read'>) => {
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
        // 到会的人不留缺席原因;没到的不在哪一批里。
        const here = row.status === 'present' ? { reason: '' as const, reasonNote: '', sitting: Math.min(row.sitting, fields.sittings.length) } : { sitting: 0 }
        const exclusionNote = row.exclusion === '' ? '' : row.exclusionNote
        const settled = { ...row, ...here, exclusionNote }
        // 撤掉不计入应到的情形,表决权照名册恢复。
        const restored = old !== undefined && old.exclusion !== '' && row.exclusion === ''
        if (old !== undefined && !restored && (old.hasVote || !row.hasVote)) return { ...settled, name: old.name, hasVote: row.hasVote && row.exclusion === '' }
        const person = repo.person(row.memberId) ?? failWith('NOT_FOUND')
        return { ...settled, name: old?.name ?? person.name, hasVote: (restored || row.hasVote) && row.exclusion === '' && hasVotingRight(person, day) }
      })
    return { ...fields, attendance }
  }
  /** 党小组会须是本支部的小组;其他类型不挂小组。 */
  const settleGroup = (fields: MeetingFields, branchId: string): MeetingFields => {
    if (fields.meetingType !== 'group_meeting' || fields.partyGroupId === null) return fields.partyGroupId === null ? fields : { ...fields, partyGroupId: null }
    return duePeople.isGroupOf(branchId, fields.partyGroupId, fields.startAt.slice(0, 10)) ? fields : failWith('NOT_FOUND')
  }
  /** 兼作的各类不重复、不含主要的一类;党小组会要挂小组,只能是主要的一类。 */
  const settleTypes = (fields: MeetingFields): MeetingFields => ({ ...fields, alsoTypes: [...new Set(fields.alsoTypes)].filter((type) => type !== fields.meetingType && type !== 'group_meeting') })
  /** 参评的人须在册,姓名以名册为准,不重复。 */
  const settleAppraisals = (fields: MeetingFields, before: MeetingRecord): MeetingFields => {
    const known = new Map(before.fields.appraisals.map(({ memberId, name }) => [memberId, name]))
    const seen = new Set<string>()
    const appraisals = fields.appraisals.filter(({ memberId }) => !seen.has(memberId) && seen.add(memberId)).map((row) => ({ ...row, name: known.get(row.memberId) ?? (repo.person(row.memberId) ?? failWith('NOT_FOUND')).name }))
    return { ...fields, appraisals }
  }
  /** 前置的支委会须是同一支部的。 */
  const settlePrior = (fields: MeetingFields, before: MeetingRecord): MeetingFields => {
    if (fields.priorMeetingId === null || fields.priorMeetingId === before.fields.priorMeetingId) return fields
    const prior = repo.read(fields.priorMeetingId)
    return prior !== null && prior.branchId === before.branchId && prior.id !== before.id ? fields : failWith('NOT_FOUND')
  }
  /** 照的是同一支部的一条计划;原来挂着的,计划删了也留着。 */
  const settlePlan = (fields: MeetingFields, before: MeetingRecord): MeetingFields => {
    if (fields.planEntryId === null || fields.planEntryId === before.fields.planEntryId) return fields
    const entry = registers.read(fields.planEntryId, fields.startAt.slice(0, 10))
    return entry !== null && entry.branchId === before.branchId && isPlan(entry.definitionKey) ? fields : failWith('NOT_FOUND')
  }
  return (fields: MeetingFields, before: MeetingRecord): MeetingFields => settlePlan(settlePrior(settleAppraisals(settleTypes(settleGroup(settleAttendance(fields, before), before.branchId)), before), before), before)
}
