import { App, Button, Drawer, Input } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { followUpKinds, followUpStates } from '../../../shared/data/code-tables/follow-ups.ts'
import { contract } from '../../../shared/contract/index.ts'
import { followUpsText as text } from '../../../shared/i18n/zh-CN/follow-ups.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import './follow-up-drawer.css'

type Dialog = 'close' | 'extend' | 'drop' | 'reopen' | null

/** 一项督办:是什么、谁办、到哪天、办得怎样;销号、延期、不再办、重新督办。 */
export const FollowUpDrawer = ({ row, today, onClose }: { readonly row: FollowUp | null; readonly today: string; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const go = useNavigation((navigation) => navigation.go)
  const mayWrite = useSession(({ session }) => mayCall(session, contract.followUps.close))
  const submit = useSubmit()
  const [dialog, setDialog] = useState<Dialog>(null)
  const [result, setResult] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const id = row?.id ?? null
  useEffect(() => setDialog(null), [id])
  const loadHistory = useCallback((offset: number) => api.history.followUp({ id: id ?? '', offset }), [id])
  const show = (next: Dialog): void => {
    submit.clear()
    setResult(row?.result ?? '')
    setReason('')
    setDay(next === 'close' ? today : null)
    setDialog(next)
  }
  if (row === null) return null
  const at = { id: row.id, rev: row.rev }
  const done = (word: string) => (): void => {
    setDialog(null)
    void message.success(word)
  }
  const facts: readonly (readonly [string, string])[] = [
    [text.columns.branch, row.branchName],
    [text.kind, nameOf(followUpKinds, row.kind)],
    [text.columns.problem, row.problem],
    [text.columns.owner, row.owner],
    [text.columns.raised, row.raisedOn],
    [text.columns.due, row.extendedTo === null ? (row.dueOn ?? text.noDue) : `${row.dueOn ?? ''} ${text.extended(row.extendedTo)}`.trim()],
    [text.columns.state, row.isOverdue ? text.overdue : nameOf(followUpStates, row.state)],
    [text.columns.result, row.result],
    [text.columns.closed, row.closedOn ?? ''],
  ]
  return (
    <Drawer open onClose={onClose} title={row.text} size={460}>
      {submit.failure !== null && dialog === null && <ErrorNote failure={submit.failure} />}
      <dl className="follow-up-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="follow-up-actions">
        {mayWrite && row.state === 'open' && (
          <>
            <Button type="primary" onClick={() => show('close')}>
              {text.close}
            </Button>
            <Button onClick={() => show('extend')}>{text.extend}</Button>
            <Button onClick={() => show('drop')}>{text.drop}</Button>
          </>
        )}
        {mayWrite && row.state !== 'open' && <Button onClick={() => show('reopen')}>{text.reopen}</Button>}
        {row.sourceTable === 'meeting' && (
          <Button aria-label={text.openSource(row.sourceTitle)} onClick={() => go({ screen: 'meeting', meetingId: row.sourceId })}>
            {text.open}
          </Button>
        )}
        {row.sourceTable === 'register_entry' && <Button onClick={() => go({ screen: 'registers', register: 'inspections', branchId: row.branchId })}>{text.open}</Button>}
        <HistoryButton load={loadHistory} />
      </div>
      <FormDialog open={dialog === 'close'} title={text.closeTitle} confirmLabel={text.close} submit={submit} onConfirm={() => void submit.run(() => api.followUps.close({ ...at, result: result.trim(), closedOn: day ?? today }), done(text.closedDone))} onClose={() => setDialog(null)}>
        <Field label={text.result} required>
          {(control) => <Input.TextArea {...control} autoFocus value={result} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} placeholder={text.resultPlaceholder} onChange={(event) => setResult(event.target.value)} />}
        </Field>
        <Field label={text.closedOn} required>
          {(control) => <DateField {...control} value={day} today={today} onChange={setDay} />}
        </Field>
      </FormDialog>
      <FormDialog open={dialog === 'extend'} title={text.extendTitle} confirmLabel={text.extend} submit={submit} onConfirm={() => void submit.run(() => api.followUps.extend({ ...at, extendedTo: day ?? '', reason: reason.trim() }), done(text.extendDone))} onClose={() => setDialog(null)}>
        <Field label={text.extendedTo} required>
          {(control) => <DateField {...control} value={day} today={today} onChange={setDay} />}
        </Field>
        <Field label={text.reason} required>
          {(control) => <Input {...control} value={reason} maxLength={200} placeholder={text.reasonPlaceholder} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      </FormDialog>
      <ReasonDialog open={dialog === 'drop'} title={text.dropTitle} consequence={text.dropNote} confirmLabel={text.drop} busy={submit.busy} onConfirm={(given) => void submit.run(() => api.followUps.drop({ ...at, reason: given }), done(text.dropDone))} onCancel={() => setDialog(null)} />
      <ReasonDialog open={dialog === 'reopen'} title={text.reopenTitle} consequence={text.reopenNote} confirmLabel={text.reopen} busy={submit.busy} onConfirm={(given) => void submit.run(() => api.followUps.reopen({ ...at, reason: given }), done(text.reopenDone))} onCancel={() => setDialog(null)} />
    </Drawer>
  )
}
