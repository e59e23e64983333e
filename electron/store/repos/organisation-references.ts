import type { Database } from 'better-sqlite3'

const NOT_VOID = '(x.to_day IS NULL OR x.to_day > x.from_day)'

/** 组织撤销、改设、撤销成立之前要看的:还有没有下级,还有没有记录。 */
export const createOrganisationReferences = (db: Database) => {
  const children = db
    .prepare(
      `SELECT DISTINCT x.organisation_id FROM organisation_parent x JOIN organisation o ON o.id = x.organisation_id
       WHERE x.parent_id = @id AND (x.to_day IS NULL OR (x.to_day > @day AND x.to_day > x.from_day)) AND o.deleted_at IS NULL AND (o.revoked_on IS NULL OR o.revoked_on > @day) ORDER BY o.sort_order, o.id`,
    )
    .pluck()
  const records = db.prepare("SELECT count(*) FROM meeting WHERE (branch_id = @id OR party_group_id = @id) AND start_at >= @day AND deleted_at IS NULL AND state <> 'voided'").pluck()
  const anything = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM membership x WHERE x.organisation_id = @id AND ${NOT_VOID}) OR EXISTS (SELECT 1 FROM group_membership x WHERE x.party_group_id = @id AND ${NOT_VOID})
       OR EXISTS (SELECT 1 FROM organisation_parent x WHERE x.parent_id = @id AND ${NOT_VOID}) OR EXISTS (SELECT 1 FROM meeting x WHERE (x.branch_id = @id OR x.party_group_id = @id) AND x.deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM organisation_post x WHERE x.organisation_id = @id) OR EXISTS (SELECT 1 FROM score_result x WHERE x.branch_id = @id) OR EXISTS (SELECT 1 FROM account_grant x WHERE x.unit_id = @id)`,
    )
    .pluck()
  return {
    /** 自 day 起(或之后)直接在它下面的组织。 */
    childrenFrom: (id: string, day: string): string[] => children.all({ id, day }) as string[],
    /** day 起还有几次会议记录。 */
    recordsFrom: (id: string, day: string): number => records.get({ id, day }) as number,
    /** 有没有任何记录指着它。 */
    isReferred: (id: string): boolean => anything.get({ id }) === 1,
  }
}
