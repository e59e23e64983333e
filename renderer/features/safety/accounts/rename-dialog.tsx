import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { accountsText as text } from '../../../../shared/i18n/zh-CN/accounts.ts'
import type { Account } from '../../../../shared/model/workspace.ts'
import { Field } from '../../../components/field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

/** 改姓名(写错了、改了名);登录用的名称不变。 */
export const RenameDialog = ({ account, onClose, onRenamed }: { readonly account: Account | null; readonly onClose: () => void; readonly onRenamed: () => void }) => {
  const submit = useSubmit()
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    setName(account?.displayName ?? '')
    setAsked(false)
  }, [account])
  const confirm = (): void => {
    setAsked(true)
    if (account !== null && name.trim() !== '') void submit.run(() => api.accounts.rename({ id: account.id, rev: account.rev, displayName: name.trim() }), onRenamed)
  }
  return (
    <FormDialog open={account !== null} title={text.renameTitle(account?.displayName ?? '')} confirmLabel={text.renameConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Field label={text.displayName} required error={asked && name.trim() === '' ? text.missing : undefined}>
        {(control) => <Input {...control} autoFocus value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}
