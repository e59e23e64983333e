import type { MeetingType } from '../../../shared/model/meeting.ts'
import { monthsOf } from '../../domain/norms/periods.ts'
import { isUnlocked } from '../../domain/norms/norm-decisions.ts'
import { windowNormsOf, windowOfDay } from '../../domain/norms/window-norms.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createNormDecisionRepo } from '../../store/repos/norm-decision-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 锁上的一期,上级解锁才能补录(「规则和数字」里定锁不锁;缺省不锁)。 */
export const createRequireOpen = ({ store, ports }: WorkspaceScope) => {
  const { normValue } = createNormRepo(store.db)
  const decisions = createNormDecisionRepo(store.db)
  const organisations = createOrganisationRepo(store.db)

  /** 那个月支部在哪些单位之下。 */
  const unitsOn = (branchId: string, day: string): ReadonlySet<string> => {
    const found = new Set<string>()
    for (let at: string | null = branchId; at !== null && !found.has(at); at = organisations.parentOn(at, day)) found.add(at)
    return found
  }
  /** @throws DeclaredFailure PERIOD_LOCKED */
  return (branchId: string, meetingType: MeetingType, day: string): void => {
    const norms = windowNormsOf(normValue)
    if (!norms.locks) return
    const today = ports.clock.today()
    const window = windowOfDay(meetingType, day, norms, organisations.read(branchId, day)?.themeDay ?? '')
    if (window === undefined || today <= window.lastDay) return
    const given = decisions.list(Number(day.slice(0, 4)), today).filter(({ kind, withdrawnOn }) => kind === 'unlock' && withdrawnOn === null)
    const lookDays = new Map(monthsOf(Number(day.slice(0, 4))).map(({ period, dueDay }) => [period, dueDay > today ? today : dueDay]))
    const open = window.months.some((month) => {
      const units = unitsOn(branchId, lookDays.get(month) ?? day)
      return isUnlocked(given.filter(({ organisationId }) => units.has(organisationId)), meetingType, month, today)
    })
    if (!open) failWith('PERIOD_LOCKED', { lastDay: window.lastDay })
  }
}
