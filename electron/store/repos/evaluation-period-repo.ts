import type { Database } from 'better-sqlite3'
import type { PeriodState } from '../../../shared/model/evaluation-period.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const COLUMNS = ['period', 'state', 'publicity_from', 'publicity_to', 'publicity_days', 'approved_by', 'document', 'closed_on', 'note', 'created_at', 'updated_at'] as const

export interface PeriodRecord {
  readonly id: string
  readonly rev: number
  readonly period: string
  readonly state: PeriodState
  readonly publicityFrom: string | null
  readonly publicityTo: string | null
  readonly publicityDays: number | null
  readonly approvedBy: string
  readonly document: string
  readonly closedOn: string | null
  readonly note: string
}
export type PeriodFields = Omit<PeriodRecord, 'id' | 'rev' | 'period'>

const SELECT = `SELECT id, rev, period, state, publicity_from AS publicityFrom, publicity_to AS publicityTo, publicity_days AS publicityDays, approved_by AS approvedBy, document, closed_on AS closedOn, note FROM evaluation_period`

/** 评价期到了哪一步。没有行的是还在评。 */
export const createEvaluationPeriodRepo = (db: Database, nextId: () => string) => {
  const table = createRecordTable(db, 'evaluation_period', COLUMNS)
  const one = db.prepare(`${SELECT} WHERE period = ?`)
  const all = db.prepare(`${SELECT} ORDER BY period`)
  const frozenMonths = db.prepare("SELECT period FROM evaluation_period WHERE state IN ('publicity', 'closed') AND length(period) = 7 AND period NOT LIKE '%Q%' ORDER BY period").pluck()
  const columnsOf = (fields: PeriodFields) => ({ state: fields.state, publicity_from: fields.publicityFrom, publicity_to: fields.publicityTo, publicity_days: fields.publicityDays, approved_by: fields.approvedBy, document: fields.document, closed_on: fields.closedOn, note: fields.note })
  return {
    read: (period: string): PeriodRecord | null => (one.get(period) as PeriodRecord | undefined) ?? null,
    all: (): PeriodRecord[] => all.all() as PeriodRecord[],
    /** 这一期的输入冻结了没有。 */
    isFrozen: (period: string): boolean => ['publicity', 'closed'].includes((one.get(period) as PeriodRecord | undefined)?.state ?? 'open'),
    /** 冻结了的月份里最晚的;没有为 null。 */
    lastFrozenMonth: (): string | null => (frozenMonths.all() as string[]).at(-1) ?? null,
    /** @param rev 0 为还没有行。@throws RecordMissing / RecordStale */
    save: (transaction: Transaction, period: string, ownerUnit: string, rev: number, fields: PeriodFields, action: string): void => {
      const row = one.get(period) as PeriodRecord | undefined
      if (row === undefined) table.insert(transaction, { id: nextId(), owner_unit: ownerUnit, period, ...columnsOf(fields), created_at: transaction.at, updated_at: transaction.at })
      else table.update(transaction, row.id, rev, { ...columnsOf(fields), updated_at: transaction.at }, { action, force: true })
    },
  }
}
