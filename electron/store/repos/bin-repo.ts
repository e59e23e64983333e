import type { Database } from 'better-sqlite3'
import { RecordMissing, RecordStale } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export type BinTable = 'member' | 'meeting' | 'development_person' | 'register_entry'
/** 证号另表存放、全库唯一的两种人。 */
type Person = Extract<BinTable, 'member' | 'development_person'>

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
  const list = db.prepare(`${removedRows('member', 'bin.removeMember', 'x.name AS title, NULL AS meetingType, NULL AS startAt')} UNION ALL ${removedRows('meeting', 'bin.removeMeeting', 'x.title, x.meeting_type, x.start_at')} UNION ALL ${removedRows('development_person', 'bin.removeCandidate', 'x.name, NULL, NULL')} UNION ALL ${removedRows('register_entry', 'bin.removeEntry', 'x.title, NULL, NULL')} ORDER BY deletedAt DESC, 2`)
  const find = {
    member: db.prepare('SELECT rev, owner_unit AS branchId, deleted_at AS deletedAt, NULL AS finishedAt FROM member WHERE id = ?'),
    meeting: db.prepare('SELECT rev, owner_unit AS branchId, deleted_at AS deletedAt, finished_at AS finishedAt FROM meeting WHERE id = ?'),
    development_person: db.prepare('SELECT rev, owner_unit AS branchId, deleted_at AS deletedAt, NULL AS finishedAt FROM development_person WHERE id = ?'),
    register_entry: db.prepare('SELECT rev, owner_unit AS branchId, deleted_at AS deletedAt, NULL AS finishedAt FROM register_entry WHERE id = ?'),
  }
  const mark = {
    member: db.prepare('UPDATE member SET deleted_at = @deletedAt, updated_at = @at, rev = rev + 1 WHERE id = @id'),
    meeting: db.prepare('UPDATE meeting SET deleted_at = @deletedAt, updated_at = @at, rev = rev + 1 WHERE id = @id'),
    development_person: db.prepare('UPDATE development_person SET deleted_at = @deletedAt, updated_at = @at, rev = rev + 1 WHERE id = @id'),
    register_entry: db.prepare('UPDATE register_entry SET deleted_at = @deletedAt, updated_at = @at, rev = rev + 1 WHERE id = @id'),
  }
  const versions = { member: createRowVersions(db, 'member'), meeting: createRowVersions(db, 'meeting'), development_person: createRowVersions(db, 'development_person'), register_entry: createRowVersions(db, 'register_entry') }
  const inUse = db.prepare('SELECT EXISTS (SELECT 1 FROM attendance WHERE member_id = @id) OR EXISTS (SELECT 1 FROM organisation_post WHERE member_id = @id) OR EXISTS (SELECT 1 FROM cross_post WHERE member_id = @id) OR EXISTS (SELECT 1 FROM contact_relation WHERE member_id = @id) OR EXISTS (SELECT 1 FROM key_post WHERE member_id = @id)').pluck()
  // 成了党员的、领了志愿书的,不是录错的人。
  const candidateInUse = db.prepare("SELECT EXISTS (SELECT 1 FROM development_person WHERE id = @id AND member_id IS NOT NULL) OR EXISTS (SELECT 1 FROM application_form WHERE person_id = @id)").pluck()
  const numbers = (table: 'member_personal' | 'development_personal', key: string) => ({
    table,
    of: db.prepare(`SELECT id_number FROM ${table} WHERE ${key} = ?`).pluck(),
    set: db.prepare(`UPDATE ${table} SET id_number = ?, rev = rev + 1 WHERE ${key} = ?`),
    kept: db.prepare(`SELECT json_extract(body, '$.kept_id_number') FROM record_version WHERE table_name = '${table}' AND record_id = ? ORDER BY rev DESC, seq DESC LIMIT 1`).pluck(),
    versions: createRowVersions(db, table),
  })
  const personal = { member: numbers('member_personal', 'member_id'), development_person: numbers('development_personal', 'person_id') }

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
  const changeIdNumber = (transaction: Transaction, person: Person, id: string, branchId: string, next: string, kept: Readonly<Record<string, string>>): void => {
    const { table, set, versions: own } = personal[person]
    set.run(next, id)
    own.record(transaction, id, transaction.auditFor({ ownerUnit: branchId, table, recordId: id, detail: { action: 'update', fields: ['id_number'] } }), kept)
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
    /** 已经入了名册、领了志愿书编号。 */
    isCandidateInUse: (id: string): boolean => candidateInUse.get({ id }) === 1,
    /** 参加过会议(草稿也算)、任过职。 */
    isMemberInUse: (id: string): boolean => inUse.get({ id }) === 1,
    /** 取回时要放回去的证号;没有为空串。 */
    keptIdNumber: (person: Person, id: string): string => (personal[person].kept.get(id) as string | null | undefined) ?? '',
    removePerson: (transaction: Transaction, person: Person, id: string, branchId: string): void => {
      const number = (personal[person].of.get(id) as string | undefined) ?? ''
      if (number !== '') changeIdNumber(transaction, person, id, branchId, '', { kept_id_number: number })
      write(transaction, person, id, branchId, 'remove')
    },
    restorePerson: (transaction: Transaction, person: Person, id: string, branchId: string, number: string): void => {
      if (number !== '') changeIdNumber(transaction, person, id, branchId, number, {})
      write(transaction, person, id, branchId, 'restore')
    },
    removeEntry: (transaction: Transaction, id: string, branchId: string): void => write(transaction, 'register_entry', id, branchId, 'remove'),
    restoreEntry: (transaction: Transaction, id: string, branchId: string): void => write(transaction, 'register_entry', id, branchId, 'restore'),
    removeMeeting: (transaction: Transaction, id: string, branchId: string): void => write(transaction, 'meeting', id, branchId, 'remove'),
    restoreMeeting: (transaction: Transaction, id: string, branchId: string): void => write(transaction, 'meeting', id, branchId, 'restore'),
  }
}
