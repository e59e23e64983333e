import type { Database } from 'better-sqlite3'
import type { CoverageUnit, KeyPostFields, TrainingPerson, UnitFields } from '../../../shared/model/coverage.ts'
import { createRecordTable, RecordMissing, type Row } from '../record-table.ts'
import { onRoster } from '../roster-sql.ts'
import type { Transaction } from '../unit-of-work.ts'
import type { Named } from './contact-repo.ts'

export type StoredKeyPost = KeyPostFields & Named & { readonly unitName: string }
export interface TrainingRow extends Omit<TrainingPerson, 'branchName'> {
  readonly branchId: string
}

const OPEN = 'x.from_day <= @day AND (x.to_day IS NULL OR x.to_day > @day)'
const rowOfUnit = ({ name, unitKind, code, note, fromDay, toDay }: UnitFields): Row => ({ name, unit_kind: unitKind, code, note, from_day: fromDay, to_day: toDay })
const rowOfKeyPost = (fields: KeyPostFields): Row => ({ organisation_id: fields.organisationId, unit_id: fields.unitId, name: fields.name, member_id: fields.memberId, holder_name: fields.holderName, is_party_member: fields.isPartyMember ? 1 : 0, note: fields.note, from_day: fields.fromDay, to_day: fields.toDay })

/** 单位与覆盖、重要岗位、三培养的名单。 */
export const createCoverageRepo = (db: Database, nextId: () => string) => {
  const unitTable = createRecordTable(db, 'covered_unit', ['name', 'unit_kind', 'code', 'note', 'from_day', 'to_day'])
  const keyPosts = createRecordTable(db, 'key_post', ['organisation_id', 'unit_id', 'name', 'member_id', 'holder_name', 'is_party_member', 'note', 'from_day', 'to_day', 'removed_at'])
  const units = db.prepare(`SELECT x.id, x.rev, x.owner_unit AS ownerUnit, x.name, x.unit_kind AS unitKind, x.code, x.note, x.from_day AS fromDay, x.to_day AS toDay FROM covered_unit x WHERE ${OPEN} ORDER BY x.name, x.id`)
  // 登记重了的(同一组织、同一单位两段都管着那天)只算一次。
  const coverage = db.prepare(`SELECT x.unit_id AS unitId, x.organisation_id AS organisationId FROM unit_coverage x WHERE ${OPEN} GROUP BY x.unit_id, x.organisation_id ORDER BY min(x.from_day), min(x.id)`)
  const sameName = db.prepare('SELECT id FROM covered_unit WHERE name = ? AND to_day IS NULL LIMIT 1').pluck()
  const unitExists = db.prepare('SELECT 1 FROM covered_unit WHERE id = ?').pluck()
  const posts = db.prepare(
    `SELECT x.id, x.rev, x.organisation_id AS organisationId, x.unit_id AS unitId, COALESCE(u.name, '') AS unitName, x.name, x.member_id AS memberId, COALESCE(m.name, x.holder_name) AS holderName, x.is_party_member AS isPartyMember, x.note, x.from_day AS fromDay, x.to_day AS toDay
     FROM key_post x LEFT JOIN covered_unit u ON u.id = x.unit_id LEFT JOIN member m ON m.id = x.member_id WHERE x.removed_at IS NULL ORDER BY x.to_day IS NOT NULL, unitName, x.name, x.id`,
  )
  const backbone = db.prepare(`SELECT m.id AS memberId, m.name, r.organisation_id AS branchId, m.post, COALESCE(m.joined_on, '') AS joinedOn, m.management_level AS managementLevel FROM ${onRoster()} AND m.is_backbone = 1 ORDER BY m.joined_on, m.id`)
  /** @throws RecordMissing 没有,或不归这个组织。 */
  const requireOwn = (row: Row | undefined, ownerUnit: string): void => {
    if (row === undefined || row['owner_unit'] !== ownerUnit || (row['removed_at'] ?? null) !== null) throw new RecordMissing('coverage')
  }
  return {
    units: (day: string): CoverageUnit[] => {
      const covering = Map.groupBy(coverage.all({ day }) as { unitId: string; organisationId: string }[], ({ unitId }) => unitId)
      return (units.all({ day }) as Omit<CoverageUnit, 'organisationIds'>[]).map((unit) => ({ ...unit, organisationIds: (covering.get(unit.id) ?? []).map(({ organisationId }) => organisationId) }))
    },
    /** 同名、还在的单位;没有为 null。 */
    unitNamed: (name: string): string | null => (sameName.get(name) as string | undefined) ?? null,
    hasUnit: (id: string): boolean => unitExists.get(id) === 1,
    keyPosts: (): StoredKeyPost[] => (posts.all() as (Omit<StoredKeyPost, 'isPartyMember'> & { isPartyMember: number })[]).map((row) => ({ ...row, isPartyMember: row.isPartyMember === 1 })),
    /** 在册党员里的骨干。 */
    backbone: (day: string): TrainingRow[] => backbone.all({ day }) as TrainingRow[],
    saveUnit: (transaction: Transaction, ownerUnit: string, existing: Named | null, fields: UnitFields): void => {
      if (existing === null) unitTable.insert(transaction, { id: nextId(), owner_unit: ownerUnit, ...rowOfUnit(fields) })
      else {
        requireOwn(unitTable.read(existing.id), ownerUnit)
        unitTable.update(transaction, existing.id, existing.rev, rowOfUnit(fields))
      }
    },
    saveKeyPost: (transaction: Transaction, existing: Named | null, fields: KeyPostFields): void => {
      if (existing === null) keyPosts.insert(transaction, { id: nextId(), owner_unit: fields.organisationId, ...rowOfKeyPost(fields), removed_at: null })
      else {
        requireOwn(keyPosts.read(existing.id), fields.organisationId)
        keyPosts.update(transaction, existing.id, existing.rev, rowOfKeyPost(fields))
      }
    },
    removeKeyPost: (transaction: Transaction, ownerUnit: string, { id, rev }: Named): void => {
      requireOwn(keyPosts.read(id), ownerUnit)
      keyPosts.update(transaction, id, rev, { removed_at: transaction.at }, { action: 'remove' })
    },
  }
}
