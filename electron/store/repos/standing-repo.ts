import type { Database } from 'better-sqlite3'
import type { StandingEntry, StandingKind } from '../../../shared/model/evaluation-period.ts'
import { createRecordTable } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 一次定级的结果。 */
export interface StandingRecord {
  readonly branchId: string
  readonly versionId: string
  readonly revision: number
  /** 计算时刻,毫秒。 */
  readonly knownAt: number
  readonly category: string | null
  readonly status: 'scored' | 'not_rated'
  readonly totalExact: string | null
  readonly total: string | null
  readonly band: number | null
  readonly star: number | null
  readonly lock: number
  /** 理由代码,空格隔开。 */
  readonly reasons: string
  readonly rank: number | null
  readonly rankOf: number | null
  readonly tied: number
  readonly inputHash: string
}

const COLUMNS = `r.branch_id AS branchId, r.scheme_version_id AS versionId, r.revision, r.known_at AS knownAt, r.category_code AS category, r.status, r.total_exact AS totalExact,
  r.total_published AS total, r.band, r.star, r.lock, r.reasons, r.rank, r.rank_of AS rankOf, r.tied, r.input_hash AS inputHash`
const LATEST = 'r.revision = (SELECT max(x.revision) FROM standing_result x WHERE x.branch_id = r.branch_id AND x.period = r.period)'
const ENTRY_COLUMNS = ['branch_id', 'period', 'kind', 'code', 'value', 'reason', 'document', 'decided_by', 'decided_on', 'state', 'state_reason', 'created_at', 'updated_at'] as const
const ENTRY = 'SELECT id, rev, branch_id AS branchId, period, kind, code, value, reason, document, decided_by AS decidedBy, decided_on AS decidedOn, updated_at AS updatedAt FROM standing_entry'
export type StoredEntry = StandingEntry & { readonly period: string; readonly updatedAt: number }

/** 季度星级、年度等次:只追加,最新的修订是现行的;另行认定的各条。 */
export const createStandingRepo = (db: Database, nextId: () => string) => {
  const versions = createRowVersions(db, 'standing_result')
  const inputVersions = createRowVersions(db, 'standing_input')
  const entries = createRecordTable(db, 'standing_entry', ENTRY_COLUMNS)
  const insert = db.prepare(
    `INSERT INTO standing_result (id, owner_unit, branch_id, period, scheme_version_id, revision, known_at, category_code, status, total_exact, total_published, band, star, lock, reasons, rank, rank_of, tied, input_hash)
     VALUES (@id, @branchId, @branchId, @period, @versionId, @revision, @knownAt, @category, @status, @totalExact, @total, @band, @star, @lock, @reasons, @rank, @rankOf, @tied, @inputHash)`,
  )
  const insertInput = db.prepare('INSERT INTO standing_input (id, period, input_hash, input) VALUES (?, ?, ?, ?)')
  const hasInput = db.prepare('SELECT 1 FROM standing_input WHERE period = ? AND input_hash = ?').pluck()
  const latest = db.prepare(`SELECT ${COLUMNS} FROM standing_result r WHERE r.period = ? AND ${LATEST}`)
  const one = db.prepare(`SELECT ${COLUMNS} FROM standing_result r WHERE r.branch_id = ? AND r.period = ? ORDER BY r.revision DESC LIMIT 1`)
  const listEntries = db.prepare(`${ENTRY} WHERE period = ? AND state = 'confirmed' ORDER BY decided_on, id`)
  const readEntry = db.prepare(`${ENTRY} WHERE id = ? AND state = 'confirmed'`)
  const lastTouched = db.prepare("SELECT coalesce(max(updated_at), 0) FROM standing_entry WHERE period = ? AND branch_id = ? AND kind <> 'deviation'").pluck()
  return {
    latestOf: (period: string): Map<string, StandingRecord> => new Map((latest.all(period) as StandingRecord[]).map((row) => [row.branchId, row])),
    read: (branchId: string, period: string): StandingRecord | null => (one.get(branchId, period) as StandingRecord | undefined) ?? null,
    append: (transaction: Transaction, period: string, record: StandingRecord): void => {
      const id = nextId()
      insert.run({ ...record, id, period })
      versions.record(transaction, id, transaction.auditFor({ ownerUnit: record.branchId, table: 'standing_result', recordId: id, detail: { action: 'insert', period, revision: record.revision } }))
    },
    /** 全部支部那一次的输入;同样的只存一份。 */
    keepInput: (transaction: Transaction, period: string, ownerUnit: string, hash: string, input: Uint8Array): void => {
      if (hasInput.get(period, hash) !== undefined) return
      const id = nextId()
      insertInput.run(id, period, hash, input)
      inputVersions.record(transaction, id, transaction.auditFor({ ownerUnit, table: 'standing_input', recordId: id, detail: { action: 'insert', period } }))
    },
    entries: (period: string): StoredEntry[] => listEntries.all(period) as StoredEntry[],
    entry: (id: string): StoredEntry | null => (readEntry.get(id) as StoredEntry | undefined) ?? null,
    /** 认定最后一次有变动的时刻;党委另作的决定不进计算,不算。 */
    entriesTouchedAt: (period: string, branchId: string): number => lastTouched.get(period, branchId) as number,
    insertEntry: (transaction: Transaction, entry: Omit<StandingEntry, 'rev' | 'kind'> & { readonly period: string; readonly kind: StandingKind }): void =>
      entries.insert(transaction, { id: entry.id, owner_unit: entry.branchId, branch_id: entry.branchId, period: entry.period, kind: entry.kind, code: entry.code, value: entry.value, reason: entry.reason, document: entry.document, decided_by: entry.decidedBy, decided_on: entry.decidedOn, state: 'confirmed', state_reason: '', created_at: transaction.at, updated_at: transaction.at }),
    /** @throws RecordMissing / RecordStale */
    withdrawEntry: (transaction: Transaction, id: string, rev: number, reason: string): void => void entries.update(transaction, id, rev, { state: 'withdrawn', state_reason: reason, updated_at: transaction.at }, { action: 'withdraw' }),
  }
}
export type StandingRepo = ReturnType<typeof createStandingRepo>
