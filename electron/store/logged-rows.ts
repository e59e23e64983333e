import type { Database, Statement } from 'better-sqlite3'
import { BEGINNING } from './as-of.ts'
import type { Row, SqlValue } from './record-table.ts'
import { createRowVersions } from './row-versions.ts'
import type { Transaction } from './unit-of-work.ts'

/** 组织变动会动到的表。 */
const TABLES = ['organisation', 'organisation_name', 'organisation_parent', 'organisation_kind', 'organisation_category', 'organisation_form', 'member', 'membership', 'group_membership'] as const
export type LoggedTable = (typeof TABLES)[number]

/** 一行从什么改成什么(只记改了的列);before 为 null 是新添的。 */
export interface RowChange {
  readonly table: LoggedTable
  readonly id: string
  readonly before: Row | null
  readonly after: Row
}

/** 不算在「后来又改过」里的列。 */
const PASSING = new Set(['rev', 'updated_at'])

/**
 * 一次组织变动里逐行的改动:边写边记,好照着改回去。每行写完照整行记一个版本,别处加的列也在其中。
 * 表名、列名来自代码里的常量。
 */
export const createLoggedRows = (db: Database) => {
  const versions = Object.fromEntries(TABLES.map((table) => [table, createRowVersions(db, table)]))
  const selects = Object.fromEntries(TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table} WHERE id = ?`)]))
  const statements = new Map<string, Statement>()
  const prepared = (sql: string): Statement => {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const read = (table: LoggedTable, id: string): Row | undefined => selects[table]?.get(id) as Row | undefined
  const record = (transaction: Transaction, table: LoggedTable, id: string, ownerUnit: string, detail: Readonly<Record<string, unknown>>): void => {
    versions[table]?.record(transaction, id, transaction.auditFor({ ownerUnit, table, recordId: id, detail }))
  }
  const update = (transaction: Transaction, log: RowChange[], table: LoggedTable, id: string, changes: Row): void => {
    const current = read(table, id)
    if (current === undefined) throw new Error(`no row in ${table}`)
    const columns = Object.keys(changes).filter((column) => current[column] !== changes[column])
    if (columns.length === 0) return
    const pick = (row: Row): Row => Object.fromEntries(columns.map((column) => [column, row[column] as SqlValue]))
    const stamp = Object.hasOwn(current, 'updated_at') ? ', updated_at = @changed_at' : ''
    prepared(`UPDATE ${table} SET rev = rev + 1${stamp}, ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`).run({ ...pick(changes), id, ...(stamp === '' ? {} : { changed_at: transaction.at }) })
    log.push({ table, id, before: pick(current), after: pick(changes) })
    record(transaction, table, id, String(current['owner_unit']), { action: 'update', fields: columns })
  }
  return {
    read,
    update,
    insert: (transaction: Transaction, log: RowChange[], table: LoggedTable, row: Row & { readonly id: string }): void => {
      const columns = Object.keys(row)
      prepared(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`).run(row)
      log.push({ table, id: row.id, before: null, after: row })
      record(transaction, table, row.id, String(row['owner_unit']), { action: 'insert' })
    },
    /** 别处写好的新行,补记在这次变动名下。 */
    note: (log: RowChange[], table: LoggedTable, id: string): void => {
      const row = read(table, id)
      if (row !== undefined) log.push({ table, id, before: null, after: row })
    },
    /** 还是这次变动之后的样子。 */
    isUntouched: ({ table, id, after }: RowChange): boolean => {
      const row = read(table, id)
      return row !== undefined && Object.entries(after).every(([column, value]) => PASSING.has(column) || row[column] === value)
    },
    /** 改回去;新添的行不真删,改成不管任何一天(起止同为最早的一天,不会被当作最新的一行)。 */
    revert: (transaction: Transaction, { table, id, before }: RowChange): void => {
      if (before !== null) update(transaction, [], table, id, before)
      else if (table === 'organisation') update(transaction, [], table, id, { deleted_at: transaction.at })
      else update(transaction, [], table, id, { from_day: BEGINNING, to_day: BEGINNING })
    },
  }
}
export type LoggedRows = ReturnType<typeof createLoggedRows>
