import { App, Button } from 'antd'
import { contract } from '../../../shared/contract/index.ts'
import { appealsText as text } from '../../../shared/i18n/zh-CN/appeals.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { Objection } from '../../../shared/model/evaluation-period.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'

export type IndicatorName = (period: string, indicatorId: string) => string
const TONES: Record<Objection['state'], StateTone> = { open: 'todo', upheld: 'done', rejected: 'not_applicable', withdrawn: 'returned' }
const replyWord = ({ state, reply, decidedBy, decidedOn }: Objection): string => (state === 'open' || state === 'withdrawn' ? '' : text.reply(reply, decidedBy, decidedOn ?? ''))

interface ObjectionsCardProps {
  readonly year: number
  readonly rows: readonly Objection[]
  readonly indicatorName: IndicatorName
  /** 有公示了的月份,才提得了更正。 */
  readonly correctable: boolean
  readonly onAnswer: (row: Objection) => void
  readonly onCorrect: (row: Objection) => void
}

/** 一年的申诉:答复、撤回、据此提更正。 */
export const ObjectionsCard = ({ year, rows, indicatorName, correctable, onAnswer, onCorrect }: ObjectionsCardProps) => {
  const { message } = App.useApp()
  const session = useSession((state) => state.session)
  const mayAnswer = mayCall(session, contract.appeals.answer)
  const mayWithdraw = mayCall(session, contract.appeals.withdraw)
  const indicatorWord = ({ period, indicatorId }: Objection): string => (indicatorId === '' ? text.whole : indicatorName(period, indicatorId))
  const withdraw = async ({ id, rev }: Objection): Promise<void> => {
    const result = await api.appeals.withdraw({ id, rev })
    if (!result.ok) void message.error(describeError(result.error.code, result.error.data).cause)
  }
  const output: readonly OutputColumn<Objection>[] = [
    { label: text.columns.branch, width: 22, value: ({ branchName }) => branchName },
    { label: text.columns.period, width: 16, value: ({ period }) => standingsText.periodName(period) },
    { label: text.columns.indicator, width: 16, value: indicatorWord },
    { label: text.columns.text, width: 40, value: (row) => row.text.replaceAll(/\s+/g, ' ') },
    { label: text.columns.raised, width: 18, value: ({ raisedBy, raisedOn }) => text.raised(raisedBy, raisedOn) },
    { label: text.columns.state, width: 10, value: ({ state }) => text.states[state] },
    { label: text.columns.reply, width: 36, value: (row) => replyWord(row).replaceAll(/\s+/g, ' ') },
  ]
  const columns: DataColumns<Objection> = [
    { title: text.columns.branch, dataIndex: 'branchName', width: 150, fixed: 'left' },
    { title: text.columns.period, key: 'period', width: 120, render: (_value, { period }) => standingsText.periodName(period) },
    { title: text.columns.indicator, key: 'indicator', width: 110, render: (_value, row) => indicatorWord(row) },
    { title: text.columns.text, key: 'text', render: (_value, row) => <span className="appeal-text">{row.text}</span> },
    { title: text.columns.raised, key: 'raised', width: 104, render: (_value, { raisedBy, raisedOn }) => text.raised(raisedBy, raisedOn) },
    { title: text.columns.state, key: 'state', width: 92, render: (_value, { state }) => <StateTag tone={TONES[state]} word={text.states[state]} /> },
    { title: text.columns.reply, key: 'reply', width: 150, render: (_value, row) => <span className="appeal-text">{replyWord(row)}</span> },
    {
      title: text.columns.actions,
      key: 'actions',
      width: mayAnswer ? 176 : 96,
      render: (_value, row) => (
        <span className="row-actions">
          {mayAnswer && row.state === 'open' && (
            <Button aria-label={text.answer.openOf(row.branchName)} onClick={() => onAnswer(row)}>
              {text.answer.open}
            </Button>
          )}
          {mayAnswer && correctable && (row.state === 'open' || row.state === 'upheld') && (
            <Button aria-label={text.propose.openOf(row.branchName)} onClick={() => onCorrect(row)}>
              {text.propose.open}
            </Button>
          )}
          {mayWithdraw && row.state === 'open' && <ConfirmButton label={text.withdraw} question={text.withdrawQuestion} consequence={text.withdrawConsequence} confirmLabel={text.withdraw} onConfirm={() => void withdraw(row)} />}
        </span>
      ),
    },
  ]
  return (
    <Card title={text.list} extra={<ListActions list="score-objections" title={text.listOf(year)} columns={output} rows={rows} />}>
      {rows.length === 0 ? <EmptyNote sentence={text.empty} /> : <DataTable label={text.listOf(year)} columns={columns} rows={rows} rowKey={({ id }) => id} minWidth={mayAnswer ? 1102 : 1022} />}
    </Card>
  )
}
