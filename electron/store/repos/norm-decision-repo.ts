import type { Database } from 'better-sqlite3'
import type { NormDecisionRow } from '../../../shared/model/norm-decision.ts'
import { coversDay } from '../as-of.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const COLUMNS = ['organisation_id', 'kind', 'activity', 'from_month', 'to_month', 'until_day', 'reason', 'approver', 'document', 'decided_on', 'withdrawn_on', 'withdrawn_reason', 'created_at', 'updated_at'] as const
export type NormDecisionRecord = NormDecisionRow

const SELECT = `SELECT d.id, d.rev, d.organisation_id AS organisationId, COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = d.organisation_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS organisationName,
  d.kind, d.activity, d.from_month AS fromMonth, d.to_month AS toMonth, d.until_day AS untilDay, d.reason, d.approver, d.document, d.decided_on AS decidedOn, d.withdrawn_on AS withdrawnOn, d.withdrawn_reason AS withdrawnReason FROM norm_decision d`

/** 免除与解锁的决定:只增加、撤回,不改内容。 */
export const createNormDecisionRepo = (db: Database) => {
  const table = createRecordTable(db, 'norm_decision', COLUMNS)
  const list = db.prepare(`${SELECT} WHERE @year IS NULL OR (d.from_month <= @year || '-12' AND d.to_month >= @year || '-01') ORDER BY d.withdrawn_on IS NOT NULL, d.decided_on DESC, d.id DESC`)
  const one = db.prepare(`${SELECT} WHERE d.id = @id`)
  return {
    /** 全部单位的,含撤回了的;与这一年有关的。 */
    list: (year: number | null, day: string): NormDecisionRecord[] => list.all({ year: year === null ? null : String(year), day }) as NormDecisionRecord[],
    read: (id: string, day: string): NormDecisionRecord | null => (one.get({ id, day }) as NormDecisionRecord | undefined) ?? null,
    insert: (transaction: Transaction, given: Omit<NormDecisionRecord, 'rev' | 'organisationName' | 'withdrawnOn' | 'withdrawnReason'>): void =>
      table.insert(transaction, {
        id: given.id,
        owner_unit: given.organisationId,
        rev: 1,
        organisation_id: given.organisationId,
        kind: given.kind,
        activity: given.activity,
        from_month: given.fromMonth,
        to_month: given.toMonth,
        until_day: given.untilDay,
        reason: given.reason,
        approver: given.approver,
        document: given.document,
        decided_on: given.decidedOn,
        withdrawn_on: null,
        withdrawn_reason: '',
        created_at: transaction.at,
        updated_at: transaction.at,
      }),
    /** 撤回的原因是表里的一列;不另给版本的 reason,那会盖住决定自己的理由。@throws RecordMissing / RecordStale */
    withdraw: (transaction: Transaction, id: string, rev: number, day: string, reason: string): void => void table.update(transaction, id, rev, { withdrawn_on: day, withdrawn_reason: reason, updated_at: transaction.at }, { action: 'withdraw' }),
  }
}
