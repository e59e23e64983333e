import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import { Card } from '../../../components/card.tsx'
import { ConfirmedDialog } from '../../../components/confirmed-dialog.tsx'
import { Field } from '../../../components/field.tsx'
import { RecoveryCodes } from '../../../components/recovery-codes.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

const text = accountsText.recovery

/** 恢复单与上级党委的恢复公钥。 */
export const RecoveryCard = ({ hasRecovery, hasCommitteeKey, onChanged }: { readonly hasRecovery: boolean; readonly hasCommitteeKey: boolean; readonly onChanged: () => void }) => {
  const { message } = App.useApp()
  const renewing = useSubmit()
  const saving = useSubmit()
  const [step, setStep] = useState<'none' | 'renew' | 'committee'>('none')
  const [codes, setCodes] = useState<readonly string[]>([])
  const [recipient, setRecipient] = useState('')
  return (
    <Card title={text.title}>
      <p>{text.note}</p>
      <p>
        {hasRecovery ? text.has : text.hasNot}
        {hasCommitteeKey && text.committeeHas}
      </p>
      <div className="safety-actions">
        <Button onClick={() => setStep('renew')}>{text.renew}</Button>
      </div>
      <div className="safety-filter">
        <Field label={text.committee} hint={text.committeeHint} compact>
          {(control) => <Input {...control} value={recipient} maxLength={200} onChange={(event) => setRecipient(event.target.value)} />}
        </Field>
        <Button onClick={() => setStep('committee')}>{text.committeeSave}</Button>
      </div>
      <ConfirmedDialog
        open={step === 'renew'}
        title={text.renewTitle}
        confirmLabel={text.renewConfirm}
        submit={renewing}
        onClose={() => setStep('none')}
        onConfirm={(confirm) =>
          void renewing.run(
            () => api.accounts.renewRecovery({}, { confirm }),
            (value) => {
              setStep('none')
              setCodes(value.codes)
              onChanged()
            },
          )
        }
      >
        <p>{text.renewNote}</p>
      </ConfirmedDialog>
      <ConfirmedDialog
        open={step === 'committee'}
        title={text.committeeTitle}
        confirmLabel={text.committeeSave}
        submit={saving}
        onClose={() => setStep('none')}
        onConfirm={(confirm) =>
          void saving.run(
            () => api.accounts.setCommitteeKey({ recipient: recipient.trim() }, { confirm }),
            () => {
              setStep('none')
              setRecipient('')
              void message.success(text.committeeSaved)
              onChanged()
            },
          )
        }
      >
        <p>{text.committeeNote}</p>
      </ConfirmedDialog>
      {/* 恢复码只有这一次:不给「点外面就关」。 */}
      <Modal open={codes.length > 0} title={text.title} footer={null} closable={false} keyboard={false} mask={{ closable: false }} width={900} destroyOnHidden>
        <RecoveryCodes codes={codes} doneLabel={text.done} onDone={() => setCodes([])} />
      </Modal>
    </Card>
  )
}
