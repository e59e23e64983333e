import type { Database } from 'better-sqlite3'

interface ViewRow {
  readonly name: string
  readonly body: string
}

/** 各人自己的列表样子:名字为空的一份是上次离开时的样子。不是记录,不进审计与版本。 */
export const createMemberViewRepo = (db: Database) => {
  const select = db.prepare('SELECT name, body FROM member_view WHERE account_id = ? ORDER BY name')
  const upsert = db.prepare('INSERT INTO member_view (id, account_id, name, body, at) VALUES (@id, @accountId, @name, @body, @at) ON CONFLICT (account_id, name) DO UPDATE SET body = excluded.body, at = excluded.at')
  const remove = db.prepare('DELETE FROM member_view WHERE account_id = ? AND name = ?')
  return {
    of: (accountId: string): ViewRow[] => select.all(accountId) as ViewRow[],
    keep: (view: { readonly id: string; readonly accountId: string; readonly name: string; readonly body: string; readonly at: number }): void => void upsert.run(view),
    drop: (accountId: string, name: string): void => void remove.run(accountId, name),
  }
}
