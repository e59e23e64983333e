import type { Database } from 'better-sqlite3'
import { GENESIS, versionHash } from './chain-hash.ts'
import { createRowVersions } from './row-versions.ts'
import { createStoreWriter, type StoreWriter } from './store-writer.ts'
import { COVERED_TABLES } from './verify/covered-tables.ts'
import { createRowBodies } from './verify/row-body.ts'
import { bodyDigest, createSecretKeeper } from './version-secrets.ts'

interface FormerVersion {
  readonly seq: number
  readonly table: string
  readonly recordId: string
  readonly rev: number
  readonly at: number
  readonly actor: string
  readonly auditSeq: number
  readonly body: string
}

/** 从前的版本没有摘要:照原来的次序逐条补上、连起来。正文一字不动。 */
const sealVersions = (db: Database): number => {
  const page = db.prepare('SELECT seq, table_name AS "table", record_id AS recordId, rev, at, actor, audit_seq AS auditSeq, body FROM record_version WHERE seq > ? ORDER BY seq LIMIT 500')
  const seal = db.prepare('UPDATE record_version SET digest = ?, hash = ? WHERE seq = ?')
  const secretOf = createSecretKeeper(db)
  let previous = GENESIS
  let count = 0
  for (let last = 0; ; ) {
    const rows = page.all(last) as FormerVersion[]
    for (const row of rows) {
      const digest = bodyDigest(secretOf(row.table, row.recordId), row.body)
      previous = versionHash(previous, row, digest)
      seal.run(digest, previous, row.seq)
      last = row.seq
    }
    count += rows.length
    if (rows.length === 0) return count
  }
}

/** 从前没有版本的表,以及版本里缺列的行:照现在的样子补记一个版本。与从前的版本不符的不补,核对时照样指出来。 */
const fillVersions = (db: Database, writer: StoreWriter, auditSeq: number): void => {
  for (const covered of COVERED_TABLES) {
    const { table, key, adopted } = covered
    const bodies = createRowBodies(db, covered)
    const versions = createRowVersions(db, table)
    const ids = db.prepare(`SELECT ${key} FROM ${table} ORDER BY ${key}`).pluck().all() as (string | number)[]
    const lastBody = db.prepare('SELECT body FROM record_version WHERE table_name = ? AND record_id = ? ORDER BY rev DESC, seq DESC LIMIT 1').pluck()
    for (const id of ids) {
      const body = lastBody.get(table, String(id)) as string | undefined
      const row = bodies.read(id)
      if (row === undefined) continue
      if (body === undefined ? adopted === true : bodies.compare(row, body) === 'incomplete') versions.record(writer, id, auditSeq)
    }
  }
}

/**
 * 口令功能以前的库,升级之后头一次打开:把从前的版本封起来,没有版本的记录补上,往后一字一行都核对得出(F58)。
 * 一个事务;断在中间,下次打开重做。已经有第二格式审计的库(做过了、新建的)什么也不做。
 *
 * @param at 毫秒。
 */
export const adoptFormer = (db: Database, at: number): void => {
  const has = (sql: string): boolean => db.prepare(`SELECT EXISTS (${sql})`).pluck().get() === 1
  if (!has('SELECT 1 FROM workspace') || !has('SELECT 1 FROM audit_log') || has('SELECT 1 FROM audit_log WHERE format = 2')) return
  const adopt = (): void => {
    const sealed = sealVersions(db)
    const writer = createStoreWriter(db, at)
    const auditSeq = writer.audit('workspace', 'store.adopt', { table: 'workspace', recordId: '', detail: { action: 'adopt', versions: sealed } })
    fillVersions(db, writer, auditSeq)
    writer.count()
  }
  if (db.inTransaction) adopt()
  else db.transaction(adopt).immediate()
}
