import type { Database } from 'better-sqlite3'
import { addDays } from '../../shared/util/day-arithmetic.ts'
import { createRecordTable, type Row, type SqlValue } from './record-table.ts'
import type { Transaction } from './unit-of-work.ts'

/** 一个对象带起止日期的属性(名称、隶属、分类、所在支部、所在小组):改动从不覆盖历史。 */
export interface DatedTable {
  /**
   * 自 fromDay 起改为 values。
   *
   * 与最新一行相同就不写;fromDay 不晚于最新一行的起始日,视为更正,就地改;否则最新一行止于 fromDay,另起一行。
   *
   * @returns 是否有变动。
   */
  set(transaction: Transaction, key: string, ownerUnit: string, values: Row, fromDay: string): boolean
  /** 自 day 起不再有(如出党、出组)。没有现行的行就不写;day 早于最新一行的起始日,止于起始日(不管任何一天),除非它是仅有的一行。 */
  close(transaction: Transaction, key: string, day: string): boolean
  /** 最新一行(现行的,或最后一条已终止的)。 */
  latest(key: string): Row | undefined
}

/** @param nextId 新行的标识。 */
export const createDatedTable = (db: Database, nextId: () => string, options: { readonly table: string; readonly key: string; readonly values: readonly string[] }): DatedTable => {
  const { table, key: keyColumn, values: valueColumns } = options
  const records = createRecordTable(db, table, [keyColumn, ...valueColumns, 'from_day', 'to_day'])
  const selectLatest = db.prepare(`SELECT * FROM ${table} WHERE ${keyColumn} = ? ORDER BY from_day DESC, id DESC LIMIT 1`)
  const count = db.prepare(`SELECT count(*) FROM ${table} WHERE ${keyColumn} = ?`).pluck()
  const latest = (key: string): Row | undefined => selectLatest.get(key) as Row | undefined
  const insert = (transaction: Transaction, key: string, ownerUnit: string, values: Row, fromDay: string): void =>
    records.insert(transaction, { id: nextId(), owner_unit: ownerUnit, [keyColumn]: key, ...values, from_day: fromDay, to_day: null })
  const change = (transaction: Transaction, row: Row, changes: Row): void => {
    records.update(transaction, String(row['id']), null, changes)
  }
  const isSame = (row: Row, values: Row): boolean => Object.entries(values).every(([column, value]: [string, SqlValue]) => row[column] === value)
  return {
    latest,
    set: (transaction, key, ownerUnit, values, fromDay) => {
      const row = latest(key)
      if (row === undefined) {
        insert(transaction, key, ownerUnit, values, fromDay)
        return true
      }
      const from = String(row['from_day'])
      const to = row['to_day'] === null || row['to_day'] === undefined ? null : String(row['to_day'])
      if (isSame(row, values)) {
        if (to === null) return false
        // 终止后又从同一天(或更早)恢复原样:撤销终止,不留一段空档。
        if (to >= fromDay) {
          change(transaction, row, { to_day: null })
          return true
        }
      }
      if (fromDay <= from) {
        change(transaction, row, { ...values, owner_unit: ownerUnit, to_day: null })
        return true
      }
      if (to === null || to > fromDay) change(transaction, row, { to_day: fromDay })
      insert(transaction, key, ownerUnit, values, fromDay)
      return true
    },
    close: (transaction, key, day) => {
      const row = latest(key)
      if (row === undefined || row['to_day'] !== null) return false
      const from = String(row['from_day'])
      // 资料是后来才录的,离开的那天比录入还早:仅有的一段本来就管着录入以前的日子,止在那天;不然从前的名册里也没有他了。
      const only = day < from && count.get(key) === 1
      change(transaction, row, only ? { from_day: addDays(day, -1), to_day: day } : { to_day: day < from ? from : day })
      return true
    },
  }
}
