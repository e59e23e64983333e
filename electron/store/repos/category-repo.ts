import type { Database } from 'better-sqlite3'
import type { BranchCategory } from '../../../shared/model/organisation.ts'
import { prepareRootUnit } from '../root-unit.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 支部分类,归最上级组织所有(先有组织才能加分类)。代码是标识,一经使用不再改;撤去的保留在库里,旧成绩仍能显示其名称。 */
export const createCategoryRepo = (db: Database) => {
  const list = db.prepare(
    `SELECT b.code, b.name, b.built_in AS builtIn,
       (SELECT count(*) FROM organisation_category c JOIN organisation o ON o.id = c.organisation_id WHERE c.category_code = b.code AND c.to_day IS NULL AND o.deleted_at IS NULL AND o.revoked_on IS NULL) AS branchCount
     FROM branch_category b WHERE b.retired_at IS NULL ORDER BY b.sort_order, b.code`,
  )
  const name = db.prepare('SELECT name FROM branch_category WHERE code = ?').pluck()
  const codes = db.prepare('SELECT code FROM branch_category').pluck()
  const insert = db.prepare('INSERT INTO branch_category (code, owner_unit, name, built_in, sort_order) VALUES (@code, @ownerUnit, @name, @builtIn, (SELECT COALESCE(MAX(sort_order), 0) + 1 FROM branch_category))')
  const rootUnit = prepareRootUnit(db)
  const versions = createRowVersions(db, 'branch_category')
  const retire = db.prepare('UPDATE branch_category SET retired_at = ?, rev = rev + 1 WHERE code = ? AND retired_at IS NULL')
  const all = (): BranchCategory[] => (list.all() as { code: string; name: string; builtIn: number; branchCount: number }[]).map((row) => ({ ...row, builtIn: row.builtIn === 1 }))
  return {
    /** 现用的分类,按顺序;branchCount 为现归此类的支部数。 */
    all,
    find: (code: string): BranchCategory | undefined => all().find((category) => category.code === code),
    /** 名称,含已撤去的;没有这个代码为空串。 */
    nameOf: (code: string): string => (name.get(code) as string | undefined) ?? '',
    /** 用过的全部代码,含已撤去的。 */
    usedCodes: (): Set<string> => new Set(codes.all() as string[]),
    add: (transaction: Transaction, category: { readonly code: string; readonly name: string; readonly builtIn: boolean }): void => {
      const ownerUnit = rootUnit() ?? null
      insert.run({ ...category, ownerUnit, builtIn: category.builtIn ? 1 : 0 })
      const auditSeq = transaction.auditFor({ ownerUnit, table: 'branch_category', recordId: category.code, detail: { action: 'insert' } })
      versions.record(transaction, category.code, auditSeq)
    },
    /** @returns 是否撤去了一个;没有或早已撤去为假。 */
    retire: (transaction: Transaction, code: string): boolean => {
      if (retire.run(transaction.at, code).changes === 0) return false
      const auditSeq = transaction.auditFor({ ownerUnit: rootUnit() ?? null, table: 'branch_category', recordId: code, detail: { action: 'retire' } })
      versions.record(transaction, code, auditSeq)
      return true
    },
  }
}
export type CategoryRepo = ReturnType<typeof createCategoryRepo>
