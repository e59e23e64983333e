import type { Database } from 'better-sqlite3'
import type { WorkspaceKind, WorkspaceSetup } from '../../../shared/model/workspace.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

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
  const versions = createRowVersions(db, 'workspace')
  return {
    find: (): WorkspaceRow | undefined => select.get() as WorkspaceRow | undefined, // 列与上面的语句逐一对应
    create: (row: Omit<WorkspaceRow, 'epoch'>): void => {
      insert.run(row)
    },
    /** 建成、改过之后:审计一条,版本一个。 */
    record: (transaction: Transaction, action: 'insert' | 'secure'): void => {
      const id = (select.get() as WorkspaceRow).id
      versions.record(transaction, id, transaction.auditFor({ ownerUnit: null, table: 'workspace', recordId: id, detail: { action } }))
    },
    /** 没设口令的改为一个办公室;定下之后库里不许再改。 */
    secure: (): void => {
      if (secure.run().changes !== 1) throw new Error('the set-up of this workspace is settled')
    },
  }
}
