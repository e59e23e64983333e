import type { Database } from 'better-sqlite3'
import type { MeetingFields } from '../../../shared/model/meeting.ts'
import { coveredTable, type ChildRows } from '../verify/covered-tables.ts'
import type { SqlValue } from '../record-table.ts'

/** 会议的下级各表在 MeetingFields 里的名字。 */
export type MeetingPartKey = 'topics' | 'resolutions' | 'attendance' | 'sittings' | 'votes' | 'problems' | 'criticisms' | 'appraisals' | 'debriefs'
type PartRows = Pick<MeetingFields, MeetingPartKey>
type PartBodies = Readonly<Record<MeetingPartKey, readonly Readonly<Record<string, unknown>>[]>>

interface Part {
  readonly table: string
  readonly key: MeetingPartKey
  readonly columns: readonly { readonly key: string; readonly column: string; readonly isFlag: boolean }[]
}
/** 决议自己有身份:督办事项凭它找回出处。不进版本正文,见 OUTSIDE_CHILD_COLUMNS。 */
const WITH_IDENTITY = 'meeting_resolution'
/** 议题一行一个标识,没有别处用它。 */
const WITH_ROW_ID = 'meeting_topic'

const partOf = ({ table, key, columns }: ChildRows): Part => ({
  table,
  key: key as MeetingPartKey, // 清单里会议的下级就是这几样,测试逐一对照
  columns: Object.entries(columns).flatMap(([name, column]): Part['columns'][number][] => (typeof column === 'string' ? [{ key: name, column, isFlag: false }] : 'flag' in column ? [{ key: name, column: column.flag, isFlag: true }] : [])),
})

/**
 * 会议的下级各表:读、整份替换、版本正文。样子只写一处,就是核对用的清单(verify/covered-tables.ts):
 * 写进版本的与核对时读的因此总是同一样。
 */
export const createMeetingParts = (db: Database) => {
  const parts = (coveredTable('meeting').children ?? []).map(partOf)
  const prepared = parts.map((part) => {
    const identity = part.table === WITH_IDENTITY ? ['id'] : []
    const rowId = part.table === WITH_IDENTITY || part.table === WITH_ROW_ID ? ['id'] : []
    const names = [...rowId, 'meeting_id', 'position', ...part.columns.map(({ column }) => column)]
    return {
      ...part,
      hasRowId: rowId.length > 0,
      hasIdentity: identity.length > 0,
      select: db.prepare(`SELECT ${[...identity, ...part.columns.map(({ column }) => column)].join(', ')} FROM ${part.table} WHERE meeting_id = ? ORDER BY position`),
      clear: db.prepare(`DELETE FROM ${part.table} WHERE meeting_id = ?`),
      insert: db.prepare(`INSERT INTO ${part.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`),
    }
  })
  const ownerOfItem = db.prepare('SELECT meeting_id FROM meeting_resolution WHERE id = ?').pluck()

  const bodiesOf = (fields: PartRows): PartBodies =>
    Object.fromEntries(
      parts.map(({ key, columns }) => [key, (fields[key] as readonly Readonly<Record<string, unknown>>[]).map((row) => Object.fromEntries(columns.map((column) => [column.key, row[column.key]])))]),
    ) as unknown as PartBodies // 各键都在上面列出

  return {
    read: (meetingId: string): PartRows =>
      Object.fromEntries(
        prepared.map(({ key, columns, hasIdentity, select }) => [
          key,
          (select.all(meetingId) as Record<string, SqlValue>[]).map((row) => ({
            ...(hasIdentity ? { itemId: row['id'] } : {}),
            ...Object.fromEntries(columns.map(({ key: name, column, isFlag }) => [name, isFlag ? row[column] === 1 : row[column]])),
          })),
        ]),
      ) as unknown as PartRows, // 列与契约的字段由清单一一对应
    /** 进版本的正文;改没改也照它比。 */
    bodiesOf,
    /** 整份替换。决议的身份沿用,除非它已是别的会议的。 */
    replace: (meetingId: string, fields: PartRows, createId: () => string): void => {
      for (const { clear } of prepared) clear.run(meetingId)
      for (const { key, columns, hasRowId, hasIdentity, insert } of prepared) {
        for (const [position, item] of (fields[key] as readonly Readonly<Record<string, unknown>>[]).entries()) {
          const values = columns.map(({ key: name, isFlag }) => (isFlag ? (item[name] === true ? 1 : 0) : (item[name] as SqlValue)))
          const given = item['itemId']
          const id = hasIdentity && typeof given === 'string' && ownerOfItem.get(given) === undefined ? given : createId()
          insert.run(...(hasRowId ? [id] : []), meetingId, position, ...values)
        }
      }
    },
  }
}

