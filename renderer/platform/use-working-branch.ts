import { useEffect } from 'react'
import { useNavigation } from './navigation.ts'

/**
 * 本页面对的支部:跳转来时带了支部就以它为准并记为工作中的支部,此后跟着顶栏走。
 *
 * @param given 页面参数里的支部。
 * @returns null 表示还没有选。
 */
export const useWorkingBranch = (given: string | undefined): string | null => {
  const branchId = useNavigation((navigation) => navigation.branchId)
  const chooseBranch = useNavigation((navigation) => navigation.chooseBranch)
  useEffect(() => {
    if (given !== undefined) chooseBranch(given)
  }, [given, chooseBranch])
  return branchId ?? given ?? null
}
