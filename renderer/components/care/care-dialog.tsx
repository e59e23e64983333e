import { App, Input, InputNumber, Select } from 'antd'
import { useCallback, useState } from 'react'
import { careKind } from '../../../shared/data/code-tables/care-kinds.ts'
import { careText as text } from '../../../shared/i18n/zh-CN/care.ts'
import type { CareFields, CareKind, CareRow } from '../../../shared/model/care.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { BranchPicker } from '../branch-picker.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import { DateField } from '../date-field.tsx'
import { Field } from '../field.tsx'
import { HistoryButton } from '../history-button.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { PersonInput } from '../person-input.tsx'
import { useSubmit } from '../use-submit.ts'

interface CareDialogProps {
  readonly kind: CareKind
  /** null 为新登记。 */
  readonly row: CareRow | null
  readonly branchId: string | null
  readonly onClose: () => void
}
const FEN = 100

/** 登记、修改一条;对象定了不再换人。 */
export const CareDialog = ({ kind, row, branchId, onClose }: CareDialogProps) => {
  const entry = careKind(kind)
  const { labels } = entry
  const today = useSession((session) => session.today)
  const { message } = App.useApp()
  const [branch, setBranch] = useState<string | null>(row?.branchId ?? branchId)
  const [memberId, setMemberId] = useState<string | null>(row?.memberId ?? null)
  const [fields, setFields] = useState<Omit<CareFields, 'fromDay'> & { readonly fromDay: string | null }>(row?.fields ?? { kind, subject: '', fromDay: today, toDay: null, code: '', title: '', authority: '', documentNumber: '', amountFen: null, detail: '' })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const rowId = row?.id ?? ''
  const loadHistory = useCallback((offset: number) => api.history.care({ id: rowId, offset }), [rowId])
  const noPerson = fields.subject.trim() === '' || (entry.membersOnly && memberId === null)
  const done = (words: string) => (): void => {
    onClose()
    void message.success(words)
  }
  const save = (): void => {
    setAsked(true)
    const { fromDay } = fields
    if (branch === null || noPerson || fields.code === '' || fromDay === null) return
    const sent = { ...fields, fromDay, subject: fields.subject.trim() }
    void submit.run(() => (row === null ? api.care.add({ branchId: branch, memberId, fields: sent }) : api.care.save({ id: row.id, rev: row.rev, fields: sent })), done(text.saved))
  }
  const line = (key: 'title' | 'authority' | 'documentNumber', maxLength: number) =>
    labels[key] !== undefined && <Field label={labels[key]}>{(control) => <Input {...control} value={fields[key]} maxLength={maxLength} onChange={(event) => change({ [key]: event.target.value })} />}</Field>
  return (
    <FormDialog open title={row === null ? text.add(entry.name) : text.edit(entry.name)} confirmLabel={text.save} submit={submit} onConfirm={save} onClose={onClose} width={640}>
      <div className="form-row">
        <Field label={text.branch} required error={asked && branch === null ? text.branchMissing : undefined}>
          {(control) => <BranchPicker {...control} aria-label={text.branch} kinds={['branch']} value={branch} disabled={row !== null} onChange={setBranch} />}
        </Field>
        <Field label={text.subject} required hint={row === null && !entry.membersOnly ? text.subjectHint : undefined} error={asked && noPerson ? text.memberMissing : undefined}>
          {(control) => (
            <PersonInput
              {...control}
              branchId={branch}
              value={fields.subject}
              disabled={row?.memberId !== null && row !== null}
              onChange={(subject) => {
                setMemberId(null)
                change({ subject })
              }}
              onPick={(person) => {
                setMemberId(person.memberId)
                change({ subject: person.name })
              }}
            />
          )}
        </Field>
      </div>
      <div className="form-row">
        <Field label={entry.codeLabel} required error={asked && fields.code === '' ? text.codeMissing : undefined}>
          {(control) => <Select {...control} className="full-width" value={fields.code === '' ? null : fields.code} options={entry.codes.map(({ code, name }) => ({ value: code, label: name }))} onChange={(code: string) => change({ code })} />}
        </Field>
        <Field label={entry.dayLabel} required>
          {(control) => <DateField {...control} value={fields.fromDay} onChange={(fromDay) => change({ fromDay })} />}
        </Field>
        {labels.toDay !== undefined && <Field label={labels.toDay}>{(control) => <DateField {...control} value={fields.toDay} onChange={(toDay) => change({ toDay })} />}</Field>}
      </div>
      <div className="form-row">
        {line('title', 80)}
        {labels.amountFen !== undefined && (
          <Field label={text.yuan(labels.amountFen)}>{(control) => <InputNumber {...control} min={0} precision={2} value={fields.amountFen === null ? null : fields.amountFen / FEN} onChange={(yuan) => change({ amountFen: yuan === null ? null : Math.round(yuan * FEN) })} />}</Field>
        )}
      </div>
      <div className="form-row">
        {line('authority', 80)}
        {line('documentNumber', 60)}
      </div>
      {labels.detail !== undefined && <Field label={labels.detail}>{(control) => <Input.TextArea {...control} rows={3} value={fields.detail} maxLength={1000} onChange={(event) => change({ detail: event.target.value })} />}</Field>}
      {row !== null && (
        <div className="care-dialog-foot">
          <HistoryButton load={loadHistory} />
          <ConfirmButton danger label={text.remove} question={text.removeQuestion} consequence={text.removeConsequence} confirmLabel={text.remove} onConfirm={() => void submit.run(() => api.care.remove({ id: row.id, rev: row.rev }), done(text.removed))} />
        </div>
      )}
    </FormDialog>
  )
}
