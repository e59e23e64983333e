import type { Database } from 'better-sqlite3'
import type { Transaction } from './unit-of-work.ts'

export type SqlValue = string | number | null
export type Row = Record<string, SqlValue>

/** 没有这一行。 */
export class RecordMissing extends Error {}
/** 别处已经改过:给出现在的修订号。 */
export class RecordStale extends Error {
  readonly currentRev: number
  constructor(currentRev: number) {
    super('stale record')
    this.currentRev = currentRev
  }
}

export interface RecordTable {
  insert(transaction: Transaction, row: Row, versionBody?: unknown): void
  /**
   * 改若干列,修订号加一;没有实际变化就什么也不做。
   *
   * @param expectedRev 调用者看到的修订号;null 表示不核对(由服务内部触发的连带改动)。
   * @returns 改后的修订号。
   * @throws RecordMissing / RecordStale
   */
  update(transaction: Transaction, id: string, expectedRev: number | null, changes: Row, options?: { readonly versionBody?: () => unknown; readonly action?: string; readonly force?: boolean; readonly reason?: string }): number
  read(id: string): Row | undefined
}

/**
 * 带 id、owner_unit、rev 的表的通用写法:每次写入顺带审计(只记字段名)与版本(整行)。
 * 表名与列名来自代码里的常量,从不来自输入。
 */
export const createRecordTable = (db: Database, table: string, columns: readonly string[]): RecordTable => {
  const all = ['id', 'owner_unit', 'rev', ...columns]
  const select = db.prepare(`SELECT ${all.join(', ')} FROM ${table} WHERE id = ?`)
  const insertRow = db.prepare(`INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map((column) => `@${column}`).join(', ')})`)
  const updateRow = db.prepare(`UPDATE ${table} SET rev = rev + 1, owner_unit = @owner_unit, ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id AND rev = @rev`)
  const read = (id: string): Row | undefined => select.get(id) as Row | undefined
  // 驱动不理会多余的命名参数:列名写错会悄悄丢掉一个值,所以自己核对。
  const settable = new Set(['owner_unit', ...columns])
  const insertable = new Set(all)
  const requireKnown = (row: Row, known: ReadonlySet<string>): void => {
    for (const column of Object.keys(row)) if (!known.has(column)) throw new Error(`no settable column ${column} in ${table}`)
  }
  return {
    read,
    insert: (transaction, row, versionBody) => {
      requireKnown(row, insertable)
      const full: Row = { rev: 1, ...row }
      insertRow.run(full)
      const recordId = String(full['id'])
      const auditSeq = transaction.auditFor({ ownerUnit: full['owner_unit'] as string, table, recordId, detail: { action: 'insert' } })
      transaction.version({ table, recordId, rev: 1, auditSeq, body: versionBody ?? full })
    },
    update: (transaction, id, expectedRev, changes, options = {}) => {
      requireKnown(changes, settable)
      const current = read(id)
      if (current === undefined) throw new RecordMissing(table)
      const rev = current['rev'] as number
      if (expectedRev !== null && rev !== expectedRev) throw new RecordStale(rev)
      const fields = Object.keys(changes).filter((column) => changes[column] !== current[column])
      const meaningful = fields.filter((column) => column !== 'updated_at')
      if (meaningful.length === 0 && options.force !== true) return rev
      const next = { ...current, ...changes }
      const result = updateRow.run(next)
      if (result.changes !== 1) throw new RecordStale(rev)
      const auditSeq = transaction.auditFor({
        ownerUnit: current['owner_unit'] as string,
        table,
        recordId: id,
        detail: { action: options.action ?? 'update', fields: meaningful, ...(options.reason === undefined ? {} : { reasonGiven: true }) },
      })
      transaction.version({ table, recordId: id, rev: rev + 1, auditSeq, body: { ...(options.versionBody?.() as object | undefined), ...next, rev: rev + 1, ...(options.reason === undefined ? {} : { reason: options.reason }) } })
      return rev + 1
    },
  }
}
