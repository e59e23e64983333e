import type { Database } from 'better-sqlite3'
import { createAuditChain } from './audit-chain.ts'
import { createVersionChain, type VersionEntry } from './version-chain.ts'

/** 程序自己在打开、恢复时要写的:没有使用人,也没有工作单元。在调用者的事务里用。 */
export interface StoreWriter {
  readonly at: number
  /** 记一条审计,返回序号。 */
  audit(kind: string, procedure: string, entry: { readonly table: string; readonly recordId: string; readonly detail: Readonly<Record<string, unknown>> }): number
  version(entry: Omit<VersionEntry, 'at' | 'actor'>): void
  /** 算一次提交。 */
  count(): void
}

const NOBODY = { actor: '', role: '', reason: '', ownerUnit: null } as const

export const createStoreWriter = (db: Database, at: number): StoreWriter => {
  const chain = createAuditChain(db, '')
  const versions = createVersionChain(db)
  return {
    at,
    audit: (kind, procedure, entry) => chain.append({ ...NOBODY, ...entry, at, kind, procedure }),
    version: (entry) => versions.append({ ...entry, at, actor: NOBODY.actor }),
    count: () => {
      db.exec('UPDATE commit_head SET seq = seq + 1')
    },
  }
}
