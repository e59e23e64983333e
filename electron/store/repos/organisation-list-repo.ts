import type { Database } from 'better-sqlite3'
import type { OrganisationListEntry, OrganisationListName, OrganisationLists } from '../../../shared/model/organisation-lists.ts'
import { BEGINNING } from '../as-of.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const SPAN = 'x.id, x.rev, x.from_day AS fromDay, x.to_day AS toDay'
const ON_DAY = 'x.organisation_id = @id AND x.from_day <= @day AND (x.to_day IS NULL OR x.to_day > @day)'
const SELECTS: Readonly<Record<OrganisationListName, string>> = {
  labels: `SELECT ${SPAN}, x.label, x.document_number AS documentNumber, x.note FROM organisation_label x WHERE ${ON_DAY} ORDER BY x.from_day, x.id`,
  units: `SELECT ${SPAN}, x.unit_id AS unitId, u.name, u.unit_kind AS unitKind, u.code FROM unit_coverage x JOIN covered_unit u ON u.id = x.unit_id WHERE ${ON_DAY} ORDER BY x.from_day, x.id`,
  places: `SELECT ${SPAN}, x.place_kind AS placeKind, x.name, x.address, x.area, x.equipped_on AS equippedOn FROM organisation_place x WHERE ${ON_DAY} ORDER BY x.from_day, x.id`,
  brands: `SELECT ${SPAN}, x.name, x.meaning FROM organisation_brand x WHERE ${ON_DAY} ORDER BY x.from_day, x.id`,
}

/** 组织名下带起止日期的几张小登记:标签、覆盖单位、阵地、品牌。终止的行留着,从前的日子照样看得到。 */
export const createOrganisationListRepo = (db: Database, nextId: () => string) => {
  const selects = Object.fromEntries(Object.entries(SELECTS).map(([list, sql]) => [list, db.prepare(sql)]))
  const tables = {
    labels: createRecordTable(db, 'organisation_label', ['organisation_id', 'label', 'document_number', 'note', 'from_day', 'to_day']),
    units: createRecordTable(db, 'unit_coverage', ['unit_id', 'organisation_id', 'from_day', 'to_day']),
    places: createRecordTable(db, 'organisation_place', ['organisation_id', 'place_kind', 'name', 'address', 'area', 'equipped_on', 'from_day', 'to_day']),
    brands: createRecordTable(db, 'organisation_brand', ['organisation_id', 'name', 'meaning', 'from_day', 'to_day']),
  }
  const units = createRecordTable(db, 'covered_unit', ['name', 'unit_kind', 'code', 'note', 'from_day', 'to_day'])
  const sameUnit = db.prepare('SELECT id FROM covered_unit WHERE name = ? AND to_day IS NULL ORDER BY id LIMIT 1').pluck()

  /** 单位按名称认:登记过的不另建,类别、代码以新填的为准。 */
  const settleUnit = (transaction: Transaction, organisationId: string, current: string | null, entry: Extract<OrganisationListEntry, { list: 'units' }>): string => {
    const known = (sameUnit.get(entry.name) as string | undefined) ?? current
    const values = { name: entry.name, unit_kind: entry.unitKind, code: entry.code }
    if (known !== null) {
      units.update(transaction, known, null, values)
      return known
    }
    const id = nextId()
    units.insert(transaction, { id, owner_unit: organisationId, ...values, note: '', from_day: entry.fromDay, to_day: null })
    return id
  }
  const valuesOf = (transaction: Transaction, organisationId: string, entry: OrganisationListEntry, currentUnit: string | null): Row => {
    if (entry.list === 'labels') return { label: entry.label, document_number: entry.documentNumber, note: entry.note }
    if (entry.list === 'places') return { place_kind: entry.placeKind, name: entry.name, address: entry.address, area: entry.area, equipped_on: entry.equippedOn }
    if (entry.list === 'brands') return { name: entry.name, meaning: entry.meaning }
    return { unit_id: settleUnit(transaction, organisationId, currentUnit, entry) }
  }
  return {
    /** 那一天有效的。 */
    on: (id: string, day: string): OrganisationLists => Object.fromEntries(Object.keys(SELECTS).map((list) => [list, selects[list]?.all({ id, day }) ?? []])) as unknown as OrganisationLists, // 各列即各自的形状
    /** 这一条属于哪个组织;没有为 null。 */
    organisationOf: (list: OrganisationListName, id: string): string | null => (tables[list].read(id)?.['organisation_id'] as string | undefined) ?? null,
    /** @throws RecordMissing / RecordStale */
    save: (transaction: Transaction, organisationId: string, entry: OrganisationListEntry): void => {
      const table = tables[entry.list]
      if (entry.id === null) {
        table.insert(transaction, { id: nextId(), owner_unit: organisationId, organisation_id: organisationId, ...valuesOf(transaction, organisationId, entry, null), from_day: entry.fromDay, to_day: null })
        return
      }
      const unit = entry.list === 'units' ? ((table.read(entry.id)?.['unit_id'] as string | undefined) ?? null) : null
      table.update(transaction, entry.id, entry.rev, { ...valuesOf(transaction, organisationId, entry, unit), from_day: entry.fromDay })
    },
    /** 到 day 为止;day 为 null 是录错了,哪一天都不算。@throws RecordMissing / RecordStale */
    end: (transaction: Transaction, list: OrganisationListName, id: string, rev: number, day: string | null): void => {
      const from = String(tables[list].read(id)?.['from_day'] ?? '')
      tables[list].update(transaction, id, rev, day === null ? { from_day: BEGINNING, to_day: BEGINNING } : { to_day: day < from ? from : day })
    },
  }
}
