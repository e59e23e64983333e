import { Input, Select } from 'antd'
import { useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { Donation, DonationFields } from '../../../shared/model/dues.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import type { MoneyView } from './dues-types.ts'
import { MoneyInput } from './money-input.tsx'

const text = duesText.money

interface DonationDialogProps {
  readonly branchId: string
  readonly members: MoneyView['members']
  readonly donation: Donation | null
  readonly onClose: () => void
}

/** 自愿多交:一次一条。 */
export const DonationDialog = ({ branchId, members, donation, onClose }: DonationDialogProps) => {
  const today = useSession((session) => session.today)
  const submit = useSubmit()
  const [fields, setFields] = useState<DonationFields>(donation?.fields ?? { memberId: '', paidOn: today, amountFen: 0, forwardedOn: null, receiptNumber: '', note: '' })
  const [bad, setBad] = useState(donation === null)
  const [asked, setAsked] = useState(false)
  const set = (patch: Partial<DonationFields>): void => setFields((now) => ({ ...now, ...patch }))
  const confirm = (): void => {
    setAsked(true)
    if (bad || fields.memberId === '' || fields.amountFen < 1) return
    void submit.run(() => api.dues.saveDonation({ branchId, id: donation?.id ?? null, rev: donation?.rev ?? 1, fields }), onClose)
  }
  return (
    <FormDialog open title={text.addDonation} confirmLabel={text.save} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Field label={text.member} required error={asked && fields.memberId === '' ? text.missing : undefined}>
        {(control) => <Select {...control} aria-label={text.member} showSearch={{ optionFilterProp: 'label' }} value={fields.memberId === '' ? null : fields.memberId} onChange={(memberId) => set({ memberId })} options={members.map((member) => ({ value: member.memberId, label: member.name }))} />}
      </Field>
      <div className="dues-pair">
        <Field label={text.paidOn}>{(control) => <DateField {...control} value={fields.paidOn} onChange={(day) => day !== null && set({ paidOn: day })} />}</Field>
        <Field label={text.amount} required error={asked && bad ? text.missing : undefined}>
          {(control) => (
            <MoneyInput
              {...control}
              value={fields.amountFen === 0 ? null : fields.amountFen}
              onChange={(fen) => {
                setBad(fen == null || fen === 0)
                if (fen != null) set({ amountFen: fen })
              }}
            />
          )}
        </Field>
        <Field label={text.forwardedOn}>{(control) => <DateField {...control} value={fields.forwardedOn} onChange={(forwardedOn) => set({ forwardedOn })} />}</Field>
        <Field label={text.receipt}>{(control) => <Input {...control} value={fields.receiptNumber} maxLength={40} onChange={(event) => set({ receiptNumber: event.target.value })} />}</Field>
      </div>
      <Field label={text.note}>{(control) => <Input {...control} value={fields.note} maxLength={200} onChange={(event) => set({ note: event.target.value })} />}</Field>
    </FormDialog>
  )
}
