import type { Database } from 'better-sqlite3'
import type { EntryValues, PlannedMeeting, RegisterDefinition } from '../../../shared/model/register.ts'
import { coversDay } from '../as-of.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface RegisterRecord {
  readonly id: string
  readonly rev: number
  readonly branchId: string
  readonly branchName: string
  readonly definitionKey: string
  readonly definitionVersion: number
  readonly day: string
  readonly title: string
  /** 全部的项,含只给本支部看的:给谁看由服务定。 */
  readonly values: EntryValues
}
interface Stored extends Omit<RegisterRecord, 'values'> {
  readonly body: string
  readonly privateBody: string
}

const COLUMNS = ['branch_id', 'definition_key', 'definition_version', 'day', 'title', 'body', 'private_body', 'created_at', 'updated_at', 'deleted_at'] as const
const SELECT = `SELECT e.id, e.rev, e.branch_id AS branchId, COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = e.branch_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS branchName,
  e.definition_key AS definitionKey, e.definition_version AS definitionVersion, e.day, e.title, e.body, e.private_body AS privateBody FROM register_entry e`
/** 正文只由本程序写入,列有 json_valid 约束。 */
const parse = (text: string): EntryValues => JSON.parse(text) as EntryValues
const toRecord = ({ body, privateBody, ...row }: Stored): RegisterRecord => ({ ...row, values: { ...parse(body), ...parse(privateBody) } })

/** 一条登记的正文分成两份:只给本支部看的另放。项按定义里的次序。 */
const bodiesOf = (definition: RegisterDefinition, values: EntryValues): { readonly body: string; readonly private_body: string } => {
  const part = (own: boolean): string => JSON.stringify(Object.fromEntries(definition.fields.flatMap(({ key, ownBranchOnly }) => (ownBranchOnly === own && values[key] !== undefined ? [[key, values[key]]] : []))))
  return { body: part(false), private_body: part(true) }
}
export const definitionId = ({ key, version }: Pick<RegisterDefinition, 'key' | 'version'>): string => `${key}@${version}`

/** 登记簿的读写。 */
export const createRegisterRepo = (db: Database, nextId: () => string) => {
  const entries = createRecordTable(db, 'register_entry', COLUMNS)
  const definitions = createRecordTable(db, 'register_definition', ['definition_key', 'version', 'name', 'body', 'created_at'])
  const list = db.prepare(`${SELECT} WHERE e.deleted_at IS NULL AND e.definition_key = @key AND e.branch_id IN (SELECT value FROM json_each(@branchIds)) AND (@year IS NULL OR substr(e.day, 1, 4) = @year) ORDER BY e.day DESC, e.id DESC`)
  const one = db.prepare(`${SELECT} WHERE e.id = @id AND e.deleted_at IS NULL`)
  const meetings = db.prepare(
    "SELECT m.plan_entry_id AS entryId, m.id AS meetingId, m.title, substr(m.start_at, 1, 10) AS day, m.state FROM meeting m WHERE m.plan_entry_id IN (SELECT value FROM json_each(?)) AND m.deleted_at IS NULL AND m.state <> 'voided' ORDER BY m.start_at, m.id",
  )
  const definition = db.prepare('SELECT body FROM register_definition WHERE id = ?').pluck()
  const root = db.prepare("SELECT o.id FROM organisation o WHERE NOT EXISTS (SELECT 1 FROM organisation_parent p WHERE p.organisation_id = o.id) ORDER BY o.kind = 'party_committee' DESC, o.sort_order, o.id LIMIT 1").pluck()

  /** 头一次用到这一版,定义整份存下。 */
  const keepDefinition = (transaction: Transaction, given: RegisterDefinition): void => {
    const id = definitionId(given)
    if (definitions.read(id) !== undefined) return
    definitions.insert(transaction, { id, owner_unit: root.get() as string, definition_key: given.key, version: given.version, name: given.name, body: JSON.stringify(given), created_at: transaction.at })
  }
  const columnsOf = (given: RegisterDefinition, values: EntryValues, title: string): Row => ({ definition_version: given.version, day: values[given.dayField] as string, title, ...bodiesOf(given, values) })
  return {
    list: (key: string, branchIds: readonly string[], year: number | null, day: string): RegisterRecord[] => (list.all({ key, branchIds: JSON.stringify(branchIds), year: year === null ? null : String(year), day }) as Stored[]).map(toRecord),
    read: (id: string, day: string): RegisterRecord | null => {
      const row = one.get({ id, day }) as Stored | undefined
      return row === undefined ? null : toRecord(row)
    },
    /** 照这几条计划开的会,先后为序;没有的不在里面。 */
    meetingsOf: (entryIds: readonly string[]): ReadonlyMap<string, readonly PlannedMeeting[]> => {
      const rows = (meetings.all(JSON.stringify(entryIds)) as (PlannedMeeting & { readonly entryId: string })[]).map(({ entryId, ...meeting }) => ({ entryId, meeting }))
      return new Map([...Map.groupBy(rows, ({ entryId }) => entryId)].map(([entryId, found]) => [entryId, found.map(({ meeting }) => meeting)]))
    },
    /** 一版定义的原样;没有用过的为 null。 */
    definition: (key: string, version: number): RegisterDefinition | null => {
      const body = definition.get(definitionId({ key, version })) as string | undefined
      return body === undefined ? null : (JSON.parse(body) as RegisterDefinition)
    },
    add: (transaction: Transaction, branchId: string, given: RegisterDefinition, values: EntryValues, title: string): string => {
      keepDefinition(transaction, given)
      const id = nextId()
      entries.insert(transaction, { id, owner_unit: branchId, branch_id: branchId, definition_key: given.key, ...columnsOf(given, values, title), created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      return id
    },
    /** 改一条;照现在这一版定义存。@throws RecordMissing / RecordStale */
    save: (transaction: Transaction, id: string, rev: number, given: RegisterDefinition, values: EntryValues, title: string): void => {
      keepDefinition(transaction, given)
      entries.update(transaction, id, rev, { ...columnsOf(given, values, title), updated_at: transaction.at })
    },
  }
}
export type RegisterRepo = ReturnType<typeof createRegisterRepo>
