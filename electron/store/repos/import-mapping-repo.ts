import type { Database } from 'better-sqlite3'
import { createRecordTable } from '../record-table.ts'
import { prepareRootUnit } from '../root-unit.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 人改过的列名对照,按表头的摘要记住;各列改定的字段依次排着,null 为不导入。 */
export const createImportMappingRepo = (db: Database, nextId: () => string) => {
  const records = createRecordTable(db, 'import_mapping', ['kind', 'signature', 'columns', 'updated_at'])
  const rootUnit = prepareRootUnit(db)
  const find = db.prepare('SELECT id, columns FROM import_mapping WHERE kind = ? AND signature = ?')
  return {
    /** 没有记住的为 null。 */
    find: (kind: string, signature: string): readonly (string | null)[] | null => {
      const row = find.get(kind, signature) as { columns: string } | undefined
      return row === undefined ? null : (JSON.parse(row.columns) as (string | null)[])
    },
    save: (transaction: Transaction, kind: string, signature: string, fields: readonly (string | null)[]): void => {
      const row = find.get(kind, signature) as { id: string } | undefined
      const values = { columns: JSON.stringify(fields), updated_at: transaction.at }
      if (row === undefined) records.insert(transaction, { id: nextId(), owner_unit: rootUnit() ?? '', kind, signature, ...values })
      else records.update(transaction, row.id, null, values)
    },
  }
}
export type ImportMappingRepo = ReturnType<typeof createImportMappingRepo>
