import { useState } from 'react'
import { passwordsText } from '../../shared/i18n/zh-CN/passwords.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { passwordSentences, USUAL_MINIMUM, type NewPassword, type RefusedPassword } from './judge-new-password.ts'
import { PasswordField, ShowButton } from './password-field.tsx'
import './password-field.css'

interface NewPasswordFieldsProps {
  readonly value: NewPassword
  readonly onChange: (value: NewPassword) => void
  /** 口令里不能有的:使用人、姓名。 */
  readonly names: readonly string[]
  readonly refused: RefusedPassword | null
  /** 按过提交:没填的也要说。 */
  readonly asked: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** 第一个框叫什么;缺省「新口令」。 */
  readonly label?: string
}

/** 设一个新口令:两遍,可以显示出来,为什么不行边打边说。 */
export const NewPasswordFields = ({ value, onChange, names, refused, asked, disabled = false, autoFocus = false, label = signInText.next.password }: NewPasswordFieldsProps) => {
  const [shown, setShown] = useState(false)
  const text = signInText.next
  const sentences = passwordSentences(value.password, names, refused)
  const missing = asked && value.password === '' ? text.missing : undefined
  const fine = value.password !== '' && sentences.length === 0
  const differs = value.again !== '' && value.again !== value.password && (asked || value.again.length >= value.password.length)
  return (
    <>
      <PasswordField
        label={label}
        isNew
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        error={missing}
        shown={shown}
        disabled={disabled}
        autoFocus={autoFocus}
        hint={
          <>
            {fine ? <span className="password-fine">{text.good}</span> : value.password === '' && `${text.phrase}${passwordsText.hint(USUAL_MINIMUM)}`}
            <span className={asked || refused?.password === value.password ? 'password-reasons' : undefined} role="status">
              {sentences.join('；')}
            </span>
          </>
        }
      />
      <PasswordField label={text.again} isNew value={value.again} onChange={(again) => onChange({ ...value, again })} error={differs || (asked && value.again === '' && fine) ? text.differs : undefined} hint={text.againHint} shown={shown} disabled={disabled} />
      <ShowButton shown={shown} onChange={setShown} />
    </>
  )
}
