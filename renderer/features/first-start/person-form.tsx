import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import { userNameSchema } from '../../../shared/model/workspace.ts'
import { Field } from '../../components/field.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { newPasswordProblem, NO_PASSWORD, type RefusedPassword } from '../../components/judge-new-password.ts'
import { NewPasswordFields } from '../../components/new-password-fields.tsx'

const text = firstStartText.person

export interface NewPerson {
  readonly userName: string
  readonly displayName: string
  readonly password: string
}

interface PersonFormProps {
  /** 先填上的;口令总是重新设。 */
  readonly initial: { readonly userName: string; readonly displayName: string }
  readonly unitName: string
  /** 别人已经用了的名字。 */
  readonly taken: readonly string[]
  readonly refused: RefusedPassword | null
  readonly busy: boolean
  readonly submitLabel: string
  readonly onSubmit: (person: NewPerson) => void
  readonly children?: ReactNode
}

const lower = (name: string): string => name.normalize('NFKC').toLowerCase()

const userNameProblem = (userName: string, taken: readonly string[]): string | undefined => {
  if (userName === '') return text.userNameMissing
  if (!userNameSchema.safeParse(userName).success) return text.userNameUnsuitable
  return taken.some((name) => lower(name) === lower(userName)) ? text.userNameTaken : undefined
}

/** 一个使用人:登录名、姓名、口令两遍。 */
export const PersonForm = ({ initial, unitName, taken, refused, busy, submitLabel, onSubmit, children }: PersonFormProps) => {
  const [typedName, setUserName] = useState(initial.userName)
  const [displayName, setDisplayName] = useState(initial.displayName)
  const [password, setPassword] = useState(NO_PASSWORD)
  const [asked, setAsked] = useState(false)
  const userName = typedName.trim()
  const names = [userName, displayName, unitName]
  const nameProblem = userNameProblem(userName, taken)
  const displayNameMissing = displayName.trim() === ''
  const submit = (): void => {
    setAsked(true)
    if (busy || nameProblem !== undefined || displayNameMissing || newPasswordProblem(password, names, refused) !== null) return
    onSubmit({ userName, displayName: displayName.trim(), password: password.password })
  }
  const imeSafe = useImeSafeForm(submit)
  return (
    <form className="first-start-form" {...imeSafe}>
      <div className="form-row">
        <Field label={text.userName} required hint={text.userNameHint} error={asked ? nameProblem : undefined}>
          {(control) => <Input {...control} value={typedName} maxLength={32} autoFocus autoComplete="off" autoCapitalize="off" spellCheck={false} disabled={busy} onChange={(event) => setUserName(event.target.value)} />}
        </Field>
        <Field label={text.displayName} required hint={text.displayNameHint} error={asked && displayNameMissing ? text.displayNameMissing : undefined}>
          {(control) => <Input {...control} value={displayName} maxLength={40} autoComplete="off" disabled={busy} onChange={(event) => setDisplayName(event.target.value)} />}
        </Field>
      </div>
      <NewPasswordFields value={password} onChange={setPassword} names={names} refused={refused} asked={asked} disabled={busy} label={text.password} />
      <div className="first-start-actions">
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {busy ? firstStartText.starting.create : submitLabel}
        </Button>
        {children}
      </div>
    </form>
  )
}
