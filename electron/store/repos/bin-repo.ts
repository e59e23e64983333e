import type { Database } from 'better-sqlite3'
import { RecordMissing, RecordStale } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export type BinTable = 'member' | 'meeting'

/** 删掉的一条。 */
export interface RemovedRow {
  readonly table: BinTable
  readonly id: string
  readonly rev: number
  readonly branchId: string
  readonly branchName: string
  /** 姓名,或会议名称;没有名称的会议为空串。 */
  readonly title: string
  readonly meetingType: string | null
  readonly startAt: string | null
  readonly deletedAt: number
  readonly actor: string
  readonly actorName: string | null
  readonly reason: string
}
interface Found {
  readonly rev: number
  readonly branchId: string
  readonly deletedAt: number | null
  readonly finishedAt: number | null
}

const BRANCH_NAME = "coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = x.owner_unit ORDER BY n.to_day IS NULL DESC, n.from_day DESC LIMIT 1), '')"
const removedRows = (table: BinTable, procedure: string, columns: string): string => `
  SELECT '${table}' AS "table", x.id, x.rev, x.owner_unit AS branchId, ${BRANCH_NAME} AS branchName, ${columns}, x.deleted_at AS deletedAt, coalesce(a.actor, '') AS actor, c.display_name AS actorName, coalesce(r.reason, '') AS reason
  FROM ${table} x
  LEFT JOIN audit_log a ON a.seq = (SELECT b.seq FROM audit_log b WHERE b.record_id = x.id AND b.procedure = '${procedure}' ORDER BY b.seq DESC LIMIT 1)
  LEFT JOIN account c ON c.id = a.actor LEFT JOIN audit_reason r ON r.audit_seq = a.seq
  WHERE x.deleted_at IS NOT NULL`

/** 回收站:删掉只是记上时刻,行、版本、下级内容都留着;各处的查询都不看记了时刻的。 */
export const createBinRepo = (db: Database) => {
  const list = db.prepare(`${removedRows('member', 'bin.removeMember', 'x.name AS title, NULL AS meetingType, NULL AS startAt')} UNION ALL ${removedRows('meeting', 'bin.removeMeeting', 'x.title, x.meeting_type, x.start_at')} ORDER BY deletedAt DESC, 2`)
  const find = {
    member: db.prepare('SELECT rev, owner_unit AS branchId, deleted_at AS deletedAt, NULL AS finishedAt FROM member WHERE id = ?'),
    meeting: db.prepare('SELECT rev, owner_unit AS branchId, deleted_at AS deletedAt, finished_at AS finishedAt FROM meeting WHERE id = ?'),
  }
  const mark = {
    member: db.prepare('UPDATE member SET deleted_at = @deletedAt, updated_at = @at, rev = rev + 1 WHERE id = @id'),
    meeting: db.prepare('UPDATE meeting SET deleted_at = @deletedAt, updated_at = @at, rev = rev + 1 WHERE id = @id'),
  }
  const versions = { member: createRowVersions(db, 'member'), meeting: createRowVersions(db, 'meeting') }
  const personalVersions = createRowVersions(db, 'member_personal')
  const inUse = db.prepare('SELECT EXISTS (SELECT 1 FROM attendance WHERE member_id = @id) OR EXISTS (SELECT 1 FROM organisation_post WHERE member_id = @id) OR EXISTS (SELECT 1 FROM cross_post WHERE member_id = @id) OR EXISTS (SELECT 1 FROM contact_relation WHERE member_id = @id) OR EXISTS (SELECT 1 FROM key_post WHERE member_id = @id)').pluck()
  const idNumber = db.prepare('SELECT id_number FROM member_personal WHERE member_id = ?').pluck()
  const setIdNumber = db.prepare('UPDATE member_personal SET id_number = ?, rev = rev + 1 WHERE member_id = ?')
  const keptNumber = db.prepare("SELECT json_extract(body, '$.kept_id_number') FROM record_version WHERE table_name = 'member_personal' AND record_id = ? ORDER BY rev DESC, seq DESC LIMIT 1").pluck()

  const require = (table: BinTable, id: string, rev: number, removed: boolean): Found => {
    const found = find[table].get(id) as Found | undefined
    if (found === undefined || (found.deletedAt !== null) !== removed) throw new RecordMissing(table)
    if (found.rev !== rev) throw new RecordStale(found.rev)
    return found
  }
  const write = (transaction: Transaction, table: BinTable, id: string, branchId: string, action: 'remove' | 'restore'): void => {
    mark[table].run({ id, at: transaction.at, deletedAt: action === 'remove' ? transaction.at : null })
    versions[table].record(transaction, id, transaction.auditFor({ ownerUnit: branchId, table, recordId: id, detail: { action } }))
  }
  /** 证号全库唯一:放进回收站的不占着号,录对的那一位才登记得上;号留在版本里,取回时放回去。 */
  const changeIdNumber = (transaction: Transaction, id: string, branchId: string, next: string, kept: Readonly<Record<string, string>>): void => {
    setIdNumber.run(next, id)
    personalVersions.record(transaction, id, transaction.auditFor({ ownerUnit: branchId, table: 'member_personal', recordId: id, detail: { action: 'update', fields: ['id_number'] } }), kept)
  }

  return {
    list: (): RemovedRow[] => list.all() as RemovedRow[],
    /**
     * 还没删的。
     *
     * @throws RecordMissing / RecordStale
     */
    requirePresent: (table: BinTable, id: string, rev: number): Found => require(table, id, rev, false),
    /** @throws RecordMissing / RecordStale */
    requireRemoved: (table: BinTable, id: string, rev: number): Found => require(table, id, rev, true),
    /** 参加过会议(草稿也算)、任过职。 */
    isMemberInUse: (id: string): boolean => inUse.get({ id }) === 1,
    /** 取回时要放回去的证号;没有为空串。 */
    keptIdNumber: (id: string): string => (keptNumber.get(id) as string | null | undefined) ?? '',
    removeMember: (transaction: Transaction, id: string, branchId: string): void => {
      const number = (idNumber.get(id) as string | undefined) ?? ''
      if (number !== '') changeIdNumber(transaction, id, branchId, '', { kept_id_number: number })
      write(transaction, 'member', id, branchId, 'remove')
    },
    restoreMember: (transaction: Transaction, id: string, branchId: string, number: string): void => {
      if (number !== '') changeIdNumber(transaction, id, branchId, number, {})
      write(transaction, 'member', id, branchId, 'restore')
    },
    removeMeeting: (transaction: Transaction, id: string, branchId: string): void => write(transaction, 'meeting', id, branchId, 'remove'),
    restoreMeeting: (transaction: Transaction, id: string, branchId: string): void => write(transaction, 'meeting', id, branchId, 'restore'),
  }
}
