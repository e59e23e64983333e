import type { Database } from 'better-sqlite3'
import type { CustomField } from '../../../shared/model/custom-field.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

interface FieldRow extends Omit<CustomField, 'choices' | 'isRetired'> {
  readonly choices: string
  readonly retired: number | null
}

/** 自定义项目:名称、类型与可选的值;停用的留着,原来填的值不丢。 */
export const createCustomFieldRepo = (db: Database) => {
  const records = createRecordTable(db, 'custom_field', ['name', 'kind', 'choices', 'sort_order', 'retired_at'])
  const list = db.prepare('SELECT id, rev, name, kind, choices, retired_at AS retired FROM custom_field ORDER BY retired_at IS NOT NULL, sort_order, id')
  const used = db.prepare('SELECT count(*) FROM member WHERE json_extract(custom, @path) IS NOT NULL AND deleted_at IS NULL').pluck()
  const choosers = db.prepare('SELECT count(*) FROM member WHERE json_extract(custom, @path) = @choice AND deleted_at IS NULL').pluck()
  const next = db.prepare('SELECT coalesce(max(sort_order), 0) + 1 FROM custom_field').pluck()
  const byName = db.prepare('SELECT id FROM custom_field WHERE name = ? AND retired_at IS NULL').pluck()
  const usedIn = (id: string): number => used.get({ path: `$."${id}"` }) as number
  const all = (): CustomField[] => (list.all() as FieldRow[]).map(({ choices, retired, ...row }) => ({ ...row, choices: JSON.parse(choices) as string[], isRetired: retired !== null }))
  return {
    all,
    find: (id: string): CustomField | undefined => all().find((field) => field.id === id),
    /** 多少人填了这一项。 */
    usedIn,
    /** 多少人选了这个值。 */
    usersOf: (id: string, choice: string): number => choosers.get({ path: `$."${id}"`, choice }) as number,
    /** 在用的同名项目;没有为 null。 */
    findByName: (name: string): string | null => (byName.get(name) as string | undefined) ?? null,
    add: (transaction: Transaction, ownerUnit: string, field: Pick<CustomField, 'id' | 'name' | 'kind' | 'choices'>): void =>
      records.insert(transaction, { id: field.id, owner_unit: ownerUnit, name: field.name, kind: field.kind, choices: JSON.stringify(field.choices), sort_order: next.get() as number, retired_at: null }),
    save: (transaction: Transaction, id: string, rev: number, field: Pick<CustomField, 'name' | 'choices'>): void => void records.update(transaction, id, rev, { name: field.name, choices: JSON.stringify(field.choices) }),
    retire: (transaction: Transaction, id: string, rev: number, retiredAt: number | null): void => void records.update(transaction, id, rev, { retired_at: retiredAt }),
  }
}
