import type { healthContract } from '../../shared/contract/health.contract.ts'
import { healthText } from '../../shared/i18n/zh-CN/health.ts'
import type { HealthFinding } from '../../shared/model/health.ts'
import type { OrganisationNode } from '../../shared/model/organisation.ts'
import { addMonths } from '../../shared/util/day-arithmetic.ts'
import { checkOrganisation } from '../domain/organisation/health/check-organisation.ts'
import { notice, type Finding, type HealthSubject } from '../domain/organisation/health/finding.ts'
import { termProblems } from '../domain/organisation/term-problems.ts'
import { termState } from '../domain/organisation/term.ts'
import { vacanciesOf } from '../domain/organisation/vacancies.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { createHealthRepo } from '../store/repos/health-repo.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createTermRepo, type PostSpan, type StoredReminder } from '../store/repos/term-repo.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const sayFinding = ({ code, facts }: Finding): readonly [string, string] => healthText.findings[code](...(facts as [string, string, string, string]))
const present = (node: Pick<OrganisationNode, 'id' | 'name' | 'kind'>, finding: Finding): HealthFinding => {
  const [sentence, advice] = sayFinding(finding)
  return { organisationId: node.id, organisationName: node.name, kind: node.kind, rule: finding.rule, severity: finding.severity, sentence, advice }
}

/** 组织健康检查:一次备齐各组织的人数、班子、任期,逐条核对。 */
export const createHealthHandlers = (scope: WorkspaceScope): GroupHandlers<typeof healthContract> => {
  const { db } = scope.store
  const organisations = createOrganisationRepo(db)
  const repo = createHealthRepo(db)
  const terms = createTermRepo(db)
  const { normValue } = createNormRepo(db)

  /** 各组织今天的样子;要什么都先整批取好,五千个组织也只查几次。 */
  const prepareSubjects = (nodes: readonly OrganisationNode[], today: string) => {
    const current = terms.current()
    const posts = Map.groupBy(terms.allPosts(), ({ organisationId }: PostSpan) => organisationId)
    const reminders = Map.groupBy(terms.currentReminders(), ({ termId }: StoredReminder) => termId)
    const [forms, units, standings] = [repo.forms(today), repo.unitCounts(today), repo.secretaryStandings(today)]
    const [floating, fullOnElection, electionMeetings] = [repo.floatingCounts(today), repo.fullOnElection(), repo.electionMeetings()]
    const groupCounts = new Map<string, number>()
    for (const { kind, parentId } of nodes) if (kind === 'party_group' && parentId !== null) groupCounts.set(parentId, (groupCounts.get(parentId) ?? 0) + 1)
    return ({ id, kind, fullMembers, probationaryMembers }: OrganisationNode): HealthSubject => {
      const spans = posts.get(id) ?? []
      const held = spans.filter(({ fromDay, toDay }) => fromDay <= today && (toDay === null || toDay > today))
      const term = current.get(id)
      const problems = term === undefined ? [] : termProblems(term, normValue)
      const secretary = held.find(({ post }) => post === 'secretary')?.memberId ?? null
      return {
        kind,
        buildForm: forms.get(id) ?? 'single',
        fullMembers,
        probationaryMembers,
        groupCount: groupCounts.get(id) ?? 0,
        unitCount: units.get(id) ?? 0,
        posts: held,
        floatingMembers: floating.get(id) ?? 0,
        // 上级组织的党员分在下级支部里,不在这里数。
        fullOnElection: kind === 'branch' && term?.electionDay != null ? (fullOnElection.get(id) ?? null) : null,
        hasElectionMeeting: electionMeetings.get(id) ?? null,
        secretary: secretary === null ? null : (standings.get(secretary) ?? null),
        term: term === undefined ? null : { ...term, state: termState(term, today, problems.length > 0, normValue), problems },
        vacancies: term === undefined ? [] : vacanciesOf(term, spans, today),
        isReminded: term !== undefined && (reminders.get(term.id) ?? []).some(({ stage }) => stage === 'first'),
      }
    }
  }
  return {
    list: ({ organisationId, onlyThis }, { access }) => {
      const today = scope.ports.clock.today()
      const nodes = organisations.tree(today)
      const inside = organisationId === null ? null : new Set(onlyThis ? [organisationId] : organisations.descendantIds(organisationId, today))
      const shown = nodes.filter(({ id }) => access.covers(id) && (inside === null || inside.has(id)))
      const subjectOf = prepareSubjects(nodes, today)
      const visible = new Map(shown.map((node) => [node.id, node]))
      // 项目支部(ORG-06):工期满六个月还没有党组织覆盖的,记在登记它的组织名下。
      const projects = repo.uncoveredProjects(today, addMonths(today, -normValue('project_months_min'))).flatMap(({ name, fromDay, ownerUnit }) => {
        const node = visible.get(ownerUnit)
        return node === undefined ? [] : [present(node, notice('ORG-06', 'project_uncovered', name, fromDay))]
      })
      return { today, examined: shown.length, findings: [...shown.flatMap((node) => checkOrganisation(subjectOf(node), normValue, today).map((finding) => present(node, finding))), ...projects] }
    },
  }
}
