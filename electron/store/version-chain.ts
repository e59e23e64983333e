import type { Database } from 'better-sqlite3'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { GENESIS } from './audit-chain.ts'

export interface VersionEntry {
  readonly table: string
  readonly recordId: string
  readonly rev: number
  readonly at: number
  readonly actor: string
  readonly auditSeq: number
  readonly body: unknown
}

/** 党员的两张表共用一个秘密:擦除这个人时一并擦掉,留下的摘要就再也试不出原来的证号。 */
const PERSONAL_TABLES: readonly string[] = ['member', 'member_personal']
const secretOwner = (table: string): string => (PERSONAL_TABLES.includes(table) ? 'member' : table)

const hashOf = (previous: string, { table, recordId, rev, at, actor, auditSeq }: Omit<VersionEntry, 'body'>, digest: string): string =>
  createHash('sha256')
    .update(previous)
    .update('\n')
    .update(JSON.stringify([table, recordId, rev, at, actor, auditSeq, digest]))
    .digest('hex')

/** 版本表的追加器:整行连同摘要,逐条相连。必须在变动的同一事务里调用。 */
export const createVersionChain = (db: Database) => {
  const last = db.prepare('SELECT hash FROM record_version ORDER BY seq DESC LIMIT 1').pluck()
  const workspaceSecret = db.prepare('SELECT digest_secret FROM workspace').pluck()
  const selectSecret = db.prepare('SELECT secret FROM record_secret WHERE table_name = ? AND record_id = ?').pluck()
  const insertSecret = db.prepare('INSERT INTO record_secret (table_name, record_id, secret) VALUES (?, ?, ?)')
  const insert = db.prepare('INSERT INTO record_version (table_name, record_id, rev, at, actor, audit_seq, body, digest, hash) VALUES (@table, @recordId, @rev, @at, @actor, @auditSeq, @body, @digest, @hash)')
  const secretOf = (table: string, recordId: string): Buffer => {
    if (!PERSONAL_TABLES.includes(table)) return (workspaceSecret.get() as Buffer | undefined) ?? Buffer.alloc(0)
    const owner = secretOwner(table)
    const found = selectSecret.get(owner, recordId) as Buffer | undefined
    if (found !== undefined) return found
    const made = randomBytes(32)
    insertSecret.run(owner, recordId, made)
    return made
  }
  return {
    append: (entry: VersionEntry): void => {
      const body = JSON.stringify(entry.body)
      const digest = createHmac('sha256', secretOf(entry.table, entry.recordId)).update(body).digest('hex')
      const previous = (last.get() as string | null | undefined) ?? GENESIS
      insert.run({ ...entry, body, digest, hash: hashOf(previous, entry, digest) })
    },
  }
}

interface StoredVersion {
  readonly seq: number
  readonly table: string
  readonly recordId: string
  readonly rev: number
  readonly at: number
  readonly actor: string
  readonly auditSeq: number
  readonly body: string
  readonly digest: string | null
  readonly hash: string | null
  readonly erased: number | null
}

/**
 * 从头核对版本链。口令功能之前的版本没有摘要,只会在最前头;擦除过的只核对链,不核对正文。
 *
 * @returns 第一处对不上的序号;全部相符返回 null。
 */
export const findBrokenVersion = (db: Database): number | null => {
  const workspaceSecret = (db.prepare('SELECT digest_secret FROM workspace').pluck().get() as Buffer | undefined) ?? Buffer.alloc(0)
  const selectSecret = db.prepare('SELECT secret FROM record_secret WHERE table_name = ? AND record_id = ?').pluck()
  const rows = db
    .prepare('SELECT seq, table_name AS "table", record_id AS recordId, rev, at, actor, audit_seq AS auditSeq, body, digest, hash, erased_at AS erased FROM record_version ORDER BY seq')
    .iterate() as IterableIterator<StoredVersion>
  let previous = GENESIS
  let expected = 1
  let begun = false
  for (const row of rows) {
    if (row.seq !== expected) return expected
    expected += 1
    if (row.digest === null || row.hash === null) {
      if (begun) return row.seq
      continue
    }
    begun = true
    if (row.hash !== hashOf(previous, row, row.digest)) return row.seq
    previous = row.hash
    if (row.erased !== null) {
      if (row.body !== '{}') return row.seq
      continue
    }
    const secret = PERSONAL_TABLES.includes(row.table) ? (selectSecret.get(secretOwner(row.table), row.recordId) as Buffer | undefined) : workspaceSecret
    if (secret === undefined || createHmac('sha256', secret).update(row.body).digest('hex') !== row.digest) return row.seq
  }
  const issued = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'record_version'").pluck().get() as number | undefined
  return (issued ?? 0) >= expected ? expected : null
}
