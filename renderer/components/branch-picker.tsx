import { Select } from 'antd'
import { useMemo } from 'react'
import type { OrganisationKind, OrganisationNode } from '../../shared/model/organisation.ts'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { api } from '../platform/api.ts'
import { useQuery } from '../platform/use-query.ts'
import type { FieldControl } from './field.tsx'
import { matchesPinyin } from './pinyin-match.ts'

export interface BranchPickerProps extends Partial<FieldControl> {
  readonly value: string | null
  readonly onChange: (organisationId: string | null) => void
  /** 没有外层标签时必须给。 */
  readonly 'aria-label'?: string
  /** 可选哪几类组织;缺省只有党支部。 */
  readonly kinds?: readonly OrganisationKind[]
  /** 不能选的(移动时排除自己和下级)。 */
  readonly exclude?: ReadonlySet<string>
  readonly placeholder?: string
  readonly allowClear?: boolean
  readonly disabled?: boolean
}

const BRANCHES: readonly OrganisationKind[] = ['branch']

/** 全部组织,变了会自己重取;各处共用一种取法。 */
export const useOrganisations = (): { readonly nodes: readonly OrganisationNode[]; readonly query: ReturnType<typeof useQuery<Record<string, never>, { nodes: OrganisationNode[] }>> } => {
  const query = useQuery(api.organisations.tree, {}, ['organisations.changed', 'members.changed', 'workspace.changed'])
  return { nodes: query.data?.nodes ?? [], query }
}

/** 选一个支部(或其他组织):可打名称、拼音、首字母或代码。 */
export const BranchPicker = ({ value, onChange, kinds = BRANCHES, exclude, placeholder = commonText.branchPicker.placeholder, allowClear = false, disabled = false, ...control }: BranchPickerProps) => {
  const { nodes, query } = useOrganisations()
  const options = useMemo(() => nodes.filter((node) => kinds.includes(node.kind) && exclude?.has(node.id) !== true).map((node) => ({ value: node.id, label: node.name, code: node.code, short: node.shortName })), [nodes, kinds, exclude])
  return (
    <Select
      {...control}
      className="branch-picker"
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
      options={options}
      loading={query.loading}
      disabled={disabled}
      allowClear={allowClear}
      showSearch={{ filterOption: (typed, option) => option !== undefined && (option.code.toLowerCase().startsWith(typed.toLowerCase()) || matchesPinyin(option.label, typed) || matchesPinyin(option.short, typed)) }}
      placeholder={placeholder}
      notFoundContent={query.loading ? commonText.loading : commonText.branchPicker.notFound}
      popupMatchSelectWidth={false}
    />
  )
}
