import { wuweiBaolei } from '../../../data/templates/wuwei-baolei.ts'
import { createCategoryRepo } from '../../../store/repos/category-repo.ts'
import { createSchemeRepo } from '../../../store/repos/scheme-repo.ts'
import type { WorkspaceScope } from '../../workspace-scope.ts'
import { publishVersion } from './publish-scheme.ts'

const FIRST_EFFECTIVE_DAY = '2026-01-01'

/**
 * 新工作区自带的方案:五维模板作为第 1 版发布,自 2026 年 1 月起用。
 * 要先有单位与支部类别:方案归单位所有,满分要对每个类别都正好。
 */
export const populateScheme = (scope: WorkspaceScope): void => {
  const repo = createSchemeRepo(scope.store.db)
  const ownerUnit = repo.rootUnit()
  if (ownerUnit === undefined) throw new Error('a scheme needs an organisation to own it')
  const categories = createCategoryRepo(scope.store.db)
    .all()
    .map((category) => category.code)
  scope.write('evaluation', 'evaluation.publishScheme', (transaction) => {
    const schemeId = scope.ports.ids.next()
    repo.insertScheme(transaction, { id: schemeId, ownerUnit, name: wuweiBaolei.name })
    publishVersion(repo, transaction, { id: scope.ports.ids.next(), schemeId, ownerUnit, version: 1, effectiveFrom: FIRST_EFFECTIVE_DAY, body: wuweiBaolei, categories })
  })
}
