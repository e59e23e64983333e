import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APPLICATION_ID } from '../../electron/store/cipher-connection.ts'
import { migrate } from '../../electron/store/migrate.ts'
import { initial } from '../../electron/store/migrations/0010-initial.ts'

/** 第一版(版本 10)的工作区,带十条第一格式的审计。返回数据密钥。 */
export const makeOldOffice = (folder: string, workspaceId: string): Buffer => {
  const key = Buffer.alloc(32, 0x5a)
  for (const name of ['keys', 'blobs', 'backups', 'logs']) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'keys', 'open.json'), `${JSON.stringify({ format: 'baolei-key-slot', version: 1, kind: 'open', key: key.toString('hex') })}\n`, { mode: 0o600 })
  const db = new Database(join(folder, 'baolei.db'))
  db.pragma("cipher = 'sqlcipher'")
  db.pragma(`key = "x'${key.toString('hex')}'"`)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('journal_mode = WAL')
  migrate(db, [initial])
  db.prepare("INSERT INTO workspace (id, name, kind, epoch, created_at) VALUES (?, '旧的', 'office', 3, 1)").run(workspaceId)
  let previous = '0'.repeat(64)
  for (let seq = 1; seq <= 10; seq += 1) {
    const row = { at: seq, actor: 'built-in', kind: 'change', procedure: 'test.old', owner: null, table: 'organisation', id: `r${seq}`, detail: '{}' }
    const hash = createHash('sha256').update(previous).update('\n').update(JSON.stringify(Object.values(row))).digest('hex')
    db.prepare('INSERT INTO audit_log (at, actor, kind, procedure, owner_unit, table_name, record_id, detail, previous_hash, hash) VALUES (@at, @actor, @kind, @procedure, @owner, @table, @id, @detail, @previous, @hash)').run({ ...row, previous, hash })
    db.prepare("INSERT INTO record_version (table_name, record_id, rev, at, actor, audit_seq, body) VALUES ('organisation', ?, 1, ?, 'built-in', ?, '{}')").run(row.id, seq, seq)
    previous = hash
  }
  db.close()
  return key
}
