import { useCallback, useEffect } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { BranchPicker, useOrganisations } from '../components/branch-picker.tsx'
import { api } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import { useQuery } from '../platform/use-query.ts'

/** 顶栏里的「工作中的支部」,各页共用。 */
export const BranchInBar = () => {
  const { branchId, chooseBranch } = useNavigation()
  const { nodes } = useOrganisations()
  const isListed = nodes.some((node) => node.id === branchId && node.kind === 'branch')
  const kept = useQuery(api.organisations.get, branchId !== null && nodes.length > 0 && !isListed ? { id: branchId } : null, ['organisations.changed'])
  const isGone = kept.error !== null
  // 第一次打开时先选中第一个支部,免得各页都空着;选中的支部不在了也一样。已经撤销的留着:要看它从前的手册。
  useEffect(() => {
    const branches = nodes.filter((node) => node.kind === 'branch')
    if (branches.length > 0 && (branchId === null || isGone)) chooseBranch(branches[0]?.id ?? null)
  }, [nodes, branchId, isGone, chooseBranch])
  const choose = useCallback((chosen: string | null) => chosen !== null && chooseBranch(chosen), [chooseBranch])
  return (
    <span className="shell-branch">
      <span aria-hidden="true">{shellText.workingBranch}</span>
      <BranchPicker aria-label={shellText.workingBranch} value={branchId} onChange={choose} />
    </span>
  )
}
