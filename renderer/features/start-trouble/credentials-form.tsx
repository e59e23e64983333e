import { Button, Input } from 'antd'
import { useState } from 'react'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { startTroubleText } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import { Field } from '../../components/field.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { PasswordField } from '../../components/password-field.tsx'

const text = startTroubleText.credentials

/** 设了口令的工作区:先确认是谁。 */
export const CredentialsForm = ({ busy, onSubmit }: { readonly busy: boolean; readonly onSubmit: (person: { readonly userName: string; readonly password: string }) => void }) => {
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = (): void => {
    setAsked(true)
    if (!busy && userName.trim() !== '' && password !== '') onSubmit({ userName: userName.trim(), password })
  }
  const imeSafe = useImeSafeForm(submit)
  return (
    <form className="trouble-panel" aria-label={text.title} {...imeSafe}>
      <h3>{text.title}</h3>
      <p>{text.note}</p>
      <Field label={signInText.userName} required error={asked && userName.trim() === '' ? signInText.userNameMissing : undefined}>
        {(control) => <Input {...control} value={userName} maxLength={32} autoFocus autoComplete="off" disabled={busy} onChange={(event) => setUserName(event.target.value)} />}
      </Field>
      <PasswordField label={signInText.password} value={password} onChange={setPassword} disabled={busy} error={asked && password === '' ? signInText.passwordMissing : undefined} />
      <Button type="primary" htmlType="submit" size="large" loading={busy}>
        {text.submit}
      </Button>
    </form>
  )
}
