import { useCallback, useEffect } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { BranchPicker, useOrganisations } from '../components/branch-picker.tsx'
import { useNavigation } from '../platform/navigation.ts'

/** 顶栏里的「工作中的支部」,各页共用。 */
export const BranchInBar = () => {
  const { branchId, chooseBranch } = useNavigation()
  const { nodes } = useOrganisations()
  // 第一次打开时先选中第一个支部,免得各页都空着;选中的支部不在了也一样。
  useEffect(() => {
    const branches = nodes.filter((node) => node.kind === 'branch')
    if (branches.length > 0 && !branches.some((node) => node.id === branchId)) chooseBranch(branches[0]?.id ?? null)
  }, [nodes, branchId, chooseBranch])
  const choose = useCallback((chosen: string | null) => chosen !== null && chooseBranch(chosen), [chooseBranch])
  return (
    <span className="shell-branch">
      <span aria-hidden="true">{shellText.workingBranch}</span>
      <BranchPicker aria-label={shellText.workingBranch} value={branchId} onChange={choose} />
    </span>
  )
}
