import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { arrearsRowSchema, duesContract } from '../../../shared/contract/dues.contract.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { ChangeLine, DuesSummaryRow } from '../../../shared/model/dues.ts'
import { addDays, addMonths } from '../../../shared/util/day-arithmetic.ts'
import { payingBranch } from '../../domain/dues/obliged-months.ts'
import type { Access } from '../../rpc/access.ts'
import type { GroupHandlers } from '../../rpc/handlers.ts'
import type { CareRepo } from '../../store/repos/care-repo.ts'
import type { DuesBranches } from './dues-branches.ts'
import type { DuesLedgers } from './dues-ledgers.ts'
import type { DuesSummaries } from './dues-summaries.ts'

type ArrearsRow = z.infer<typeof arrearsRowSchema>
/** 一次逐人推这么多支部,推完让一让。 */
const AT_ONCE = 20
type Overview = Pick<GroupHandlers<typeof duesContract>, 'summary' | 'arrears' | 'changes' | 'reminders'>

/** 流动类型里的「出国(境)学习工作」(code-tables/care-kinds.ts)。 */
const ABROAD = '3'

/** 汇总、欠交、异动、首页提醒。 */
export const createOverviewHandlers = (ledgers: DuesLedgers, summaries: DuesSummaries, branches: DuesBranches, care: Pick<CareRepo, 'list'>): Overview => {
  const { repo } = ledgers
  const { organisations, today } = branches
  const branchIds = (organisationId: string | null, day: string, access: Access): string[] => organisations.branchIdsUnder(organisationId, day).filter(access.covers)

  const summaryOf = async (organisationId: string | null, year: number, access: Access, signal: AbortSignal): Promise<DuesSummaryRow[]> => {
    const day = today() < `${year}-12-31` ? today() : `${year}-12-31`
    const ids = branchIds(organisationId, day, access)
    const found = await summaries.of(ids, year, signal)
    const handed = new Map<string, number>()
    for (const { organisationId: from, amountFen } of repo.handovers(ids, `${year}-01`, `${year}-12`)) handed.set(from, (handed.get(from) ?? 0) + amountFen)
    const nodes = new Map(organisations.bareTree(day).map((node) => [node.id, node]))
    return ids.flatMap((id): DuesSummaryRow[] => {
      const summary = found.get(id)
      if (summary === undefined) return []
      const node = nodes.get(id)
      return [{ branchId: id, branchName: node?.name ?? '', parentName: nodes.get(node?.parentId ?? '')?.name ?? '', ...summary, handedFen: handed.get(id) ?? 0 }]
    })
  }
  const changeLines = (branchId: string, month: string): ChangeLine[] => {
    const rows = ledgers.ledger(branchId, Number(month.slice(0, 4))).rows
    const dueOfRow = (memberId: string, at: string): number | null => rows.find((row) => row.memberId === memberId)?.cells.find((cell) => cell.month === at)?.dueFen ?? null
    const before = addMonths(month, -1)
    const payers = ledgers.payersOf(branchId, before, month)
    const assessed = repo.assessments(payers.map(({ memberId }) => memberId))
    const text = duesText.changes
    const moved = payers.flatMap(({ memberId, name, life }): ChangeLine[] => {
      const [was, now] = [payingBranch(life, before), payingBranch(life, month)]
      if (was === now) return []
      if (now === branchId) return was === null ? [{ kind: 'admitted', memberName: name, detail: text.admitted(life.joinedOn ?? ''), amountFen: dueOfRow(memberId, month) }] : [{ kind: 'transfer_in', memberName: name, detail: text.from(organisations.nameOn(was, addDays(`${month}-01`, -1))), amountFen: dueOfRow(memberId, month) }]
      return was === branchId ? [{ kind: 'transfer_out', memberName: name, detail: now === null ? text.left : text.to(organisations.nameOn(now, `${month}-01`)), amountFen: dueOfRow(memberId, before) }] : []
    })
    const retired = assessed.flatMap((row, index): ChangeLine[] => {
      const previous = assessed[index - 1]
      if (row.category !== 'retired' || row.changedFrom !== month || previous?.memberId !== row.memberId || previous.category === 'retired') return []
      return [{ kind: 'retired', memberName: payers.find(({ memberId }) => memberId === row.memberId)?.name ?? '', detail: text.retired, amountFen: dueOfRow(row.memberId, month) }]
    })
    const late = payers.flatMap(({ name, entries }): ChangeLine[] => entries.filter(({ fields }) => fields.paidOn?.slice(0, 7) === month && (fields.paidFen ?? 0) > 0).flatMap((entry) => (entry.month < month ? [{ kind: 'late_payment' as const, memberName: name, detail: text.late(entry.month, entry.fields.note), amountFen: entry.fields.paidFen }] : [])))
    // 补的可能是更早的月份,上面只看了上月;再往前的从登记里找。
    const earlier = rows.flatMap((row): ChangeLine[] => row.cells.flatMap((cell) => (cell.month < before && cell.fields?.paidOn?.slice(0, 7) === month && (cell.fields.paidFen ?? 0) > 0 ? [{ kind: 'late_payment' as const, memberName: row.name, detail: text.late(cell.month, cell.fields.note), amountFen: cell.fields.paidFen }] : [])))
    const overdue = rows.filter(({ arrearsMonths }) => arrearsMonths >= ledgers.limits().yellowMonths).map((row): ChangeLine => ({ kind: 'overdue', memberName: row.name, detail: text.overdue(row.arrearsMonths), amountFen: null }))
    // 出国(境)记在流动登记里:当月出去的、当月回来的。
    const abroad = care.list('floating', [branchId], today()).flatMap(({ fields: { subject, code, fromDay, toDay, title } }): ChangeLine[] => {
      if (code !== ABROAD) return []
      const line = (detail: string): ChangeLine => ({ kind: 'abroad', memberName: subject, detail, amountFen: null })
      return [...(fromDay.startsWith(month) ? [line(text.abroad(fromDay, title))] : []), ...(toDay?.startsWith(month) === true ? [line(text.returned(toDay))] : [])]
    })
    return [...moved, ...retired, ...abroad, ...earlier, ...late, ...overdue]
  }
  return {
    summary: async ({ organisationId, year }, { access, signal }) => ({ rows: await summaryOf(organisationId, year, access, signal) }),
    arrears: async ({ organisationId }, { access, signal }) => {
      const year = Number(today().slice(0, 4))
      const ids = branchIds(organisationId, today(), access)
      const found = await summaries.of(ids, year, signal)
      // 汇总里有人欠的支部,才逐人去推。
      const behind = ids.filter((id) => (found.get(id)?.arrearsPeople ?? 0) > 0)
      const rows: ArrearsRow[] = []
      for (let start = 0; start < behind.length; start += AT_ONCE) {
        for (const [branchId, ledger] of ledgers.ledgers(behind.slice(start, start + AT_ONCE), year)) {
          const branchName = organisations.nameOn(branchId, today())
          for (const { memberId, name, arrearsMonths, arrearsLevel, cells } of ledger.rows)
            if (arrearsLevel !== 'none') rows.push({ branchId, branchName, memberId, name, months: arrearsMonths, level: arrearsLevel, owedFen: cells.filter(({ state, month }) => state === 'unpaid' && month < ledgers.thisMonth()).reduce((sum, { dueFen }) => sum + (dueFen ?? 0), 0) })
        }
        await setImmediate()
        signal.throwIfAborted()
      }
      return { rows }
    },
    changes: ({ branchId, month }) => {
      branches.requireBranch(branchId)
      return { lines: changeLines(branchId, month) }
    },
    reminders: ({ branchId }) => {
      branches.requireBranch(branchId)
      const thisMonth = ledgers.thisMonth()
      const { rows, months } = ledgers.ledger(branchId, Number(thisMonth.slice(0, 4)))
      const started = months.some(({ recorded }) => recorded)
      const behind = rows.filter(({ arrearsLevel }) => arrearsLevel !== 'none')
      return {
        // 一个月都没登记过的,只说眼下这个月:免得一打开就是一长串旧账。
        unrecorded: months.filter(({ month, people, recorded }) => month <= thisMonth && people > 0 && !recorded && (started || month === thisMonth)).map(({ month }) => month),
        unassessed: rows.filter(({ cells }) => cells.some(({ month, state }) => month === thisMonth && state === 'unassessed')).length,
        arrears: behind.length,
        worst: behind.reduce((most, { arrearsMonths }) => Math.max(most, arrearsMonths), 0),
      }
    },
  }
}
