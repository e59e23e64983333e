import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { normDecisionsText as text } from '../../../shared/i18n/zh-CN/norm-decisions.ts'
import { monthSchema } from '../../../shared/model/common.ts'
import type { NormDecisionFields, NormDecisionKind } from '../../../shared/model/norm-decision.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const UNITS = ['party_committee', 'general_branch', 'branch'] as const
const KINDS: readonly NormDecisionKind[] = ['exemption', 'unlock']
type Draft = Omit<NormDecisionFields, 'organisationId' | 'decidedOn'> & { readonly organisationId: string | null; readonly decidedOn: string | null }

/** 加一条决定:免除,或解锁到某天。 */
export const DecisionDialog = ({ today, onClose }: { readonly today: string; readonly onClose: () => void }) => {
  const thisMonth = today.slice(0, 7)
  const [draft, setDraft] = useState<Draft>({ organisationId: null, kind: 'exemption', activity: '', fromMonth: thisMonth, toMonth: thisMonth, untilDay: null, reason: '', approver: '', document: '', decidedOn: today })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const isMonth = (month: string): boolean => monthSchema.safeParse(month).success
  const change = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes })
  const confirm = (): void => {
    setAsked(true)
    const { organisationId, decidedOn } = draft
    const reason = draft.reason.trim()
    if (organisationId === null || decidedOn === null || reason === '' || !isMonth(draft.fromMonth) || !isMonth(draft.toMonth) || (draft.kind === 'unlock' && draft.untilDay === null)) return
    void submit.run(() => api.normDecisions.add({ fields: { ...draft, organisationId, decidedOn, reason, untilDay: draft.kind === 'unlock' ? draft.untilDay : null } }), onClose)
  }
  const month = (key: 'fromMonth' | 'toMonth', label: string) => (
    <Field label={label} required hint={text.monthHint} error={asked && !isMonth(draft[key]) ? text.monthRequired : undefined}>
      {(control) => <Input {...control} value={draft[key]} maxLength={7} onChange={(event) => change({ [key]: event.target.value.trim() })} />}
    </Field>
  )
  return (
    <FormDialog open title={text.addTitle} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={640}>
      <Radio.Group aria-label={text.kind} value={draft.kind} onChange={(event) => change({ kind: KINDS.find((kind) => kind === event.target.value) ?? 'exemption' })}>
        {KINDS.map((kind) => (
          <Radio key={kind} value={kind} autoFocus={kind === draft.kind}>
            {text.kinds[kind]}
          </Radio>
        ))}
      </Radio.Group>
      <div className="form-row">
        <Field label={text.unit} required error={asked && draft.organisationId === null ? text.unitRequired : undefined}>
          {(control) => <BranchPicker {...control} value={draft.organisationId} onChange={(organisationId) => change({ organisationId })} kinds={UNITS} />}
        </Field>
        <Field label={text.activity}>
          {(control) => <Select {...control} className="full-width" value={draft.activity} options={[{ value: '' as const, label: text.everyActivity }, ...normActivities.map(({ code, name }) => ({ value: code, label: name }))]} onChange={(activity: Draft['activity']) => change({ activity })} />}
        </Field>
      </div>
      <div className="form-row">
        {month('fromMonth', text.from)}
        {month('toMonth', text.to)}
      </div>
      {draft.kind === 'unlock' && (
        <Field label={text.until} required error={asked && draft.untilDay === null ? text.untilRequired : undefined}>
          {(control) => <DateField {...control} value={draft.untilDay} onChange={(untilDay) => change({ untilDay })} today={today} />}
        </Field>
      )}
      <Field label={text.reason} required error={asked && draft.reason.trim() === '' ? text.reasonRequired : undefined}>
        {(control) => <Input {...control} value={draft.reason} maxLength={200} onChange={(event) => change({ reason: event.target.value })} />}
      </Field>
      <div className="form-row">
        <Field label={text.approver}>{(control) => <Input {...control} value={draft.approver} maxLength={60} onChange={(event) => change({ approver: event.target.value })} />}</Field>
        <Field label={text.document}>{(control) => <Input {...control} value={draft.document} maxLength={80} onChange={(event) => change({ document: event.target.value })} />}</Field>
        <Field label={text.decided} required error={asked && draft.decidedOn === null ? text.decidedRequired : undefined}>
          {(control) => <DateField {...control} value={draft.decidedOn} onChange={(decidedOn) => change({ decidedOn })} today={today} />}
        </Field>
      </div>
    </FormDialog>
  )
}
