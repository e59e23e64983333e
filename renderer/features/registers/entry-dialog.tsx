import { App, Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { isPlan } from '../../../shared/data/registers/plans.ts'
import { plansText } from '../../../shared/i18n/zh-CN/plans.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import { registersText as text } from '../../../shared/i18n/zh-CN/registers.ts'
import type { EntryFinding, EntryValues, RegisterDefinition, RegisterEntry } from '../../../shared/model/register.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { useKeptState } from '../../components/use-kept-state.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import type { Failure } from '../../platform/use-query.ts'
import { EntryFields } from './entry-fields.tsx'
import { PlanMeetings } from './plan-meetings.tsx'

interface Draft {
  readonly branchId: string | null
  readonly values: EntryValues
}
/** 核心说的哪一项不对;别的失败照常显示。 */
const findingsOf = (failure: Failure | null): readonly EntryFinding[] => (failure?.code === 'ENTRY_UNSUITABLE' ? (failure.data as { readonly findings: readonly EntryFinding[] }).findings : [])

/** 照从前的定义填的,现在没有了的项不带(来历里还在)。 */
const knownOnly = (definition: RegisterDefinition, values: EntryValues): EntryValues => Object.fromEntries(Object.entries(values).filter(([key]) => definition.fields.some((field) => field.key === key)))

/** 登记、修改一条;填了一半锁屏、断电,回来还在。看不到内容的(别的支部的谈话)只列看得到的项。 */
export const EntryDialog = ({ definition, isSubmitted, entry, branchId, year, today, onClose }: { readonly definition: RegisterDefinition; readonly isSubmitted: boolean; readonly entry: RegisterEntry | null; readonly branchId: string | null; readonly year: number; readonly today: string; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const mayWrite = useSession(({ session }) => mayCall(session, contract.registers.save))
  const [asked, setAsked] = useState(false)
  const [removing, setRemoving] = useState(false)
  const draft = useKeptState<Draft>(`register:${entry?.id ?? `new-${definition.key}`}`, entry?.rev ?? 0, () => (entry === null ? { branchId, values: year === Number(today.slice(0, 4)) ? { [definition.dayField]: today } : {} } : { branchId: entry.branchId, values: knownOnly(definition, entry.values) }))
  const { branchId: branch, values } = draft.value
  const isWithheld = (entry?.withheld ?? 0) > 0
  const readOnly = !mayWrite || isWithheld
  const fields = useMemo(() => (isWithheld ? definition.fields.filter(({ ownBranchOnly }) => !ownBranchOnly) : definition.fields), [definition, isWithheld])
  const id = entry?.id ?? ''
  const loadHistory = useCallback((offset: number) => api.history.entry({ id, offset }), [id])
  const leave = (word: string): void => {
    draft.forget(draft.value)
    onClose()
    void message.success(word)
  }
  const save = (): void => {
    setAsked(true)
    if (readOnly) return onClose()
    if (branch === null) return
    void submit.run(() => (entry === null ? api.registers.add({ definitionKey: definition.key, branchId: branch, values }) : api.registers.save({ id: entry.id, rev: draft.rev, values })), () => leave(text.saved))
  }
  const remove = (reason: string): void => {
    if (entry === null) return
    void submit.run(() => api.bin.removeEntry({ id: entry.id, rev: entry.rev, reason }), () => leave(text.removed))
  }
  return (
    <>
      <FormDialog
        open={!removing}
        title={entry === null ? text.addOf(definition.name) : text.editOf(definition.name)}
        confirmLabel={readOnly ? text.close : text.save}
        submit={submit}
        onConfirm={save}
        onClose={() => {
          draft.forget(draft.value)
          onClose()
        }}
        width={760}
      >
        {entry !== null && isPlan(entry.definitionKey) && <PlanMeetings entry={entry} isChanged={JSON.stringify(values) !== JSON.stringify(knownOnly(definition, entry.values))} onLeave={onClose} />}
        {isSubmitted && <p className="meta">{plansText.submission.locked}</p>}
        {isWithheld && <p className="meta">{text.withheld}</p>}
        {entry === null && (
          <Field label={text.branch} required error={asked && branch === null ? text.branchMissing : undefined}>
            {(control) => <BranchPicker {...control} kinds={['branch']} value={branch} onChange={(next) => draft.change({ ...draft.value, branchId: next })} />}
          </Field>
        )}
        <EntryFields fields={fields} workingYear={entry === null ? year : Number(entry.day.slice(0, 4))} values={values} branchId={branch} disabled={readOnly} openFields={isSubmitted ? (definition.yearly?.openFields ?? []) : null} findings={findingsOf(submit.failure)} onChange={(next) => draft.change({ ...draft.value, values: next })} />
        {entry !== null && (
          <div className="entry-more">
            <HistoryButton load={loadHistory} />
            {!readOnly && !isSubmitted && (
              <Button className="button-danger" onClick={() => setRemoving(true)}>
                {text.remove}
              </Button>
            )}
          </div>
        )}
      </FormDialog>
      <ReasonDialog open={removing} title={text.removeTitle(entry?.title ?? '')} consequence={text.removeNote} confirmLabel={recordHistoryText.removeConfirm} busy={submit.busy} onConfirm={remove} onCancel={() => setRemoving(false)} />
    </>
  )
}
