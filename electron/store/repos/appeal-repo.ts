import type { Database } from 'better-sqlite3'
import type { CorrectionKind, CorrectionRow, Objection } from '../../../shared/model/evaluation-period.ts'
import { coversDay } from '../as-of.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const OBJECTION_COLUMNS = ['branch_id', 'period', 'indicator_id', 'text', 'raised_by', 'raised_on', 'state', 'reply', 'decided_by', 'decided_on', 'created_at', 'updated_at'] as const
const CORRECTION_COLUMNS = ['branch_id', 'period', 'seq', 'objection_id', 'kind', 'indicator_id', 'op', 'path', 'value', 'reason', 'evidence', 'state', 'decided_by', 'decided_on', 'reopened_by', 'revision', 'created_at', 'updated_at'] as const
const NAME = `COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = o.branch_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '')`
const OBJECTION = `SELECT o.id, o.rev, o.branch_id AS branchId, ${NAME} AS branchName, o.period, o.indicator_id AS indicatorId, o.text, o.raised_by AS raisedBy, o.raised_on AS raisedOn, o.state, o.reply, o.decided_by AS decidedBy, o.decided_on AS decidedOn FROM score_objection o`
const CORRECTION = `SELECT o.id, o.rev, o.branch_id AS branchId, ${NAME} AS branchName, o.period, o.seq, o.objection_id AS objectionId, o.kind, o.indicator_id AS indicatorId, o.op, o.path, o.value, o.reason, o.evidence, o.state, o.decided_by AS decidedBy, o.decided_on AS decidedOn, o.reopened_by AS reopenedBy, o.revision FROM score_correction o`

/** 更正,连同它改输入的哪里、改成什么。 */
export interface StoredCorrection extends CorrectionRow {
  readonly op: 'set' | 'append' | 'remove'
  readonly path: string
  /** JSON 文本。 */
  readonly value: string
}
interface CorrectionGiven {
  readonly branchId: string
  readonly period: string
  readonly objectionId: string | null
  readonly kind: CorrectionKind
  readonly indicatorId: string
  readonly op: StoredCorrection['op']
  readonly path: string
  readonly value: string
  readonly reason: string
  readonly evidence: string
}

/** 申诉与更正。 */
export const createAppealRepo = (db: Database, nextId: () => string) => {
  const objections = createRecordTable(db, 'score_objection', OBJECTION_COLUMNS)
  const corrections = createRecordTable(db, 'score_correction', CORRECTION_COLUMNS)
  const listObjections = db.prepare(`${OBJECTION} WHERE substr(o.period, 1, 4) = @year ORDER BY o.raised_on DESC, o.id DESC`)
  const oneObjection = db.prepare(`${OBJECTION} WHERE o.id = @id`)
  const openIn = db.prepare("SELECT count(*) FROM score_objection WHERE period = ? AND state = 'open'").pluck()
  const listCorrections = db.prepare(`${CORRECTION} WHERE substr(o.period, 1, 4) = @year ORDER BY o.created_at DESC, o.id DESC`)
  const oneCorrection = db.prepare(`${CORRECTION} WHERE o.id = @id`)
  const lastSeq = db.prepare('SELECT coalesce(max(seq), 0) FROM score_correction WHERE branch_id = ? AND period = ?').pluck()
  return {
    objections: (year: number, day: string): Objection[] => listObjections.all({ year: String(year), day }) as Objection[],
    objection: (id: string, day: string): Objection | null => (oneObjection.get({ id, day }) as Objection | undefined) ?? null,
    /** 这一期还没有办结的申诉有几件。 */
    openObjections: (period: string): number => openIn.get(period) as number,
    raise: (transaction: Transaction, given: Pick<Objection, 'branchId' | 'period' | 'indicatorId' | 'text' | 'raisedBy' | 'raisedOn'>): string => {
      const id = nextId()
      objections.insert(transaction, { id, owner_unit: given.branchId, branch_id: given.branchId, period: given.period, indicator_id: given.indicatorId, text: given.text, raised_by: given.raisedBy, raised_on: given.raisedOn, state: 'open', reply: '', decided_by: '', decided_on: null, created_at: transaction.at, updated_at: transaction.at })
      return id
    },
    /** @throws RecordMissing / RecordStale */
    settle: (transaction: Transaction, id: string, rev: number, outcome: Pick<Objection, 'state' | 'reply' | 'decidedBy' | 'decidedOn'>): void =>
      void objections.update(transaction, id, rev, { state: outcome.state, reply: outcome.reply, decided_by: outcome.decidedBy, decided_on: outcome.decidedOn, updated_at: transaction.at }, { action: outcome.state === 'withdrawn' ? 'withdraw' : 'update' }),
    corrections: (year: number, day: string): StoredCorrection[] => listCorrections.all({ year: String(year), day }) as StoredCorrection[],
    correction: (id: string, day: string): StoredCorrection | null => (oneCorrection.get({ id, day }) as StoredCorrection | undefined) ?? null,
    propose: (transaction: Transaction, given: CorrectionGiven): string => {
      const id = nextId()
      corrections.insert(transaction, { id, owner_unit: given.branchId, branch_id: given.branchId, period: given.period, seq: (lastSeq.get(given.branchId, given.period) as number) + 1, objection_id: given.objectionId, kind: given.kind, indicator_id: given.indicatorId, op: given.op, path: given.path, value: given.value, reason: given.reason, evidence: given.evidence, state: 'pending', decided_by: '', decided_on: null, reopened_by: '', revision: null, created_at: transaction.at, updated_at: transaction.at })
      return id
    },
    /** @throws RecordMissing / RecordStale */
    decide: (transaction: Transaction, id: string, rev: number, outcome: { readonly state: 'approved' | 'rejected'; readonly decidedBy: string; readonly decidedOn: string; readonly reopenedBy: string; readonly revision: number | null }): void =>
      void corrections.update(transaction, id, rev, { state: outcome.state, decided_by: outcome.decidedBy, decided_on: outcome.decidedOn, reopened_by: outcome.reopenedBy, revision: outcome.revision, updated_at: transaction.at }, { action: outcome.state === 'approved' ? 'approve' : 'reject' }),
  }
}
