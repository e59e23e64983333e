import type { NormRow } from '../../../shared/model/meeting.ts'
import { localTime } from '../../../shared/util/local-time.ts'
import { isCounted } from '../../domain/meetings/counted-states.ts'
import type { NormDecision } from '../../domain/norms/norm-decisions.ts'
import { monthsOf } from '../../domain/norms/periods.ts'
import { requirementRows } from '../../domain/norms/requirement-rows.ts'
import { readThemeDay } from '../../domain/norms/theme-day.ts'
import { windowNormsOf } from '../../domain/norms/window-norms.ts'
import { hasCommittee } from '../../domain/organisation/committee.ts'
import { valueOn, type DatedValue } from '../../store/dated-value.ts'
import type { Store } from '../../store/open-store.ts'
import { createMeetingSummaries } from '../../store/repos/meeting-summaries.ts'
import { createNormDecisionRepo } from '../../store/repos/norm-decision-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import { createYearFactsRepo, type MeetingFact, type OrganisationFact, type PostFact } from '../../store/repos/year-facts-repo.ts'

/** 一个支部的一年。 */
export interface BranchYear {
  readonly branchId: string
  readonly code: string
  readonly name: string
  /** 那个月(0 到 11)是党支部,而且在这个单位之下;单位不给则只问是不是党支部。 */
  readonly isHere: (month: number, unitId: string | null) => boolean
  /** 取记录、核算;用到时才算,一个一个地来。 */
  readonly norms: () => readonly NormRow[]
}

const DEEPEST = 20
const QUARTER_HOUR = 900_000
/** 时刻 → 当地日期;各地的时差都是一刻钟的整数倍,同一刻钟只算一次。 */
const createDayOf = () => {
  const known = new Map<number, string>()
  return (at: number): string => {
    const key = Math.floor(at / QUARTER_HOUR)
    const found = known.get(key) ?? localTime(key * QUARTER_HOUR).slice(0, 10)
    known.set(key, found)
    return found
  }
}
const byPlace = (a: OrganisationFact, b: OrganisationFact): number => a.sortOrder - b.sortOrder || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || (a.id < b.id ? -1 : 1)

/** 设有支委会的月份。班子几个月不变是常事:看的那几天之间没有人上任、离任,就不再数一遍。 */
const committeeIn = (months: readonly { readonly month: string; readonly lookDay: string }[], holders: readonly DatedValue<PostFact>[], revokedOn: string | null): ReadonlySet<string> => {
  const found = new Set<string>()
  let [before, stands] = ['', false]
  for (const { month, lookDay } of months) {
    const changed = before === '' || holders.some(({ fromDay, toDay }) => (fromDay > before && fromDay <= lookDay) || (toDay !== null && toDay > before && toDay <= lookDay))
    if (changed) stands = hasCommittee(holders.filter(({ fromDay, toDay }) => fromDay <= lookDay && (toDay === null || toDay > lookDay)).map(({ value }) => value))
    if (stands && (revokedOn === null || revokedOn > lookDay)) found.add(month)
    before = lookDay
  }
  return found
}

/**
 * 备齐一年各月的隶属、支委会、党小组、记录与上级的决定,交给规范核算。一个支部、一千个支部走同一条路。
 * 支委会、党小组自建立之日起要求,不追溯;以后的月份按今天的情况预计。
 */
