import type { Database } from 'better-sqlite3'

/**
 * 最上级的组织:考核方案、支部分类这类全单位共用的记录归它。
 *
 * @returns 读取函数;还没有任何组织为 undefined。
 */
export const prepareRootUnit = (db: Database): (() => string | undefined) => {
  const select = db
    .prepare("SELECT o.id FROM organisation o WHERE o.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM organisation_parent p WHERE p.organisation_id = o.id AND p.to_day IS NULL) ORDER BY o.kind = 'party_committee' DESC, o.sort_order, o.id LIMIT 1")
    .pluck()
  return () => select.get() as string | undefined
}
