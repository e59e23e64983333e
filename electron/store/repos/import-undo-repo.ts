import type { Database } from 'better-sqlite3'
import { createRecordTable } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'
import { coveredTable } from '../verify/covered-tables.ts'

type Body = Readonly<Record<string, string | number | null>>
/** 一批里动过的一行:动之前的样子(新写的为 null)、动之后的样子。 */
export interface TouchedRow {
  readonly table: string
  readonly recordId: string
  readonly before: Body | null
  readonly after: Body
  /** 之后又有人动过。 */
  readonly changedSince: boolean
}
interface Stored {
  readonly table: string
  readonly recordId: string
  readonly firstRev: number
  readonly lastRev: number
}

const quoted = (name: string): string => `"${name}"`
/** 不照抄的:标识与修订号。 */
const KEPT = new Set(['rev'])

/** 一次导入动过的各行,从版本里取出来;把一行写回从前的样子。任何一种导入都用得上。 */
export const createImportUndoRepo = (db: Database, nextId: () => string) => {
  const batchVersion = db.prepare("SELECT seq, audit_seq AS auditSeq FROM record_version WHERE table_name = 'import_batch' AND record_id = ? ORDER BY seq LIMIT 1")
  const touched = db.prepare("SELECT table_name AS \"table\", record_id AS recordId, min(rev) AS firstRev, max(rev) AS lastRev FROM record_version WHERE seq > @seq AND audit_seq = @auditSeq GROUP BY table_name, record_id ORDER BY min(seq)")
  const lastRev = db.prepare('SELECT max(rev) FROM record_version WHERE table_name = ? AND record_id = ?').pluck()
  const bodyAt = db.prepare('SELECT body FROM record_version WHERE table_name = @table AND record_id = @recordId AND rev <= @rev ORDER BY rev DESC, seq DESC LIMIT 1').pluck()
  const find = db.prepare('SELECT owner_unit AS ownerUnit, EXISTS (SELECT 1 FROM import_undo u WHERE u.batch_id = b.id) AS undone FROM import_batch b WHERE b.id = ?')
  const ofPerson = db.prepare(['development_step', 'development_document', 'development_event', 'application_form'].map((table) => `SELECT id FROM ${table} WHERE person_id = @id`).join(' UNION ALL ')).pluck()
  const records = createRecordTable(db, 'import_undo', ['batch_id', 'at', 'actor', 'restored', 'removed'])
  const bodyOf = ({ table, recordId }: Stored, rev: number): Body => JSON.parse(bodyAt.get({ table, recordId, rev }) as string) as Body
  const columnsOf = (table: string): readonly { readonly name: string; readonly otherwise: string | null }[] => db.prepare('SELECT name, dflt_value AS otherwise FROM pragma_table_info(?)').all(table) as { name: string; otherwise: string | null }[]

  const write = (transaction: Transaction, { table, recordId, after }: TouchedRow, values: Body, auditSeq: number): void => {
    const names = Object.keys(values)
    const { key } = coveredTable(table)
    db.prepare(`UPDATE ${table} SET rev = rev + 1, ${names.map((name) => `${quoted(name)} = @${name}`).join(', ')} WHERE ${key} = @undo_key`).run({ ...values, undo_key: after[key] ?? recordId })
    createRowVersions(db, table).record(transaction, recordId, auditSeq)
  }
  return {
    /** 没有这一批为 null。 */
    find: (batchId: string): { readonly ownerUnit: string; readonly undone: boolean } | null => {
      const row = find.get(batchId) as { ownerUnit: string; undone: number } | undefined
      return row === undefined ? null : { ownerUnit: row.ownerUnit, undone: row.undone === 1 }
    },
    touchedBy: (batchId: string): TouchedRow[] => {
      const start = batchVersion.get(batchId) as { seq: number; auditSeq: number } | undefined
      if (start === undefined) return []
      return (touched.all(start) as Stored[]).map((row) => ({
        table: row.table,
        recordId: row.recordId,
        before: row.firstRev === 1 ? null : bodyOf(row, row.firstRev - 1),
        after: bodyOf(row, row.lastRev),
        changedSince: lastRev.get(row.table, row.recordId) !== row.lastRev,
      }))
    },
    /** 发展过程中的人名下的各条:步骤、材料、另行记载、志愿书编号。 */
    recordsOfPerson: (personId: string): readonly string[] => ofPerson.all({ id: personId }) as string[],
    /** 写回 before 的样子;only 给出时只写这几列。 */
    restore: (transaction: Transaction, row: TouchedRow, before: Body, auditSeq: number, only?: readonly string[]): void => {
      const { key } = coveredTable(row.table)
      const wanted = columnsOf(row.table).map(({ name }) => name).filter((name) => name !== key && !KEPT.has(name) && Object.hasOwn(before, name) && (only === undefined || only.includes(name)))
      write(transaction, row, Object.fromEntries(wanted.map((name) => [name, before[name] ?? null])), auditSeq)
    },
    /** 改几列。 */
    set: (transaction: Transaction, row: TouchedRow, values: Body, auditSeq: number): void => write(transaction, row, values, auditSeq),
    /** 新写的、又不能删的一行:各列回到没填时的样子。 */
    blank: (transaction: Transaction, row: TouchedRow, keep: readonly string[], auditSeq: number): void => {
      const { key } = coveredTable(row.table)
      const wanted = columnsOf(row.table).filter(({ name, otherwise }) => name !== key && !KEPT.has(name) && !keep.includes(name) && (otherwise !== null || row.after[name] !== null))
      write(transaction, row, Object.fromEntries(wanted.map(({ name, otherwise }) => [name, otherwise === null ? null : (db.prepare(`SELECT ${otherwise}`).pluck().get() as string | number | null)])), auditSeq)
    },
    record: (transaction: Transaction, batchId: string, ownerUnit: string, counts: { readonly restored: number; readonly removed: number }): void =>
      records.insert(transaction, { id: nextId(), owner_unit: ownerUnit, batch_id: batchId, at: transaction.at, actor: transaction.actor, ...counts }),
  }
}
