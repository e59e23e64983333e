import type { auditContract, AuditRow } from '../../../shared/contract/audit.contract.ts'
import type { AuditKind } from '../../../shared/contract/define.ts'
import { auditText } from '../../../shared/i18n/zh-CN/audit.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { prepareChainHead } from '../../store/audit-chain.ts'
import { createAuditRepo, type AuditRecord } from '../../store/repos/audit-repo.ts'
import type { FileExchange } from '../file-exchange.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { actorLabel, describeAudit } from './describe-row.ts'
import { writeAuditWorkbook } from './export-audit.ts'
import { filterNames, filterOf, searchAudit } from './search-audit.ts'
import { verifyInSlices } from './verify-in-slices.ts'

/** 接着往前翻,与头一页算同一次查看。 */
const SAME_READING_MILLISECONDS = 30 * 60_000
/** 一次最多导出这么多条:再多的表格打开也吃力。 */
export const MOST_EXPORTED = 100_000
const SHORT = 8

const shown = (row: AuditRecord): AuditRow => ({
  seq: row.seq,
  at: row.at,
  clockDoubtful: row.clockDoubtful === 1,
  actorName: actorLabel(row.actor, row.actorName),
  role: auditText.roles[row.role] ?? row.role,
  machine: row.machine,
  kind: row.kind,
  procedure: row.procedure,
  unitName: row.unitName,
  table: row.table,
  recordId: row.recordId,
  detail: describeAudit(row),
  reason: row.reason,
  hash: row.hash,
})

/** 审计:查、从头核对、导出、链头。只看不改;看审计本身也记一条。 */
export const createAuditHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof auditContract> => {
  const { db, readOnly } = scope.store
  const repo = createAuditRepo(db)
  const chainHead = prepareChainHead(db)
  /** 只看的副本写不了,那里看了也不记。 */
  const note = (kind: AuditKind, procedure: string, detail: Readonly<Record<string, unknown>>): number =>
    readOnly ? repo.lastSeq() + 1 : scope.write(kind, procedure, (transaction) => transaction.audit({ ownerUnit: null, table: 'audit_log', recordId: '', detail }))

  /** 这一次看到哪里为止:头一页记一条,接着往前翻的不再记,总数也就不变。 */
  const readingOf = (beforeSeq: number | null, names: readonly string[]): number => {
    const last = repo.lastOf(currentCall().actor, 'audit.search', 'audit_read')
    if (last !== null && beforeSeq !== null && beforeSeq <= last.seq && scope.ports.clock.now() - last.at < SAME_READING_MILLISECONDS) return last.seq
    return note('audit_read', 'audit.search', { action: 'search', by: names })
  }

  return {
    search: async ({ beforeSeq, limit, ...wanted }, { signal }) => {
      const upTo = readingOf(beforeSeq, filterNames(wanted))
      const filter = filterOf(scope, repo, wanted)
      const { total, rows } = await searchAudit(repo, filter, { upTo, before: Math.min(beforeSeq ?? upTo, upTo), limit }, signal)
      const actors = repo.accounts().filter(({ accountId }) => filter.hiddenActors?.includes(accountId) !== true)
      return { rows: rows.map(shown), total, actors }
    },
    verify: async ({ externalHead }, { signal, progress }) => {
      const verdict = await verifyInSlices(scope, externalHead, signal, progress)
      const { sound, rows, versions, brokenAuditAt, brokenVersionAt, altered, head, headFound } = verdict
      note('audit_read', 'audit.verify', { action: 'verify', sound, brokenAt: brokenAuditAt, brokenVersionAt, altered: altered.reduce((sum, { count }) => sum + count, 0), headFound })
      return { sound, rows, versions, brokenAt: brokenAuditAt, brokenVersionAt, altered: [...altered], head, headFound }
    },
    export: async (wanted, { signal, progress }) => {
      const { seq, head } = chainHead()
      const filter = filterOf(scope, repo, wanted)
      const { total, rows } = await searchAudit(repo, filter, { upTo: seq + 1, before: seq + 1, limit: MOST_EXPORTED + 1 }, signal)
      if (total > MOST_EXPORTED) failWith('TOO_MANY_ROWS', { found: total, most: MOST_EXPORTED })
      progress({ stage: 'writing', done: 0, total })
      const today = scope.ports.clock.today()
      const { actor } = currentCall()
      const who = actorLabel(actor, repo.accounts().find(({ accountId }) => accountId === actor)?.name ?? null)
      const bytes = await writeAuditWorkbook(rows, { unit: scope.name, who, today, head, seq })
      signal.throwIfAborted()
      // 先记下再交出文件:没记下的导出不给。
      note('export', 'audit.export', { action: 'export', by: filterNames(wanted), rows: rows.length })
      return { file: files.offer(auditText.export.fileName(today), bytes, true), rows: rows.length }
    },
    head: () => {
      const { seq, head } = chainHead()
      return { seq, head, short: head.slice(0, SHORT) }
    },
  }
}
