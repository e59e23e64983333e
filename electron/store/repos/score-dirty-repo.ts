import type { Database } from 'better-sqlite3'
import type { Transaction } from '../unit-of-work.ts'

/** 待重算清单:哪个支部哪个月的得分旧了。随变动写在同一事务里,断电也不会漏算。 */
export const createScoreDirtyRepo = (db: Database) => {
  const insert = db.prepare('INSERT INTO score_dirty (branch_id, period, since) VALUES (?, ?, ?) ON CONFLICT (branch_id, period) DO NOTHING')
  const insertScored = db.prepare('INSERT INTO score_dirty (branch_id, period, since) SELECT DISTINCT branch_id, period, @at FROM score_result WHERE branch_id = @branchId AND period >= @from ON CONFLICT (branch_id, period) DO NOTHING')
  return {
    /**
     * @param periods 月份 `YYYY-MM`,可重复。
     * @param at 毫秒时间戳;已在清单里的保留最早的时刻。
     */
    markDirty: (_transaction: Transaction, branchId: string, periods: readonly string[], at: number): void => {
      for (const period of periods) insert.run(branchId, period, at)
    },
    /** 只标已经算过的月份;还没算过的,算的时候自然用新数据。@param from 自哪个月起,`YYYY-MM`。 */
    markScoredDirty: (_transaction: Transaction, branchId: string, from: string, at: number): void => {
      insertScored.run({ branchId, from, at })
    },
  }
}
