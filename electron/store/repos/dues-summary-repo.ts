import type { Database } from 'better-sqlite3'

/** 推得出来的汇总:谁动了登记,行就没有了(0090-dues-summary 的触发器),所以有的一定是新的。不是记录,不进审计与版本。 */
export const createDuesSummaryRepo = (db: Database) => {
  const all = db.prepare('SELECT branch_id, body FROM dues_summary WHERE year = ? AND at_month = ?').raw()
  const keep = db.prepare('INSERT INTO dues_summary (branch_id, year, at_month, body) VALUES (@branchId, @year, @atMonth, @body) ON CONFLICT (year, branch_id) DO UPDATE SET at_month = excluded.at_month, body = excluded.body')
  return {
    /** 一年里算到 atMonth 的各支部。 */
    all: (year: number, atMonth: string): Map<string, string> => new Map(all.all(year, atMonth) as [string, string][]),
    keep: db.transaction((year: number, atMonth: string, rows: readonly (readonly [branchId: string, body: string])[]): void => {
      for (const [branchId, body] of rows) keep.run({ branchId, year, atMonth, body })
    }),
  }
}
