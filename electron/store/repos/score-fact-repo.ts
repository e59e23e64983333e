import type { Database } from 'better-sqlite3'

/** 一段任职;toDay 不含,null 为至今。 */
export interface PostSpanRow {
  readonly post: string
  readonly person: string
  readonly fromDay: string
  readonly toDay: string | null
}
export interface TermRow {
  readonly fromDay: string
  readonly dueDay: string | null
}

/** 考核取数专用的读:任职的来龙去脉与所在的一届。逐支部取,不带整棵树。 */
export const createScoreFactRepo = (db: Database) => {
  const selectPosts = db.prepare('SELECT post, COALESCE(member_id, name) AS person, from_day AS fromDay, to_day AS toDay FROM organisation_post WHERE organisation_id = ? AND from_day <= ? ORDER BY from_day, id')
  const selectTerm = db.prepare('SELECT from_day AS fromDay, COALESCE(extended_to, due_day) AS dueDay FROM organisation_term WHERE organisation_id = @id AND (ended_day IS NULL OR ended_day > @day) ORDER BY from_day > @day, from_day DESC LIMIT 1')
  const selectFounded = db.prepare('SELECT founded_on FROM organisation WHERE id = ?').pluck()
  return {
    /** 那一天之前(含)开始的全部任职,含已卸任的。 */
    postHistory: (branchId: string, day: string): PostSpanRow[] => selectPosts.all(branchId, day) as PostSpanRow[],
    /** 那一天所在的一届;没有登记为 null。 */
    termOn: (branchId: string, day: string): TermRow | null => (selectTerm.get({ id: branchId, day }) as TermRow | undefined) ?? null,
    /** 成立日或成立月;没有登记为 null。 */
    foundedOn: (branchId: string): string | null => (selectFounded.get(branchId) as string | null | undefined) ?? null,
  }
}
export type ScoreFactRepo = ReturnType<typeof createScoreFactRepo>
