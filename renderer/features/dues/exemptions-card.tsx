import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { DuesExemption, ExemptionFields } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { MoneyInput } from './money-input.tsx'
import { MonthInput } from './month-input.tsx'

const text = duesText.exemption

interface ExemptionsCardProps {
  readonly branchId: string
  readonly exemptions: readonly DuesExemption[]
  readonly members: readonly { readonly memberId: string; readonly name: string }[]
  readonly month: string
}

const AddDialog = ({ branchId, members, month, onClose }: Omit<ExemptionsCardProps, 'exemptions'> & { readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const submit = useSubmit()
  const [memberId, setMemberId] = useState<string | null>(null)
  const [fields, setFields] = useState<ExemptionFields>({ fromMonth: month, toMonth: `${month.slice(0, 4)}-12`, amountFen: 0, reason: '', decidedOn: today })
  const [asked, setAsked] = useState(false)
  const set = (patch: Partial<ExemptionFields>): void => setFields((now) => ({ ...now, ...patch }))
  const wrongOrder = fields.toMonth < fields.fromMonth
  const confirm = (): void => {
    setAsked(true)
    if (memberId === null || fields.reason.trim() === '' || wrongOrder) return
    void submit.run(() => api.dues.addExemption({ branchId, memberId, fields }), onClose)
  }
  return (
    <FormDialog open title={text.addTitle} confirmLabel={text.add} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Field label={text.member} required error={asked && memberId === null ? text.missing : undefined}>
        {(control) => <Select {...control} aria-label={text.member} showSearch={{ optionFilterProp: 'label' }} value={memberId} onChange={setMemberId} options={members.map((member) => ({ value: member.memberId, label: member.name }))} />}
      </Field>
      <div className="dues-pair">
        <Field label={text.from}>{(control) => <MonthInput {...control} value={fields.fromMonth} onChange={(fromMonth) => set({ fromMonth })} />}</Field>
        <Field label={text.to} error={wrongOrder ? text.order : undefined}>{(control) => <MonthInput {...control} value={fields.toMonth} onChange={(toMonth) => set({ toMonth })} />}</Field>
      </div>
      <Field label={text.amount} hint={text.amountHint}>{(control) => <MoneyInput {...control} value={fields.amountFen} onChange={(fen) => fen != null && set({ amountFen: fen })} />}</Field>
      <Field label={text.reason} required error={asked && fields.reason.trim() === '' ? text.missing : undefined}>{(control) => <Input {...control} value={fields.reason} maxLength={200} onChange={(event) => set({ reason: event.target.value })} />}</Field>
      <Field label={text.decidedOn}>{(control) => <DateField {...control} value={fields.decidedOn} onChange={(day) => day !== null && set({ decidedOn: day })} />}</Field>
    </FormDialog>
  )
}

const ApproveDialog = ({ branchId, exemption, onClose }: { readonly branchId: string; readonly exemption: DuesExemption; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const submit = useSubmit()
  const [approvedBy, setApprovedBy] = useState('')
  const [approvedOn, setApprovedOn] = useState(today)
  const [asked, setAsked] = useState(false)
  const confirm = (): void => {
    setAsked(true)
    if (approvedBy.trim() === '') return
    void submit.run(() => api.dues.approveExemption({ branchId, id: exemption.id, rev: exemption.rev, approvedBy: approvedBy.trim(), approvedOn }), onClose)
  }
  return (
    <FormDialog open title={text.approveTitle} confirmLabel={text.approve} submit={submit} onConfirm={confirm} onClose={onClose}>
      <p>{`${exemption.memberName}　${text.months(exemption.fields.fromMonth, exemption.fields.toMonth)}　${exemption.fields.reason}`}</p>
      <Field label={text.approvedBy} required error={asked && approvedBy.trim() === '' ? text.missing : undefined}>{(control) => <Input {...control} value={approvedBy} maxLength={60} onChange={(event) => setApprovedBy(event.target.value)} />}</Field>
      <Field label={text.approvedOn}>{(control) => <DateField {...control} value={approvedOn} onChange={(day) => day !== null && setApprovedOn(day)} />}</Field>
    </FormDialog>
  )
}

/** 少交、免交:支部研究、党委批准(规定第七条)。 */
export const ExemptionsCard = ({ branchId, exemptions, members, month }: ExemptionsCardProps) => {
  const session = useSession((state) => state.session)
  const submit = useSubmit()
  const [adding, setAdding] = useState(false)
  const [approving, setApproving] = useState<DuesExemption | null>(null)
  const mayApprove = mayCall(session, contract.dues.approveExemption)
  return (
    <Card className="dues-exemptions" title={text.title} extra={<Button onClick={() => setAdding(true)}>{text.add}</Button>}>
      {exemptions.length === 0 ? (
        <p className="meta">{`${text.empty}。${text.note}`}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              {Object.values(text.columns).map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exemptions.map((exemption) => (
              <tr key={exemption.id}>
                <td>{exemption.memberName}</td>
                <td>{text.months(exemption.fields.fromMonth, exemption.fields.toMonth)}</td>
                <td>{exemption.fields.amountFen === 0 ? text.exempt : yuanText(exemption.fields.amountFen)}</td>
                <td>{exemption.fields.reason}</td>
                <td>{exemption.approvedOn === null ? <StateTag tone="doing" word={text.waiting} /> : <StateTag tone="done" word={text.approved(exemption.approvedBy, exemption.approvedOn)} />}</td>
                <td>
                  <RowActions remove={{ label: text.withdraw, question: text.withdrawQuestion(exemption.memberName), confirmLabel: text.withdrawConfirm, onConfirm: () => void submit.run(() => api.dues.withdrawExemption({ branchId, id: exemption.id, rev: exemption.rev })) }}>
                    {exemption.approvedOn === null && mayApprove && <Button onClick={() => setApproving(exemption)}>{text.approve}</Button>}
                  </RowActions>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <AddDialog branchId={branchId} members={members} month={month} onClose={() => setAdding(false)} />}
      {approving !== null && <ApproveDialog branchId={branchId} exemption={approving} onClose={() => setApproving(null)} />}
    </Card>
  )
}
