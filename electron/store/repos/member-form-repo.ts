import type { Database } from 'better-sqlite3'
import { coversDay } from '../as-of.ts'

/** 一段任职:哪个组织、什么职务、起止。 */
export interface HeldPost {
  readonly organisationName: string
  readonly post: string
  readonly fromDay: string
  readonly toDay: string | null
}
/** 离开名册的那一天,以及去了哪里;介绍信上写的。 */
export interface Departure {
  readonly day: string
  readonly toName: string
}

/** 登记表与名册要的经历:党内任职的先后、怎么离开的。 */
export const createMemberFormRepo = (db: Database) => {
  const posts = db.prepare(
    `SELECT COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = t.organisation_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS organisationName, t.post, t.from_day AS fromDay, t.to_day AS toDay
     FROM organisation_post t WHERE t.member_id = @id AND (t.to_day IS NULL OR t.to_day > t.from_day) ORDER BY t.from_day, t.id`,
  )
  // 最后一段已经结束的才是离开了。
  const left = db.prepare('SELECT r.to_day FROM membership r WHERE r.member_id = ? AND NOT EXISTS (SELECT 1 FROM membership later WHERE later.member_id = r.member_id AND later.from_day > r.from_day) AND r.to_day IS NOT NULL').pluck()
  const letter = db.prepare("SELECT to_name FROM transfer_letter WHERE member_id = ? AND direction = 'out' AND to_branch_id IS NULL AND state IN ('received', 'archived') ORDER BY received_on DESC, id DESC LIMIT 1").pluck()
  return {
    postsOf: (id: string, day: string): HeldPost[] => posts.all({ id, day }) as HeldPost[],
    /** 还在名册上的为 null。 */
    departureOf: (id: string): Departure | null => {
      const day = left.get(id) as string | undefined
      return day === undefined ? null : { day, toName: (letter.get(id) as string | undefined) ?? '' }
    },
  }
}
