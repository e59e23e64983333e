import { App, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { evaluationPeriodsText } from '../../../shared/i18n/zh-CN/evaluation-periods.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { EvaluationPeriod, PeriodState } from '../../../shared/model/evaluation-period.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { nextSteps } from './period-steps.tsx'

const text = evaluationPeriodsText.advance
/** 公示一般五个工作日(scoring 1.14)。 */
const USUAL_DAYS = 5

/** 往前走一步:说清这一步做什么、还差什么,写谁批准的,输口令。 */
export const AdvanceDialog = ({ period, onClose }: { readonly period: EvaluationPeriod; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const steps = nextSteps(period)
  const [to, setTo] = useState<PeriodState>(steps[0] ?? 'closed')
  const [days, setDays] = useState<number | null>(USUAL_DAYS)
  const [rest, setRest] = useState({ approvedBy: period.approvedBy, document: period.document, note: period.note })
  const name = standingsText.periodName(period.period)
  const isShort = period.computed < period.branches || period.stale > 0
  const line = (key: keyof typeof rest, label: string, maxLength: number) => <Field label={label}>{(control) => <Input {...control} value={rest[key]} maxLength={maxLength} onChange={(event) => setRest({ ...rest, [key]: event.target.value })} />}</Field>
  return (
    <ConfirmedDialog
      open
      title={text.title(name)}
      confirmLabel={text.confirm}
      submit={submit}
      onClose={onClose}
      width={640}
      onConfirm={(confirm) =>
        days !== null &&
        void submit.run(
          () => api.periods.advance({ period: period.period, rev: period.rev, to, publicityDays: days, approvedBy: rest.approvedBy.trim(), document: rest.document.trim(), note: rest.note.trim() }, { confirm }),
          () => {
            void message.success(text.done(name, evaluationPeriodsText.states[to]))
            onClose()
          },
        )
      }
    >
      <Radio.Group aria-label={text.to} value={to} onChange={(event) => setTo(steps.find((step) => step === event.target.value) ?? to)}>
        {steps.map((step) => (
          <Radio key={step} value={step} autoFocus={step === to}>
            {evaluationPeriodsText.states[step]}
          </Radio>
        ))}
      </Radio.Group>
      <p>{evaluationPeriodsText.meanings[to]}</p>
      {to === 'publicity' && isShort && <p className="standing-hint">{text.notYet(period.computed, period.branches, period.stale)}</p>}
      {to === 'closed' && period.publicityTo !== null && <p className="standing-hint">{text.until(period.publicityTo, period.objections)}</p>}
      <div className="form-row">
        {to === 'publicity' && (
          <Field label={text.days} required error={days === null ? text.daysRequired : undefined}>
            {(control) => <InputNumber {...control} value={days} min={1} max={60} precision={0} onChange={setDays} />}
          </Field>
        )}
        {line('approvedBy', text.approvedBy, 60)}
        {line('document', text.document, 60)}
      </div>
      {line('note', text.remark, 200)}
    </ConfirmedDialog>
  )
}
