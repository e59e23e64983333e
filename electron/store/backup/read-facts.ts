import type { Database } from 'better-sqlite3'
import { GENESIS, prepareChainHead } from '../audit-chain.ts'
import type { BackupFacts } from './manifest.ts'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const tablesOf = (db: Database): string[] => db.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").pluck().all() as string[]

/** 只读最新的提交与链头:很快,用来定住一个快照。 */
const readHead = (db: Database, tables: readonly string[]): Omit<BackupFacts, 'counts'> => {
  const workspace = tables.includes('workspace') ? (db.prepare('SELECT id, epoch FROM main.workspace').get() as { id: string; epoch: number } | undefined) : undefined
  const commitSeq = tables.includes('commit_head') ? (db.prepare('SELECT seq FROM main.commit_head').pluck().get() as number) : 0
  const { seq, head } = tables.includes('audit_log') ? prepareChainHead(db)() : { seq: 0, head: GENESIS }
  return { schema: db.pragma('user_version', { simple: true }) as number, workspaceId: workspace?.id ?? '', epoch: workspace?.epoch ?? 1, commitSeq, audit: { seq, hash: head } }
}

/** 在一个只读事务里读;先 pin 定住快照,再慢慢数。连接须先 wearLens。 */
export const openSnapshot = (db: Database) => {
  // 表名、版本都在快照之内读:当中不会变。
  db.exec('BEGIN')
  const tables = tablesOf(db)
  const head = readHead(db, tables)
  return {
    head,
    /** 数完各表,放开快照。 */
    count: (): BackupFacts => {
      const counts = Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT count(*) FROM main.${quoted(table)}`).pluck().get() as number]))
      return { ...head, counts }
    },
    release: (): void => {
      if (db.inTransaction) db.exec('COMMIT')
    },
  }
}

export const readFacts = (db: Database): BackupFacts => {
  const snapshot = openSnapshot(db)
  try {
    return snapshot.count()
  } finally {
    snapshot.release()
  }
}
