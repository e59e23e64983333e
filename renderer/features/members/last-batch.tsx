import { App, Button } from 'antd'
import { useState } from 'react'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import type { LastBatch } from '../../../shared/model/member-batch.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import type { ColumnBook } from './roster-columns.ts'

const text = rosterListText.batch
const nothing = {}
/** 过了这么久的不再提醒;要撤仍可逐个改。 */
const RECENT_MILLISECONDS = 24 * 60 * 60 * 1000

/** 刚做的批量修改:没有人再动过之前,一下改回去。 */
export const LastBatchStrip = ({ book }: { readonly book: ColumnBook }) => {
  const last = useQuery(api.roster.lastBatch, nothing, ['members.changed']).data?.batch ?? null
  const [closed, setClosed] = useState<string | null>(null)
  const [since] = useState(() => Date.now() - RECENT_MILLISECONDS)
  if (last === null || last.id === closed || last.at < since) return null
  return <Strip key={last.id} batch={last} book={book} onClose={() => setClosed(last.id)} />
}

const Strip = ({ batch, book, onClose }: { readonly batch: LastBatch; readonly book: ColumnBook; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const undo = (): void =>
    void submit.run(
      () => api.roster.undoBatch({ id: batch.id }),
      ({ restored }) => void message.success(text.undone(restored)),
    )
  return (
    <div className="batch-strip" role="status">
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <span>{text.last(book.label(batch.column), batch.count)}</span>
      {batch.changedSince === 0 ? (
        <Button size="small" loading={submit.busy} onClick={undo}>
          {text.undo}
        </Button>
      ) : (
        <span className="meta">{text.changedSince(batch.changedSince)}</span>
      )}
      <Button size="small" type="text" onClick={onClose}>
        {text.close}
      </Button>
    </div>
  )
}
