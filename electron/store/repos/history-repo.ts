import type { Database } from 'better-sqlite3'

/** 一个版本,连同它那条审计的出处。 */
export interface VersionRow {
  readonly seq: number
  readonly table: string
  readonly recordId: string
  readonly at: number
  readonly actor: string
  /** 使用人的姓名;不是账号为 null。 */
  readonly actorName: string | null
  readonly auditSeq: number
  readonly procedure: string
  /** 审计的正文。 */
  readonly detail: string
  readonly reason: string
  readonly isErased: boolean
  readonly body: Readonly<Record<string, unknown>>
}
type StoredRow = Omit<VersionRow, 'isErased' | 'body'> & { readonly erased: number | null; readonly body: string }

/** 一条记录连带的那些表:哪张表,以什么列指向它。 */
const RELATED = {
  organisation_name: 'organisation_id',
  organisation_parent: 'organisation_id',
  organisation_category: 'organisation_id',
  organisation_kind: 'organisation_id',
  organisation_form: 'organisation_id',
  organisation_label: 'organisation_id',
  unit_coverage: 'organisation_id',
  organisation_place: 'organisation_id',
  organisation_brand: 'organisation_id',
  organisation_term: 'organisation_id',
  organisation_post: 'organisation_id',
  term_reminder: 'organisation_id',
  norm_decision: 'organisation_id',
  cross_post: 'organisation_id',
  contact_relation: 'organisation_id',
  key_post: 'organisation_id',
  membership: 'member_id',
  group_membership: 'member_id',
  development_step: 'person_id',
  development_document: 'person_id',
  development_event: 'person_id',
  member_state: 'member_id',
  meeting_attachment: 'meeting_id',
} as const
export type RelatedTable = keyof typeof RELATED
const MONTHLY = ['manual_score', 'score_event', 'veto_decision', 'exemption'] as const
export type MonthlyTable = (typeof MONTHLY)[number]

/** 版本的读取:一条记录与它连带的各表。名称按最新的。 */
export const createHistoryRepo = (db: Database) => {
  const versions = db.prepare(
    `SELECT v.seq, v.table_name AS "table", v.record_id AS recordId, v.at, v.actor, c.display_name AS actorName, v.audit_seq AS auditSeq, a.procedure, a.detail, coalesce(r.reason, '') AS reason, v.erased_at AS erased, v.body
     FROM json_each(@ids) k JOIN record_version v ON v.table_name = @table AND v.record_id = k.value JOIN audit_log a ON a.seq = v.audit_seq
     LEFT JOIN account c ON c.id = v.actor LEFT JOIN audit_reason r ON r.audit_seq = v.audit_seq ORDER BY v.seq`,
  )
  const related = Object.fromEntries(Object.entries(RELATED).map(([table, column]) => [table, db.prepare(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck()]))
  const monthly = Object.fromEntries(MONTHLY.map((table) => [table, db.prepare(`SELECT id FROM ${table} WHERE branch_id = ? AND period = ?`).pluck()]))
  // 更正过的任职,从前可能记在这个人名下。
  const postsOfMember = db.prepare("SELECT id FROM organisation_post WHERE member_id = @id UNION SELECT record_id FROM record_version WHERE table_name = 'organisation_post' AND json_extract(body, '$.member_id') = @id").pluck()
  const visits = db.prepare('SELECT v.id FROM contact_visit v JOIN contact_relation r ON r.id = v.relation_id WHERE r.organisation_id = ?').pluck()
  const organisation = db.prepare('SELECT n.name FROM organisation_name n WHERE n.organisation_id = ? ORDER BY n.to_day IS NULL DESC, n.from_day DESC LIMIT 1').pluck()
  const isOrganisation = db.prepare('SELECT count(*) FROM organisation WHERE id = ?').pluck()
  const member = db.prepare('SELECT name FROM member WHERE id = ?').pluck()
  const customField = db.prepare('SELECT name FROM custom_field WHERE id = ?').pluck()
  const unit = db.prepare('SELECT name FROM covered_unit WHERE id = ?').pluck()
  const developmentPerson = db.prepare('SELECT name FROM development_person WHERE id = ?').pluck()
  const letter = db.prepare('SELECT name FROM transfer_letter WHERE id = ?').pluck()
  const care = db.prepare('SELECT subject FROM care_record WHERE id = ?').pluck()
  const account = db.prepare('SELECT display_name FROM account WHERE id = ?').pluck()
  const entry = db.prepare('SELECT title, branch_id AS branchId, definition_key AS definitionKey, definition_version AS definitionVersion FROM register_entry WHERE id = ?')
  const followUp = db.prepare('SELECT text FROM follow_up WHERE id = ?').pluck()
  const meeting = db.prepare('SELECT meeting_type AS meetingType, title, start_at AS startAt FROM meeting WHERE id = ?')
  return {
    /** 这些记录的全部版本,从旧到新。 */
    versionsOf: (table: string, ids: readonly string[]): VersionRow[] =>
      (versions.all({ table, ids: JSON.stringify(ids) }) as StoredRow[]).map(({ erased, body, ...row }) => ({ ...row, isErased: erased !== null, body: JSON.parse(body) as Readonly<Record<string, unknown>> })),
    relatedIds: (table: RelatedTable, ownerId: string): string[] => (related[table]?.all(ownerId) ?? []) as string[],
    postIdsOfMember: (memberId: string): string[] => postsOfMember.all({ id: memberId }) as string[],
    visitIdsOf: (organisationId: string): string[] => visits.all(organisationId) as string[],
    monthlyIds: (table: MonthlyTable, branchId: string, period: string): string[] => (monthly[table]?.all(branchId, period) ?? []) as string[],
    /** 没有为空串。 */
    organisationName: (id: string): string => (organisation.get(id) as string | undefined) ?? '',
    isOrganisation: (id: string): boolean => isOrganisation.get(id) === 1,
    /** 没有这个人为 null;删掉的也在。 */
    memberName: (id: string): string | null => (member.get(id) as string | undefined) ?? null,
    /** 自定义项目的名称;停用的也在。 */
    customFieldName: (id: string): string => (customField.get(id) as string | undefined) ?? '',
    unitName: (id: string): string => (unit.get(id) as string | undefined) ?? '',
    /** 没有为 null;删掉的登记也在。 */
    letterName: (id: string): string | null => (letter.get(id) as string | undefined) ?? null,
    careSubject: (id: string): string | null => (care.get(id) as string | undefined) ?? null,
    developmentName: (id: string): string | null => (developmentPerson.get(id) as string | undefined) ?? null,
    accountName: (id: string): string | null => (account.get(id) as string | undefined) ?? null,
    entryHead: (id: string): { readonly title: string; readonly branchId: string; readonly definitionKey: string; readonly definitionVersion: number } | null => (entry.get(id) as { title: string; branchId: string; definitionKey: string; definitionVersion: number } | undefined) ?? null,
    /** 一条登记的标题;删掉的也在。 */
    entryTitle: (id: string): string => (entry.get(id) as { title: string } | undefined)?.title ?? '',
    followUpText: (id: string): string | null => (followUp.get(id) as string | undefined) ?? null,
    meetingHead: (id: string): { readonly meetingType: string; readonly title: string; readonly startAt: string } | null => (meeting.get(id) as { meetingType: string; title: string; startAt: string } | undefined) ?? null,
  }
}
export type HistoryRepo = ReturnType<typeof createHistoryRepo>
