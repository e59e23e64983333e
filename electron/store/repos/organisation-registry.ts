import type { Database } from 'better-sqlite3'
import type { UnitRelation } from '../../../shared/model/organisation.ts'

/** 组织自己那一行里的登记项,不带树、人数、班子。 */
export interface RegistryRow {
  readonly id: string
  readonly rev: number
  readonly code: string
  readonly foundedOn: string | null
  readonly unitRelation: UnitRelation
  readonly contact: string
  readonly phone: string
  readonly approvalDocument: string
  readonly meetingPlace: string
  readonly themeDay: string
  readonly note: string
}

/** 几千个组织一次读出的登记项(导入比对用);逐个 read 要各算一遍全树。 */
export const createOrganisationRegistry = (db: Database) => {
  const columns = 'id, rev, code, founded_on AS foundedOn, unit_relation AS unitRelation, contact, phone, approval_document AS approvalDocument, meeting_place AS meetingPlace, theme_day AS themeDay, note'
  const all = db.prepare(`SELECT ${columns} FROM organisation WHERE deleted_at IS NULL`)
  const one = db.prepare(`SELECT ${columns} FROM organisation WHERE id = ? AND deleted_at IS NULL`)
  return {
    all: (): ReadonlyMap<string, RegistryRow> => new Map((all.all() as RegistryRow[]).map((row) => [row.id, row])),
    find: (id: string): RegistryRow | null => (one.get(id) as RegistryRow | undefined) ?? null,
  }
}
