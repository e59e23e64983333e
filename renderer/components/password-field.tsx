import { Button, Input } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { Field } from './field.tsx'
import './password-field.css'

export interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  /** 新设的口令,不是输入已有的。 */
  readonly isNew?: boolean
  /** 与另一框一起显示、一起收起;不给就自己管,并带按钮。 */
  readonly shown?: boolean
}

/** 一个口令框:可以显示出来看,大写锁定开着会提醒。粘贴不拦。 */
export const PasswordField = ({ label, value, onChange, hint, error, autoFocus = false, disabled = false, isNew = false, shown: shownTogether }: PasswordFieldProps) => {
  const [shownHere, setShownHere] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const shown = shownTogether ?? shownHere
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Field label={label} required error={error} hint={hint}>
      {(control) => (
        <>
          <span className="password-line">
            <Input
              {...control}
              type={shown ? 'text' : 'password'}
              value={value}
              maxLength={200}
              autoFocus={autoFocus}
              disabled={disabled}
              autoComplete={isNew ? 'new-password' : 'current-password'}
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={watchCapsLock}
              onKeyUp={watchCapsLock}
              onBlur={() => setCapsLock(false)}
            />
            {shownTogether === undefined && <ShowButton shown={shown} onChange={setShownHere} />}
          </span>
          {/* 一直留着这个节点,读屏软件才会念出后来填进去的话。 */}
          <span className="password-caps" role="status">
            {capsLock && signInText.capsLock}
          </span>
        </>
      )}
    </Field>
  )
}

/** 显示、收起口令的按钮。 */
export const ShowButton = ({ shown, onChange }: { readonly shown: boolean; readonly onChange: (shown: boolean) => void }) => (
  <Button aria-pressed={shown} onClick={() => onChange(!shown)}>
    {shown ? signInText.hide : signInText.show}
  </Button>
)
