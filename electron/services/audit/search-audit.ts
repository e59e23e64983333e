import { setImmediate } from 'node:timers/promises'
import type { auditContract } from '../../../shared/contract/audit.contract.ts'
import type { Handler } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import type { AuditFilter, AuditRecord, AuditRepo } from '../../store/repos/audit-repo.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { codesNamed } from './describe-row.ts'

export type Wanted = Pick<Parameters<Handler<typeof auditContract.search>>[0], 'fromDay' | 'toDay' | 'kind' | 'accountId' | 'search'>

/** 一段查这么多条。 */
const WINDOW = 5000

const startOfDay = (day: string): number => new Date(`${day}T00:00:00`).getTime()
const nextDay = (day: string): number => {
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + 1)
  return date.getTime()
}

/** 谁看得到哪些:审计员都看得到;安全保密管理员看不到三员做的(现在是、曾经是的都算)。 */
const hiddenFrom = (scope: WorkspaceScope, repo: AuditRepo): readonly string[] | null => {
  if (scope.setup === 'open') return null
  const isAuditor = createAccountRepo(scope.store.db).grantsOf(currentCall().actor).some(({ role }) => role === 'auditor')
  return isAuditor ? null : repo.officerIds()
}

export const filterOf = (scope: WorkspaceScope, repo: AuditRepo, { fromDay, toDay, kind, accountId, search }: Wanted): AuditFilter => ({
  from: fromDay === null ? null : startOfDay(fromDay),
  until: toDay === null ? null : nextDay(toDay),
  kind,
  actor: accountId,
  search,
  ...codesNamed(search),
  hiddenActors: hiddenFrom(scope, repo),
})

/** 用了哪几个条件:记进审计的只有名字,要找的字可能是人名。 */
export const filterNames = (wanted: Wanted): string[] => Object.entries(wanted).filter(([, value]) => value !== null && value !== '').map(([name]) => name)

const isEverything = ({ from, until, kind, actor, search, hiddenActors }: AuditFilter): boolean => from === null && until === null && kind === null && actor === null && search === '' && hiddenActors === null

/**
 * 从新到旧,一段一段地查。
 *
 * @param range.upTo 序号小于它的才算数。
 * @param range.before 只要序号小于它的行(接着上一页往前)。
 * @returns 符合的总数,以及头 limit 行。
 * @throws signal.reason 已取消。
 */
export const searchAudit = async (repo: AuditRepo, filter: AuditFilter, { upTo, before, limit }: { readonly upTo: number; readonly before: number; readonly limit: number }, signal: AbortSignal): Promise<{ readonly total: number; readonly rows: AuditRecord[] }> => {
  const rows: AuditRecord[] = []
  let total = isEverything(filter) ? upTo - 1 : 0
  const needsCount = !isEverything(filter)
  for (let high = upTo - 1; high > 0; high -= WINDOW) {
    if (!needsCount && rows.length >= limit) break
    const low = Math.max(0, high - WINDOW)
    if (needsCount) total += repo.count(filter, low, high)
    if (rows.length < limit && low < before - 1) rows.push(...repo.rows(filter, low, Math.min(high, before - 1), limit - rows.length))
    await setImmediate()
    signal.throwIfAborted()
  }
  return { total, rows }
}
