import { Button, Drawer } from 'antd'
import { useCallback, useState } from 'react'
import type { HistoryEntry } from '../../shared/contract/audit.contract.ts'
import { recordHistoryText } from '../../shared/i18n/zh-CN/record-history.ts'
import type { Failure, Outcome } from '../platform/use-query.ts'
import { ErrorNote } from './error-note.tsx'
import { Loading } from './loading.tsx'
import './history-button.css'

interface HistoryPage {
  readonly title: string
  readonly entries: readonly HistoryEntry[]
  readonly more: boolean
}
interface HistoryButtonProps {
  /** 从第几条起取。 */
  readonly load: (offset: number) => Promise<Outcome<HistoryPage>>
}

const text = recordHistoryText
const two = (value: number): string => String(value).padStart(2, '0')
const momentOf = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** 来历:谁、何时、把什么从什么改成什么、为什么;新的在前。 */
export const HistoryButton = ({ load }: HistoryButtonProps) => {
  const [open, setOpen] = useState(false)
  const [page, setPage] = useState<HistoryPage | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const fetchMore = useCallback(
    async (before: HistoryPage | null): Promise<void> => {
      setFailure(null)
      const result = await load(before?.entries.length ?? 0)
      if (result.ok) setPage({ ...result.value, entries: [...(before?.entries ?? []), ...result.value.entries] })
      else setFailure(result.error)
    },
    [load],
  )
  const show = (): void => {
    setOpen(true)
    setPage(null)
    void fetchMore(null)
  }
  return (
    <>
      <Button onClick={show}>{text.open}</Button>
      <Drawer open={open} title={text.title(page?.title ?? '')} size={560} destroyOnHidden onClose={() => setOpen(false)}>
        {failure !== null && <ErrorNote failure={failure} />}
        {page === null ? (
          failure === null && <Loading />
        ) : page.entries.length === 0 ? (
          <p className="empty-note">{text.empty}</p>
        ) : (
          <ol className="record-history">
            {page.entries.map((entry) => (
              <li key={entry.seq}>
                <p className="record-history-head">{text.line(momentOf(entry.at), entry.actorName, entry.action)}</p>
                {entry.reason !== '' && <p>{text.reason(entry.reason)}</p>}
                <ul>
                  {entry.changes.map((change) => (
                    <li key={change.field}>{text.change(change.label, change.from, change.to)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
        {page?.more === true && <Button onClick={() => void fetchMore(page)}>{text.more}</Button>}
      </Drawer>
    </>
  )
}
