import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { EvaluationPeriod, Objection } from '../../../shared/model/evaluation-period.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { BLANK_CHANGE, changeOf, NOTHING_CHOSEN, type ChangeDraft } from './change-draft.ts'
import { ChangeFields } from './change-fields.tsx'

const text = appealsText.propose

interface CorrectionDialogProps {
  readonly months: readonly EvaluationPeriod[]
  /** 针对哪件申诉;直接提的为 null。 */
  readonly objection: Objection | null
  readonly branchId: string | null
  readonly onClose: () => void
}

/** 提更正:哪个支部哪个月、改什么、为什么。批准以后才生效。 */
export const CorrectionDialog = ({ months, objection, branchId: given, onClose }: CorrectionDialogProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [branchId, setBranchId] = useState(objection?.branchId ?? given)
  const [period, setPeriod] = useState<string | null>((objection !== null && months.some((month) => month.period === objection.period) ? objection.period : months.at(-1)?.period) ?? null)
  const [draft, setDraft] = useState<ChangeDraft>(BLANK_CHANGE)
  const [words, setWords] = useState({ reason: '', evidence: '' })
  const [asked, setAsked] = useState(false)
  const move = (choose: () => void): void => {
    choose()
    setDraft({ ...draft, ...NOTHING_CHOSEN })
  }
  const confirm = (): void => {
    setAsked(true)
    const change = changeOf(draft)
    if (branchId === null || period === null || change === null || words.reason.trim() === '') return
    void submit.run(
      () => api.appeals.propose({ branchId, period, objectionId: objection?.id ?? null, change, reason: words.reason.trim(), evidence: words.evidence.trim() }),
      () => {
        void message.success(text.done)
        onClose()
      },
    )
  }
  return (
    <FormDialog open title={text.title} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={680}>
      {objection !== null && <p className="appeal-text">{text.fromObjection(objection.text)}</p>}
      <div className="form-row">
        <Field label={text.branch} required error={asked && branchId === null ? text.branchRequired : undefined}>
          {(control) => <BranchPicker {...control} value={branchId} onChange={(next) => move(() => setBranchId(next))} disabled={objection !== null} />}
        </Field>
        <Field label={text.period} required error={asked && period === null ? text.periodRequired : undefined}>
          {(control) => <Select {...control} className="full-width" value={period} onChange={(next) => move(() => setPeriod(next))} options={months.map((one) => ({ value: one.period, label: standingsText.periodName(one.period) }))} />}
        </Field>
      </div>
      {branchId !== null && period !== null && <ChangeFields branchId={branchId} period={period} draft={draft} asked={asked} onChange={setDraft} />}
      <Field label={text.reason} required error={asked && words.reason.trim() === '' ? text.reasonRequired : undefined}>
        {(control) => <Input {...control} value={words.reason} maxLength={200} onChange={(event) => setWords({ ...words, reason: event.target.value })} />}
      </Field>
      <Field label={text.evidence}>{(control) => <Input {...control} value={words.evidence} maxLength={200} onChange={(event) => setWords({ ...words, evidence: event.target.value })} />}</Field>
    </FormDialog>
  )
}
