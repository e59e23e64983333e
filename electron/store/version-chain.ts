import type { Database } from 'better-sqlite3'
import { GENESIS, versionHash, type VersionLink } from './chain-hash.ts'
import { bodyDigest, createSecretKeeper } from './version-secrets.ts'

export { findBrokenVersion } from './verify/chain-steps.ts'

export interface VersionEntry extends VersionLink {
  readonly body: unknown
}

/** 版本表的追加器:整行连同摘要,逐条相连。必须在变动的同一事务里调用。 */
export const createVersionChain = (db: Database) => {
  const last = db.prepare('SELECT hash FROM record_version ORDER BY seq DESC LIMIT 1').pluck()
  const secretOf = createSecretKeeper(db)
  const insert = db.prepare('INSERT INTO record_version (table_name, record_id, rev, at, actor, audit_seq, body, digest, hash) VALUES (@table, @recordId, @rev, @at, @actor, @auditSeq, @body, @digest, @hash)')
  return {
    append: (entry: VersionEntry): void => {
      const body = JSON.stringify(entry.body)
      const digest = bodyDigest(secretOf(entry.table, entry.recordId), body)
      const previous = (last.get() as string | null | undefined) ?? GENESIS
      insert.run({ ...entry, body, digest, hash: versionHash(previous, entry, digest) })
    },
  }
}
