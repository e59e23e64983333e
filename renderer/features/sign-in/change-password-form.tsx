import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { newPasswordProblem, NO_PASSWORD, type RefusedPassword } from '../../components/judge-new-password.ts'
import { NewPasswordFields } from '../../components/new-password-fields.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import type { Failure } from '../../platform/use-query.ts'
import './sign-in.css'

const text = signInText.change

/** 换自己的口令:现在的,新的两遍。 */
export const ChangePasswordForm = ({ onChanged, children }: { readonly onChanged: () => void; readonly children?: ReactNode }) => {
  const user = useSession((session) => session.session.user)
  const apply = useSession((session) => session.apply)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(NO_PASSWORD)
  const [refused, setRefused] = useState<RefusedPassword | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const names = user === null ? [] : [user.userName, user.displayName]

  const submit = async (): Promise<void> => {
    setAsked(true)
    if (busy || current === '' || newPasswordProblem(next, names, refused) !== null) return
    setBusy(true)
    setFailure(null)
    const result = await api.session.changePassword({ currentPassword: current, newPassword: next.password })
    setBusy(false)
    if (result.ok) {
      apply(result.value)
      onChanged()
    } else if (result.error.code === 'PASSWORD_WEAK') setRefused({ password: next.password, reasons: (result.error.data as { readonly reasons: readonly string[] }).reasons })
    else {
      if (result.error.code === 'PASSWORD_WRONG') setCurrent('')
      setAsked(false)
      setFailure(result.error)
    }
  }
  const imeSafe = useImeSafeForm(() => void submit())
  return (
    <form className="sign-in-form" {...imeSafe}>
      {failure !== null && <ErrorNote failure={failure} />}
      <PasswordField label={text.current} value={current} onChange={setCurrent} autoFocus disabled={busy} error={asked && current === '' ? signInText.passwordMissing : undefined} />
      <NewPasswordFields value={next} onChange={setNext} names={names} refused={refused} asked={asked} disabled={busy} />
      <div className="sign-in-actions">
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {busy ? signInText.working : text.submit}
        </Button>
        {children}
      </div>
    </form>
  )
}
