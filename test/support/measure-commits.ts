import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** 一次小提交要几毫秒:同样的设置,一个不加密、一个加密,交替着量,机器忙起来两边一样受影响。 */
export const measureCommits = (count: number): { readonly plain: readonly number[]; readonly encrypted: readonly number[] } => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-commits-'))
  const open = (name: string, key: string | null): Database.Database => {
    const db = new Database(join(folder, name))
    if (key !== null) {
      db.pragma("cipher = 'sqlcipher'")
      db.pragma(`key = "x'${key}'"`)
    }
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.exec('CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
    return db
  }
  const plainStore = open('plain.db', null)
  const encryptedStore = open('encrypted.db', randomBytes(32).toString('hex'))
  const body = 'x'.repeat(400)
  const commit = (db: Database.Database): number => {
    const insert = db.prepare('INSERT INTO entry (body) VALUES (?)')
    const from = performance.now()
    db.transaction(() => insert.run(body)).immediate()
    return performance.now() - from
  }
  try {
    const plain: number[] = []
    const encrypted: number[] = []
    for (let index = 0; index < count; index++) {
      plain.push(commit(plainStore))
      encrypted.push(commit(encryptedStore))
    }
    return { plain, encrypted }
  } finally {
    plainStore.close()
    encryptedStore.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
