import type Database from 'better-sqlite3'

/** 库里一处写着文字的地方:某表某行某列,或其中 JSON 的某一项。 */
export interface TextSlot {
  /** 同一列(或 JSON 里同一条路径)的都属于一组:`member.note`、`scheme_version.body:indicators[].name`。 */
  readonly group: string
  readonly original: string
}
export interface TextColumns {
  /** 写着汉字的列:凡是人能写字的地方,样板工作区里都写了汉字。 */
  readonly slots: readonly TextSlot[]
  /** 代码、标识、日期一类:有值但从不写汉字,或库自己不许写别的。 */
  readonly coded: readonly string[]
  /** 一处内容也没有、库也不拦的:分不清是不是文字,样板里应当填上。 */
  readonly unfilled: readonly string[]
  /** 没有一行的表。 */
  readonly emptyTables: readonly string[]
  /** 把每处文字换成 textOf 给的(一个事务);不给的恢复原样。 */
  write(textOf: (slot: TextSlot, index: number) => string | null): void
}

/** 不动的列与缘由:换了就登录不了;登录名只收字母、数字、汉字,放不进恶意文字。 */
const KEPT = new Set(['account.user_name'])
const HAN = /\p{Script=Han}/u
type Row = Readonly<Record<string, unknown>>
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

const parseJson = (text: string): JsonValue | null => {
  if (!/^[[{]/.test(text)) return null
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return null
  }
}
/** 由 JSON 逐项换字;路径里的下标写成 [],带数字的键(指标代码)写成 *。 */
const mapStrings = (value: JsonValue, path: string, change: (path: string, text: string) => string): JsonValue => {
  if (typeof value === 'string') {
    // 版本正文里,存 JSON 的列是套着的一层:里面的字逐项换,形状不动。
    const inner = HAN.test(value) ? parseJson(value) : null
    return inner === null ? change(path, value) : JSON.stringify(mapStrings(inner, path, change))
  }
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, `${path}[]`, change))
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, [...(path === '' ? [] : [path]), /\d/.test(key) ? '*' : key].join('.'), change)]))
  return value
}

/** 库自己(约束、外键)许不许这一格写成随便什么文字;试过就撤。 */
const isGuarded = (db: Database.Database, table: string, column: string, where: string, keys: readonly unknown[]): boolean => {
  db.exec('SAVEPOINT trial')
  try {
    db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${where}`).run('\u6587\u5b57', ...keys)
    return false
  } catch {
    return true
  } finally {
    db.exec('ROLLBACK TO trial; RELEASE trial')
  }
}

/**
 * 走遍库里每张表的每个文字列。后来加的表、加的列自动在内。
 *
 * @param db 绕过程序直接开的连接;只追加的触发器已经去掉。
 */
export const findTextColumns = (db: Database.Database): TextColumns => {
  for (const name of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]) db.exec(`DROP TRIGGER "${name}"`)
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]
  const slots: TextSlot[] = []
  const coded: string[] = []
  const unfilled: string[] = []
  const emptyTables: string[] = []
  /** 一行里要换的:列 → 由新文字造出整格内容;slot 的次序与造的次序一致。 */
  const cells: { readonly table: string; readonly column: string; readonly where: string; readonly keys: readonly unknown[]; readonly first: number; readonly build: (texts: readonly string[]) => string; readonly count: number }[] = []

  for (const table of tables) {
    const columns = db.prepare(`PRAGMA table_info("${table}")`).all() as { readonly name: string; readonly type: string; readonly pk: number }[]
    const rows = db.prepare(`SELECT * FROM "${table}"`).all() as Row[]
    const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
    const where = keys.map((key) => `"${key}" = ?`).join(' AND ')
    const keysOf = (row: Row | undefined): readonly unknown[] => keys.map((key) => row?.[key])
    if (rows.length === 0) emptyTables.push(table)
    for (const { name, type } of columns) {
      // 主键是程序自己起的,不是人写的字。
      if (type !== 'TEXT' || rows.length === 0 || keys.includes(name) || KEPT.has(`${table}.${name}`)) continue
      const values = rows.map((row) => row[name]).filter((value): value is string => typeof value === 'string' && value !== '')
      if (!values.some((value) => HAN.test(value))) {
        if (values.length > 0 || isGuarded(db, table, name, where, keysOf(rows[0]))) coded.push(`${table}.${name}`)
        else unfilled.push(`${table}.${name}`)
        continue
      }
      for (const row of rows) {
        const value = row[name]
        if (typeof value !== 'string' || value === '') continue
        const first = slots.length
        const json = parseJson(value)
        if (json === null) slots.push({ group: `${table}.${name}`, original: value })
        else
          mapStrings(json, '', (path, text) => {
            if (HAN.test(text)) slots.push({ group: `${table}.${name}:${path}`, original: text })
            return text
          })
        if (slots.length === first) continue
        const build = (texts: readonly string[]): string => {
          let at = 0
          return json === null ? (texts[0] ?? '') : JSON.stringify(mapStrings(json, '', (_path, text) => (HAN.test(text) ? (texts[at++] ?? '') : text)))
        }
        cells.push({ table, column: name, where, keys: keysOf(row), first, build, count: slots.length - first })
      }
    }
  }
  return {
    slots,
    coded,
    unfilled,
    emptyTables,
    write: (textOf) => {
      // 名称要求不重复的列:换的过程中会与还没换的撞上,所以先都换成不会撞的。
      db.transaction(() => {
        for (const step of ['apart', 'final'] as const) {
          for (const [index, { table, column, where, keys, first, build, count }] of cells.entries()) {
            const texts = slots.slice(first, first + count).map((slot, offset) => (step === 'apart' ? `\u6362${index}` : (textOf(slot, first + offset) ?? slot.original)))
            db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE ${where}`).run(build(texts), ...keys)
          }
        }
      })()
    },
  }
}
