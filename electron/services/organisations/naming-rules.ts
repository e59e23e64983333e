import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createCategoryRepo } from '../../store/repos/category-repo.ts'
import { createOrganisationWrites } from '../../store/repos/organisation-writes.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 组织的名称、代码不能重复,分类要有。 */
export const createNamingRules = (scope: WorkspaceScope) => {
  const writes = createOrganisationWrites(scope.store.db, () => scope.ports.ids.next())
  const categories = createCategoryRepo(scope.store.db)
  const requireCategory = (code: string): void => {
    if (categories.find(code) === undefined) failWith('NOT_FOUND')
  }
  /** 党小组只在本支部内不重名,其余在全单位内。 */
  const requireFreeName = (name: string, kind: OrganisationKind, parentId: string | null, except: string | null): void => {
    if (writes.isNameTaken(name, kind === 'party_group' ? parentId : null, except)) failWith('DUPLICATE_NAME', { name })
  }
  const requireFreeCode = (code: string, except: string | null): void => {
    if (code !== '' && writes.isCodeTaken(code, except)) failWith('DUPLICATE_CODE', { code })
  }
  return {
    requireCategory,
    requireFreeName,
    requireFreeCode,
    requireNew: (input: { readonly name: string; readonly code: string; readonly category: string | null; readonly kind: OrganisationKind; readonly parentId: string | null }): void => {
      if (input.category !== null) requireCategory(input.category)
      requireFreeCode(input.code, null)
      requireFreeName(input.name, input.kind, input.parentId, null)
    },
  }
}
