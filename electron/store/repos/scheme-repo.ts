import type { Database } from 'better-sqlite3'
import { prepareRootUnit } from '../root-unit.ts'
import { createRecordTable, RecordStale } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
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

export interface SchemeVersionListed extends SchemeVersionRow {
  readonly rev: number
  readonly name: string
  readonly publishedAt: number | null
  readonly publishedBy: string
  readonly resultCount: number
}
export interface SchemeVersionFull extends SchemeVersionRow {
  readonly rev: number
  readonly body: string
}
interface DraftGiven {
  readonly id: string
  readonly ownerUnit: string
  readonly schemeId: string
  readonly effectiveFrom: string
  readonly body: string
  readonly hash: string
}

/** 考核方案与版本。已发布的版本由触发器保护,不能再改。 */
export const createSchemeRepo = (db: Database) => {
  const schemes = createRecordTable(db, 'scheme', ['name', 'created_at', 'updated_at', 'deleted_at'])
  const versions = createRecordTable(db, 'scheme_version', ['scheme_id', 'version', 'effective_from', 'status', 'body', 'hash', 'published_at', 'published_by', 'discarded_at'])
  const selectVersions = db.prepare(
    `SELECT v.id, v.scheme_id AS schemeId, v.version, v.effective_from AS effectiveFrom, v.status, v.hash
     FROM scheme_version v JOIN scheme s ON s.id = v.scheme_id WHERE s.deleted_at IS NULL AND v.status = 'published' ORDER BY v.effective_from, v.published_at, v.version`,
  )
  const selectBody = db.prepare('SELECT body FROM scheme_version WHERE id = ?').pluck()
  const selectEntries = db.prepare(
    `SELECT v.id, v.scheme_id AS schemeId, s.name, v.version, v.effective_from AS effectiveFrom, v.status, v.hash, v.rev, v.published_at AS publishedAt,
       COALESCE((SELECT a.display_name FROM account a WHERE a.id = v.published_by), '') AS publishedBy,
       (SELECT count(*) FROM score_result r WHERE r.scheme_version_id = v.id) AS resultCount
     FROM scheme_version v JOIN scheme s ON s.id = v.scheme_id WHERE s.deleted_at IS NULL AND v.discarded_at IS NULL ORDER BY s.created_at, s.id, v.version DESC`,
  )
  const selectFull = db.prepare('SELECT id, scheme_id AS schemeId, version, effective_from AS effectiveFrom, status, hash, rev, body FROM scheme_version WHERE id = ? AND discarded_at IS NULL')
  const selectLeft = db.prepare("SELECT id FROM scheme_version WHERE scheme_id = ? AND status = 'draft' AND discarded_at IS NOT NULL").pluck()
  const markRetired = db.prepare("UPDATE scheme_version SET status = 'retired', rev = rev + 1 WHERE id = ? AND rev = ? AND status = 'published' RETURNING owner_unit").pluck()
  const rowVersions = createRowVersions(db, 'scheme_version')
  const selectLast = db.prepare('SELECT COALESCE(max(version), 0) FROM scheme_version WHERE scheme_id = ?').pluck()
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
    renameScheme: (transaction: Transaction, id: string, name: string): void => void schemes.update(transaction, id, null, { name, updated_at: transaction.at }),
    /** 没有发布过、草稿也不要了的方案。 */
    removeScheme: (transaction: Transaction, id: string): void => void schemes.update(transaction, id, null, { deleted_at: transaction.at, updated_at: transaction.at }, { action: 'remove' }),
    /** 全部方案的全部版本,含草稿、停用的;不要了的草稿不在其中。 */
    entries: (): SchemeVersionListed[] => selectEntries.all() as SchemeVersionListed[],
    /** 一个版本,含草稿;不要了的草稿、没有这个为 undefined。 */
    version: (id: string): SchemeVersionFull | undefined => selectFull.get(id) as SchemeVersionFull | undefined,
    /** 新的草稿。一个方案只留一份:上次不要了的那一行接着用,版本号不跳。 */
    insertDraft: (transaction: Transaction, draft: DraftGiven): string => {
      const left = selectLeft.get(draft.schemeId) as string | undefined
      if (left !== undefined) {
        versions.update(transaction, left, null, { body: draft.body, hash: draft.hash, effective_from: draft.effectiveFrom, discarded_at: null }, { action: 'insert', force: true })
        return left
      }
      versions.insert(transaction, { id: draft.id, owner_unit: draft.ownerUnit, scheme_id: draft.schemeId, version: (selectLast.get(draft.schemeId) as number) + 1, effective_from: draft.effectiveFrom, status: 'draft', body: draft.body, hash: draft.hash, published_at: null, published_by: '', discarded_at: null })
      return draft.id
    },
    /** @returns 新的修订号。@throws RecordMissing / RecordStale */
    saveDraft: (transaction: Transaction, id: string, rev: number, draft: { readonly body: string; readonly hash: string; readonly effectiveFrom: string }): number => versions.update(transaction, id, rev, { body: draft.body, hash: draft.hash, effective_from: draft.effectiveFrom }),
    discardDraft: (transaction: Transaction, id: string, rev: number): void => void versions.update(transaction, id, rev, { discarded_at: transaction.at }, { action: 'remove' }),
    publishDraft: (transaction: Transaction, id: string, rev: number): void => void versions.update(transaction, id, rev, { status: 'published', published_at: transaction.at, published_by: transaction.actor }, { action: 'publish' }),
    /** 只动状态:发布了的版本,别的列库里不许出现在更新里。@throws RecordStale */
    retire: (transaction: Transaction, id: string, rev: number): void => {
      const ownerUnit = markRetired.get(id, rev) as string | undefined
      if (ownerUnit === undefined) throw new RecordStale((versions.read(id)?.['rev'] as number | undefined) ?? rev)
      rowVersions.record(transaction, id, transaction.auditFor({ ownerUnit, table: 'scheme_version', recordId: id, detail: { action: 'retire', fields: ['status'] } }))
    },
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
        discarded_at: null,
      }),
  }
}
export type SchemeRepo = ReturnType<typeof createSchemeRepo>
