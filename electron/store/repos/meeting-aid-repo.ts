import type { Database } from 'better-sqlite3'
import type { TemplateFields } from '../../../shared/model/meeting-aids.ts'
import { createRecordTable, RecordMissing } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

interface Owned {
  readonly id: string
  readonly rev: number
  readonly ownerId: string
  readonly ownerName: string
}
export interface TemplateRecord extends Owned {
  readonly fields: TemplateFields
}
export interface PhraseRecord extends Owned {
  readonly text: string
}
export interface Known {
  readonly id: string
  readonly rev: number
}
type StoredTemplate = Owned & Omit<TemplateFields, 'topics'> & { readonly topics: string }

/** 一个组织自己与各级上级:隶属照最后一条,撤销了的也归得到原上级。 */
const LINEAGE = `WITH latest AS (SELECT organisation_id, parent_id, row_number() OVER (PARTITION BY organisation_id ORDER BY to_day IS NULL DESC, from_day DESC, id DESC) AS place FROM organisation_parent),
  up(id, depth) AS (SELECT @branchId, 0 UNION SELECT l.parent_id, u.depth + 1 FROM latest l JOIN up u ON l.organisation_id = u.id WHERE l.place = 1 AND l.parent_id IS NOT NULL)`
const OWNED = "x.id, x.rev, x.owner_unit AS ownerId, coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = x.owner_unit ORDER BY n.to_day IS NULL DESC, n.from_day DESC LIMIT 1), '') AS ownerName"
/** 从前常写的句子从最近这么多份里算。 */
const RECENT_RECORDS = 60

/** 样板与常用语:归一个组织,归属以下的支部都看得到。 */
export const createMeetingAidRepo = (db: Database, nextId: () => string) => {
  const templateRows = createRecordTable(db, 'meeting_template', ['name', 'meeting_type', 'title', 'place', 'topics', 'phrases', 'created_at', 'updated_at', 'deleted_at'])
  const phraseRows = createRecordTable(db, 'branch_phrase', ['text', 'created_at', 'updated_at', 'deleted_at'])
  const templates = db.prepare(`${LINEAGE} SELECT ${OWNED}, x.name, x.meeting_type AS meetingType, x.title, x.place, x.topics, x.phrases FROM up JOIN meeting_template x ON x.owner_unit = up.id WHERE x.deleted_at IS NULL AND (@meetingType IS NULL OR x.meeting_type = @meetingType) ORDER BY up.depth, x.name, x.id`)
  const phrases = db.prepare(`${LINEAGE} SELECT ${OWNED}, x.text FROM up JOIN branch_phrase x ON x.owner_unit = up.id WHERE x.deleted_at IS NULL ORDER BY up.depth, x.created_at, x.id`)
  const texts = db.prepare(
    `SELECT m.content || char(10) || coalesce((SELECT group_concat(r.text, char(10)) FROM meeting_resolution r WHERE r.meeting_id = m.id), '') FROM meeting m
     WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.state NOT IN ('draft', 'voided') AND (@meetingType IS NULL OR m.meeting_type = @meetingType) ORDER BY m.start_at DESC LIMIT ${RECENT_RECORDS}`,
  ).pluck()
  const names = db.prepare('SELECT DISTINCT a.name FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE m.branch_id = ? AND m.deleted_at IS NULL').pluck()
  const lineage = db.prepare(`${LINEAGE} SELECT up.id, coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = up.id ORDER BY n.to_day IS NULL DESC, n.from_day DESC LIMIT 1), '') AS name FROM up ORDER BY up.depth`)
  const templateOwner = db.prepare('SELECT owner_unit FROM meeting_template WHERE id = ? AND deleted_at IS NULL').pluck()
  const phraseOwner = db.prepare('SELECT owner_unit FROM branch_phrase WHERE id = ? AND deleted_at IS NULL').pluck()
  /** 点名的须归这个组织:范围是照组织核对的。 */
  const requireOwn = (owner: unknown, table: string, ownerId: string): void => {
    if (owner !== ownerId) throw new RecordMissing(table)
  }
  const rowOf = ({ name, meetingType, title, place, topics, phrases: lines }: TemplateFields) => ({ name, meeting_type: meetingType, title, place, topics: JSON.stringify(topics), phrases: lines })
  return {
    templates: (branchId: string, meetingType: string | null): TemplateRecord[] =>
      (templates.all({ branchId, meetingType }) as StoredTemplate[]).map(({ id, rev, ownerId, ownerName, topics, ...fields }) => ({ id, rev, ownerId, ownerName, fields: { ...fields, topics: JSON.parse(topics) as TemplateFields['topics'] } })),
    phrases: (branchId: string): PhraseRecord[] => phrases.all({ branchId }) as PhraseRecord[],
    /** 自己与各级上级,近的在前。 */
    lineage: (branchId: string): { readonly id: string; readonly name: string }[] => lineage.all({ branchId }) as { id: string; name: string }[],
    /** 最近办结的记录的内容与决议,一份一段文字,新的在前。 */
    writtenTexts: (branchId: string, meetingType: string | null): string[] => texts.all({ branchId, meetingType }) as string[],
    /** 到过会的人:带着人名的句子不算常用语。 */
    namesAt: (branchId: string): string[] => names.all(branchId) as string[],
    /** @throws RecordMissing / RecordStale */
    saveTemplate: (transaction: Transaction, ownerId: string, known: Known | null, fields: TemplateFields): void => {
      if (known === null) return templateRows.insert(transaction, { id: nextId(), owner_unit: ownerId, ...rowOf(fields), created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      requireOwn(templateOwner.get(known.id), 'meeting_template', ownerId)
      templateRows.update(transaction, known.id, known.rev, { ...rowOf(fields), updated_at: transaction.at })
    },
    removeTemplate: (transaction: Transaction, ownerId: string, { id, rev }: Known): void => {
      requireOwn(templateOwner.get(id), 'meeting_template', ownerId)
      templateRows.update(transaction, id, rev, { deleted_at: transaction.at, updated_at: transaction.at }, { action: 'remove' })
    },
    savePhrase: (transaction: Transaction, ownerId: string, known: Known | null, text: string): void => {
      if (known === null) return phraseRows.insert(transaction, { id: nextId(), owner_unit: ownerId, text, created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      requireOwn(phraseOwner.get(known.id), 'branch_phrase', ownerId)
      phraseRows.update(transaction, known.id, known.rev, { text, updated_at: transaction.at })
    },
    removePhrase: (transaction: Transaction, ownerId: string, { id, rev }: Known): void => {
      requireOwn(phraseOwner.get(id), 'branch_phrase', ownerId)
      phraseRows.update(transaction, id, rev, { deleted_at: transaction.at, updated_at: transaction.at }, { action: 'remove' })
    },
  }
}
