import { builtInBranchCategories } from '../../shared/data/code-tables/branch-categories.ts'
import { createCategoryRepo } from '../store/repos/category-repo.ts'
import { createOrganisationWrites } from '../store/repos/organisation-writes.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/**
 * 新工作区的组织部分:最上级党委(名称由使用人给)与内置的五个支部分类。
 *
 * @returns 最上级党委的标识。
 */
export const populateNewWorkspace = (scope: WorkspaceScope, name: string): string =>
  scope.write('workspace', 'system.createWorkspace', (transaction) => {
    const writes = createOrganisationWrites(scope.store.db, () => scope.ports.ids.next())
    const root = writes.add(transaction, { parentId: null, kind: 'party_committee', name, shortName: '', code: '', category: null, fromDay: scope.ports.clock.today() })
    const categories = createCategoryRepo(scope.store.db)
    for (const { code, name: categoryName } of builtInBranchCategories) categories.add(transaction, { code, name: categoryName, builtIn: true })
    return root
  })
