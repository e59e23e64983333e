import type { Database } from 'better-sqlite3'
import type { PeriodResult, PeriodStatus } from '../../domain/scoring/result.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 一次计算的结果,不含各指标的明细。 */
export interface ScoreHead {
  readonly id: string
  readonly branchId: string
  readonly versionId: string
  readonly revision: number
  /** 计算时刻,毫秒。 */
  readonly knownAt: number
  readonly category: string | null
  readonly status: PeriodStatus
  readonly totalExact: string | null
  readonly total: string | null
  readonly star: number | null
  readonly inputHash: string
}
export interface StoredScore extends ScoreHead {
  readonly result: PeriodResult
}

const HEAD = `r.id, r.branch_id AS branchId, r.scheme_version_id AS versionId, r.revision, r.known_at AS knownAt, r.category_code AS category,
  r.status, r.total_exact AS totalExact, r.total_published AS total, r.star, r.input_hash AS inputHash`
const LATEST = 'r.revision = (SELECT max(x.revision) FROM score_result x WHERE x.branch_id = r.branch_id AND x.period = r.period)'

/** 成绩:只追加,一次计算一个修订;最新的修订即现行成绩。附待重算清单的读与清。 */
export const createScoreRepo = (db: Database) => {
  const insertResult = db.prepare(
    `INSERT INTO score_result (id, owner_unit, branch_id, period, scheme_version_id, revision, known_at, category_code, status, total_exact, total_published, star, body, input_hash)
     VALUES (@id, @branchId, @branchId, @period, @versionId, @revision, @knownAt, @category, @status, @totalExact, @total, @star, @body, @inputHash)`,
  )
  const selectHead = db.prepare(`SELECT ${HEAD} FROM score_result r WHERE r.branch_id = ? AND r.period = ? ORDER BY r.revision DESC LIMIT 1`)
  const selectOne = db.prepare(`SELECT ${HEAD}, r.body FROM score_result r WHERE r.branch_id = ? AND r.period = ? ORDER BY r.revision DESC LIMIT 1`)
  const selectAll = db.prepare(`SELECT ${HEAD}, r.body FROM score_result r WHERE r.period = ? AND ${LATEST} ORDER BY r.branch_id`)
  const selectHeads = db.prepare(`SELECT ${HEAD} FROM score_result r WHERE r.period = ? AND ${LATEST} ORDER BY r.branch_id`)
  const selectDirty = db.prepare('SELECT branch_id FROM score_dirty WHERE period = ?').pluck()
  const selectIsDirty = db.prepare('SELECT 1 FROM score_dirty WHERE branch_id = ? AND period = ?').pluck()
  const deleteDirty = db.prepare('DELETE FROM score_dirty WHERE branch_id = ? AND period = ?')
  const versions = createRowVersions(db, 'score_result')
  const inputVersions = createRowVersions(db, 'score_input')
  const selectRevision = db.prepare(`SELECT ${HEAD}, r.body FROM score_result r WHERE r.branch_id = ? AND r.period = ? AND r.revision = ?`)
  const insertInput = db.prepare('INSERT INTO score_input (result_id, input) VALUES (?, ?)')
  const selectInput = db.prepare('SELECT input FROM score_input WHERE result_id = ?').pluck()
  // body 由本库写入,内容就是 PeriodResult。
  const toStored = ({ body, ...head }: ScoreHead & { readonly body: string }): StoredScore => ({ ...head, result: JSON.parse(body) as PeriodResult })

  return {
    /** 现行成绩的表头;没有算过为 null。 */
    head: (branchId: string, period: string): ScoreHead | null => (selectHead.get(branchId, period) as ScoreHead | undefined) ?? null,
    /** 现行成绩;没有算过为 null。 */
    latest: (branchId: string, period: string): StoredScore | null => {
      const row = selectOne.get(branchId, period) as (ScoreHead & { body: string }) | undefined
      return row === undefined ? null : toStored(row)
    },
    /** 一个月全部支部现行成绩的表头。 */
    latestHeads: (period: string): ScoreHead[] => selectHeads.all(period) as ScoreHead[],
    /** 一个月全部支部的现行成绩。 */
    latestOfPeriod: (period: string): StoredScore[] => (selectAll.all(period) as (ScoreHead & { body: string })[]).map(toStored),
    /** 某一个修订;没有为 null。 */
    revision: (branchId: string, period: string, revision: number): StoredScore | null => {
      const row = selectRevision.get(branchId, period, revision) as (ScoreHead & { body: string }) | undefined
      return row === undefined ? null : toStored(row)
    },
    /** 这份成绩冻结的输入(压缩过的);没有冻结为 null。 */
    frozenInput: (resultId: string): Uint8Array | null => (selectInput.get(resultId) as Uint8Array | undefined) ?? null,
    /** 冻结:把算出这份成绩的输入附上。一份成绩只附一次。 */
    freeze: (transaction: Transaction, resultId: string, ownerUnit: string, input: Uint8Array): void => {
      if (selectInput.get(resultId) !== undefined) return
      insertInput.run(resultId, input)
      inputVersions.record(transaction, resultId, transaction.auditFor({ ownerUnit, table: 'score_input', recordId: resultId, detail: { action: 'insert' } }))
    },
    /** 追加一个修订。 */
    append: (transaction: Transaction, period: string, score: StoredScore): void => {
      const { id, result, ...head } = score
      insertResult.run({ ...head, id, period, body: JSON.stringify(result) })
      const auditSeq = transaction.auditFor({ ownerUnit: head.branchId, table: 'score_result', recordId: id, detail: { action: 'insert', period, revision: head.revision } })
      versions.record(transaction, id, auditSeq)
    },
    /** 本月有变动、待重算的支部。 */
    dirtyBranches: (period: string): ReadonlySet<string> => new Set(selectDirty.all(period) as string[]),
    isDirty: (branchId: string, period: string): boolean => selectIsDirty.get(branchId, period) !== undefined,
    clearDirty: (_transaction: Transaction, branchId: string, period: string): void => {
      deleteDirty.run(branchId, period)
    },
  }
}
export type ScoreRepo = ReturnType<typeof createScoreRepo>
