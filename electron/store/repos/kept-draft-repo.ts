import type { Database } from 'better-sqlite3'

export interface KeptDraft {
  readonly key: string
  readonly body: string
  readonly at: number
}

/** 没保存成的表单:随库加密,按人存;不是记录,不进审计与版本。 */
export const createKeptDraftRepo = (db: Database) => {
  const select = db.prepare('SELECT key, body, at FROM kept_draft WHERE account_id = ? ORDER BY at, key')
  const upsert = db.prepare('INSERT INTO kept_draft (account_id, key, body, at) VALUES (@accountId, @key, @body, @at) ON CONFLICT (account_id, key) DO UPDATE SET body = excluded.body, at = excluded.at')
  const remove = db.prepare('DELETE FROM kept_draft WHERE account_id = ? AND key = ?')
  return {
    of: (accountId: string): KeptDraft[] => select.all(accountId) as KeptDraft[],
    keep: (accountId: string, key: string, body: string, at: number): void => {
      upsert.run({ accountId, key, body, at })
    },
    drop: (accountId: string, key: string): void => {
      remove.run(accountId, key)
    },
  }
}
