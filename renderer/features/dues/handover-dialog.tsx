import { Input } from 'antd'
import { useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { Handover, HandoverFields } from '../../../shared/model/dues.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import type { MoneyView } from './dues-types.ts'
import { MoneyInput } from './money-input.tsx'
import { MonthInput } from './month-input.tsx'

const text = duesText.money

interface HandoverDialogProps {
  readonly branchId: string
  readonly year: number
  readonly view: MoneyView
  /** null 为新记一次。 */
  readonly handover: Handover | null
  readonly onClose: () => void
}

/** 新的一次:月份接着上一次,金额就是这些月收到的,上交人照旧。 */
const suggestion = ({ view, year }: Pick<HandoverDialogProps, 'view' | 'year'>, today: string): HandoverFields => {
  const open = view.months.filter(({ coveredBy, collectedFen }) => coveredBy === null && collectedFen > 0)
  const last = view.handovers.at(-1)?.fields
  const fallback = today.startsWith(String(year)) ? today.slice(0, 7) : `${year}-12`
  return {
    fromMonth: open[0]?.month ?? fallback,
    toMonth: open.at(-1)?.month ?? fallback,
    handedOn: today,
    amountFen: open.reduce((sum, { collectedFen }) => sum + collectedFen, 0),
    payerName: last?.payerName ?? '',
    receiverName: last?.receiverName ?? '',
    receiptNumber: '',
    note: '',
  }
}

export const HandoverDialog = ({ branchId, year, view, handover, onClose }: HandoverDialogProps) => {
  const today = useSession((session) => session.today)
  const submit = useSubmit()
  const [fields, setFields] = useState<HandoverFields>(() => handover?.fields ?? suggestion({ view, year }, today))
  const [bad, setBad] = useState(false)
  const set = (patch: Partial<HandoverFields>): void => setFields((now) => ({ ...now, ...patch }))
  const wrongOrder = fields.toMonth < fields.fromMonth
  const confirm = (): void => {
    if (bad || wrongOrder || fields.amountFen < 1) return
    void submit.run(() => api.dues.saveHandover({ branchId, id: handover?.id ?? null, rev: handover?.rev ?? 1, fields }), onClose)
  }
  const line = (key: 'payerName' | 'receiverName' | 'receiptNumber' | 'note', label: string, most: number) => (
    <Field label={label}>{(control) => <Input {...control} value={fields[key]} maxLength={most} onChange={(event) => set({ [key]: event.target.value })} />}</Field>
  )
  return (
    <FormDialog open title={text.addTitle} confirmLabel={text.save} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="dues-pair">
        <Field label={text.from}>{(control) => <MonthInput {...control} value={fields.fromMonth} onChange={(fromMonth) => set({ fromMonth })} />}</Field>
        <Field label={text.to} error={wrongOrder ? text.order : undefined}>{(control) => <MonthInput {...control} value={fields.toMonth} onChange={(toMonth) => set({ toMonth })} />}</Field>
        <Field label={text.handedOn}>{(control) => <DateField {...control} value={fields.handedOn} onChange={(day) => day !== null && set({ handedOn: day })} />}</Field>
        <Field label={text.amount} required error={bad || fields.amountFen < 1 ? text.missing : undefined}>
          {(control) => (
            <MoneyInput
              {...control}
              value={fields.amountFen}
              onChange={(fen) => {
                setBad(fen == null)
                if (fen != null) set({ amountFen: fen })
              }}
            />
          )}
        </Field>
        {line('payerName', text.payer, 40)}
        {line('receiverName', text.receiver, 40)}
        {line('receiptNumber', text.receipt, 40)}
        {line('note', text.note, 200)}
      </div>
    </FormDialog>
  )
}
