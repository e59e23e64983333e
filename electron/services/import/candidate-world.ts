import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import type { CandidateWorld, StoredCandidate } from '../../domain/import/judge-candidates.ts'
import { forbiddenFor } from '../../domain/organisation/build-forms.ts'
import { createBranchFinder } from '../../domain/roster/match-branch.ts'
import type { Access } from '../../rpc/access.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createPersonFacts } from '../development/person-facts.ts'
import { createRosterReader } from '../roster-import/check-roster.ts'
import { gather } from '../roster-import/in-slices.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 核对发展党员台账要用的库里的一切:正在办的人、名册、支部、规则;管不到的只留证号。 */
export const createCandidateWorld = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const repo = createDevelopmentRepo(db)
  const organisations = createOrganisationRepo(db)
  const roster = createRosterReader(scope)
  const facts = createPersonFacts(scope)

  return async (access: Access, branchId: string | null, signal: AbortSignal): Promise<CandidateWorld> => {
    const today = scope.ports.clock.today()
    const branches = roster.branches()
    const reachable = branches.filter(({ id }) => access.covers(id))
    const findBranch = createBranchFinder(reachable, rosterVocabulary)
    const chosen = branchId === null ? null : (reachable.find(({ id }) => id === branchId) ?? null)
    const members = await gather(roster.members(branches), signal)
    const own = members.filter(({ fields }) => access.covers(fields.branchId))
    const everyone = facts.dossiers(repo.inBranches(organisations.branchIdsUnder(null, today), true, today))
    const people: StoredCandidate[] = everyone
      .filter(({ person }) => access.covers(person.fields.branchId))
      .map(({ person, facts: known }) => ({ id: person.id, rev: person.rev, status: person.status, memberId: person.memberId, name: person.fields.name, idNumber: person.fields.idNumber, birthDate: person.fields.birthDate, branchId: person.fields.branchId, branchName: person.branchName, fields: person.fields, facts: known }))
    const elsewhere = [...members.filter(({ fields }) => !access.covers(fields.branchId)).map(({ fields }) => fields.idNumber), ...everyone.filter(({ person }) => !access.covers(person.fields.branchId)).map(({ person }) => person.fields.idNumber)]
    const full = new Map(own.filter(({ fields }) => fields.memberType === 'full').map((member) => [member.id, member]))
    const byName = Map.groupBy(full.values(), ({ fields }) => fields.name)
    const temporary = new Map<string, boolean>()
    return {
      rules: facts.rules(),
      people,
      members: own.map(({ id, fields, branchName }) => ({ id, name: fields.name, idNumber: fields.idNumber, birthDate: fields.birthDate, branchId: fields.branchId, branchName, memberType: fields.memberType, joinedOn: fields.joinedOn })),
      elsewhere: new Set(elsewhere.filter((idNumber) => idNumber !== '')),
      findBranch,
      defaultBranch: (sheet) => chosen ?? findBranch(sheet),
      isTemporary: (id) => {
        const found = temporary.get(id) ?? forbiddenFor(organisations.buildFormOn(id, today)).includes('development')
        temporary.set(id, found)
        return found
      },
      findHelper: (name) => {
        const namesakes = byName.get(name) ?? []
        return namesakes.length === 1 ? (namesakes[0]?.id ?? null) : null
      },
      formOf: (number) => repo.form(number),
      isFull: (id) => full.has(id),
    }
  }
}
