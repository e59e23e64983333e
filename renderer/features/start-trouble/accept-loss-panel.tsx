import { Button } from 'antd'
import { useState } from 'react'
import { startTroubleText } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { api } from '../../platform/api.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { ReasonField } from './reason-field.tsx'
import { lossOf, type Trouble } from './trouble.ts'
import { useRescue } from './use-rescue.ts'

const text = startTroubleText.loss

/** 接受缺失:说清缺的是哪几次,写原因,确认(F06)。 */
export const AcceptLossPanel = ({ trouble, path, onOpened }: { readonly trouble: Trouble; readonly path: string; readonly onOpened: () => void }) => {
  const rescue = useRescue(path, trouble)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const loss = lossOf(trouble)
  const range = loss === null ? '' : text.exact(loss.missing, loss.from, loss.to)
  const accept = (person?: { readonly userName: string; readonly password: string }): void => void rescue.run((input) => api.rescue.acceptLoss({ ...input, reason: reason.trim() }), onOpened, person)
  return (
    <section className="trouble-panel" aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className="trouble-range">{range}</p>
      <p>{text.note}</p>
      {rescue.failure !== null && <ErrorNote failure={rescue.failure} />}
      <ReasonField value={reason} onChange={setReason} asked={asked} />
      {rescue.asksWho ? (
        <CredentialsForm busy={rescue.busy} onSubmit={accept} />
      ) : reason.trim() !== '' ? (
        <ConfirmButton label={rescue.busy ? text.working : text.submit} loading={rescue.busy} question={text.question} consequence={text.consequence(range)} confirmLabel={text.confirm} onConfirm={() => accept()} />
      ) : (
        <Button onClick={() => setAsked(true)}>{text.submit}</Button>
      )}
    </section>
  )
}
