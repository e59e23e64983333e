import { setImmediate } from 'node:timers/promises'
import type { DuesSummaryRow } from '../../../shared/model/dues.ts'
import { createDuesSummaryRepo } from '../../store/repos/dues-summary-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BranchLedger, DuesLedgers } from './dues-ledgers.ts'

/** 一个支部一年的合计。 */
export type BranchSummary = Pick<DuesSummaryRow, 'people' | 'months' | 'dueFen' | 'paidFen' | 'collectedFen' | 'arrearsPeople'>
type Month = BranchSummary['months'][number]
/** 存着的样子:月份按次序,不写名字,三千六百个支部读起来快。 */
type Packed = readonly [people: number, dueFen: number, paidFen: number, collectedFen: number, arrearsPeople: number, months: readonly (readonly [dueFen: number, paidFen: number, unpaidPeople: number, recorded: 0 | 1])[]]

/** 一次推这么多支部,推完一段让一让:别的调用最多等几十毫秒。 */
const AT_ONCE = 4
const SLICE_MILLISECONDS = 30

const summaryOf = ({ rows, months }: BranchLedger): BranchSummary => ({
  people: rows.length,
  months: months.map(({ month, dueFen, paidFen, unpaidPeople, recorded }): Month => ({ month, dueFen, paidFen, unpaidPeople, recorded })),
  dueFen: rows.reduce((sum, { dueFen }) => sum + dueFen, 0),
  paidFen: rows.reduce((sum, { paidFen }) => sum + paidFen, 0),
  collectedFen: months.reduce((sum, { collectedFen }) => sum + collectedFen, 0),
  arrearsPeople: rows.filter(({ arrearsLevel }) => arrearsLevel !== 'none').length,
})
const pack = ({ people, dueFen, paidFen, collectedFen, arrearsPeople, months }: BranchSummary): string =>
  JSON.stringify([people, dueFen, paidFen, collectedFen, arrearsPeople, months.map((month) => [month.dueFen, month.paidFen, month.unpaidPeople, month.recorded ? 1 : 0])] satisfies Packed)
const unpack = (body: string, monthNames: readonly string[]): BranchSummary => {
  // 只有本文件写它。
  const [people, dueFen, paidFen, collectedFen, arrearsPeople, months] = JSON.parse(body) as Packed
  return { people, dueFen, paidFen, collectedFen, arrearsPeople, months: months.map(([due, paid, unpaidPeople, recorded], index) => ({ month: monthNames[index] ?? '', dueFen: due, paidFen: paid, unpaidPeople, recorded: recorded === 1 })) }
}

/** 各支部一年的合计:存着的照用,登记动过的、过了月的重推一遍再存下。 */
export const createDuesSummaries = (scope: WorkspaceScope, ledgers: DuesLedgers) => {
  const repo = createDuesSummaryRepo(scope.store.db)
  return {
    /**
     * @throws signal.reason 已取消,或工作区合上了。
     */
    of: async (branchIds: readonly string[], year: number, signal: AbortSignal): Promise<Map<string, BranchSummary>> => {
      const atMonth = ledgers.thisMonth()
      const monthNames = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
      const kept = repo.all(year, atMonth)
      const found = new Map<string, BranchSummary>()
      const missing: string[] = []
      for (const id of branchIds) {
        const body = kept.get(id)
        if (body === undefined) missing.push(id)
        else found.set(id, unpack(body, monthNames))
      }
      let sliceEnd = performance.now() + SLICE_MILLISECONDS
      let made: [string, string][] = []
      const store = (): void => {
        if (made.length > 0 && !scope.store.readOnly) repo.keep(year, atMonth, made)
        made = []
      }
      for (let start = 0; start < missing.length; start += AT_ONCE) {
        for (const [id, ledger] of ledgers.ledgers(missing.slice(start, start + AT_ONCE), year)) {
          const summary = summaryOf(ledger)
          found.set(id, summary)
          made.push([id, pack(summary)])
        }
        if (performance.now() < sliceEnd) continue
        // 让出之前存下:让出的当中有人改登记,触发器才作废得到它。
        store()
        await setImmediate()
        signal.throwIfAborted()
        if (!scope.store.db.open) throw new DOMException('the workspace was closed', 'AbortError')
        sliceEnd = performance.now() + SLICE_MILLISECONDS
      }
      store()
      return found
    },
  }
}
export type DuesSummaries = ReturnType<typeof createDuesSummaries>
