import type { Database } from 'better-sqlite3'
import type { ApplicationForm } from '../../../shared/model/development.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const SELECT = "SELECT f.id, f.rev, f.number, f.state, f.person_id AS personId, COALESCE(p.name, '') AS personName, f.settled_on AS settledOn, f.note FROM application_form f LEFT JOIN development_person p ON p.id = f.person_id"

/** 入党志愿书编号登记簿。 */
export const createFormRepo = (db: Database, nextId: () => string) => {
  const records = createRecordTable(db, 'application_form', ['number', 'state', 'person_id', 'settled_on', 'note', 'created_at', 'updated_at'])
  const list = db.prepare(`${SELECT} ORDER BY f.number`)
  const one = db.prepare(`${SELECT} WHERE f.id = ?`)
  return {
    list: (): ApplicationForm[] => list.all() as ApplicationForm[],
    read: (id: string): ApplicationForm | undefined => one.get(id) as ApplicationForm | undefined,
    add: (transaction: Transaction, ownerUnit: string, numbers: readonly string[]): void => {
      const auditSeq = transaction.audit({ ownerUnit, table: 'application_form', recordId: '', detail: { action: 'insert', rows: numbers.length } })
      transaction.groupUnder(auditSeq)
      for (const number of numbers) records.insert(transaction, { id: nextId(), owner_unit: ownerUnit, number, state: 'unused', person_id: null, settled_on: null, note: '', created_at: transaction.at, updated_at: transaction.at })
    },
    /** 还没登记过的编号,已经用给一个人(导入旧台账)。 */
    addUsed: (transaction: Transaction, ownerUnit: string, number: string, personId: string, settledOn: string | null): void =>
      records.insert(transaction, { id: nextId(), owner_unit: ownerUnit, number, state: 'used', person_id: personId, settled_on: settledOn, note: '', created_at: transaction.at, updated_at: transaction.at }),
    /** @throws RecordMissing / RecordStale */
    settle: (transaction: Transaction, id: string, rev: number, changes: Pick<ApplicationForm, 'state' | 'personId' | 'settledOn' | 'note'>): void =>
      void records.update(transaction, id, rev, { state: changes.state, person_id: changes.personId, settled_on: changes.settledOn, note: changes.note, updated_at: transaction.at }),
  }
}
