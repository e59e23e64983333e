import type { Procedure } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Place } from './navigation.ts'

interface Section {
  readonly place: Place
  /** 这一页离不开的调用:没有它的角色就不列。 */
  readonly needs: Procedure
}

/** 导航入口下分几页的,各有哪几页;次序即显示的次序,名称在 shared/i18n/zh-CN/sections.ts。 */
export const SECTIONS = {
  handbook: [
    { place: { screen: 'handbook' }, needs: contract.meetings.yearOverview },
    { place: { screen: 'registers' }, needs: contract.registers.list },
    { place: { screen: 'first-topics' }, needs: contract.meetings.firstTopics },
    { place: { screen: 'month-agenda' }, needs: contract.meetings.yearOverview },
    { place: { screen: 'completeness' }, needs: contract.completeness.matrix },
    { place: { screen: 'follow-ups' }, needs: contract.followUps.list },
    { place: { screen: 'norm-decisions' }, needs: contract.normDecisions.list },
  ],
  members: [
    { place: { screen: 'members' }, needs: contract.members.list },
    { place: { screen: 'development' }, needs: contract.development.list },
    { place: { screen: 'transfers' }, needs: contract.transfers.list },
    { place: { screen: 'care' }, needs: contract.care.list },
    { place: { screen: 'member-structure' }, needs: contract.roster.structure },
    { place: { screen: 'custom-fields' }, needs: contract.customFields.add },
    { place: { screen: 'dues' }, needs: contract.dues.ledger },
    { place: { screen: 'import' }, needs: contract.imports.preview },
    { place: { screen: 'import-history' }, needs: contract.imports.history },
  ],
  organisations: [
    { place: { screen: 'organisations' }, needs: contract.organisations.tree },
    { place: { screen: 'organisation-events' }, needs: contract.organisationEvents.list },
    { place: { screen: 'terms' }, needs: contract.terms.timeline },
    { place: { screen: 'contacts' }, needs: contract.contacts.list },
    { place: { screen: 'health' }, needs: contract.health.list },
    { place: { screen: 'coverage' }, needs: contract.coverage.overview },
    { place: { screen: 'norms' }, needs: contract.norms.list },
    { place: { screen: 'work-calendar' }, needs: contract.calendar.years },
  ],
  evaluation: [
    { place: { screen: 'evaluation' }, needs: contract.evaluation.periodOverview },
    { place: { screen: 'standings' }, needs: contract.standings.overview },
    { place: { screen: 'periods' }, needs: contract.periods.list },
    { place: { screen: 'appeals' }, needs: contract.appeals.objections },
    { place: { screen: 'schemes' }, needs: contract.schemes.list },
  ],
} as const satisfies Readonly<Record<string, readonly Section[]>>

export type SectionGroup = keyof typeof SECTIONS
