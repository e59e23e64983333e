import { Button } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { startTroubleText } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { api } from '../../platform/api.ts'
import { useJob } from '../../platform/use-job.ts'
import type { Outcome } from '../../platform/use-query.ts'
import { CredentialsForm } from './credentials-form.tsx'
import { ReasonField } from './reason-field.tsx'
import type { Trouble } from './trouble.ts'
import { useRescue, type RescueInput } from './use-rescue.ts'

const text = startTroubleText.backups

interface BackupChoice {
  readonly id: string
  readonly madeAt: number
  readonly kind: string
  readonly place: 'workspace' | 'second'
  readonly problems: readonly string[]
  readonly missing: number | null
}
const listBackups = (input: RescueInput): Promise<Outcome<{ readonly backups: readonly BackupChoice[] }>> => api.rescue.backups(input)

type RestoreJob = (input: RescueInput & { readonly id: string; readonly reason: string }, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<unknown>>
const restoreBackup: RestoreJob = (input, options) => api.rescue.restore(input, options)

const two = (value: number): string => String(value).padStart(2, '0')
const timeWords = (at: number): string => {
  const date = new Date(at)
  return text.at(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`, `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`)
}
const missingWords = ({ missing }: BackupChoice): string => (missing === null ? text.missingUnknown : text.missing(missing))

interface RestorePanelProps {
  readonly trouble: Trouble
  readonly path: string
  readonly onOpened: () => void
}

/** 用备份恢复:最近的好备份已经选上;写原因、看清会少什么、确认(F05、F16)。 */
export const RestorePanel = ({ trouble, path, onOpened }: RestorePanelProps) => {
  const rescue = useRescue(path, trouble)
  const [backups, setBackups] = useState<readonly BackupChoice[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const group = useId()
  const { run } = rescue
  const job = useJob(restoreBackup)

  const take = ({ backups: found }: { readonly backups: readonly BackupChoice[] }): void => {
    const newestFirst = [...found].sort((one, other) => other.madeAt - one.madeAt)
    setBackups(newestFirst)
    setChosen(newestFirst.find(({ problems }) => problems.length === 0)?.id ?? null)
  }
  const find = (person?: { readonly userName: string; readonly password: string }): void => void run(listBackups, take, person)
  // 一打开就找;只找这一次,之后由人点「重新找」。
  const begin = useRef(find)
  useEffect(() => begin.current(), [])
  const backup = backups?.find(({ id }) => id === chosen)
  const restore = (): void => {
    if (backup !== undefined) void run((input) => job.start({ ...input, id: backup.id, reason: reason.trim() }), onOpened)
  }

  if (rescue.asksWho)
    return (
      <>
        {rescue.failure !== null && <ErrorNote failure={rescue.failure} />}
        <CredentialsForm busy={rescue.busy} onSubmit={find} />
      </>
    )
  return (
    <section className="trouble-panel" aria-label={text.title}>
      <h3>{text.title}</h3>
      {rescue.failure !== null && <ErrorNote failure={rescue.failure} onRetry={backups === null ? () => find() : undefined} />}
      {backups === null && rescue.failure === null && <Loading words={text.loading} />}
      {backups !== null && backups.length === 0 && (
        <>
          <p>{text.none}</p>
          <Button onClick={() => find()}>{text.again}</Button>
        </>
      )}
      {backups !== null && backups.length > 0 && (
        <>
          <div className="trouble-backups">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{text.columns.choose}</th>
                  <th scope="col">{text.columns.at}</th>
                  <th scope="col">{text.columns.kind}</th>
                  <th scope="col">{text.columns.missing}</th>
                </tr>
              </thead>
              <tbody>
                {backups.map((each) => (
                  <tr key={each.id} data-chosen={each.id === chosen} onClick={() => each.problems.length === 0 && setChosen(each.id)}>
                    <td>
                      <input type="radio" name={group} aria-label={timeWords(each.madeAt)} checked={each.id === chosen} disabled={each.problems.length > 0 || rescue.busy} onChange={() => setChosen(each.id)} />
                    </td>
                    <td>{timeWords(each.madeAt)}</td>
                    <td>
                      {text.kinds[each.kind] ?? text.otherKind}
                      {each.place === 'second' && ` · ${text.second}`}
                    </td>
                    <td>{each.problems.length > 0 ? text.damaged : missingWords(each)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ReasonField value={reason} onChange={setReason} asked={asked} />
          {backup !== undefined && reason.trim() !== '' ? (
            <ConfirmButton type="primary" label={rescue.busy ? text.working : text.submit} loading={rescue.busy} question={text.question(timeWords(backup.madeAt))} consequence={text.consequence(missingWords(backup))} confirmLabel={text.confirm} onConfirm={restore} />
          ) : (
            <Button type="primary" disabled={backup === undefined} onClick={() => setAsked(true)}>
              {text.submit}
            </Button>
          )}
        </>
      )}
      <ProgressDialog running={job.running} title={text.working} progress={job.progress} onCancel={job.cancel} />
    </section>
  )
}
