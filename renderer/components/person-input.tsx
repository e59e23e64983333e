import { AutoComplete } from 'antd'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { api } from '../platform/api.ts'
import { useQuery } from '../platform/use-query.ts'
import type { FieldControl } from './field.tsx'
import { isImeKey } from './ime.ts'
import { matchesPinyin } from './pinyin-match.ts'

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
  // 新的提示还没回来时,旧提示里只留对得上的:快手按回车也不会选到不相干的人。
  const people = (data?.people ?? []).filter((person) => settled === search || matchesPinyin(person.name, search ?? ''))
  const options = people.map((person) => ({ key: person.memberId, value: person.name, memberId: person.memberId }))
  const pick = (option: { readonly value: string; readonly memberId: string }): void => {
    onChange(option.value)
    onPick?.({ memberId: option.memberId, name: option.value })
  }
  // 部件自己会拦下 Tab(只收起提示,光标不走):改成选上亮着的那个,照常走到下一格。
  const onTab = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Tab' || isImeKey(event) || !(event.target instanceof HTMLInputElement)) return
    event.stopPropagation()
    if (event.target.getAttribute('aria-expanded') !== 'true') return
    const active = options[Number(/_(\d+)$/.exec(event.target.getAttribute('aria-activedescendant') ?? '')?.[1] ?? -1)]
    if (active !== undefined && !event.shiftKey) pick(active)
  }
  return (
    <span className="person-input" onKeyDownCapture={onTab}>
      <AutoComplete
        {...control}
        className="full-width"
        value={value}
        options={options}
        disabled={disabled}
        maxLength={maxLength}
        placeholder={commonText.personInput.placeholder}
        // 打拼音时第一个先亮着,回车就选;打汉字时不抢,外单位的人名照样能填。
        defaultActiveFirstOption={/^[a-z' ]+$/i.test(value)}
        onFocus={() => setSearch('')}
        onSearch={setSearch}
        onChange={(text: string | undefined) => onChange(text ?? '')}
        onSelect={(_name, option) => pick(option)}
        onBlur={() => onBlur?.()}
      />
    </span>
  )
}
