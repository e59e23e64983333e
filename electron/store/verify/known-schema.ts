import Database from 'better-sqlite3'
import { migrate } from '../migrate.ts'

/** 表:各列的样子;触发器、索引:原文。 */
type Shape = ReadonlyMap<string, string>

const shapeOf = (db: Database.Database): Shape => {
  const objects = db.prepare("SELECT type, name, tbl_name AS owner, coalesce(sql, '') AS sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_stat*'").all() as { type: string; name: string; owner: string; sql: string }[]
  const columns = db.prepare('SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)').raw()
  return new Map(objects.map(({ type, name, owner, sql }) => [`${type} ${name}`, type === 'table' ? JSON.stringify(columns.all(name)) : `${owner} ${sql}`]))
}

let known: Shape | null = null
/** 这一版的迁移会造出来的样子;在内存库里走一遍,记住。 */
const knownShape = (): Shape => {
  if (known !== null) return known
  const db = new Database(':memory:')
  try {
    migrate(db)
    known = shapeOf(db)
    return known
  } finally {
    db.close()
  }
}

export interface SchemaVerdict {
  /** 少了、改了、多了几样。 */
  readonly altered: number
  /** 列不对、不在了的表:里面的行没法核对。 */
  readonly unreadable: ReadonlySet<string>
}

/**
 * 库的结构是不是迁移造出来的样子。要动手脚的人头一件事就是去掉保护只追加表、封存方案、三员分立的触发器。
 */
export const checkSchema = (db: Database.Database): SchemaVerdict => {
  const expected = knownShape()
  const found = shapeOf(db)
  const wrong = [...expected].filter(([name, shape]) => found.get(name) !== shape).map(([name]) => name)
  const extra = [...found.keys()].filter((name) => !expected.has(name))
  return { altered: wrong.length + extra.length, unreadable: new Set(wrong.filter((name) => name.startsWith('table ')).map((name) => name.slice('table '.length))) }
}
