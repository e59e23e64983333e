import { Button, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'

const text = evaluationText.vetoes
type Veto = BranchSheet['vetoes'][number]

export interface NewVeto {
  readonly indicatorId: string
  readonly decidedOn: string
  readonly decidedBy: string
  readonly reason: string
}

const AddVeto = ({ sheet, busy, onAdd }: { readonly sheet: BranchSheet; readonly busy: boolean; readonly onAdd: (veto: NewVeto) => Promise<boolean> }) => {
  const items = sheet.scheme.indicators.filter((indicator) => indicator.kind === 'veto')
  const [indicatorId, setIndicatorId] = useState<string | null>(null)
  const [decidedOn, setDecidedOn] = useState<string | null>(null)
  const [decidedBy, setDecidedBy] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  // 表单在页面末尾展开:带到眼前,光标放进第一格。
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const ready = indicatorId !== null && decidedOn !== null && decidedBy.trim() !== '' && reason.trim() !== ''
  const add = async (): Promise<void> => {
    setAsked(true)
    if (stopAtUnreadableDate(form.current) || !ready) return
    if (!(await onAdd({ indicatorId, decidedOn, decidedBy: decidedBy.trim(), reason: reason.replaceAll(/\s+/g, ' ').trim() }))) return
    setIndicatorId(null)
    setDecidedOn(null)
    setDecidedBy('')
    setReason('')
    setAsked(false)
  }
  const chosen = items.find(({ id }) => id === indicatorId)
  return (
    <div className="event-form" ref={form}>
      <Field label={text.item} required compact className="event-wide" {...(chosen === undefined ? {} : { hint: chosen.wording })}>
        {(control) => <Select {...control} value={indicatorId} onChange={setIndicatorId} options={items.map(({ id, name }) => ({ value: id, label: name }))} popupMatchSelectWidth={false} style={{ width: '100%' }} />}
      </Field>
      <Field label={text.day} required compact>
        {(control) => <DateField {...control} value={decidedOn} workingYear={Number(sheet.period.slice(0, 4))} onChange={setDecidedOn} />}
      </Field>
      <Field label={text.by} required compact>
        {(control) => <Input {...control} value={decidedBy} maxLength={60} onChange={(event) => setDecidedBy(event.target.value)} />}
      </Field>
      <Field label={text.reason} required compact className="event-wide">
        {(control) => <Input {...control} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <div className="event-submit">
        <Button className="button-danger" loading={busy} onClick={() => void add()}>
          {text.ok}
        </Button>
        <span className="meta">{text.consequence}</span>
        {asked && !ready && (
          <span className="sheet-problem" role="alert">
            {text.missing}
          </span>
        )}
      </div>
    </div>
  )
}

/** 否决项:凭文件登记,撤回要写原因。 */
export const VetoesSection = ({ sheet, busy, onAdd, onWithdraw }: { readonly sheet: BranchSheet; readonly busy: boolean; readonly onAdd: (veto: NewVeto) => Promise<boolean>; readonly onWithdraw: (veto: Veto, reason: string) => Promise<boolean> }) => {
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Veto | null>(null)
  return (
    <Card
      title={text.title}
      extra={
        <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {text.add}
        </Button>
      }
    >
      {sheet.vetoes.length === 0 ? (
        <p className="meta">{text.none}</p>
      ) : (
        <table className="sheet-table">
          <caption className="visually-hidden">{text.title}</caption>
          <thead>
            <tr>
              {Object.values(text.columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.vetoes.map((veto) => (
              <tr key={veto.id}>
                <td>{sheet.scheme.indicators.find(({ id }) => id === veto.indicatorId)?.name ?? veto.indicatorId}</td>
                <td className="sheet-day">{veto.decidedOn}</td>
                <td>{veto.decidedBy}</td>
                <td>{veto.reason}</td>
                <td>
                  <Button onClick={() => setWithdrawing(veto)}>{text.withdraw}</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <AddVeto key={sheet.period} sheet={sheet} busy={busy} onAdd={onAdd} />}
      <ReasonDialog
        open={withdrawing !== null}
        title={text.withdrawTitle}
        consequence={text.withdrawConsequence}
        confirmLabel={text.withdrawConfirm}
        busy={busy}
        onConfirm={(reason) => void (withdrawing !== null && onWithdraw(withdrawing, reason).then(() => setWithdrawing(null)))}
        onCancel={() => setWithdrawing(null)}
      />
    </Card>
  )
}
