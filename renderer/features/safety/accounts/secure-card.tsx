import { Button, Input } from 'antd'
import { useState } from 'react'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import { Card } from '../../../components/card.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Field } from '../../../components/field.tsx'
import { NO_PASSWORD, passwordSentences, type RefusedPassword } from '../../../components/judge-new-password.ts'
import { NewPasswordFields } from '../../../components/new-password-fields.tsx'
import { ProgressDialog } from '../../../components/progress-dialog.tsx'
import { api } from '../../../platform/api.ts'
import { useSession } from '../../../platform/session.ts'
import { useJob } from '../../../platform/use-job.ts'
import type { Failure } from '../../../platform/use-query.ts'

const text = accountsText

/** 还没有口令的工作区:设第一个使用人,换一把新钥匙重新加密,给出恢复码。 */
export const SecureCard = () => {
  const kind = useSession((session) => session.workspace?.kind)
  const offerCodes = useSession((session) => session.offerCodes)
  const job = useJob(api.accounts.secure)
  const [userName, setUserName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [password, setPassword] = useState(NO_PASSWORD)
  const [refused, setRefused] = useState<RefusedPassword | null>(null)
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const names = [userName, displayName]
  const start = async (): Promise<void> => {
    setAsked(true)
    if (userName.trim() === '' || displayName.trim() === '' || password.password === '' || password.password !== password.again || passwordSentences(password.password, names, refused).length > 0) return
    setFailure(null)
    const result = await job.start({ userName: userName.trim(), displayName: displayName.trim(), password: password.password })
    // 换钥匙时工作区合上再开,这一页已经不在了:恢复码交给最外层。
    if (result.ok) return offerCodes(result.value)
    if (result.error.code === 'PASSWORD_WEAK') setRefused({ password: password.password, reasons: (result.error.data as { readonly reasons: readonly string[] }).reasons })
    setFailure(result.error)
  }
  const missing = (value: string): string | undefined => (asked && value.trim() === '' ? text.missing : undefined)
  return (
    <Card title={text.secure.title}>
      {kind === 'sample' ? (
        <p>{text.secure.sample}</p>
      ) : (
        <>
          <p>{text.secure.note}</p>
          {failure !== null && <ErrorNote failure={failure} />}
          <div className="safety-narrow">
            <Field label={text.displayName} required error={missing(displayName)}>
              {(control) => <Input {...control} value={displayName} maxLength={40} autoComplete="off" onChange={(event) => setDisplayName(event.target.value)} />}
            </Field>
            <Field label={text.userName} required hint={text.userNameHint} error={missing(userName)}>
              {(control) => <Input {...control} value={userName} maxLength={32} autoComplete="off" onChange={(event) => setUserName(event.target.value)} />}
            </Field>
            <NewPasswordFields value={password} onChange={setPassword} names={names} refused={refused} asked={asked} />
            <Button type="primary" size="large" loading={job.running} onClick={() => void start()}>
              {text.secure.start}
            </Button>
          </div>
          <ProgressDialog running={job.running} title={text.secure.working} progress={job.progress} onCancel={job.cancel} />
        </>
      )}
    </Card>
  )
}
