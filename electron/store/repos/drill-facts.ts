import type { Database } from 'better-sqlite3'

/** 演练时比对用的:算过成绩的月份,与当时的总分。 */
export const createDrillFacts = (db: Database) => {
  const periods = db.prepare('SELECT DISTINCT period FROM score_result ORDER BY period DESC LIMIT ?').pluck()
  const totals = db.prepare(
    `SELECT s.branch_id AS branchId, coalesce(s.total_exact, '') || '|' || coalesce(s.star, '') AS total FROM score_result s
     WHERE s.period = @period AND s.revision = (SELECT max(revision) FROM score_result l WHERE l.branch_id = s.branch_id AND l.period = s.period)
       AND NOT EXISTS (SELECT 1 FROM score_dirty d WHERE d.branch_id = s.branch_id AND d.period = s.period)`,
  )
  return {
    scoredPeriods: (count: number): string[] => periods.all(count) as string[],
    /** 支部 → 总分与星级;有改动待重算的不在其中。 */
    publishedTotals: (period: string): Map<string, string> => new Map((totals.all({ period }) as { branchId: string; total: string }[]).map(({ branchId, total }) => [branchId, total])),
  }
}
