import { lazy, type ComponentType } from 'react'
import type { Place } from '../platform/navigation.ts'

type PlaceOf<S extends Place['screen']> = Extract<Place, { readonly screen: S }>
export type ScreenProps<S extends Place['screen']> = Omit<PlaceOf<S>, 'screen'>
type Registry = { readonly [S in Place['screen']]: ComponentType<ScreenProps<S>> }

/** 页面名 → 组件;打开时才取。页面的参数就是 Place 里的参数。 */
export const SCREENS: Registry = {
  home: lazy(async () => ({ default: (await import('../features/home/home-screen.tsx')).HomeScreen })),
  handbook: lazy(async () => ({ default: (await import('../features/handbook/handbook-screen.tsx')).HandbookScreen })),
  meeting: lazy(async () => ({ default: (await import('../features/meeting/meeting-screen.tsx')).MeetingScreen })),
  registers: lazy(async () => ({ default: (await import('../features/registers/registers-screen.tsx')).RegistersScreen })),
  'first-topics': lazy(async () => ({ default: (await import('../features/first-topics/first-topics-screen.tsx')).FirstTopicsScreen })),
  'month-agenda': lazy(async () => ({ default: (await import('../features/month-agenda/month-agenda-screen.tsx')).MonthAgendaScreen })),
  completeness: lazy(async () => ({ default: (await import('../features/completeness/completeness-screen.tsx')).CompletenessScreen })),
  'norm-decisions': lazy(async () => ({ default: (await import('../features/norm-decisions/norm-decisions-screen.tsx')).NormDecisionsScreen })),
  'follow-ups': lazy(async () => ({ default: (await import('../features/follow-ups/follow-ups-screen.tsx')).FollowUpsScreen })),
  members: lazy(async () => ({ default: (await import('../features/members/members-screen.tsx')).MembersScreen })),
  'member-structure': lazy(async () => ({ default: (await import('../features/member-structure/structure-screen.tsx')).StructureScreen })),
  'custom-fields': lazy(async () => ({ default: (await import('../features/custom-fields/custom-fields-screen.tsx')).CustomFieldsScreen })),
  import: lazy(async () => ({ default: (await import('../features/import/import-screen.tsx')).ImportScreen })),
  'import-history': lazy(async () => ({ default: (await import('../features/import/import-history-screen.tsx')).ImportHistoryScreen })),
  organisations: lazy(async () => ({ default: (await import('../features/organisations/organisations-screen.tsx')).OrganisationsScreen })),
  development: lazy(async () => ({ default: (await import('../features/development/development-screen.tsx')).DevelopmentScreen })),
  'development-person': lazy(async () => ({ default: (await import('../features/development/person-screen.tsx')).DevelopmentPersonScreen })),
  transfers: lazy(async () => ({ default: (await import('../features/transfers/transfers-screen.tsx')).TransfersScreen })),
  care: lazy(async () => ({ default: (await import('../features/care/care-screen.tsx')).CareScreen })),
  'work-calendar': lazy(async () => ({ default: (await import('../features/work-calendar/work-calendar-screen.tsx')).WorkCalendarScreen })),
  terms: lazy(async () => ({ default: (await import('../features/terms/timeline-screen.tsx')).TimelineScreen })),
  contacts: lazy(async () => ({ default: (await import('../features/contacts/contacts-screen.tsx')).ContactsScreen })),
  health: lazy(async () => ({ default: (await import('../features/health/health-screen.tsx')).HealthScreen })),
  coverage: lazy(async () => ({ default: (await import('../features/coverage/coverage-screen.tsx')).CoverageScreen })),
  norms: lazy(async () => ({ default: (await import('../features/norms/norms-screen.tsx')).NormsScreen })),
  dues: lazy(async () => ({ default: (await import('../features/dues/dues-screen.tsx')).DuesScreen })),
  'organisation-events': lazy(async () => ({ default: (await import('../features/organisations/organisation-events-screen.tsx')).OrganisationEventsScreen })),
  evaluation: lazy(async () => ({ default: (await import('../features/evaluation/evaluation-screen.tsx')).EvaluationScreen })),
  standings: lazy(async () => ({ default: (await import('../features/standings/standings-screen.tsx')).StandingsScreen })),
  periods: lazy(async () => ({ default: (await import('../features/standings/periods-screen.tsx')).PeriodsScreen })),
  appeals: lazy(async () => ({ default: (await import('../features/standings/appeals-screen.tsx')).AppealsScreen })),
  schemes: lazy(async () => ({ default: (await import('../features/schemes/schemes-screen.tsx')).SchemesScreen })),
  scheme: lazy(async () => ({ default: (await import('../features/schemes/scheme-screen.tsx')).SchemeScreen })),
  'score-sheet': lazy(async () => ({ default: (await import('../features/evaluation/score-sheet-screen.tsx')).ScoreSheetScreen })),
  portrait: lazy(async () => ({ default: (await import('../features/portrait/portrait-screen.tsx')).PortraitScreen })),
  print: lazy(async () => ({ default: (await import('../features/print-centre/print-screen.tsx')).PrintScreen })),
  safety: lazy(async () => ({ default: (await import('../features/safety/safety-screen.tsx')).SafetyScreen })),
  about: lazy(async () => ({ default: (await import('../features/about/about-screen.tsx')).AboutScreen })),
}

export const Screen = ({ place }: { readonly place: Place }) => {
  const { screen, ...parameters } = place
  // 参数与页面名来自同一个 Place,联合类型在这里对不上只是推导不到。
  const Component = SCREENS[screen] as ComponentType<Record<string, unknown>>
  return <Component {...parameters} />
}
