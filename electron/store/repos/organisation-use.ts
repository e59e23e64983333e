import type { Database } from 'better-sqlite3'

/** 一个组织现在还有没有人、下级、会议靠着它;拿掉之前看。 */
export const createOrganisationUse = (db: Database) => {
  const inUse = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM membership r JOIN member m ON m.id = r.member_id WHERE r.organisation_id = @id AND r.to_day IS NULL AND m.deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM group_membership g JOIN member m ON m.id = g.member_id WHERE g.party_group_id = @id AND g.to_day IS NULL AND m.deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM organisation_parent p JOIN organisation o ON o.id = p.organisation_id WHERE p.parent_id = @id AND p.to_day IS NULL AND o.deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM meeting t WHERE t.branch_id = @id AND t.deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM organisation_post s WHERE s.organisation_id = @id AND s.to_day IS NULL)`,
    )
    .pluck()
  return {
    /** 不是组织的标识为假。 */
    isInUse: (id: string): boolean => inUse.get({ id }) === 1,
  }
}
