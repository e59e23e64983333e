import type { Database } from 'better-sqlite3'
import type { ScopedTable } from '../../../shared/contract/define.ts'

/** 各表记录的归属组织;会议、党员按所在支部,组织就是自己。 */
const OWNER_COLUMN: Readonly<Record<ScopedTable, string>> = { organisation: 'id', member: 'owner_unit', member_batch: 'owner_unit', meeting: 'owner_unit', organisation_event: 'owner_unit', score_event: 'owner_unit', veto_decision: 'owner_unit', exemption: 'owner_unit', standing_entry: 'owner_unit', score_objection: 'owner_unit', score_correction: 'owner_unit', dues_assessment: 'owner_unit', dues_exemption: 'owner_unit', dues_donation: 'owner_unit', dues_handover: 'owner_unit', development_person: 'owner_unit', transfer_letter: 'owner_unit', care_record: 'owner_unit', import_batch: 'owner_unit', follow_up: 'owner_unit', register_entry: 'owner_unit', register_submission: 'owner_unit', norm_decision: 'owner_unit' }

/** 权限判断要用的两样:一个组织的全部下级(按最新的隶属,撤销了的也算在原上级下),一条记录归谁。 */
export const createUnitSubtree = (db: Database) => {
  // 每个组织最后一条隶属:撤销、划转之后,以前的记录仍归得到一个上级。
  const selectBelow = db
    .prepare(
      `WITH latest AS (SELECT organisation_id, parent_id, row_number() OVER (PARTITION BY organisation_id ORDER BY to_day IS NULL DESC, from_day DESC, id DESC) AS place FROM organisation_parent),
       tree(id) AS (SELECT @root UNION SELECT l.organisation_id FROM latest l JOIN tree t ON l.parent_id = t.id WHERE l.place = 1)
       SELECT id FROM tree`,
    )
    .pluck()
  const selectTop = db
    .prepare("SELECT o.id FROM organisation o WHERE NOT EXISTS (SELECT 1 FROM organisation_parent p WHERE p.organisation_id = o.id) ORDER BY o.kind = 'party_committee' DESC, o.sort_order, o.id LIMIT 1")
    .pluck()
  const below = (unitId: string): ReadonlySet<string> => new Set(selectBelow.all({ root: unitId }) as string[])
  const top = (): string | null => (selectTop.get() as string | undefined) ?? null
  const owners = Object.fromEntries(Object.entries(OWNER_COLUMN).map(([table, column]) => [table, db.prepare(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck()]))
  return {
    /** 自己和全部下级。 */
    below,
    /** 最上级的组织;还没有任何组织为 null。 */
    top,
    /** 一处及其下级里管得到的;null 为全单位。撤销了的也在:以前的记录仍归得到上级。 */
    covered: (unitId: string | null, covers: (id: string) => boolean): string[] => {
      const from = unitId ?? top()
      return from === null ? [] : [...below(from)].filter(covers)
    },
    /** 归属组织;没有这条记录为 null。 */
    ownerOf: (table: ScopedTable, id: string): string | null => (owners[table]?.get(id) as string | undefined) ?? null,
  }
}
export type UnitSubtree = ReturnType<typeof createUnitSubtree>
