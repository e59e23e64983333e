import type { Database } from 'better-sqlite3'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface ImportBatch {
  readonly id: string
  /** 归属的组织:只涉及一个支部时为该支部,否则为最上级组织。 */
  readonly ownerUnit: string
  readonly kind: 'roster'
  /** 文件内容的 SHA-256(十六进制)。 */
  readonly fileHash: string
  readonly counts: Readonly<Record<string, number>>
}

/** 导入批次:只追加;一批一条审计,之后的逐人变动都归在它之下。 */
export const createImportBatchRepo = (db: Database) => {
  const insert = db.prepare('INSERT INTO import_batch (id, owner_unit, kind, at, actor, file_hash, counts) VALUES (@id, @ownerUnit, @kind, @at, @actor, @fileHash, @counts)')
  const versions = createRowVersions(db, 'import_batch')
  return {
    /** 记下一批,并让本事务后面的变动归到这条审计之下。 */
    begin: (transaction: Transaction, batch: ImportBatch): void => {
      insert.run({ ...batch, at: transaction.at, actor: transaction.actor, counts: JSON.stringify(batch.counts) })
      const auditSeq = transaction.audit({ ownerUnit: batch.ownerUnit, table: 'import_batch', recordId: batch.id, detail: { action: 'import', counts: batch.counts } })
      transaction.groupUnder(auditSeq)
      versions.record(transaction, batch.id, auditSeq)
    },
  }
}
