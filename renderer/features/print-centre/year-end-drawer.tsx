import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { yearEndText as text } from '../../../shared/i18n/zh-CN/year-end.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import type { YearClosing } from '../../../shared/model/year-closing.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Card } from '../../components/card.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure, type Outcome } from '../../platform/use-query.ts'

interface Wish {
  readonly what: 'close' | 'handover' | 'batch'
  readonly id: string
  readonly year: number
}
interface Result {
  readonly files: readonly FileRef[]
  readonly sentence: string
}
type WishJob = (wish: Wish, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<Result>>
const work: WishJob = async ({ what, id, year }, options) => {
  if (what === 'close') {
    const made = await api.volumes.close({ branchId: id, year }, options)
    return made.ok ? { ok: true, value: { files: [made.value.file], sentence: text.closed(made.value.pages) } } : made
  }
  if (what === 'handover') {
    const made = await api.volumes.handover({ branchId: id, year }, options)
    return made.ok ? { ok: true, value: { files: [made.value.file], sentence: text.handoverMade(made.value.pages) } } : made
  }
  const made = await api.volumes.batch({ organisationId: id, year }, options)
  return made.ok ? { ok: true, value: { files: made.value.files, sentence: text.batchMade(made.value.branches, made.value.pages, made.value.failed) } } : made
}

/** 重新打开封存的一年:写明原因。 */
const ReopenDialog = ({ branchId, closing, onClose }: { readonly branchId: string; readonly closing: YearClosing; readonly onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    if (reason.trim() !== '') void submit.run(() => api.volumes.reopen({ branchId, year: closing.year, rev: closing.rev, reason: reason.trim() }), onClose)
  }
  return (
    <FormDialog open title={text.reopenTitle(closing.year)} confirmLabel={text.reopen} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Field label={text.reason} required hint={text.reasonHint} error={asked && reason.trim() === '' ? text.reasonMissing : undefined}>
        {(control) => <Input {...control} autoFocus value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}

const COMMITTEES: readonly OrganisationNode['kind'][] = ['party_committee', 'general_branch']

/** 年末和交接:封存一年、取档案、重新打开、交接清单、成批打印。 */
export const YearEndDrawer = ({ branchId, branchName, year, onClose }: { readonly branchId: string; readonly branchName: string; readonly year: number; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const session = useSession((state) => state.session)
  const closings = useQuery(api.volumes.closings, { branchId }, ['volumes.changed'])
  const [under, setUnder] = useState<string | null>(null)
  const [result, setResult] = useState<(Result & { readonly what: Wish['what'] }) | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [reopening, setReopening] = useState<YearClosing | null>(null)
  const job = useJob(work)
  const standing = closings.data?.closings.some((closing) => closing.year === year && closing.reopenedAt === null) === true
  const run = async (wish: Wish): Promise<void> => {
    setFailure(null)
    setResult(null)
    const done = await job.start(wish)
    if (done.ok) setResult({ ...done.value, what: wish.what })
    else if (done.error.code !== 'CANCELLED') setFailure(done.error)
  }
  const download = async (closing: YearClosing): Promise<void> => {
    const taken = await api.volumes.download({ branchId, closedAt: closing.closedAt })
    if (taken.ok) saveFile(taken.value.file)
    else setFailure(taken.error)
  }
  const made = (what: Wish['what']) =>
    result?.what !== what ? null : (
      <p className="year-end-made" role="status">
        {result.sentence}
        {result.files.map((file) => (
          <Button
            key={file.ticket}
            onClick={() => {
              saveFile(file)
              void message.success(text.saved)
            }}
          >
            {text.save(file.name)}
          </Button>
        ))}
      </p>
    )
  return (
    <Drawer open size={560} title={text.title(branchName, year)} onClose={onClose}>
      {failure !== null && <ErrorNote failure={failure} />}
      <Card title={text.closing}>
        <p className="meta">{text.closingHint}</p>
        {mayCall(session, contract.volumes.close) && (
          <ConfirmButton label={text.close(year)} question={text.closeQuestion(year)} consequence={text.closeConsequence} confirmLabel={text.closeConfirm} disabled={standing || job.running} onConfirm={() => void run({ what: 'close', id: branchId, year })} />
        )}
        {made('close')}
        <ul className="year-end-list">
          {(closings.data?.closings ?? []).map((closing) => (
            <li key={closing.id}>
              <span>
                {text.closedRow(closing.year, new Date(closing.closedAt), closing.closedBy, closing.pages, closing.files.length)}
                {closing.reopenedAt === null ? <StateTag tone="locked" word={text.standing} /> : <span className="meta">{text.reopenedRow(new Date(closing.reopenedAt), closing.reopenedBy, closing.reopenReason)}</span>}
              </span>
              <Button onClick={() => void download(closing)}>{text.download}</Button>
              {closing.reopenedAt === null && mayCall(session, contract.volumes.reopen) && <Button onClick={() => setReopening(closing)}>{text.reopen}</Button>}
            </li>
          ))}
        </ul>
        {closings.data?.closings.length === 0 && <p className="meta">{text.noClosings}</p>}
      </Card>
      <Card title={text.handover}>
        <p className="meta">{text.handoverHint}</p>
        <Button disabled={job.running} onClick={() => void run({ what: 'handover', id: branchId, year })}>
          {text.makeHandover}
        </Button>
        {made('handover')}
      </Card>
      {mayCall(session, contract.volumes.batch) && (
        <Card title={text.batch}>
          <p className="meta">{text.batchHint}</p>
          <div className="year-end-batch">
            <BranchPicker aria-label={text.under} placeholder={text.under} kinds={COMMITTEES} value={under} onChange={setUnder} />
            <Button disabled={under === null || job.running} onClick={() => under !== null && void run({ what: 'batch', id: under, year })}>
              {text.makeBatch(year)}
            </Button>
          </div>
          {made('batch')}
        </Card>
      )}
      {reopening !== null && <ReopenDialog branchId={branchId} closing={reopening} onClose={() => setReopening(null)} />}
      <ProgressDialog running={job.running} title={text.working} progress={job.progress} stageText={(stage) => text.stages[stage] ?? ''} onCancel={job.cancel} />
    </Drawer>
  )
}
