import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import { Field } from '../../../components/field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { NO_PASSWORD, passwordSentences, type RefusedPassword } from '../../../components/judge-new-password.ts'
import { NewPasswordFields } from '../../../components/new-password-fields.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

const text = accountsText

/** 新增使用人:名称、姓名、第一个口令。 */
export const AddAccountDialog = ({ open, onClose, onAdded }: { readonly open: boolean; readonly onClose: () => void; readonly onAdded: (name: string) => void }) => {
  const submit = useSubmit()
  const [userName, setUserName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [password, setPassword] = useState(NO_PASSWORD)
  const [refused, setRefused] = useState<RefusedPassword | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!open) return
    setUserName('')
    setDisplayName('')
    setPassword(NO_PASSWORD)
    setRefused(null)
    setAsked(false)
  }, [open])
  const names = [userName, displayName]
  const add = (): void => {
    setAsked(true)
    if (userName.trim() === '' || displayName.trim() === '' || password.password === '' || password.password !== password.again || passwordSentences(password.password, names, refused).length > 0) return
    void submit.run(
      async () => {
        const result = await api.accounts.add({ userName: userName.trim(), displayName: displayName.trim(), password: password.password })
        if (!result.ok && result.error.code === 'PASSWORD_WEAK') setRefused({ password: password.password, reasons: result.error.data.reasons })
        return result
      },
      () => onAdded(displayName.trim()),
    )
  }
  const missing = (value: string): string | undefined => (asked && value.trim() === '' ? text.missing : undefined)
  return (
    <FormDialog open={open} title={text.addTitle} confirmLabel={text.confirmAdd} submit={submit} onConfirm={add} onClose={onClose}>
      <p>{text.addNote}</p>
      <Field label={text.displayName} required error={missing(displayName)}>
        {(control) => <Input {...control} autoFocus value={displayName} maxLength={40} autoComplete="off" onChange={(event) => setDisplayName(event.target.value)} />}
      </Field>
      <Field label={text.userName} required hint={text.userNameHint} error={missing(userName)}>
        {(control) => <Input {...control} value={userName} maxLength={32} autoComplete="off" onChange={(event) => setUserName(event.target.value)} />}
      </Field>
      <NewPasswordFields value={password} onChange={setPassword} names={names} refused={refused} asked={asked} />
    </FormDialog>
  )
}
