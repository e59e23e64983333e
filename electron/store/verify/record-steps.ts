import type { Database } from 'better-sqlite3'
import { COVERED_TABLES, type CoveredTable } from './covered-tables.ts'
import { createRowBodies } from './row-body.ts'
import { checkSchema } from './known-schema.ts'

export interface AlteredRecords {
  readonly table: string
  readonly count: number
}

/** 一页:小到一次做完不会让别的请求等;整行要算摘要的,一行就有几十 KB。 */
const PAGE = 100
const SEALED_PAGE = 20
type Key = string | number

const LAST_VERSION = 'SELECT v.seq FROM record_version v WHERE v.table_name = @table AND v.record_id = CAST(t."key" AS TEXT) ORDER BY v.rev DESC, v.seq DESC LIMIT 1'

/** 按主键一页一页地取;头一页不设下限,再怪的主键也漏不掉。 */
const paged = (db: Database, sql: (where: (column: string, also?: string) => string) => string): ((table: string, after: Key | null) => unknown[]) => {
  const first = db.prepare(sql((_column, also) => (also === undefined ? '' : `WHERE ${also}`)))
  const next = db.prepare(sql((column, also) => `WHERE ${column} > @after${also === undefined ? '' : ` AND ${also}`}`))
  return (table, after) => (after === null ? first.all({ table }) : next.all({ table, after }))
}

/** 每一行与它的最后一个版本。一页里的行与版本在同一刻读出;页与页之间可以有人保存,那一条自己的行与版本总是一起变的。 */
function* rowsOf(db: Database, covered: CoveredTable): Generator<number, number> {
  const { table, key, sealed } = covered
  const size = sealed === true ? SEALED_PAGE : PAGE
  const bodies = createRowBodies(db, covered)
  const hasRev = (db.prepare('SELECT count(*) FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, 'rev') as number) === 1
  const page = paged(
    db,
    (where) => `SELECT t.*, x.rev AS "version_rev", x.body AS "version_body" FROM (SELECT ${key} AS "key", * FROM ${table} ${where(key)} ORDER BY ${key} LIMIT ${size}) t
     LEFT JOIN record_version x ON x.seq = (${LAST_VERSION})`,
  )
  let after: Key | null = null
  let altered = 0
  for (;;) {
    const rows = page(table, after) as (Readonly<Record<string, string | number | null>> & { readonly key: Key })[]
    for (const row of rows) {
      const { version_body: body, version_rev: rev } = row
      if (typeof body !== 'string' || (hasRev && rev !== row['rev']) || bodies.compare(row, body) !== 'same') altered += 1
    }
    yield rows.length
    const last = rows.at(-1)
    if (last === undefined) return altered
    after = last.key
  }
}

/** 有版本而没有行的:被人删掉了。程序自己从不真的删记录。 */
function* missingOf(db: Database, { table, key }: CoveredTable): Generator<number, number> {
  const page = paged(
    db,
    (where) => `SELECT r.id, EXISTS (SELECT 1 FROM ${table} t WHERE t.${key} = r.id) AS present
     FROM (SELECT DISTINCT record_id AS id FROM record_version ${where('record_id', 'table_name = @table')} ORDER BY record_id LIMIT ${PAGE}) r`,
  )
  let after: string | null = null
  let missing = 0
  for (;;) {
    const rows = page(table, after) as { readonly id: string; readonly present: number }[]
    missing += rows.filter(({ present }) => present === 0).length
    yield 0
    const last = rows.at(-1)
    if (last === undefined) return missing
    after = last.id
  }
}

/** 由审计作证的列与那条审计对不上的。 */
const unwitnessed = (db: Database, { table, key, witnessed }: CoveredTable): number => {
  if (witnessed === undefined) return 0
  const { column, procedure, action } = witnessed
  const proof = `SELECT a.at FROM audit_log a WHERE a.record_id = t.${key} AND a.procedure = @procedure AND json_extract(a.detail, '$.action') = @action ORDER BY a.seq DESC LIMIT 1`
  return db.prepare(`SELECT count(*) FROM ${table} t WHERE t.${column} IS NOT (${proof})`).pluck().get({ procedure, action }) as number
}

/** 下级行:所属的记录不在了。 */
const strayChildren = (db: Database, { table, key, children = [] }: CoveredTable): AlteredRecords[] =>
  children.map((child) => ({ table: child.table, count: db.prepare(`SELECT count(*) FROM ${child.table} c WHERE NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.${key} = c.${child.owner})`).pluck().get() as number }))

/** 版本表里写着清单之外的表名。 */
const strayVersions = (db: Database): AlteredRecords[] => {
  const next = db.prepare('SELECT min(table_name) FROM record_version WHERE table_name > ?').pluck()
  const count = db.prepare('SELECT count(DISTINCT record_id) FROM record_version WHERE table_name = ?').pluck()
  const known = new Set(COVERED_TABLES.map(({ table }) => table))
  const stray: AlteredRecords[] = []
  for (let table = next.get('') as string | null; table !== null; table = next.get(table) as string | null) {
    if (!known.has(table)) stray.push({ table, count: count.get(table) as number })
  }
  return stray
}

const tablesOf = ({ table, children = [] }: CoveredTable): string[] => [table, ...children.map((child) => child.table)]

/**
 * 逐条核对:每条记录与它最后一个版本相符,没有版本的、没有行的都算;库的结构(含保护只追加表的触发器)是原来的样子。
 * 每走一页交出一次(这一页看了几行),由调用者决定要不要让别人先做。
 *
 * @returns 有不符的表与条数;全部相符为空。
 */
export function* recordSteps(db: Database): Generator<number, AlteredRecords[]> {
  const schema = checkSchema(db)
  const altered: AlteredRecords[] = [{ table: 'sqlite_master', count: schema.altered }, ...strayVersions(db)]
  for (const covered of COVERED_TABLES) {
    // 表没了、列变了:结构那一项已经指出来,里面的行没法比。
    if (tablesOf(covered).some((table) => schema.unreadable.has(table))) continue
    const changed = yield* rowsOf(db, covered)
    const missing = yield* missingOf(db, covered)
    altered.push({ table: covered.table, count: changed + missing + unwitnessed(db, covered) }, ...strayChildren(db, covered))
  }
  return altered.filter(({ count }) => count > 0)
}
