import { Button } from 'antd'
import { contract } from '../../../shared/contract/index.ts'
import { appealsText as text } from '../../../shared/i18n/zh-CN/appeals.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { CorrectionRow } from '../../../shared/model/evaluation-period.ts'
import { Card } from '../../components/card.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { mayCall, useSession } from '../../platform/session.ts'
import type { IndicatorName } from './objections-card.tsx'

const TONES: Record<CorrectionRow['state'], StateTone> = { pending: 'todo', approved: 'done', rejected: 'not_applicable' }
export const changeWord = ({ kind, period, indicatorId }: CorrectionRow, indicatorName: IndicatorName): string => text.change(text.kinds[kind], indicatorId === '' ? '' : indicatorName(period, indicatorId))
const decidedWord = ({ state, decidedBy, decidedOn, reopenedBy }: CorrectionRow): string => (state === 'pending' ? '' : text.decidedBy(decidedBy, decidedOn ?? '', reopenedBy))

/** 谁定的、哪天、谁批准重开,各一行:日期不折开。 */
const Decided = ({ row }: { readonly row: CorrectionRow }) =>
  row.state === 'pending' ? null : (
    <span className="period-lines">
      <span>{row.decidedBy}</span>
      <span>{row.decidedOn}</span>
      {row.reopenedBy !== '' && <span>{text.reopened(row.reopenedBy)}</span>}
    </span>
  )

interface CorrectionsCardProps {
  readonly year: number
  readonly rows: readonly CorrectionRow[]
  readonly indicatorName: IndicatorName
  readonly onDecide: (row: CorrectionRow) => void
  readonly onProve: (row: CorrectionRow) => void
}

/** 一年的更正:待批的、批了的、没有批的都列着。 */
export const CorrectionsCard = ({ year, rows, indicatorName, onDecide, onProve }: CorrectionsCardProps) => {
  const mayDecide = useSession(({ session }) => mayCall(session, contract.appeals.decide))
  const output: readonly OutputColumn<CorrectionRow>[] = [
    { label: text.correctionColumns.branch, width: 22, value: ({ branchName }) => branchName },
    { label: text.correctionColumns.period, width: 14, value: ({ period }) => standingsText.periodName(period) },
    { label: text.correctionColumns.seq, width: 9, value: ({ seq }) => text.seq(seq) },
    { label: text.correctionColumns.change, width: 30, value: (row) => changeWord(row, indicatorName) },
    { label: text.correctionColumns.reason, width: 34, value: ({ reason, evidence }) => text.grounds(reason, evidence) },
    { label: text.correctionColumns.state, width: 24, value: ({ state, revision }) => `${text.correctionStates[state]} ${revision === null ? '' : text.revision(revision)}`.trim() },
    { label: text.correctionColumns.decided, width: 30, value: decidedWord },
  ]
  const columns: DataColumns<CorrectionRow> = [
    { title: text.correctionColumns.branch, dataIndex: 'branchName', width: 150, fixed: 'left' },
    { title: text.correctionColumns.period, key: 'period', width: 116, render: (_value, { period }) => standingsText.periodName(period) },
    { title: text.correctionColumns.seq, key: 'seq', width: 76, render: (_value, { seq }) => text.seq(seq) },
    { title: text.correctionColumns.change, key: 'change', width: 130, render: (_value, row) => changeWord(row, indicatorName) },
    { title: text.correctionColumns.reason, key: 'reason', render: (_value, { reason, evidence }) => text.grounds(reason, evidence) },
    {
      title: text.correctionColumns.state,
      key: 'state',
      width: 130,
      render: (_value, { state, revision }) => (
        <span className="period-lines">
          <StateTag tone={TONES[state]} word={text.correctionStates[state]} />
          {revision !== null && <span className="meta">{text.revision(revision)}</span>}
        </span>
      ),
    },
    { title: text.correctionColumns.decided, key: 'decided', width: 126, render: (_value, row) => <Decided row={row} /> },
    {
      title: text.correctionColumns.actions,
      key: 'actions',
      width: 190,
      render: (_value, row) => (
        <span className="row-actions">
          {mayDecide && row.state === 'pending' && (
            <Button aria-label={text.decide.openOf(row.branchName, row.seq)} onClick={() => onDecide(row)}>
              {text.decide.open}
            </Button>
          )}
          {row.state !== 'rejected' && (
            <Button aria-label={text.prove.openOf(row.branchName)} onClick={() => onProve(row)}>
              {text.prove.open}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <Card title={text.corrections} extra={<ListActions list="score-corrections" title={text.correctionsOf(year)} columns={output} rows={rows} />}>
      {rows.length === 0 ? <EmptyNote sentence={text.noCorrections} /> : <DataTable label={text.correctionsOf(year)} columns={columns} rows={rows} rowKey={({ id }) => id} minWidth={1098} />}
    </Card>
  )
}
