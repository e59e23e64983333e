import { useEffect, useState } from 'react'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import type { Account } from '../../../../shared/model/workspace.ts'
import { ConfirmedDialog } from '../../../components/confirmed-dialog.tsx'
import { NO_PASSWORD, passwordSentences, type RefusedPassword } from '../../../components/judge-new-password.ts'
import { NewPasswordFields } from '../../../components/new-password-fields.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

const text = accountsText

/** 给别人重设口令:他下次登录必须换。 */
export const ResetPasswordDialog = ({ account, onClose, onReset }: { readonly account: Account | null; readonly onClose: () => void; readonly onReset: () => void }) => {
  const submit = useSubmit()
  const [password, setPassword] = useState(NO_PASSWORD)
  const [refused, setRefused] = useState<RefusedPassword | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    setPassword(NO_PASSWORD)
    setRefused(null)
    setAsked(false)
  }, [account])
  const names = account === null ? [] : [account.userName, account.displayName]
  return (
    <ConfirmedDialog
      open={account !== null}
      title={text.resetTitle(account?.displayName ?? '')}
      confirmLabel={text.actions.reset}
      submit={submit}
      onClose={onClose}
      onConfirm={(confirm) => {
        setAsked(true)
        if (account === null || password.password === '' || password.password !== password.again || passwordSentences(password.password, names, refused).length > 0) return
        void submit.run(async () => {
          const result = await api.accounts.resetPassword({ id: account.id, rev: account.rev, password: password.password }, { confirm })
          if (!result.ok && result.error.code === 'PASSWORD_WEAK') setRefused({ password: password.password, reasons: result.error.data.reasons })
          return result
        }, onReset)
      }}
    >
      <p>{text.resetNote}</p>
      <NewPasswordFields value={password} onChange={setPassword} names={names} refused={refused} asked={asked} autoFocus />
    </ConfirmedDialog>
  )
}
