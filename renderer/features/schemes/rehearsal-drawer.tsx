import { Button, Checkbox, Drawer } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { RehearsalRow, SchemeDocument } from '../../../shared/model/scheme.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { MonthSwitch } from '../../components/month-switch.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import type { Failure } from '../../platform/use-query.ts'

const text = schemesText.rehearsal
const rehearse = (input: Parameters<typeof api.schemes.rehearse>[0], options?: Parameters<typeof api.schemes.rehearse>[1]) => api.schemes.rehearse(input, options)
const moveOf = ({ before, after }: RehearsalRow): number => (after.star ?? -1) - (before.star ?? -1)
const moveWords = (row: RehearsalRow): string => {
  const move = moveOf(row)
  if (move === 0) return text.same
  return (move > 0 ? text.up : text.down)(row.before.star ?? 0, row.after.star ?? 0)
}
const reasonWords = ({ reasons }: RehearsalRow): string => reasons.map(({ name, change }) => text.reason(name, change)).join('、')

/** 试算:照现行方案与照这份草稿各算一遍,谁升谁降、差在哪里。 */
export const RehearsalDrawer = ({ document, onClose }: { readonly document: SchemeDocument; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const [to, setTo] = useState(today.slice(0, 7))
  const [from, setFrom] = useState(addMonths(today.slice(0, 7), -11))
  const [rows, setRows] = useState<readonly RehearsalRow[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [onlyMoved, setOnlyMoved] = useState(false)
  const job = useJob(rehearse)
  const run = async (): Promise<void> => {
    setFailure(null)
    const result = await job.start({ id: document.id, from, to })
    if (result.ok) setRows(result.value.rows)
    else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  const categoryOf = (code: string | null): string => (code === null ? '' : nameOf(document.sums.map(({ category, name }) => ({ code: category, name })), code))
  const columns: DataColumns<RehearsalRow> = [
    { title: text.columns.branch, dataIndex: 'branchName', width: 170 },
    { title: text.columns.category, key: 'category', width: 90, render: (_value, row) => categoryOf(row.category) },
    { title: text.columns.before, key: 'before', width: 120, render: (_value, row) => text.score(row.before.total, row.before.star) },
    { title: text.columns.after, key: 'after', width: 120, render: (_value, row) => <strong>{text.score(row.after.total, row.after.star)}</strong> },
    { title: text.columns.move, key: 'move', width: 120, render: (_value, row) => moveWords(row) },
    { title: text.columns.reasons, key: 'reasons', render: (_value, row) => reasonWords(row) },
  ]
  const output: readonly OutputColumn<RehearsalRow>[] = [
    { label: text.columns.branch, width: 24, value: ({ branchName }) => branchName },
    { label: text.columns.category, width: 10, value: ({ category }) => categoryOf(category) },
    { label: text.columns.before, width: 16, value: ({ before }) => text.score(before.total, before.star) },
    { label: text.columns.after, width: 16, value: ({ after }) => text.score(after.total, after.star) },
    { label: text.columns.move, width: 14, value: moveWords },
    { label: text.columns.reasons, width: 40, value: reasonWords },
  ]
  const shown = (rows ?? []).filter((row) => !onlyMoved || moveOf(row) !== 0)
  const count = (direction: (move: number) => boolean): number => (rows ?? []).filter((row) => direction(moveOf(row))).length
  const stars = [...new Set((rows ?? []).flatMap(({ before, after }) => [before.star, after.star]))].toSorted((a, b) => (b ?? -1) - (a ?? -1))
  return (
    <Drawer open onClose={onClose} title={text.title} size={1040} destroyOnHidden>
      <p className="meta">
        {text.note} {text.onePeriod}
      </p>
      <div className="scheme-try-bar">
        <span>{text.from}</span>
        <MonthSwitch period={from} thisMonth={to} onChange={setFrom} />
        <span>{text.to}</span>
        <MonthSwitch period={to} thisMonth={today.slice(0, 7)} onChange={setTo} />
        <Button type="primary" loading={job.running} onClick={() => void run()}>
          {text.run}
        </Button>
      </div>
      {failure !== null && <ErrorNote failure={failure} onRetry={() => void run()} />}
      {rows !== null && (
        <>
          <p role="status">
            {text.summary(count((move) => move > 0), count((move) => move < 0), count((move) => move === 0))}
          </p>
          <ul className="scheme-sums" aria-label={text.distribution}>
            {stars.map((star) => (
              <li key={String(star)}>{text.distributionRow(star, rows.filter(({ before }) => before.star === star).length, rows.filter(({ after }) => after.star === star).length)}</li>
            ))}
          </ul>
          <div className="scheme-try-bar">
            <Checkbox checked={onlyMoved} onChange={(event) => setOnlyMoved(event.target.checked)}>
              {text.onlyMoved}
            </Checkbox>
            <ListActions list="scheme-rehearsal" title={text.list} subtitle={`${document.body.name} ${from}—${to}`} columns={output} rows={shown} />
          </div>
          <DataTable label={text.list} columns={columns} rows={shown} rowKey={({ branchId }) => branchId} minWidth={900} empty={text.nobodyMoved} />
        </>
      )}
      <ProgressDialog running={job.running} title={text.running} progress={job.progress} onCancel={job.cancel} />
    </Drawer>
  )
}
