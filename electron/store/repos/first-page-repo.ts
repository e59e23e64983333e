import type { Database } from 'better-sqlite3'
import { coversDay } from '../as-of.ts'
import { JOINED_BY_DAY, MEMBER_TYPE_ON_DAY, onRoster } from '../roster-sql.ts'

interface Counted {
  readonly total: number
  readonly full: number
}

/** 名册第一屏要的两样,都只靠索引:在册的人数,一个支部里的人按名册次序(没填序号的在后,再按录入先后)。 */
export const createFirstPageRepo = (db: Database) => {
  // 分组要另排一遍;只有两类,直接加。
  const COUNTED = `count(*) AS total, COALESCE(sum(${MEMBER_TYPE_ON_DAY} = 'full'), 0) AS full`
  // 全单位:先按人数(只扫一遍索引),再减去那天已不在册的;一个人一个人去对隶属要慢几倍。
  const people = `SELECT ${COUNTED} FROM member m WHERE m.deleted_at IS NULL AND ${JOINED_BY_DAY}`
  const everyone = db.prepare(people)
  const departed = db.prepare(
    `${people} AND m.id IN (SELECT x.member_id FROM membership x WHERE x.to_day IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM membership r WHERE r.member_id = m.id AND ${coversDay('r', 'membership', 'member_id')})`,
  )
  const those = db.prepare(`SELECT ${COUNTED} FROM ${onRoster()} AND r.organisation_id IN (SELECT value FROM json_each(@ids))`)
  const members = db.prepare(`SELECT m.id FROM ${onRoster()} AND r.organisation_id = @branchId ORDER BY m.sort_order = 0, m.sort_order, m.id`).pluck()
  return {
    /** @param branchIds null 为全部。 */
    count: (day: string, branchIds: readonly string[] | null): { readonly full: number; readonly probationary: number } => {
      const whole = (branchIds === null ? everyone.get({ day }) : those.get({ day, ids: JSON.stringify(branchIds) })) as Counted
      const gone = branchIds === null ? (departed.get({ day }) as Counted) : { total: 0, full: 0 }
      const [total, full] = [whole.total - gone.total, whole.full - gone.full]
      return { full, probationary: total - full }
    },
    idsOf: (branchId: string, day: string): string[] => members.all({ day, branchId }) as string[],
  }
}
