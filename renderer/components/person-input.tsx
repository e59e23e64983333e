import { AutoComplete } from 'antd'
import { useEffect, useState } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { api } from '../platform/api.ts'
import { useQuery } from '../platform/use-query.ts'
import type { FieldControl } from './field.tsx'

export interface PersonInputProps extends Partial<FieldControl> {
  /** 从哪个支部的名册里提示;null 时不提示,只当普通输入框。 */
  readonly branchId: string | null
  readonly value: string
  readonly onChange: (name: string) => void
  /** 从提示里选定了一个人。自己打的字不触发。 */
  readonly onPick?: (person: { readonly memberId: string; readonly name: string }) => void
  readonly 'aria-label'?: string
  readonly disabled?: boolean
  readonly maxLength?: number
  readonly onBlur?: () => void
}

const SETTLE_MILLISECONDS = 150

/** 人名:随便打,也可按姓名、全拼、首字母从名册里选(外单位的人名册里没有,照样能填)。 */
export const PersonInput = ({ branchId, value, onChange, onPick, disabled = false, maxLength = 40, onBlur, ...control }: PersonInputProps) => {
  const [search, setSearch] = useState<string | null>(null)
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(search), SETTLE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [search])
  const { data } = useQuery(api.meetings.suggestPeople, branchId === null || settled === null ? null : { branchId, search: settled.trim().slice(0, 20) })
  const options = (data?.people ?? []).map((person) => ({ key: person.memberId, value: person.name, memberId: person.memberId }))
  return (
    <AutoComplete
      {...control}
      className="person-input"
      value={value}
      options={options}
      disabled={disabled}
      maxLength={maxLength}
      placeholder={commonText.personInput.placeholder}
      onFocus={() => setSearch('')}
      onSearch={setSearch}
      onChange={(text: string | undefined) => onChange(text ?? '')}
      onSelect={(_name, option) => {
        onChange(option.value)
        onPick?.({ memberId: option.memberId, name: option.value })
      }}
      onBlur={() => onBlur?.()}
    />
  )
}
