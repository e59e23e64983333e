import type { Database } from 'better-sqlite3'
import { createHash } from 'node:crypto'
import type { ChildRows, CoveredTable } from './covered-tables.ts'

type StoredValue = string | number | null | Buffer
type StoredRow = Readonly<Record<string, StoredValue>>

/** 与最后一个版本对下来的结果;incomplete:正文是从前的样子,缺了列,有的列都相符。 */
export type RowVerdict = 'same' | 'differs' | 'incomplete'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const plain = (value: StoredValue | undefined): string | number | null => (value === undefined ? null : Buffer.isBuffer(value) ? value.toString('hex') : value)
const asObject = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {})
/** 正文被人改得读不懂,也是对不上。 */
const parse = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}
const quoted = (name: string): string => `"${name}"`

interface Column {
  readonly name: string
  /** 缺省值:正文里没有的列须等于它(以后的迁移加的列,旧版本里没有)。 */
  readonly otherwise: string | number | null
}

const columnsIn = (db: Database, table: string): Column[] =>
  (db.prepare('SELECT name, dflt_value AS otherwise FROM pragma_table_info(?)').all(table) as { name: string; otherwise: string | null }[]).map(({ name, otherwise }) => ({ name, otherwise: otherwise === null ? null : plain(db.prepare(`SELECT ${otherwise}`).pluck().get() as StoredValue) }))
const columnsOf = (db: Database, { table, outside = [], witnessed }: CoveredTable): Column[] => columnsIn(db, table).filter(({ name }) => !outside.includes(name) && name !== witnessed?.column)

const prepareChildren = (db: Database, { table, owner, order, columns, sealed }: ChildRows) => {
  const parts = Object.entries(columns).map(([key, column]) => ({ key, column: typeof column === 'string' ? column : 'flag' in column ? column.flag : column.place, kind: typeof column === 'string' ? 'plain' : 'flag' in column ? 'flag' : 'place' }) as const)
  const select = db.prepare(`SELECT ${parts.map(({ column }) => quoted(column)).join(', ')} FROM ${table} WHERE ${owner} = ? ORDER BY ${order.map(quoted).join(', ')}`)
  const kept = parts.filter(({ kind }) => kind !== 'place')
  // 后来添的列:以前的正文里没有,那些行上都是缺省值。
  const otherwise = new Map(columnsIn(db, table).map(({ name, otherwise: value }) => [name, value]))
  const defaultOf = ({ column, kind }: (typeof parts)[number]): unknown => (kind === 'flag' ? otherwise.get(column) === 1 : (otherwise.get(column) ?? null))
  const read = (id: string): { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly inPlace: boolean } => {
    const stored = select.all(id) as StoredRow[]
    const places = parts.filter(({ kind }) => kind === 'place')
    return {
      rows: stored.map((row) => Object.fromEntries(kept.map(({ key, column, kind }) => [key, kind === 'flag' ? row[column] === 1 : plain(row[column])]))),
      inPlace: stored.every((row, index) => places.every(({ column }) => row[column] === index)),
    }
  }
  const inBody = (id: string): unknown => {
    const { rows } = read(id)
    return sealed === true ? sha256(JSON.stringify(rows)) : rows
  }
  return {
    inBody,
    isSame: (id: string, body: unknown): boolean => {
      const { rows, inPlace } = read(id)
      if (!inPlace) return false
      const text = JSON.stringify(rows)
      if (sealed === true) return body === undefined ? rows.length === 0 : body === sha256(text)
      const listed: readonly unknown[] = body === undefined ? [] : Array.isArray(body) ? body : [null]
      return text === JSON.stringify(listed.map((entry) => Object.fromEntries(kept.map((part) => [part.key, asObject(entry)[part.key] === undefined ? defaultOf(part) : asObject(entry)[part.key]]))))
    },
  }
}

const SEALED_KEYS = { columns: 'columns', digest: 'sha256' } as const

/** 一张表的行与版本正文之间的换算与比对。列取自库,正文的样子取自清单。 */
export const createRowBodies = (db: Database, covered: CoveredTable) => {
  const columns = columnsOf(db, covered)
  const children = (covered.children ?? []).map((spec) => ({ key: spec.key, rows: prepareChildren(db, spec) }))
  const select = db.prepare(`SELECT * FROM ${covered.table} WHERE ${covered.key} = ?`)
  const seal = (row: StoredRow, names: readonly string[]): string => sha256(JSON.stringify(names.map((name) => plain(row[name]))))
  /** 正文里没有的列都是缺省值。 */
  const restIsDefault = (row: StoredRow, has: (name: string) => boolean): boolean => columns.every(({ name, otherwise }) => has(name) || plain(row[name]) === otherwise)

  return {
    read: (id: string | number): StoredRow | undefined => select.get(id) as StoredRow | undefined,
    bodyOf: (row: StoredRow): Readonly<Record<string, unknown>> => {
      const names = columns.map(({ name }) => name)
      if (covered.sealed === true) return { [SEALED_KEYS.columns]: names.join(','), [SEALED_KEYS.digest]: seal(row, names) }
      const own = Object.fromEntries(names.map((name) => [name, plain(row[name])]))
      return { ...own, ...Object.fromEntries(children.map(({ key, rows }) => [key, rows.inBody(String(row[covered.key]))])) }
    },
    compare: (row: StoredRow, text: string): RowVerdict => {
      const body = parse(text)
      if (body === null) return 'differs'
      if (covered.sealed === true) {
        const listed = body[SEALED_KEYS.columns]
        const names = typeof listed === 'string' ? listed.split(',') : []
        if (seal(row, names) !== body[SEALED_KEYS.digest]) return 'differs'
        return restIsDefault(row, (name) => names.includes(name)) ? 'same' : 'incomplete'
      }
      const has = (name: string): boolean => Object.hasOwn(body, name)
      if (columns.some(({ name }) => has(name) && body[name] !== plain(row[name]))) return 'differs'
      if (children.some(({ key, rows }) => !rows.isSame(String(row[covered.key]), body[key]))) return 'differs'
      return restIsDefault(row, has) ? 'same' : 'incomplete'
    },
  }
}
