import { Button, Input } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { signInText as text } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { PasswordField } from '../../components/password-field.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import type { Failure } from '../../platform/use-query.ts'
import { countdownWords, useCountdown } from './use-countdown.ts'

interface SignInFormProps {
  /** 锁屏时还是原来的人:名字不用再写。 */
  readonly fixedUser: { readonly userName: string; readonly displayName: string } | null
  readonly submitLabel: string
  /** 除了口令不对一类,别的失败(库坏了、钥匙丢了)交给启动说明页;返回 false 为就在这里说。 */
  readonly onTrouble?: (failure: Failure, typed: { readonly userName: string; readonly password: string }) => boolean
  /** 按钮后面的其他选择。 */
  readonly children?: ReactNode
}

const untilOf = (failure: Failure | null): number | null => {
  if (failure?.code !== 'ACCOUNT_BLOCKED') return null
  const { until } = failure.data as { readonly until: number } // 形状由契约规定
  return until
}

/** 使用人与口令。错了口令框清空、光标留在里面;停用时倒数。 */
export const SignInForm = ({ fixedUser, submitLabel, onTrouble, children }: SignInFormProps) => {
  const apply = useSession((session) => session.apply)
  const refresh = useSession((session) => session.refresh)
  const [typedName, setTypedName] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<{ readonly failure: Failure; readonly userName: string } | null>(null)
  const userName = fixedUser?.userName ?? typedName.trim()
  // 停用的是那一个人;换个名字就不挡。
  const failure = failed?.userName === userName ? failed.failure : null
  const left = useCountdown(untilOf(failure))
  const form = useRef<HTMLFormElement>(null)
  // 输错之后光标回到口令框,接着输就行。
  useEffect(() => {
    if (failed !== null) form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')?.focus()
  }, [failed])

  const submit = async (): Promise<void> => {
    setAsked(true)
    if (busy || left !== null || userName === '' || password === '') return
    setBusy(true)
    setFailed(null)
    const result = await api.session.signIn({ userName, password })
    setBusy(false)
    if (result.ok) {
      apply(result.value.session, result.value.workspace)
      refresh()
      return
    }
    setAsked(false)
    setPassword('')
    if (onTrouble?.(result.error, { userName, password }) !== true) setFailed({ failure: result.error, userName })
  }
  const imeSafe = useImeSafeForm(() => void submit())
  return (
    <form ref={form} className="sign-in-form" {...imeSafe}>
      {failure !== null && <ErrorNote failure={failure} />}
      {fixedUser === null && (
        <Field label={text.userName} required error={asked && userName === '' ? text.userNameMissing : undefined}>
          {(control) => <Input {...control} value={typedName} maxLength={32} autoFocus autoComplete="off" autoCapitalize="off" spellCheck={false} disabled={busy} onChange={(event) => setTypedName(event.target.value)} />}
        </Field>
      )}
      <PasswordField label={text.password} value={password} onChange={setPassword} autoFocus={fixedUser !== null} disabled={busy} error={asked && password === '' && !busy ? text.passwordMissing : undefined} />
      {left !== null && (
        <p className="sign-in-blocked" role="timer">
          {text.blocked(countdownWords(left))}
        </p>
      )}
      <div className="sign-in-actions">
        <Button type="primary" htmlType="submit" size="large" loading={busy} disabled={left !== null}>
          {busy ? text.working : submitLabel}
        </Button>
        {children}
      </div>
    </form>
  )
}
