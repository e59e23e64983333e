import type { Database } from 'better-sqlite3'
import type { WorkspaceKind, WorkspaceSetup } from '../../../shared/model/workspace.ts'

export interface WorkspaceRow {
  readonly id: string
  readonly name: string
  readonly kind: WorkspaceKind
  readonly setup: WorkspaceSetup
  readonly epoch: number
  readonly createdAt: number
}

/** 工作区自己的那一行。它与最初的内容一起提交:没有这一行的库是没建成的。 */
export const createWorkspaceRepo = (db: Database) => {
  const select = db.prepare('SELECT id, name, kind, setup, epoch, created_at AS createdAt FROM workspace')
  const insert = db.prepare('INSERT INTO workspace (id, name, kind, setup, created_at, digest_secret) VALUES (@id, @name, @kind, @setup, @createdAt, randomblob(32))')
  const secure = db.prepare("UPDATE workspace SET setup = 'one_office' WHERE setup = 'open'")
  return {
    find: (): WorkspaceRow | undefined => select.get() as WorkspaceRow | undefined, // 列与上面的语句逐一对应
    create: (row: Omit<WorkspaceRow, 'epoch'>): void => {
      insert.run(row)
    },
    /** 没设口令的改为一个办公室;定下之后库里不许再改。 */
    secure: (): void => {
      if (secure.run().changes !== 1) throw new Error('the set-up of this workspace is settled')
    },
  }
}
