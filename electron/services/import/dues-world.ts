import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import type { DuesWorld } from '../../domain/import/judge-dues.ts'
import type { PayerFacts } from '../../domain/dues/build-ledger.ts'
import { forbiddenFor } from '../../domain/organisation/build-forms.ts'
import { createBranchFinder } from '../../domain/roster/match-branch.ts'
import type { Access } from '../../rpc/access.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createDuesLedgers } from '../dues/dues-ledgers.ts'
import { createRosterReader } from '../roster-import/check-roster.ts'
import { gather } from '../roster-import/in-slices.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 核对党费表要用的库里的一切;一个支部一年的账,用到才读、只读一次。 */
export const createDuesWorld = (scope: WorkspaceScope) => {
  const roster = createRosterReader(scope)
  const ledgers = createDuesLedgers(scope)
  const organisations = createOrganisationRepo(scope.store.db)
  return async (access: Access, branchId: string | null, signal: AbortSignal): Promise<DuesWorld> => {
    const branches = roster.branches()
    const reachable = branches.filter(({ id }) => access.covers(id))
    const findBranch = createBranchFinder(reachable, rosterVocabulary)
    const chosen = branchId === null ? null : (reachable.find(({ id }) => id === branchId) ?? null)
    const everyone = await gather(roster.members(branches), signal)
    const books = new Map<string, ReadonlyMap<string, PayerFacts>>()
    const forbidden = new Map<string, boolean>()
    return {
      thisMonth: ledgers.thisMonth(),
      members: everyone.filter(({ fields }) => access.covers(fields.branchId)).map(({ id, fields, branchName }) => ({ id, name: fields.name, idNumber: fields.idNumber, birthDate: fields.birthDate, branchId: fields.branchId, branchName, isRetired: fields.isRetired })),
      elsewhere: new Set(everyone.flatMap(({ fields }) => (fields.idNumber === '' || access.covers(fields.branchId) ? [] : [fields.idNumber]))),
      findBranch,
      defaultBranch: (sheet) => chosen ?? findBranch(sheet),
      payer: (memberId, branch, year) => {
        const key = `${branch} ${year}`
        const book = books.get(key) ?? new Map(ledgers.payersOf(branch, `${year}-01`, `${year}-12`).map((payer) => [payer.memberId, payer]))
        books.set(key, book)
        return book.get(memberId)
      },
      rules: ledgers.rules(),
      limits: ledgers.limits(),
      isForbidden: (id) => {
        const found = forbidden.get(id) ?? forbiddenFor(organisations.buildFormOn(id, scope.ports.clock.today())).includes('dues')
        forbidden.set(id, found)
        return found
      },
      isReachable: access.covers,
    }
  }
}
