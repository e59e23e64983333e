import type { Database } from 'better-sqlite3'
import { prepareRootUnit } from '../root-unit.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 一个已发布的方案版本,不含内容。 */
export interface SchemeVersionRow {
  readonly id: string
  readonly schemeId: string
  readonly version: number
  readonly effectiveFrom: string
  readonly status: 'draft' | 'published' | 'retired'
  /** 内容的摘要。 */
  readonly hash: string
}

/** 考核方案与版本。已发布的版本由触发器保护,不能再改。 */
export const createSchemeRepo = (db: Database) => {
  const schemes = createRecordTable(db, 'scheme', ['name', 'created_at', 'updated_at', 'deleted_at'])
  const versions = createRecordTable(db, 'scheme_version', ['scheme_id', 'version', 'effective_from', 'status', 'body', 'hash', 'published_at', 'published_by'])
  const selectVersions = db.prepare(
    `SELECT v.id, v.scheme_id AS schemeId, v.version, v.effective_from AS effectiveFrom, v.status, v.hash
     FROM scheme_version v JOIN scheme s ON s.id = v.scheme_id WHERE s.deleted_at IS NULL AND v.status = 'published' ORDER BY v.effective_from, v.version`,
  )
  const selectBody = db.prepare('SELECT body FROM scheme_version WHERE id = ?').pluck()
  const rootUnit = prepareRootUnit(db)
  return {
    /** 全部已发布的版本,按生效日升序。 */
    publishedVersions: (): SchemeVersionRow[] => selectVersions.all() as SchemeVersionRow[],
    /** 版本内容的 JSON 文本;没有这个版本为 undefined。 */
    bodyOf: (versionId: string): string | undefined => selectBody.get(versionId) as string | undefined,
    /** 方案归属的组织:最上级的那个;还没有任何组织为 undefined。 */
    rootUnit,
    insertScheme: (transaction: Transaction, scheme: { readonly id: string; readonly ownerUnit: string; readonly name: string }): void =>
      schemes.insert(transaction, { id: scheme.id, owner_unit: scheme.ownerUnit, name: scheme.name, created_at: transaction.at, updated_at: transaction.at, deleted_at: null }),
    /** 直接以已发布状态存入;检查由服务先做完。 */
    insertPublished: (transaction: Transaction, version: { readonly id: string; readonly ownerUnit: string; readonly schemeId: string; readonly version: number; readonly effectiveFrom: string; readonly body: string; readonly hash: string }): void =>
      versions.insert(transaction, {
        id: version.id,
        owner_unit: version.ownerUnit,
        scheme_id: version.schemeId,
        version: version.version,
        effective_from: version.effectiveFrom,
        status: 'published',
        body: version.body,
        hash: version.hash,
        published_at: transaction.at,
        published_by: transaction.actor,
      }),
  }
}
export type SchemeRepo = ReturnType<typeof createSchemeRepo>
