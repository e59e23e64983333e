import type { Database } from 'better-sqlite3'
import type { ImportKind } from '../../../shared/model/roster-import.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface ImportBatch {
  readonly id: string
  /** 归属的组织:只涉及一个支部时为该支部,否则为最上级组织。 */
  readonly ownerUnit: string
  /** 名册的从前记作 roster。 */
  readonly kind: ImportKind
  readonly fileName: string
  /** 文件内容的 SHA-256(十六进制)。 */
  readonly fileHash: string
  readonly counts: Readonly<Record<string, number>>
  /** 要写几行。 */
  readonly written: number
}
export interface StoredBatch {
  readonly id: string
  readonly ownerUnit: string
  readonly ownerName: string
  readonly kind: string
  readonly at: number
  readonly actor: string
  readonly actorName: string | null
  readonly fileName: string
  readonly counts: string
  readonly written: number
  readonly undoneAt: number | null
  readonly undoneBy: string | null
  readonly undoneByName: string | null
}

const MOST = 200

/** 导入批次:只追加;一批一条审计,之后的逐行变动都归在它之下。 */
export const createImportBatchRepo = (db: Database) => {
  const insert = db.prepare('INSERT INTO import_batch (id, owner_unit, kind, at, actor, file_hash, counts, file_name, written) VALUES (@id, @ownerUnit, @kind, @at, @actor, @fileHash, @counts, @fileName, @written)')
  const list = db.prepare(
    `SELECT b.id, b.owner_unit AS ownerUnit, coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = b.owner_unit ORDER BY n.to_day IS NULL DESC, n.from_day DESC LIMIT 1), '') AS ownerName,
       b.kind, b.at, b.actor, a.display_name AS actorName, b.file_name AS fileName, b.counts, b.written, u.at AS undoneAt, u.actor AS undoneBy, c.display_name AS undoneByName
     FROM import_batch b LEFT JOIN account a ON a.id = b.actor LEFT JOIN import_undo u ON u.batch_id = b.id LEFT JOIN account c ON c.id = u.actor
     ORDER BY b.at DESC, b.id DESC LIMIT ${MOST}`,
  )
  const versions = createRowVersions(db, 'import_batch')
  return {
    /** 记下一批,并让本事务后面的变动归到这条审计之下。 */
    begin: (transaction: Transaction, batch: ImportBatch): void => {
      insert.run({ ...batch, at: transaction.at, actor: transaction.actor, counts: JSON.stringify(batch.counts) })
      const auditSeq = transaction.audit({ ownerUnit: batch.ownerUnit, table: 'import_batch', recordId: batch.id, detail: { action: 'import', kind: batch.kind, counts: batch.counts } })
      transaction.groupUnder(auditSeq)
      versions.record(transaction, batch.id, auditSeq)
    },
    /** 最近的各批,新的在前。 */
    list: (): StoredBatch[] => list.all() as StoredBatch[],
  }
}
