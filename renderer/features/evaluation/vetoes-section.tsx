import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
import { EntriesSection, useFormInSight } from './entries-section.tsx'

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
  const form = useFormInSight()
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

/** 否决项:凭文件登记。 */
export const VetoesSection = ({ sheet, locked, busy, onAdd, onWithdraw }: { readonly sheet: BranchSheet; readonly locked: boolean; readonly busy: boolean; readonly onAdd: (veto: NewVeto) => Promise<boolean>; readonly onWithdraw: (veto: Veto, reason: string) => Promise<boolean> }) => {
  const cells = (veto: Veto) => (
    <>
      <td>{sheet.scheme.indicators.find(({ id }) => id === veto.indicatorId)?.name ?? veto.indicatorId}</td>
      <td className="sheet-day">{veto.decidedOn}</td>
      <td>{veto.decidedBy}</td>
      <td>{veto.reason}</td>
    </>
  )
  return <EntriesSection text={text} entries={sheet.vetoes} busy={busy} locked={locked} cells={cells} form={<AddVeto key={sheet.period} sheet={sheet} busy={busy} onAdd={onAdd} />} onWithdraw={onWithdraw} />
}
