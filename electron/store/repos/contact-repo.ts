import type { Database } from 'better-sqlite3'
import type { ContactFields, ContactObject, CrossPostFields, Visit, VisitFields } from '../../../shared/model/contact.ts'
import { createRecordTable, RecordMissing, RecordStale, type RecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface Named {
  readonly id: string
  readonly rev: number
}
export type StoredCrossPost = CrossPostFields & Named
export type StoredContact = ContactFields & Named
export type StoredVisit = Visit & { readonly relationId: string }

const rowOfCrossPost = (fields: CrossPostFields): Row => ({ organisation_id: fields.organisationId, member_id: fields.memberId, name: fields.name, party_post: fields.partyPost, administrative_post: fields.administrativePost, direction: fields.direction, document: fields.document, note: fields.note, from_day: fields.fromDay, to_day: fields.toDay })
const rowOfContact = (fields: ContactFields): Row => ({
  organisation_id: fields.organisationId,
  kind: fields.kind,
  member_id: fields.memberId,
  name: fields.name,
  from_unit: fields.fromUnit,
  duties: fields.duties,
  agreement: fields.agreement,
  period: fields.period,
  minimum: fields.minimum,
  grade: fields.grade,
  note: fields.note,
  from_day: fields.fromDay,
  to_day: fields.toDay,
})

/** 交叉任职、联系关系、走访。归属是登记它的组织;去掉的只置 removed_at。 */
export const createContactRepo = (db: Database, nextId: () => string) => {
  const crossPosts = createRecordTable(db, 'cross_post', ['organisation_id', 'member_id', 'name', 'party_post', 'administrative_post', 'direction', 'document', 'note', 'from_day', 'to_day', 'removed_at'])
  const contacts = createRecordTable(db, 'contact_relation', ['organisation_id', 'kind', 'member_id', 'name', 'from_unit', 'duties', 'agreement', 'period', 'minimum', 'grade', 'note', 'from_day', 'to_day', 'removed_at'])
  const visits = createRecordTable(db, 'contact_visit', ['relation_id', 'object_name', 'day', 'note', 'removed_at'])
  const allCrossPosts = db.prepare(
    `SELECT c.id, c.rev, c.organisation_id AS organisationId, c.member_id AS memberId, COALESCE(m.name, c.name) AS name, c.party_post AS partyPost, c.administrative_post AS administrativePost, c.direction, c.document, c.note, c.from_day AS fromDay, c.to_day AS toDay
     FROM cross_post c LEFT JOIN member m ON m.id = c.member_id WHERE c.removed_at IS NULL ORDER BY c.to_day IS NOT NULL, c.from_day DESC, c.id`,
  )
  const allContacts = db.prepare(
    `SELECT c.id, c.rev, c.organisation_id AS organisationId, c.kind, c.member_id AS memberId, COALESCE(m.name, c.name) AS name, c.from_unit AS fromUnit, c.duties, c.agreement, c.period, c.minimum, c.grade, c.note, c.from_day AS fromDay, c.to_day AS toDay
     FROM contact_relation c LEFT JOIN member m ON m.id = c.member_id WHERE c.removed_at IS NULL ORDER BY c.to_day IS NOT NULL, c.from_day DESC, c.id`,
  )
  const allObjects = db.prepare('SELECT relation_id AS relationId, organisation_id AS organisationId, name FROM contact_object ORDER BY relation_id, position')
  const objectsOf = db.prepare('SELECT organisation_id AS organisationId, name FROM contact_object WHERE relation_id = ? ORDER BY position')
  const allVisits = db.prepare('SELECT id, rev, relation_id AS relationId, object_name AS objectName, day, note FROM contact_visit WHERE removed_at IS NULL ORDER BY day DESC, id DESC')
  const clearObjects = db.prepare('DELETE FROM contact_object WHERE relation_id = ?')
  const addObject = db.prepare('INSERT INTO contact_object (relation_id, position, organisation_id, name) VALUES (@relationId, @position, @organisationId, @name)')

  const objectRows = (relationId: string): ContactObject[] => objectsOf.all(relationId) as ContactObject[]
  const setObjects = (relationId: string, objects: readonly ContactObject[]): void => {
    clearObjects.run(relationId)
    for (const [position, object] of objects.entries()) addObject.run({ relationId, position, ...object })
  }
  /** @throws RecordMissing 没有、已去掉,或不归这个组织。 */
  const requireOwn = (table: RecordTable, id: string, ownerUnit: string): Row => {
    const row = table.read(id)
    if (row === undefined || row['removed_at'] !== null || row['owner_unit'] !== ownerUnit) throw new RecordMissing('contact')
    return row
  }
  const remove = (table: RecordTable, transaction: Transaction, ownerUnit: string, { id, rev }: Named, versionBody?: () => unknown): void => {
    requireOwn(table, id, ownerUnit)
    table.update(transaction, id, rev, { removed_at: transaction.at }, { action: 'remove', ...(versionBody === undefined ? {} : { versionBody }) })
  }
  return {
    crossPosts: (): StoredCrossPost[] => allCrossPosts.all() as StoredCrossPost[],
    contacts: (): StoredContact[] => {
      const objects = Map.groupBy(allObjects.all() as (ContactObject & { relationId: string })[], ({ relationId }) => relationId)
      return (allContacts.all() as Omit<StoredContact, 'objects'>[]).map((contact) => ({ ...contact, objects: (objects.get(contact.id) ?? []).map(({ organisationId, name }) => ({ organisationId, name })) }))
    },
    visits: (): StoredVisit[] => allVisits.all() as StoredVisit[],
    saveCrossPost: (transaction: Transaction, existing: Named | null, fields: CrossPostFields): void => {
      const row = rowOfCrossPost(fields)
      if (existing === null) crossPosts.insert(transaction, { id: nextId(), owner_unit: fields.organisationId, ...row, removed_at: null })
      else {
        requireOwn(crossPosts, existing.id, fields.organisationId)
        crossPosts.update(transaction, existing.id, existing.rev, row)
      }
    },
    removeCrossPost: (transaction: Transaction, ownerUnit: string, existing: Named): void => remove(crossPosts, transaction, ownerUnit, existing),
    /** @returns 标识。 */
    saveContact: (transaction: Transaction, existing: Named | null, fields: ContactFields): string => {
      const row = rowOfContact(fields)
      if (existing === null) {
        const id = nextId()
        contacts.insert(transaction, { id, owner_unit: fields.organisationId, ...row, removed_at: null }, { id, owner_unit: fields.organisationId, rev: 1, ...row, removed_at: null, objects: fields.objects })
        setObjects(id, fields.objects)
        return id
      }
      const current = requireOwn(contacts, existing.id, fields.organisationId)
      if (current['rev'] !== existing.rev) throw new RecordStale(Number(current['rev']))
      const force = JSON.stringify(objectRows(existing.id)) !== JSON.stringify(fields.objects.map(({ organisationId, name }) => ({ organisationId, name })))
      setObjects(existing.id, fields.objects)
      contacts.update(transaction, existing.id, existing.rev, row, { force, versionBody: () => ({ objects: objectRows(existing.id) }) })
      return existing.id
    },
    removeContact: (transaction: Transaction, ownerUnit: string, existing: Named): void => remove(contacts, transaction, ownerUnit, existing, () => ({ objects: objectRows(existing.id) })),
    saveVisit: (transaction: Transaction, ownerUnit: string, relationId: string, existing: Named | null, fields: VisitFields): void => {
      requireOwn(contacts, relationId, ownerUnit)
      const row = { object_name: fields.objectName, day: fields.day, note: fields.note }
      if (existing === null) visits.insert(transaction, { id: nextId(), owner_unit: ownerUnit, relation_id: relationId, ...row, removed_at: null })
      else {
        requireOwn(visits, existing.id, ownerUnit)
        visits.update(transaction, existing.id, existing.rev, row)
      }
    },
    removeVisit: (transaction: Transaction, ownerUnit: string, existing: Named): void => remove(visits, transaction, ownerUnit, existing),
  }
}
