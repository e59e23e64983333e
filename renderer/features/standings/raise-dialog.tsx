import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { EvaluationPeriod } from '../../../shared/model/evaluation-period.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { isLongPeriod } from './period-steps.tsx'

const text = appealsText.raise

interface RaiseDialogProps {
  readonly published: readonly EvaluationPeriod[]
  /** 工作中的支部;支部书记的就是本支部。 */
  readonly branchId: string | null
  readonly onClose: () => void
}

/** 提出申诉:哪个支部、公示了的哪一期、哪个指标、申诉什么。 */
export const RaiseDialog = ({ published, branchId: given, onClose }: RaiseDialogProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [branchId, setBranchId] = useState(given)
  const [period, setPeriod] = useState<string | null>(published.at(-1)?.period ?? null)
  const [indicatorId, setIndicatorId] = useState('')
  const [words, setWords] = useState({ text: '', raisedBy: '' })
  const [asked, setAsked] = useState(false)
  const isMonth = period !== null && !isLongPeriod(period)
  const scheme = useQuery(api.evaluation.scheme, isMonth ? { period } : null)
  const missing = (isMissing: boolean, sentence: string): string | undefined => (asked && isMissing ? sentence : undefined)
  const confirm = (): void => {
    setAsked(true)
    if (branchId === null || period === null || words.text.trim() === '' || words.raisedBy.trim() === '') return
    void submit.run(
      () => api.appeals.raise({ branchId, period, indicatorId: isMonth ? indicatorId : '', text: words.text.trim(), raisedBy: words.raisedBy.trim() }),
      () => {
        void message.success(text.done)
        onClose()
      },
    )
  }
  return (
    <FormDialog open title={text.title} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={640}>
      <div className="form-row">
        <Field label={text.branch} required error={missing(branchId === null, text.branchRequired)}>
          {(control) => <BranchPicker {...control} value={branchId} onChange={setBranchId} />}
        </Field>
        <Field label={text.period} required error={missing(period === null, text.periodRequired)}>
          {(control) => <Select {...control} className="full-width" value={period} onChange={setPeriod} options={published.map((one) => ({ value: one.period, label: standingsText.periodName(one.period) }))} />}
        </Field>
      </div>
      {isMonth && (
        <Field label={text.indicator}>
          {(control) => <Select {...control} className="full-width" value={indicatorId} onChange={setIndicatorId} options={[{ value: '', label: appealsText.whole }, ...(scheme.data?.indicators ?? []).map(({ id, name }) => ({ value: id, label: name }))]} />}
        </Field>
      )}
      <Field label={text.text} required error={missing(words.text.trim() === '', text.textRequired)}>
        {(control) => <Input.TextArea {...control} value={words.text} maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setWords({ ...words, text: event.target.value })} />}
      </Field>
      <Field label={text.raisedBy} required error={missing(words.raisedBy.trim() === '', text.raisedByRequired)}>
        {(control) => <Input {...control} value={words.raisedBy} maxLength={40} onChange={(event) => setWords({ ...words, raisedBy: event.target.value })} />}
      </Field>
    </FormDialog>
  )
}
