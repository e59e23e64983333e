import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WHOLE } from '../../rpc/access.ts'
import { discardRestore, prepareRestore, swapIn } from '../../store/backup/restore-backup.ts'
import type { BackupEntry } from '../../store/backup/list-backups.ts'
import { openStore } from '../../store/open-store.ts'
import { createDrillFacts } from '../../store/repos/drill-facts.ts'
import { workspacePaths } from '../../store/workspace-folder.ts'
import { verifyInSlices } from '../audit/verify-in-slices.ts'
import { createEvaluationHandlers } from '../evaluation-service.ts'
import type { Ports } from '../ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from '../workspace-scope.ts'

/** 最近几个算过成绩的月份重算一遍。 */
const PERIODS = 3

/** 没有待重算的支部,重算应当一分不差。 */
const recompute = async (scope: WorkspaceScope, signal: AbortSignal): Promise<string[]> => {
  const facts = createDrillFacts(scope.store.db)
  const { scorePeriod } = createEvaluationHandlers(scope)
  const problems: string[] = []
  for (const period of facts.scoredPeriods(PERIODS)) {
    const before = facts.publishedTotals(period)
    await scorePeriod({ period }, { signal, traceId: '', access: WHOLE, progress: () => undefined, fail: (code) => { throw new Error(code) } })
    const after = facts.publishedTotals(period)
    for (const [branchId, total] of before) if (after.get(branchId) !== total) problems.push(`scores_differ ${period}`)
  }
  return [...new Set(problems)]
}

/**
 * 演练:把一份备份在临时位置完整恢复、升级、打开、从头核对、重算成绩比对,然后丢掉。
 *
 * @returns 查出的问题代码;没有为空。叫停时抛 signal.reason。
 */
export const runDrill = async (ports: Ports, backup: BackupEntry, key: Buffer, signal: AbortSignal = new AbortController().signal): Promise<string[]> => {
  const place = mkdtempSync(join(tmpdir(), 'baolei-drill-'))
  const into = workspacePaths(join(place, 'workspace'))
  try {
    const prepared = await prepareRestore({ backup: backup.folder, key, into, at: ports.clock.now(), replace: false, signal })
    try {
      swapIn(prepared)
    } catch (error) {
      discardRestore(prepared)
      throw error
    }
    const store = openStore(into.folder, { key })
    try {
      const scope = createWorkspaceScope(store, ports, () => undefined)
      return [...((await verifyInSlices(scope, '', signal)).sound ? [] : ['audit']), ...(await recompute(scope, signal))]
    } finally {
      store.close()
    }
  } catch (error) {
    if (signal.aborted) throw error
    return [error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL']
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