export const createYearNorms = (store: Store) => {
  const facts = createYearFactsRepo(store.db)
  const { summaries } = createMeetingSummaries(store.db)
  const decisionsRepo = createNormDecisionRepo(store.db)
  const { normValue } = createNormRepo(store.db)
  const dayOf = createDayOf()

  /** 以前的记录还没有推算过法定人数的,补算一次存下。 */
  const withQuorum = (meetings: readonly MeetingFact[], branchId: string, year: number): readonly MeetingFact[] => {
    const unknown = meetings.filter(({ quorumReached, state }) => quorumReached === null && isCounted(state))
    if (unknown.length === 0) return meetings
    const reached = new Map(summaries(branchId, `${year}-01-01`, `${year}-12-31`).map(({ id, quorum }) => [id, quorum.reached] as const))
    facts.keepQuorum(unknown.map(({ id }) => ({ id, reached: reached.get(id) === true })))
    return meetings.map((meeting) => (meeting.quorumReached === null ? { ...meeting, quorumReached: reached.get(meeting.id) ?? false } : meeting))
  }

  const build = (only: string | null, year: number, asOf: string, wanted: (branchId: string) => boolean): BranchYear[] => {
    const months = monthsOf(year).map(({ period, dueDay }) => ({ month: period, lastDay: dueDay, lookDay: dueDay > asOf ? asOf : dueDay }))
    const [organisations, parents, kinds, names, posts] = [facts.organisations(), facts.parents(), facts.kinds(), facts.names(), facts.posts(`${year}-01-01`, `${year}-12-31`)]
    const norms = windowNormsOf(normValue)
    const talks = facts.talks(only, year, dayOf)
    const decisions = decisionsRepo.list(year, asOf).filter(({ withdrawnOn }) => withdrawnOn === null)
    const isBranch = (organisation: OrganisationFact, spans: ReturnType<typeof kinds.get>, { month, lastDay }: (typeof months)[number]): boolean =>
      (valueOn(spans, lastDay) ?? organisation.kind) === 'branch' && (organisation.foundedOn === null || organisation.foundedOn.slice(0, 7) <= month) && (organisation.revokedOn === null || organisation.revokedOn > lastDay)
    /** 层级不会很深;万一隶属成了圈,也走得完。 */
    const isUnder = (id: string, unitId: string, day: string): boolean => {
      let at: string | undefined = id
      for (let step = 0; at !== undefined && step < DEEPEST; step++) {
        if (at === unitId) return true
        at = valueOn(parents.get(at), day)
      }
      return false
    }
    const quorumOf = facts.quorum()
    // 党小组按那个月挂在哪个支部下。
    const groups = new Map<string, Map<string, { readonly id: string; readonly name: string; readonly months: Set<string> }>>()
    for (const group of organisations.filter(({ kind }) => kind === 'party_group').toSorted(byPlace)) {
      for (const { month, lookDay } of months) {
        const { foundedOn, revokedOn } = group
        const parent = valueOn(parents.get(group.id), lookDay)
        if (parent === undefined || (only !== null && parent !== only) || (foundedOn !== null && (foundedOn > lookDay || month < foundedOn.slice(0, 7))) || (revokedOn !== null && revokedOn <= lookDay)) continue
        const mine = groups.get(parent) ?? new Map<string, { readonly id: string; readonly name: string; readonly months: Set<string> }>()
        groups.set(parent, mine)
        const known = mine.get(group.id) ?? { id: group.id, name: valueOn(names.get(group.id), lookDay) ?? '', months: new Set<string>() }
        known.months.add(month)
        mine.set(group.id, known)
      }
    }
    return organisations
      .filter(({ id, kind }) => (only === null ? kind !== 'party_group' && wanted(id) : id === only))
      .toSorted(byPlace)
      .flatMap((branch): BranchYear[] => {
        const standing = months.filter((month) => isBranch(branch, kinds.get(branch.id), month))
        if (standing.length === 0 && only === null) return []
        const branchMonths = new Set(standing.map(({ month }) => month))
        const isHere = (index: number, unitId: string | null): boolean => {
          const at = months[index]
          return at !== undefined && branchMonths.has(at.month) && (unitId === null || isUnder(branch.id, unitId, at.lookDay))
        }
        const holders = posts.get(branch.id) ?? []
        const committeeMonths = committeeIn(months, holders, branch.revokedOn)
        const last = standing.at(-1)?.lookDay ?? asOf
        return [
          {
            branchId: branch.id,
            code: branch.code,
            name: valueOn(names.get(branch.id), last) ?? '',
            isHere,
            norms: () => requirementRows({
              year,
              asOf,
              branchMonths,
              committeeMonths,
              groups: [...(groups.get(branch.id)?.values() ?? [])],
              norms,
              themeDay: readThemeDay(branch.themeDay),
              decisions: decisions.filter(({ organisationId }) => months.some((_, index) => isHere(index, organisationId))),
              decidesIn: (decision: NormDecision, month) => isHere(Number(month.slice(5, 7)) - 1, decision.organisationId),
              records: withQuorum(facts.meetings(branch.id, year, dayOf, quorumOf), branch.id, year),
              talks: talks.get(branch.id) ?? [],
            }),
          },
        ]
      })
  }
  return {
    /** 一个支部;没有这个组织返回空。 */
    of: (branchId: string, year: number, asOf: string): readonly NormRow[] => build(branchId, year, asOf, () => true)[0]?.norms() ?? [],
    /** 这一年当过支部、又在挑选之内的全部支部。 */
    all: (year: number, asOf: string, wanted: (branchId: string) => boolean): BranchYear[] => build(null, year, asOf, wanted),
  }
}
