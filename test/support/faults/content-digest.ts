import type { Database } from 'better-sqlite3'
import { createHash } from 'node:crypto'

/** 全部业务表(逐个去库里查,不列名单)。 */
export const tablesOf = (db: Database): readonly string[] =>
  (db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[])

/** 只追加的表(有不许改的触发器):由审计链与行数看住,快查时不逐行读。 */
const isAppendOnly = (db: Database, table: string): boolean => db.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = ?").pluck().get(`${table}_no_update`) === 1

/** 第几次提交;有提交序号以前的库为 0。 */
const commitOf = (db: Database): number => (tablesOf(db).includes('commit_head') ? (db.prepare('SELECT seq FROM commit_head').pluck().get() as number) : 0)

/**
 * 全部内容的摘要,前面带着提交序号(`17.…`):两个库的摘要相同,就是一行一列都相同。
 *
 * @param depth `brief` 时只追加的表只数行数(快得多,办一件算一次用)。
 */
export const contentDigest = (db: Database, depth: 'whole' | 'brief' = 'whole'): string => {
  const hash = createHash('sha256')
  for (const table of tablesOf(db)) {
    hash.update(`${table}\n`)
    if (depth === 'brief' && isAppendOnly(db, table)) hash.update(String(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()))
    else for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate()) hash.update(JSON.stringify(row)).update('\n')
  }
  return `${commitOf(db)}.${hash.digest('hex').slice(0, 32)}`
}

/** 表结构的摘要:迁移前后各不相同。 */
export const schemaDigest = (db: Database): string =>
  createHash('sha256').update(JSON.stringify(db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").raw().all())).digest('hex').slice(0, 32)
