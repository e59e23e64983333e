import type { Database } from 'better-sqlite3'
import { STORED_COLUMNS, type Cell, type RosterRow, type Span, type StoredColumn } from '../../domain/members/roster/rows.ts'
import { columnOfField, isOwnField } from './member-columns.ts'

const PERSONAL: Readonly<Partial<Record<StoredColumn, string>>> = { idNumber: 's.id_number', mobile: 's.mobile', telephone: 's.telephone', address: 's.address', photo: 's.photo_blob' }
// 住址、照片只看填没填,不带出内容。
const WITHHELD: readonly StoredColumn[] = ['address', 'photo']
const selected = STORED_COLUMNS.map((key) => {
  const personal = PERSONAL[key]
  if (personal === undefined) return isOwnField(key) ? `m.${columnOfField(key)}` : 'NULL'
  return WITHHELD.includes(key) ? `CASE WHEN COALESCE(${personal}, '') <> '' THEN '1' ELSE '' END` : `COALESCE(${personal}, '')`
})
const ROWS = `SELECT m.id, m.pinyin_full, m.pinyin_initials, m.sort_order, m.custom, ${selected.join(', ')} FROM member m LEFT JOIN member_personal s ON s.member_id = m.id WHERE m.deleted_at IS NULL`
const HEAD = 5

/** 与名册有关的变动:哪些人要重读,组织有没有动。 */
export interface RosterChanges {
  readonly seq: number
  readonly members: ReadonlySet<string>
  readonly organisations: boolean
}
/** 变动太多时整本重读更快。 */
const MOST_PATCHED = 4000

/** 名册放进内存用的读取:一段一段地读,以及自某个版本以来改了谁。 */
export const createRosterRows = (db: Database) => {
  const slice = db.prepare(`${ROWS} AND m.id > @after ORDER BY m.id LIMIT @limit`).raw()
  const some = db.prepare(`${ROWS} AND m.id IN (SELECT value FROM json_each(@ids))`).raw()
  const spans = (table: string, value: string) => ({
    between: db.prepare(`SELECT member_id, ${value}, from_day, to_day FROM ${table} WHERE member_id > @after AND member_id <= @last ORDER BY member_id, from_day`).raw(),
    of: db.prepare(`SELECT member_id, ${value}, from_day, to_day FROM ${table} WHERE member_id IN (SELECT value FROM json_each(@ids)) ORDER BY member_id, from_day`).raw(),
  })
  const branches = spans('membership', 'organisation_id')
  const groups = spans('group_membership', 'party_group_id')
  const posts = spans('organisation_post', 'post')
  const states = spans('member_state', 'state')
  const head = db.prepare('SELECT coalesce(max(seq), 0) FROM record_version').pluck()
  // 够多了就不再数:刚导入几万人的,光列出来就要占住线程。
  const changed = db.prepare(`SELECT DISTINCT table_name, record_id FROM record_version WHERE seq > ? LIMIT ${MOST_PATCHED + 1}`).raw()
  const owners = Object.fromEntries(['membership', 'group_membership', 'organisation_post', 'member_state'].map((table) => [table, db.prepare(`SELECT member_id FROM ${table} WHERE id = ?`).pluck()]))

  const collect = (rows: unknown[]): Map<string, Span[]> => {
    const found = new Map<string, Span[]>()
    for (const [member, value, fromDay, toDay] of rows as [string, string, string, string | null][]) {
      const span = { value, fromDay, toDay }
      const list = found.get(member)
      if (list === undefined) found.set(member, [span])
      else list.push(span)
    }
    return found
  }
  const NONE: readonly Span[] = []
  const toRows = (rows: unknown[], inBranches: Map<string, Span[]>, inGroups: Map<string, Span[]>, held: Map<string, Span[]>, kept: Map<string, Span[]>): RosterRow[] =>
    (rows as Cell[][]).map((row) => {
      const id = String(row[0])
      return { id, pinyinFull: String(row[1]), pinyinInitials: String(row[2]), sortOrder: Number(row[3]), custom: String(row[4]), cells: row.slice(HEAD), branches: inBranches.get(id) ?? NONE, groups: inGroups.get(id) ?? NONE, posts: held.get(id) ?? NONE, states: kept.get(id) ?? NONE }
    })
  return {
    /** 标识在 after 之后的若干人;空的就是读完了。 */
    after: (after: string, limit: number): RosterRow[] => {
      const rows = slice.all({ after, limit })
      const last = (rows.at(-1) as Cell[] | undefined)?.[0]
      if (last === undefined) return []
      const between = { after, last }
      return toRows(rows, collect(branches.between.all(between)), collect(groups.between.all(between)), collect(posts.between.all(between)), collect(states.between.all(between)))
    },
    /** 这些人现在的样子;删掉了的没有。 */
    of: (ids: readonly string[]): RosterRow[] => {
      const those = { ids: JSON.stringify(ids) }
      return toRows(some.all(those), collect(branches.of.all(those)), collect(groups.of.all(those)), collect(posts.of.all(those)), collect(states.of.all(those)))
    },
    head: (): number => head.get() as number,
    /** 自第 seq 个版本以来的变动;null 为太多,整本重读。每次写入都有版本,所以不会漏。 */
    since: (seq: number): RosterChanges | null => {
      const rows = changed.all(seq) as [string, string][]
      if (rows.length > MOST_PATCHED) return null
      const members = new Set<string>()
      let organisations = false
      for (const [table, id] of rows) {
        if (table === 'member' || table === 'member_personal') members.add(id)
        else if (table.startsWith('organisation')) organisations = true
        const owner: unknown = owners[table]?.get(id)
        if (typeof owner === 'string') members.add(owner)
      }
      return { seq: head.get() as number, members, organisations }
    },
  }
}
