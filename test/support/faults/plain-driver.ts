import { DatabaseSync } from 'node:sqlite'

interface PragmaOptions {
  readonly simple?: boolean
}

/**
 * 普通的 SQLite(Node 自带的,不会加密)装成程序用的驱动:装错了驱动时就是这个样子。
 * 只有打开一个库头几步用得到的几样;`PRAGMA cipher`、`PRAGMA key` 它不认得,也不报错。
 */
export class PlainDatabase {
  readonly #db: DatabaseSync
  open = true
  inTransaction = false
  constructor(path: string) {
    this.#db = new DatabaseSync(path)
  }
  pragma(source: string, { simple = false }: PragmaOptions = {}): unknown {
    const rows = this.#db.prepare(`PRAGMA ${source}`).all()
    return simple ? Object.values(rows[0] ?? {})[0] : rows
  }
  prepare(sql: string) {
    const statement = this.#db.prepare(sql)
    const first = (...values: readonly string[]): unknown => statement.get(...values)
    const wrapped = {
      get: first,
      all: (...values: readonly string[]): unknown[] => statement.all(...values),
      run: (...values: readonly string[]): unknown => statement.run(...values),
      pluck: () => ({ ...wrapped, get: (...values: readonly string[]): unknown => Object.values((first(...values) as object | undefined) ?? {})[0] }),
      raw: () => wrapped,
    }
    return wrapped
  }
  exec(sql: string): this {
    this.#db.exec(sql)
    return this
  }
  close(): this {
    if (this.open) this.#db.close()
    this.open = false
    return this
  }
}
