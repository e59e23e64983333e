import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { judgeRecoveryCode, tidyRecoveryCode } from '../../../shared/util/recovery-code.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { newPasswordProblem, NO_PASSWORD, type RefusedPassword } from '../../components/judge-new-password.ts'
import { NewPasswordFields } from '../../components/new-password-fields.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import type { Failure } from '../../platform/use-query.ts'
import { RecoveryCodeField } from './recovery-code-field.tsx'
import '../../components/recovery-codes.css'

const text = signInText.recover

interface RecoverFormProps {
  readonly onBack: () => void
  /** 库打不开一类的失败交给启动说明页;返回 false 为就在这里说。 */
  readonly onTrouble: (failure: Failure) => boolean
}

/** 忘记口令:恢复码、使用人、新口令,一次办完并登录(F57)。 */
export const RecoverForm = ({ onBack, onTrouble }: RecoverFormProps) => {
  const { message } = App.useApp()
  const apply = useSession((session) => session.apply)
  const refresh = useSession((session) => session.refresh)
  const [code, setCode] = useState('')
  const [userName, setUserName] = useState('')
  const [next, setNext] = useState(NO_PASSWORD)
  const [refused, setRefused] = useState<RefusedPassword | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const name = userName.trim()

  const submit = async (): Promise<void> => {
    setAsked(true)
    if (busy || judgeRecoveryCode(code).verdict !== 'good' || name === '' || newPasswordProblem(next, [name], refused) !== null) return
    setBusy(true)
    setFailure(null)
    const result = await api.session.recover({ code: tidyRecoveryCode(code), userName: name, newPassword: next.password })
    setBusy(false)
    if (result.ok) {
      message.success(text.done)
      apply(result.value.session, result.value.workspace)
      refresh()
    } else if (result.error.code === 'PASSWORD_WEAK') setRefused({ password: next.password, reasons: (result.error.data as { readonly reasons: readonly string[] }).reasons })
    else if (!onTrouble(result.error)) setFailure(result.error)
  }
  const imeSafe = useImeSafeForm(() => void submit())
  return (
    <form className="sign-in-form" {...imeSafe}>
      <p>{text.intro}</p>
      {failure !== null && <ErrorNote failure={failure} />}
      <RecoveryCodeField value={code} onChange={setCode} asked={asked} disabled={busy} />
      <Field label={signInText.userName} required hint={text.userNameHint} error={asked && name === '' ? signInText.userNameMissing : undefined}>
        {(control) => <Input {...control} value={userName} maxLength={32} autoComplete="off" autoCapitalize="off" spellCheck={false} disabled={busy} onChange={(event) => setUserName(event.target.value)} />}
      </Field>
      <NewPasswordFields value={next} onChange={setNext} names={[name]} refused={refused} asked={asked} disabled={busy} />
      <div className="sign-in-actions">
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {busy ? signInText.working : text.submit}
        </Button>
        <Button size="large" onClick={onBack} disabled={busy}>
          {text.back}
        </Button>
      </div>
    </form>
  )
}
