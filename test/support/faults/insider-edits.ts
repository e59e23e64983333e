import type { Database } from 'better-sqlite3'
import type { SeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { auditHash, GENESIS, versionHash, type AuditParts } from '../../../electron/store/chain-hash.ts'
import { CHAIN_TABLES, COVERED_TABLES, OUTSIDE_CHILD_COLUMNS } from '../../../electron/store/verify/covered-tables.ts'
import { bodyDigest, prepareSecrets } from '../../../electron/store/version-secrets.ts'

/** 手里有钥匙的内部人:绕过程序,直接在库里动手脚(F58)。每一种返回做了什么;这一次做不成(没有合适的行、撞了唯一)返回 null。 */
export type Tamper = (db: Database, random: SeededRandom) => string | null
type Value = string | number | bigint | null | Buffer
type Row = Readonly<Record<string, Value>>

const CHILDREN = COVERED_TABLES.flatMap(({ children = [] }) => children.map(({ table }) => table))
/** record_secret 在清单之外,缘由是改了它版本就对不上:一起试。 */
export const TAMPERED_TABLES: readonly string[] = [...COVERED_TABLES.map(({ table }) => table), ...CHILDREN, ...CHAIN_TABLES.filter((table) => table !== 'sqlite_sequence'), 'record_secret']

const columnsOf = (db: Database, table: string): { readonly name: string; readonly pk: number }[] => db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[]
const keysOf = (db: Database, table: string): string[] => columnsOf(db, table).filter(({ pk }) => pk > 0).map(({ name }) => name)
const rowsOf = (db: Database, table: string): Row[] => db.prepare(`SELECT * FROM ${table}`).all() as Row[]
const whereKeys = (keys: readonly string[]): string => keys.map((key) => `${key} = @key_${key}`).join(' AND ')
const keyValues = (keys: readonly string[], row: Row): Row => Object.fromEntries(keys.map((key) => [`key_${key}`, row[key] ?? null]))
const same = (left: Value, right: Value): boolean => (Buffer.isBuffer(left) && Buffer.isBuffer(right) ? left.equals(right) : left === right)

/** 换成另一个值:像模像样的,不是一眼看得出的乱码。 */
const another = (value: Value, random: SeededRandom): Value => {
  if (value === null) return random.pick(['2026-01-01', 7, '甲'])
  if (Buffer.isBuffer(value)) return Buffer.from(value.map((byte, index) => (index === 0 ? byte ^ 1 : byte)))
  if (typeof value !== 'string') return random.chance(0.5) ? Number(value) + 1 : Number(value) - 1
  if (value === '') return '无'
  const at = random.below(value.length)
  const digit = /\d/u.test(value[at] ?? '')
  return random.chance(0.1) ? null : value.slice(0, at) + (digit ? String((Number(value[at]) + 1 + random.below(9)) % 10) : random.pick(['a', '一', 'Z'])) + value.slice(at + 1)
}
const newKey = (value: Value, random: SeededRandom): Value => {
  if (typeof value !== 'string') return Number(value) + 1000 + random.below(1000)
  return /^[0-9a-f-]{36}$/u.test(value) ? value.slice(0, 24) + String(random.below(1e12)).padStart(12, '0') : `${value}x`
}
const attempt = (what: string, work: () => number): string | null => {
  try {
    return work() > 0 ? what : null
  } catch (error) {
    // 撞了唯一、类型不许:库自己拦下的不算。
    if (/^SQLITE_(CONSTRAINT|MISMATCH)/.test((error as { readonly code?: string }).code ?? '')) return null
    throw error
  }
}

const updateColumn: Tamper = (db, random) => {
  const table = random.pick(TAMPERED_TABLES)
  const rows = rowsOf(db, table)
  if (rows.length === 0) return null
  const row = random.pick(rows)
  const { name } = random.pick(columnsOf(db, table).filter((column) => OUTSIDE_CHILD_COLUMNS[table]?.includes(column.name) !== true))
  const value = another(row[name] ?? null, random)
  if (same(value, row[name] ?? null)) return null
  const keys = keysOf(db, table)
  return attempt(`update ${table}.${name}`, () => db.prepare(`UPDATE ${table} SET ${name} = @value WHERE ${whereKeys(keys)}`).run({ value, ...keyValues(keys, row) }).changes)
}
const deleteRow: Tamper = (db, random) => {
  const table = random.pick(TAMPERED_TABLES)
  const rows = rowsOf(db, table)
  if (rows.length === 0) return null
  const keys = keysOf(db, table)
  return attempt(`delete ${table}`, () => db.prepare(`DELETE FROM ${table} WHERE ${whereKeys(keys)}`).run(keyValues(keys, random.pick(rows))).changes)
}
const insertRow: Tamper = (db, random) => {
  // 多一个没有版本的秘密,什么也不影响。
  const table = random.pick(TAMPERED_TABLES.filter((name) => name !== 'record_secret'))
  const rows = rowsOf(db, table)
  const keys = keysOf(db, table)
  if (rows.length === 0) return null
  const row = random.pick(rows)
  const changed = random.pick(keys)
  const copy: Row = { ...row, [changed]: newKey(row[changed] ?? null, random), ...('single' in row ? { single: 2 } : {}) }
  const names = Object.keys(copy)
  return attempt(`insert ${table}`, () => db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(copy).changes)
}
/** 两行的同一列对换:没有一个值是新的。 */
const swapValues: Tamper = (db, random) => {
  const table = random.pick(TAMPERED_TABLES)
  const rows = rowsOf(db, table)
  const keys = keysOf(db, table)
  const { name } = random.pick(columnsOf(db, table).filter((column) => column.pk === 0 && OUTSIDE_CHILD_COLUMNS[table]?.includes(column.name) !== true))
  if (rows.length < 2) return null
  const left = random.pick(rows)
  const right = random.pick(rows)
  if (same(left[name] ?? null, right[name] ?? null)) return null
  const update = db.prepare(`UPDATE ${table} SET ${name} = @value WHERE ${whereKeys(keys)}`)
  return attempt(`swap ${table}.${name}`, () => update.run({ value: right[name] ?? null, ...keyValues(keys, left) }).changes + update.run({ value: left[name] ?? null, ...keyValues(keys, right) }).changes)
}
/** 两条调换先后:连同各自的内容换号。 */
const reorder: Tamper = (db, random) => {
  const table = random.pick(['audit_log', 'record_version'])
  const seqs = db.prepare(`SELECT seq FROM ${table}`).pluck().all() as number[]
  const [left, right] = [random.pick(seqs), random.pick(seqs)]
  if (left === right) return null
  const move = db.prepare(`UPDATE ${table} SET seq = ? WHERE seq = ?`)
  move.run(-1, left)
  move.run(left, right)
  move.run(right, -1)
  return `reorder ${table}`
}
/** 从末尾抽掉几条,把发过的最大序号也改回去。 */
const truncateTail: Tamper = (db, random) => {
  const table = random.pick(['audit_log', 'record_version'])
  const last = db.prepare(`SELECT max(seq) FROM ${table}`).pluck().get() as number
  const kept = last - 1 - random.below(Math.min(10, last - 1))
  db.prepare(`DELETE FROM ${table} WHERE seq > ?`).run(kept)
  if (table === 'audit_log') db.prepare('DELETE FROM audit_reason WHERE audit_seq > ?').run(kept)
  if (random.chance(0.7)) db.prepare('UPDATE sqlite_sequence SET seq = ? WHERE name = ?').run(kept, table)
  return `truncate ${table}`
}
const changeSequence: Tamper = (db, random) => {
  const table = random.pick(['audit_log', 'record_version'])
  db.prepare('UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?').run(random.pick([-3, -1, 1, 50]), table)
  return `sequence of ${table}`
}
/** 借擦除的口子抹掉旧版本的正文:触发器允许这个样子,但没有擦除的审计。 */
const fakeErasure: Tamper = (db, random) => {
  const { seq, at } = random.pick(db.prepare('SELECT seq, at FROM record_version').all() as { readonly seq: number; readonly at: number }[])
  db.prepare("UPDATE record_version SET body = '{}', erased_at = ? WHERE seq = ?").run(at, seq)
  return 'fake erasure'
}

/** 从某一处起把两条链全部重算一遍,像是从来如此。 */
const reforge = (db: Database): void => {
  const secrets = prepareSecrets(db)
  let previous = GENESIS
  const ends = new Map<number, string>([[0, GENESIS]])
  const update = db.prepare('UPDATE record_version SET digest = ?, hash = ? WHERE seq = ?')
  for (const row of db.prepare('SELECT seq, table_name AS "table", record_id AS recordId, rev, at, actor, audit_seq AS auditSeq, body FROM record_version ORDER BY seq').all() as { seq: number; table: string; recordId: string; rev: number; at: number; actor: string; auditSeq: number; body: string }[]) {
    const digest = bodyDigest(secrets.find(row.table, row.recordId) ?? Buffer.alloc(0), row.body)
    previous = versionHash(previous, row, digest)
    update.run(digest, previous, row.seq)
    ends.set(row.auditSeq, previous)
  }
  let [link, end] = [GENESIS, GENESIS]
  const relink = db.prepare('UPDATE audit_log SET version_hash = ?, previous_hash = ?, hash = ? WHERE seq = ?')
  for (const row of db.prepare('SELECT seq, format, epoch, at, clock_doubtful, actor, role, machine, kind, procedure, owner_unit, table_name, record_id, detail, reason_digest FROM audit_log ORDER BY seq').raw().all() as [number, ...unknown[]][]) {
    const [seq, ...parts] = row
    const hash = auditHash(link, [...parts, end] as unknown as AuditParts)
    relink.run(end, link, hash, seq)
    link = hash
    end = ends.get(seq) ?? end
  }
}

/** 最周全的:改了行、改了版本、把秘密与两条链都重算了一遍。库里自己看不出来,只有抄在别处的链头能指出来。 */
export const forgeEverything: Tamper = (db, random) => {
  const points = db.prepare("SELECT id, points FROM manual_score").all() as { id: string; points: string }[]
  const score = random.pick(points)
  db.prepare("UPDATE manual_score SET points = '3' WHERE id = ?").run(score.id)
  db.prepare("UPDATE record_version SET body = json_set(body, '$.points', '3') WHERE table_name = 'manual_score' AND record_id = ?").run(score.id)
  reforge(db)
  return 'forge everything'
}
/** 最后一次保存整个退回去,不留一点痕迹。 */
export const rollBackLast: Tamper = (db) => {
  const last = db.prepare('SELECT max(seq) FROM audit_log').pluck().get() as number
  for (const { table, id } of db.prepare('SELECT table_name AS "table", record_id AS id FROM record_version WHERE audit_seq = ?').all(last) as { table: string; id: string }[]) {
    if (table !== 'restore_drill') return null
    db.prepare('DELETE FROM restore_drill WHERE at = ?').run(Number(id))
  }
  db.prepare('DELETE FROM record_version WHERE audit_seq = ?').run(last)
  db.prepare('DELETE FROM audit_log WHERE seq = ?').run(last)
  db.prepare("UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM audit_log) WHERE name = 'audit_log'").run()
  db.prepare("UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM record_version) WHERE name = 'record_version'").run()
  return 'roll back the last save'
}

/** 出现的比重即试的比重。 */
export const TAMPERS: readonly (readonly [weight: number, Tamper])[] = [
  [40, updateColumn],
  [15, deleteRow],
  [12, insertRow],
  [15, swapValues],
  [5, reorder],
  [4, truncateTail],
  [2, changeSequence],
  [3, fakeErasure],
  [3, forgeEverything],
  [1, rollBackLast],
]
export const pickTamper = (random: SeededRandom): Tamper => {
  let left = random.below(TAMPERS.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, tamper] of TAMPERS) {
    if (left < weight) return tamper
    left -= weight
  }
  return updateColumn
}
