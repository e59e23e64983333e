import { useEffect, useState } from 'react'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import type { Failure } from '../../platform/use-query.ts'
import { momentOf } from './words.ts'

interface RestoreDialogProps {
  readonly backup: { readonly id: string; readonly madeAt: number } | null
  readonly onClose: () => void
  readonly onRestored: () => void
}
type Consequences = Extract<Awaited<ReturnType<typeof api.backups.consequences>>, { ok: true }>['value']

const text = safetyText.backups

/** 恢复:先说清会少什么,再要理由和口令。从清单点进来到恢复完,四下。 */
export const RestoreDialog = ({ backup, onClose, onRestored }: RestoreDialogProps) => {
  const submit = useSubmit()
  const [said, setSaid] = useState<Consequences | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const id = backup?.id ?? null
  useEffect(() => {
    setSaid(null)
    setFailure(null)
    if (id === null) return
    void api.backups.consequences({ id }).then((result) => (result.ok ? setSaid(result.value) : setFailure(result.error)))
  }, [id])
  return (
    <ConfirmedDialog
      open={backup !== null}
      title={text.restoreTitle(backup === null ? '' : momentOf(backup.madeAt))}
      confirmLabel={text.restoreConfirm}
      twoPeople
      submit={submit}
      onClose={onClose}
      onConfirm={(confirm) => id !== null && said !== null && void submit.run(() => api.backups.restore({ id }, { confirm }), onRestored)}
    >
      {failure !== null && <ErrorNote failure={failure} />}
      {said === null ? (
        failure === null && <Loading />
      ) : said.lost.length === 0 ? (
        <p>{text.restoreNothingLost}</p>
      ) : (
        <>
          <p className="safety-lost-head">{text.restoreLost(said.laterCommits)}</p>
          <ul className="safety-lost">
            {said.lost.map(({ table, label, count, examples }) => (
              <li key={table}>{text.lostLine(label, count, examples.join('、'))}</li>
            ))}
          </ul>
          {said.from !== null && said.to !== null && <p>{text.restoreSpan(momentOf(said.from), momentOf(said.to))}</p>}
        </>
      )}
      <p>{text.restoreSaved}</p>
    </ConfirmedDialog>
  )
}
