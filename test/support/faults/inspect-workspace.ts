import type { Database } from 'better-sqlite3'
import { canonicalJson } from '../../../electron/domain/scoring/canonical-json.ts'
import { createEvaluationParts } from '../../../electron/services/evaluation/evaluation-parts.ts'
import { createWorkspaceScope } from '../../../electron/services/workspace-scope.ts'
import { classifyStoreFault } from '../../../electron/store/classify-fault.ts'
import { openStore, type Store } from '../../../electron/store/open-store.ts'
import { readStoreHealth } from '../../../electron/store/store-health.ts'
import { seededPorts } from './child-core.ts'
import { contentDigest, tablesOf } from './content-digest.ts'
import { knownKey } from './data-key.ts'
import type { Acknowledged } from './run-workload.ts'
import { PERIOD } from './workload-steps.ts'

export interface Inspection {
  /** 打不开的代码;打得开为空。 */
  readonly refused: string
  /** 不合规矩的地方;没有为空。 */
  readonly problems: readonly string[]
  readonly seq: number
  readonly hash: string
  /** 内容摘要,与负荷报出来的同一种算法。 */
  readonly digest: string
  /** 某个审计序号的链值;没有这条为 null。 */
  hashAt(seq: number): string | null
}

/** 半截的改动:有修订号的行,必须与它最后一个版本逐列相同(一次改动的行、版本、审计同在一个事务里)。 */
const halfDone = (db: Database): string[] =>
  tablesOf(db).flatMap((table) => {
    const columns = (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[])
    if (!columns.includes('id') || !columns.includes('rev')) return []
    const rows = db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
    const last = db.prepare('SELECT rev, body FROM record_version WHERE table_name = ? AND record_id = ? ORDER BY rev DESC LIMIT 1')
    return rows.flatMap((row) => {
      const version = last.get(table, row['id']) as { readonly rev: number; readonly body: string } | undefined
      if (version === undefined) return [`${table} ${String(row['id'])} has no version`]
      if (version.rev !== row['rev']) return [`${table} ${String(row['id'])} rev ${String(row['rev'])} but version ${version.rev}`]
      const body = JSON.parse(version.body) as Record<string, unknown>
      return columns.filter((column) => column in body && body[column] !== row[column]).map((column) => `${table}.${column} differs from its version`)
    })
  })

/** 审计里点了名的记录都在(只追加、不删行的表)。 */
const missingRecords = (db: Database): string[] =>
  tablesOf(db).flatMap((table) => {
    const columns = (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[])
    if (!columns.includes('id')) return []
    const missing = db.prepare(`SELECT count(DISTINCT record_id) FROM audit_log WHERE table_name = ? AND length(record_id) = 36 AND record_id NOT IN (SELECT id FROM "${table}")`).pluck().get(table) as number
    return missing > 0 ? [`${table}: ${missing} audited records are not there`] : []
  })

/** 存着的当月成绩(待重算的除外)与现在重算的逐字相同;再早的月份公布过,不跟着今天的名册变。 */
const wrongScores = (store: Store): string[] => {
  const scope = createWorkspaceScope(store, seededPorts(store.paths.folder, 1, () => undefined), () => undefined)
  const { branches, scores, scorer } = createEvaluationParts(scope)
  const places = store.db.prepare('SELECT DISTINCT branch_id AS branchId, period FROM score_result WHERE period = ?').all(PERIOD) as { readonly branchId: string; readonly period: string }[]
  return places.flatMap(({ branchId, period }) => {
    const stored = scores.latest(branchId, period)
    if (stored === null || scores.isDirty(branchId, period)) return []
    const again = scorer.compute(branches.find(branchId, period), period)
    return again.inputHash === stored.inputHash && canonicalJson(again.result) === canonicalJson(stored.result) ? [] : [`score of ${branchId} ${period} is not what a recomputation gives`]
  })
}

const examine = (store: Store): Inspection => {
  const { db } = store
  const health = readStoreHealth(store)
  const problems = [
    ...health.integrity,
    ...health.foreignKeys.map(({ table, count }) => `${table}: ${count} orphans`),
    ...(health.brokenAuditAt === null ? [] : [`audit chain broken at ${health.brokenAuditAt}`]),
    ...(health.brokenVersionAt === null ? [] : [`version chain broken at ${health.brokenVersionAt}`]),
    ...health.altered.map((altered) => `altered: ${JSON.stringify(altered)}`),
  ]
  // 库本身坏了就不必再看内容。
  if (problems.length === 0) problems.push(...halfDone(db), ...missingRecords(db), ...wrongScores(store))
  const hashes = new Map(db.prepare('SELECT seq, hash FROM audit_log ORDER BY seq').raw().all() as [number, string][])
  const seq = Math.max(0, ...hashes.keys())
  return { refused: '', problems, seq, hash: hashes.get(seq) ?? '-', digest: contentDigest(db, 'brief'), hashAt: (wanted) => hashes.get(wanted) ?? null }
}
const refusal = (refused: string): Inspection => ({ refused, problems: [], seq: 0, hash: '-', digest: '', hashAt: () => null })

/**
 * 用程序自己的打开方式打开、逐项核对、合上。打不开、核对到一半读出坏页,都以代码说明;
 * 说不出代码的错照样抛出:那是程序没料到的。
 */
export const inspectWorkspace = (folder: string): Inspection => {
  let store: Store | undefined
  try {
    const key = knownKey(folder)
    store = openStore(folder, key === undefined ? {} : { key })
    return examine(store)
  } catch (error) {
    const known = classifyStoreFault(error)
    if (known === null) throw error
    return refusal(known.code)
  } finally {
    store?.close()
  }
}

/** 报过的每一件都在;返回不对的地方。 */
export const lostOf = (found: Inspection, acknowledged: readonly Acknowledged[]): string[] => {
  if (found.refused !== '') return [`refused: ${found.refused}`]
  const lost = acknowledged.filter(({ seq, hash }) => seq > 0 && found.hashAt(seq) !== hash).map(({ number, seq }) => `acknowledged ${number} (audit ${seq}) is gone`)
  return [...found.problems, ...lost]
}
