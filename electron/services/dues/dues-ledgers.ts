import type { DuesRule, DuesItem, LedgerRow, MonthTotal } from '../../../shared/model/dues.ts'
import { buildLedger, type PayerFacts } from '../../domain/dues/build-ledger.ts'
import { BUILT_IN_DUES_RULE } from '../../domain/dues/built-in-rule.ts'
import { duesLimits, type DuesLimits } from '../../domain/dues/dues-limits.ts'
import type { RuleVersion } from '../../domain/dues/in-force.ts'
import type { BranchSpan } from '../../domain/dues/obliged-months.ts'
import { BEGINNING } from '../../store/as-of.ts'
import { createDuesRepo, type DuesRepo, type PayerSpan, type StoredEntry } from '../../store/repos/dues-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { readDuesItems } from './dues-items.ts'

export interface BranchLedger {
  readonly rows: readonly LedgerRow[]
  readonly months: readonly MonthTotal[]
}
interface Person extends Pick<PayerFacts, 'memberId' | 'name' | 'memberType' | 'life'> {
  readonly branches: ReadonlySet<string>
}

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const list = groups.get(key)
    if (list === undefined) groups.set(key, [row])
    else list.push(row)
  }
  return groups
}

/** 一个人的各段:最早的一段延到最前(见 store/as-of.ts)。 */
const toPerson = ([first, ...others]: readonly [PayerSpan, ...PayerSpan[]]): Person => {
  const spans: BranchSpan[] = [{ branchId: first.branchId, fromDay: BEGINNING, toDay: first.toDay }, ...others.map(({ branchId, fromDay, toDay }) => ({ branchId, fromDay, toDay }))]
  return { memberId: first.memberId, name: first.name, memberType: first.memberType, life: { joinedOn: first.joinedOn, spans }, branches: new Set(spans.map(({ branchId }) => branchId)) }
}
const toRecorded = ({ month, rev, dueFen, paidFen, paidOn, method, proxyName, receiptNumber, handler, place, note }: StoredEntry): PayerFacts['entries'][number] => ({ month, rev, dueFen, fields: { paidFen, paidOn, method, proxyName, receiptNumber, handler, place, note } })

/** 收集登记表要用的,交给 domain/dues 去算;一次可以算许多支部。 */
export const createDuesLedgers = (scope: WorkspaceScope, repo: DuesRepo = createDuesRepo(scope.store.db)) => {
  const { db } = scope.store
  const { normValue } = createNormRepo(db)
  const limits = (): DuesLimits => duesLimits(normValue)
  const stored = (): readonly DuesRule[] => repo.rules()
  /** 全部标准,由早到晚:自带的一版在最前。 */
  const rules = (): readonly DuesRule[] => [{ id: null, rev: 1, fromMonth: BUILT_IN_DUES_RULE.fromMonth, basis: '', body: BUILT_IN_DUES_RULE.body }, ...stored()]
  const thisMonth = (): string => scope.ports.clock.today().slice(0, 7)
  const items = (): readonly DuesItem[] => readDuesItems(db)

  const people = (branchIds: readonly string[], fromMonth: string, toMonth: string): Person[] =>
    [...groupBy(repo.spans(branchIds, fromMonth, toMonth), ({ memberId }) => memberId).values()].flatMap(([first, ...others]) => (first === undefined ? [] : [toPerson([first, ...others])]))

  const facts = (branchIds: readonly string[], fromMonth: string, toMonth: string): Map<string, PayerFacts[]> => {
    const everyone = people(branchIds, fromMonth, toMonth)
    const ids = everyone.map(({ memberId }) => memberId)
    const assessed = groupBy(repo.assessments(ids), ({ memberId }) => memberId)
    const exemptions = groupBy(repo.exemptions(ids), ({ memberId }) => memberId)
    const recorded = repo.entries(branchIds, fromMonth, toMonth)
    const entries = groupBy(recorded, ({ branchId, memberId }) => `${branchId} ${memberId}`)
    const recordedIn = new Map([...groupBy(recorded, ({ memberId }) => memberId)].map(([memberId, own]) => [memberId, own.map(({ branchId }) => branchId)] as const))
    const asked = new Set(branchIds)
    const result = new Map<string, PayerFacts[]>(branchIds.map((id) => [id, []]))
    for (const person of everyone) {
      const { memberId, name, memberType, life } = person
      for (const branchId of new Set([...person.branches, ...(recordedIn.get(memberId) ?? [])])) {
        if (!asked.has(branchId)) continue
        const own = entries.get(`${branchId} ${memberId}`)
        result.get(branchId)?.push({
          memberId,
          name,
          memberType,
          life,
          assessed: assessed.get(memberId) ?? [],
          exemptions: (exemptions.get(memberId) ?? []).map((row) => ({ fromMonth: row.fromMonth, toMonth: row.toMonth, amountFen: row.amountFen, isApproved: row.approvedOn !== null })),
          entries: (own ?? []).map(toRecorded),
        })
      }
    }
    return result
  }
  const ledgers = (branchIds: readonly string[], year: number): Map<string, BranchLedger> => {
    const versions: readonly RuleVersion[] = rules()
    const found = facts(branchIds, `${year - 1}-01`, `${year}-12`)
    return new Map([...found].map(([branchId, payers]) => [branchId, buildLedger({ branchId, year, thisMonth: thisMonth(), payers, rules: versions, limits: limits() })]))
  }
  return {
    repo,
    rules,
    items,
    limits,
    thisMonth,
    /** 一个支部那些月份里的人与他们的核定、减免、登记。 */
    payersOf: (branchId: string, fromMonth: string, toMonth: string): readonly PayerFacts[] => facts([branchId], fromMonth, toMonth).get(branchId) ?? [],
    ledgers,
    ledger: (branchId: string, year: number): BranchLedger => ledgers([branchId], year).get(branchId) ?? { rows: [], months: [] },
  }
}
export type DuesLedgers = ReturnType<typeof createDuesLedgers>
