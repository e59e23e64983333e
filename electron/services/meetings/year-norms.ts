import type { NormRow } from '../../../shared/model/meeting.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { monthsOf } from '../../domain/norms/periods.ts'
import { hasCommittee } from '../../domain/organisation/committee.ts'
import { requirementRows } from '../../domain/norms/requirement-rows.ts'
import type { Store } from '../../store/open-store.ts'
import type { MeetingSummary } from '../../store/repos/meeting-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createScoreFactRepo } from '../../store/repos/score-fact-repo.ts'

/**
 * 备齐一年各月的支委会与党小组情况,交给规范核算。支委会、党小组自建立之日起要求,不追溯。
 */
export const createYearNorms = (store: Store) => {
  const organisations = createOrganisationRepo(store.db)
  const { normValue } = createNormRepo(store.db)
  const { foundedOn } = createScoreFactRepo(store.db)
  return (branch: { readonly id: string; readonly foundedOn: string | null }, year: number, asOf: string, records: readonly MeetingSummary[]): NormRow[] => {
    const months = monthsOf(year)
    // 撤销、改设的那个月起不再要求。
    const last = organisations.lastBranchDay(branch.id, `${year}-01-01`, `${year}-12-31`)
    // 以后的月份按今天的情况预计。
    const dayToLook = (lastDay: string): string => (lastDay > asOf ? asOf : lastDay)
    const groups = new Map<string, { readonly id: string; readonly name: string; readonly months: Set<string> }>()
    for (const month of months) {
      for (const { id, name } of organisations.groupsOf(branch.id, dayToLook(month.dueDay))) {
        if (month.period < (foundedOn(id) ?? '').slice(0, 7)) continue
        const group = groups.get(id) ?? { id, name, months: new Set<string>() }
        group.months.add(month.period)
        groups.set(id, group)
      }
    }
    return requirementRows({
      year,
      asOf,
      foundedMonth: branch.foundedOn?.slice(0, 7) ?? null,
      closedMonth: last === null || last === `${year}-12-31` ? null : addDays(last, 1).slice(0, 7),
      committeeMonths: new Set(months.filter((month) => hasCommittee(organisations.postsOf(branch.id, dayToLook(month.dueDay)))).map((month) => month.period)),
      groups: [...groups.values()],
      lectureCycle: normValue('lecture_cycle'),
      records: records.map((row) => ({ id: row.id, meetingType: row.meetingType, partyGroupId: row.partyGroupId, day: row.startAt.slice(0, 10), state: row.state, quorumReached: row.quorum.reached })),
    })
  }
}
