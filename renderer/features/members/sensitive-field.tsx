import { Button, Input, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { SensitiveField as SensitiveKey } from '../../../shared/model/member.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

interface SensitiveFieldProps {
  readonly label: string
  readonly field: SensitiveKey
  /** 哪一个人;新增时为 null:直接填,不遮。 */
  readonly memberId: string | null
  /** 遮住的样子;没填过为空串。 */
  readonly masked: string
  /** 改动:null 为没动。 */
  readonly value: string | null
  readonly onChange: (typed: string | null) => void
  readonly maxLength: number
  readonly error?: string | undefined
}

const text = membersText.sensitive

/** 敏感的一项:平时只有遮住的样子,原值不在页面里;看一眼要选用途,记一笔,到时自己遮回去;要改就重新填。 */
export const SensitiveField = ({ label, field, memberId, masked, value, onChange, maxLength, error }: SensitiveFieldProps) => {
  const [seen, setSeen] = useState<{ readonly value: string; readonly left: number } | null>(null)
  const [asking, setAsking] = useState(false)
  const [editing, setEditing] = useState(false)
  const [purpose, setPurpose] = useState<string>(text.purposes[0])
  const submit = useSubmit()
  const input = useRef<HTMLInputElement | null>(null)
  useEffect(() => {
    if (seen === null) return undefined
    const timer = setTimeout(() => setSeen(seen.left <= 1 ? null : { ...seen, left: seen.left - 1 }), 1000)
    return () => clearTimeout(timer)
  }, [seen])
  const isFree = memberId === null || masked === '' || value !== null || editing
  const ask = (): void => {
    if (memberId === null) return
    void submit.run(
      () => api.members.reveal({ id: memberId, field, purpose }),
      ({ value: found, hideAfterSeconds }) => {
        setAsking(false)
        setSeen({ value: found, left: hideAfterSeconds })
      },
    )
  }
  const edit = (): void => {
    setSeen(null)
    setEditing(true)
    requestAnimationFrame(() => input.current?.focus())
  }
  return (
    <>
      <Field label={label} error={error} hint={seen === null ? (isFree && masked !== '' && memberId !== null ? text.retype : undefined) : membersText.revealLeft(seen.left)}>
        {(control) => (
          <span className="id-number">
            {isFree ? (
              <Input
                {...control}
                ref={(element) => {
                  input.current = element?.input ?? null
                }}
                value={value ?? ''}
                maxLength={maxLength}
                autoComplete="off"
                placeholder={memberId !== null && masked !== '' ? masked : ''}
                onChange={(event) => onChange(event.target.value)}
                onBlur={() => value === null && setEditing(false)}
              />
            ) : (
              <Input {...control} value={seen?.value ?? masked} readOnly />
            )}
            {!isFree && (
              <>
                <Button onClick={() => (seen === null ? setAsking(true) : setSeen(null))}>{seen === null ? membersText.reveal : membersText.hide}</Button>
                <Button onClick={edit}>{text.edit}</Button>
              </>
            )}
            {isFree && memberId !== null && masked !== '' && value !== null && (
              <Button
                onClick={() => {
                  onChange(null)
                  setEditing(false)
                }}
              >
                {text.keep}
              </Button>
            )}
          </span>
        )}
      </Field>
      <FormDialog open={asking} title={text.title(label)} confirmLabel={membersText.reveal} submit={submit} onConfirm={ask} onClose={() => setAsking(false)}>
        <p>{text.explain}</p>
        <Radio.Group className="sensitive-purposes" aria-label={text.purpose} value={purpose} onChange={(event) => setPurpose(String(event.target.value))}>
          {text.purposes.map((entry) => (
            <Radio key={entry} value={entry}>
              {entry}
            </Radio>
          ))}
        </Radio.Group>
      </FormDialog>
    </>
  )
}
