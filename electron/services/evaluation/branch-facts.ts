import { duesFact } from '../../domain/evaluation/dues-facts.ts'
import { meetingFacts } from '../../domain/evaluation/meeting-facts.ts'
import { memberFact } from '../../domain/evaluation/member-facts.ts'
import { branchParams, organisationFact, type OrganisationSnapshot } from '../../domain/evaluation/organisation-facts.ts'
import { reachOf } from '../../domain/evaluation/rule-reach.ts'
import { ALWAYS_GIVEN, type FactTableName } from '../../domain/evaluation/fact-vocabulary.ts'
import { parsePeriod } from '../../domain/scoring/period.ts'
import type { Fact, Ledger } from '../../domain/scoring/input.ts'
import type { Rule } from '../../domain/scoring/rule.ts'
import type { MeetingRepo } from '../../store/repos/meeting-repo.ts'
import type { MemberRepo } from '../../store/repos/member-repo.ts'
import type { OrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { ScoreFactRepo } from '../../store/repos/score-fact-repo.ts'
import type { DuesLedgers } from '../dues/dues-ledgers.ts'
import type { createRecordSources } from './record-sources.ts'

/** 一个支部一个月的事实;meetings 含没办结的(带 state),计分前由 assembleInput 剔除。 */
interface LoadedFacts {
  readonly ledger: Ledger
  readonly params: Readonly<Record<string, number>>
  /** 一条事实给人看的名称,按标识取。 */
  labelOf(table: string, id: string): string
}
export interface BranchFacts {
  /** 只取这些规则要读的表,取到它们最远的时间窗。 */
  load(branchId: string, period: string, rules: readonly Rule[]): LoadedFacts
}

interface Parts {
  readonly meetings: MeetingRepo
  readonly members: MemberRepo
  readonly organisations: OrganisationRepo
  readonly history: ScoreFactRepo
  readonly dues: Pick<DuesLedgers, 'ledger'>
  readonly records: ReturnType<typeof createRecordSources>
}

export const createBranchFacts = ({ meetings, members, organisations, history, dues, records }: Parts): BranchFacts => ({
  load: (branchId, period, rules) => {
    const reach = reachOf(rules, period)
    // 月内撤销、改设的,名册、班子看最后还是支部的那天。
    const day = organisations.lastBranchDay(branchId, parsePeriod(period).from, reach.to) ?? reach.to
    const labels = new Map<string, string>()
    const label = (table: FactTableName, id: string, text: string): void => {
      labels.set(`${table} ${id}`, text)
    }
    const roster = members.completenessRows(branchId, day)
    const term = history.termOn(branchId, day)
    const snapshot: OrganisationSnapshot = {
      branchId,
      day,
      foundedOn: history.foundedOn(branchId),
      termFrom: term?.fromDay ?? null,
      termDue: term?.dueDay ?? null,
      fullMembers: roster.filter((row) => row.memberType === 'full').length,
      probationaryMembers: roster.filter((row) => row.memberType === 'probationary').length,
      groupCount: organisations.groupsOf(branchId, day).length,
      posts: history.postHistory(branchId, day),
    }
    const place = { branchId, from: reach.from, to: reach.to, day, foundedOn: snapshot.foundedOn, label }
    const sources: Readonly<Record<FactTableName, () => Fact[]>> = {
      meetings: () =>
        meetings.summaries(branchId, reach.from, reach.to).flatMap((meeting) => {
          label('meetings', meeting.id, meeting.title)
          return meetingFacts(meeting)
        }),
      members: () =>
        roster.map((row) => {
          label('members', row.memberId, row.name)
          return memberFact(row, day)
        }),
      organisation: () => {
        label('organisation', branchId, organisations.nameOn(branchId, day))
        return [organisationFact(snapshot)]
      },
      dues: () => {
        const [from, to] = [reach.from.slice(0, 7), day.slice(0, 7)]
        const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => Number(from.slice(0, 4)) + index)
        return years.flatMap((year) => {
          const { rows, months } = dues.ledger(branchId, year)
          // 没登记过的月份不知道交没交,不算。
          const known = new Set(months.filter(({ month, recorded }) => recorded && from <= month && month <= to).map(({ month }) => month))
          return rows.flatMap(({ memberId, name, cells }) =>
            cells.flatMap((cell) => {
              const fact = known.has(cell.month) ? duesFact(memberId, cell) : null
              if (fact === null) return []
              label('dues', String(fact['id']), name)
              return [fact]
            }),
          )
        })
      },
      follow_ups: () => records.follow_ups(place),
      talks: () => records.talks(place),
      study: () => records.study(place),
      registers: () => records.registers(place),
      development: () => records.development(place),
      submissions: () => records.submissions(place),
      appraisals: () => records.appraisals(place),
    }
    const params = Object.fromEntries(Object.entries(branchParams(snapshot)).filter(([name]) => ALWAYS_GIVEN.has(name) || reach.params.has(name)))
    const ledger = Object.fromEntries(Object.entries(sources).flatMap(([table, read]) => (reach.tables.has(table) ? [[table, read()]] : [])))
    return { ledger, params, labelOf: (table, id) => labels.get(`${table} ${id}`) ?? '' }
  },
})
