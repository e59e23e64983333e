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

/** 某一天(缺省为今天)的全部组织,变了会自己重取;各处共用一种取法。 */
export const useOrganisations = (day?: string): { readonly nodes: readonly OrganisationNode[]; readonly query: ReturnType<typeof useQuery<{ day?: string }, { nodes: OrganisationNode[] }>> } => {
  const query = useQuery(api.organisations.tree, day === undefined ? {} : { day }, ['organisations.changed', 'members.changed', 'workspace.changed'])
  return { nodes: query.data?.nodes ?? [], query }
}

/** 选一个支部(或其他组织):可打名称、拼音、首字母或代码。 */
export const BranchPicker = ({ value, onChange, kinds = BRANCHES, exclude, placeholder = commonText.branchPicker.placeholder, allowClear = false, disabled = false, ...control }: BranchPickerProps) => {
  const { nodes, query } = useOrganisations()
  const options = useMemo(() => nodes.filter((node) => kinds.includes(node.kind) && exclude?.has(node.id) !== true).map((node) => ({ value: node.id, label: node.name, code: node.code, short: node.shortName })), [nodes, kinds, exclude])
  // 选着的已经撤销:树上没有了,仍认得出它,不当作没选。
  const isUnlisted = value !== null && nodes.length > 0 && !nodes.some((node) => node.id === value)
  const unlisted = useQuery(api.organisations.get, isUnlisted ? { id: value } : null, ['organisations.changed'])
  const shown = isUnlisted && unlisted.data !== null ? [...options, { value, label: commonText.branchPicker.revoked(unlisted.data.name), code: unlisted.data.code, short: unlisted.data.shortName }] : options
  return (
    <Select
      {...control}
      className="branch-picker"
      value={shown.some((option) => option.value === value) ? value : null}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
      options={shown}
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
