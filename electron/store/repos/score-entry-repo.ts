import type { Database } from 'better-sqlite3'
import { createRecordTable, RecordMissing } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface ManualScoreRow {
  readonly id: string
  readonly indicatorId: string
  readonly points: string
  readonly reason: string
  readonly state: 'draft' | 'confirmed' | 'withdrawn'
  readonly recordedAt: number
}
export interface ScoreEventRow {
  readonly id: string
  readonly rev: number
  readonly indicatorId: string
  readonly occurredOn: string
  readonly count: number
  readonly level: string | null
  readonly matter: string
  readonly reason: string
}
export interface VetoRow {
  readonly id: string
  readonly rev: number
  readonly indicatorId: string
  readonly decidedOn: string
  readonly decidedBy: string
  readonly reason: string
}
export interface ExemptionRow {
  readonly id: string
  readonly indicatorId: string
  readonly reason: string
  readonly approvedBy: string
}
interface Place {
  readonly branchId: string
  readonly period: string
}
type WithId<T> = Omit<T, 'rev' | 'state' | 'recordedAt'>

/** 手工评分(只追加)、加扣分事件、否决、豁免。读出的都是现行有效的。 */
export const createScoreEntryRepo = (db: Database) => {
  const events = createRecordTable(db, 'score_event', ['branch_id', 'period', 'indicator_id', 'occurred_on', 'count', 'level', 'matter', 'reason', 'state', 'state_reason', 'recorded_at', 'recorded_by'])
  const vetoes = createRecordTable(db, 'veto_decision', ['branch_id', 'period', 'indicator_id', 'decided_on', 'decided_by', 'reason', 'state', 'state_reason', 'recorded_at', 'recorded_by'])
  const exemptions = createRecordTable(db, 'exemption', ['branch_id', 'period', 'indicator_id', 'reason', 'approved_by', 'state', 'recorded_at', 'recorded_by'])
  const manualVersions = createRowVersions(db, 'manual_score')
  const insertManual = db.prepare(
    `INSERT INTO manual_score (id, owner_unit, scheme_version_id, branch_id, period, indicator_id, points, reason, state, supersedes, recorded_at, recorded_by)
     VALUES (@id, @branchId, @versionId, @branchId, @period, @indicatorId, @points, @reason, @state, @supersedes, @at, @actor)`,
  )
  const selectManual = db.prepare('SELECT id, indicator_id AS indicatorId, points, reason, state, recorded_at AS recordedAt FROM manual_score WHERE branch_id = ? AND period = ? ORDER BY recorded_at, id')
  const selectEvents = db.prepare("SELECT id, rev, indicator_id AS indicatorId, occurred_on AS occurredOn, count, level, matter, reason FROM score_event WHERE branch_id = ? AND period = ? AND state = 'confirmed' ORDER BY occurred_on, id")
  const selectVetoes = db.prepare("SELECT id, rev, indicator_id AS indicatorId, decided_on AS decidedOn, decided_by AS decidedBy, reason FROM veto_decision WHERE branch_id = ? AND period = ? AND state = 'confirmed' ORDER BY decided_on, id")
  const selectExemptions = db.prepare("SELECT id, indicator_id AS indicatorId, reason, approved_by AS approvedBy FROM exemption WHERE branch_id = ? AND period = ? AND state = 'confirmed' ORDER BY indicator_id, id")
  const placed = ({ branchId, period }: Place, transaction: Transaction) => ({ owner_unit: branchId, branch_id: branchId, period, state: 'confirmed', recorded_at: transaction.at, recorded_by: transaction.actor })
  const latestManual = ({ branchId, period }: Place): Map<string, ManualScoreRow> => new Map((selectManual.all(branchId, period) as ManualScoreRow[]).map((row) => [row.indicatorId, row]))

  /** 撤回:留着行,改状态;不在这个支部这个月的当作没有。 */
  const withdraw = (table: typeof events, transaction: Transaction, place: Place, id: string, rev: number | null, changes: { readonly state_reason?: string }): void => {
    const row = table.read(id)
    if (row === undefined || row['branch_id'] !== place.branchId || row['period'] !== place.period || row['state'] !== 'confirmed') throw new RecordMissing('entry')
    table.update(transaction, id, rev, { state: 'withdrawn', ...changes }, { action: 'withdraw' })
  }

  return {
    /** 每个指标现行的手工评分;撤回的不在其中。 */
    manualScores: (place: Place): ManualScoreRow[] => [...latestManual(place).values()].filter((row) => row.state === 'confirmed'),
    events: ({ branchId, period }: Place): ScoreEventRow[] => selectEvents.all(branchId, period) as ScoreEventRow[],
    vetoes: ({ branchId, period }: Place): VetoRow[] => selectVetoes.all(branchId, period) as VetoRow[],
    exemptions: ({ branchId, period }: Place): ExemptionRow[] => selectExemptions.all(branchId, period) as ExemptionRow[],
    /** 只追加:新的一条取代同一指标原来的那条,原来的留着。 */
    appendManual: (transaction: Transaction, place: Place, score: { readonly id: string; readonly versionId: string; readonly indicatorId: string; readonly points: string; readonly reason: string; readonly state: 'confirmed' | 'withdrawn' }): void => {
      const previous = latestManual(place).get(score.indicatorId)
      insertManual.run({ ...place, ...score, supersedes: previous?.id ?? null, at: transaction.at, actor: transaction.actor })
      const auditSeq = transaction.auditFor({ ownerUnit: place.branchId, table: 'manual_score', recordId: score.id, detail: { action: score.state === 'withdrawn' ? 'withdraw' : 'insert', period: place.period, indicator: score.indicatorId } })
      manualVersions.record(transaction, score.id, auditSeq)
    },
    insertEvent: (transaction: Transaction, place: Place, event: WithId<ScoreEventRow>): void =>
      events.insert(transaction, { ...placed(place, transaction), id: event.id, indicator_id: event.indicatorId, occurred_on: event.occurredOn, count: event.count, level: event.level, matter: event.matter, reason: event.reason, state_reason: '' }),
    insertVeto: (transaction: Transaction, place: Place, veto: WithId<VetoRow>): void =>
      vetoes.insert(transaction, { ...placed(place, transaction), id: veto.id, indicator_id: veto.indicatorId, decided_on: veto.decidedOn, decided_by: veto.decidedBy, reason: veto.reason, state_reason: '' }),
    insertExemption: (transaction: Transaction, place: Place, exemption: ExemptionRow): void =>
      exemptions.insert(transaction, { ...placed(place, transaction), id: exemption.id, indicator_id: exemption.indicatorId, reason: exemption.reason, approved_by: exemption.approvedBy }),
    changeExemption: (transaction: Transaction, id: string, changes: { readonly reason: string; readonly approvedBy: string }): void => {
      exemptions.update(transaction, id, null, { reason: changes.reason, approved_by: changes.approvedBy })
    },
    /** @throws RecordMissing / RecordStale */
    withdrawEvent: (transaction: Transaction, place: Place, id: string, rev: number, reason: string): void => withdraw(events, transaction, place, id, rev, { state_reason: reason }),
    /** @throws RecordMissing / RecordStale */
    withdrawVeto: (transaction: Transaction, place: Place, id: string, rev: number, reason: string): void => withdraw(vetoes, transaction, place, id, rev, { state_reason: reason }),
    /** @throws RecordMissing */
    withdrawExemption: (transaction: Transaction, place: Place, id: string): void => withdraw(exemptions, transaction, place, id, null, {}),
  }
}
export type ScoreEntryRepo = ReturnType<typeof createScoreEntryRepo>
