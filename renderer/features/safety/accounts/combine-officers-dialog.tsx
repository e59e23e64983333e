import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { accountsText as text } from '../../../../shared/i18n/zh-CN/accounts.ts'
import type { Account } from '../../../../shared/model/workspace.ts'
import { ConfirmedDialog } from '../../../components/confirmed-dialog.tsx'
import { Field } from '../../../components/field.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

const BLANK = { signedBy: '', documentNumber: '' }

/** 凭党委签字的文号,准许一人兼任系统与安全保密两员;要第二个人。 */
export const CombineOfficersDialog = ({ account, onClose, onAllowed }: { readonly account: Account | null; readonly onClose: () => void; readonly onAllowed: () => void }) => {
  const submit = useSubmit()
  const [given, setGiven] = useState(BLANK)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    setGiven(BLANK)
    setAsked(false)
  }, [account])
  const line = (label: string, key: keyof typeof BLANK) => (
    <Field label={label} required error={asked && given[key].trim() === '' ? text.missing : undefined}>
      {(control) => <Input {...control} value={given[key]} maxLength={60} onChange={(event) => setGiven({ ...given, [key]: event.target.value })} />}
    </Field>
  )
  return (
    <ConfirmedDialog
      open={account !== null}
      title={text.combineTitle(account?.displayName ?? '')}
      confirmLabel={text.combineConfirm}
      twoPeople
      submit={submit}
      onClose={onClose}
      onConfirm={(confirm) => {
        setAsked(true)
        const [signedBy, documentNumber] = [given.signedBy.trim(), given.documentNumber.trim()]
        if (account === null || signedBy === '' || documentNumber === '') return
        void submit.run(() => api.accounts.allowCombinedOfficers({ id: account.id, rev: account.rev, signedBy, documentNumber }, { confirm }), onAllowed)
      }}
    >
      <p>{text.combineNote}</p>
      {line(text.combineSignedBy, 'signedBy')}
      {line(text.combineDocument, 'documentNumber')}
    </ConfirmedDialog>
  )
}
