import { builtInBranchCategories } from '../../../shared/data/code-tables/branch-categories.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

export const useCategories = () => useQuery(api.organisations.categories, {}, ['organisations.changed'])

/** 分类代码 → 名称;单位自加的从库里取。 */
export const useCategoryNames = (): ((code: string) => string) => {
  const { data } = useCategories()
  return (code) => data?.categories.find((category) => category.code === code)?.name ?? nameOf(builtInBranchCategories, code)
}
