import type { Database } from 'better-sqlite3'
import type { WorkspaceKind } from '../../../shared/model/workspace.ts'

/** 工作区自己的那一行。 */
export const createWorkspaceRepo = (db: Database) => {
  const select = db.prepare('SELECT id, name, kind, epoch, created_at AS createdAt FROM workspace')
  return {
    read: (): { readonly id: string; readonly name: string; readonly kind: WorkspaceKind; readonly epoch: number; readonly createdAt: number } =>
      // 新建工作区时先写这一行,打开着的库必有。
      select.get() as { id: string; name: string; kind: WorkspaceKind; epoch: number; createdAt: number },
  }
}
