import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { parseYuan, plainYuan } from '../../../shared/util/parse-yuan.ts'
import type { FieldControl } from '../../components/field.tsx'

interface MoneyInputProps extends Partial<FieldControl> {
  /** 分;没填为 null。 */
  readonly value: number | null
  /** 认不出的为 undefined。 */
  readonly onChange: (fen: number | null | undefined) => void
  readonly 'aria-label'?: string
}

/** 一个金额框:打元,交出分;打的字原样留着。 */
export const MoneyInput = ({ value, onChange, ...control }: MoneyInputProps) => {
  const [typed, setTyped] = useState(value === null ? '' : plainYuan(value))
  const parsed = typed.trim() === '' ? null : (parseYuan(typed) ?? undefined)
  // 外面换了一份内容(打开另一个人)才跟着换。
  useEffect(() => {
    if (parsed !== undefined && parsed !== value) setTyped(value === null ? '' : plainYuan(value))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- 只看外面给的值
  }, [value])
  return (
    <Input
      {...control}
      inputMode="decimal"
      autoComplete="off"
      maxLength={14}
      value={typed}
      {...(parsed === undefined ? { status: 'error' as const, 'aria-invalid': true } : {})}
      onChange={(event) => {
        setTyped(event.target.value)
        const text = event.target.value.trim()
        onChange(text === '' ? null : (parseYuan(text) ?? undefined))
      }}
    />
  )
}
