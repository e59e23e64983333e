import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { Field } from '../../components/field.tsx'

interface IdNumberFieldProps {
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error?: string | undefined
  /** 新增时直接填,不遮。 */
  readonly open?: boolean
}

const SHOWN_SECONDS = 60

export const maskIdNumber = (idNumber: string): string => (idNumber.length < 9 ? idNumber : `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`)

/** 证号平时遮住中间;按「看一眼」才放到页面上,60 秒后自己遮回去。 */
export const IdNumberField = ({ value, onChange, error, open = false }: IdNumberFieldProps) => {
  const [left, setLeft] = useState(0)
  const [startedEmpty] = useState(value === '')
  const revealed = open || startedEmpty || left > 0
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <Field label={membersText.fields.idNumber} error={error} hint={left > 0 ? membersText.revealLeft(left) : undefined}>
      {(control) => (
        <span className="id-number">
          {revealed ? (
            <Input {...control} value={value} maxLength={24} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
          ) : (
            <Input {...control} value={maskIdNumber(value)} readOnly />
          )}
          {!open && !startedEmpty && <Button onClick={() => setLeft(left > 0 ? 0 : SHOWN_SECONDS)}>{left > 0 ? membersText.hide : membersText.reveal}</Button>}
        </span>
      )}
    </Field>
  )
}
