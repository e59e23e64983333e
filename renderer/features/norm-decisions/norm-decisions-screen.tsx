import { App, Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { normDecisionKinds } from '../../../shared/data/code-tables/norm-decisions.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { normDecisionsText as text } from '../../../shared/i18n/zh-CN/norm-decisions.ts'
import type { NormDecisionRow } from '../../../shared/model/norm-decision.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import './norm-decisions.css'

const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const activityWord = ({ activity }: NormDecisionRow): string => (activity === '' ? text.everyActivity : nameOf(normActivities, activity))
const stateOf = ({ withdrawnOn, untilDay }: NormDecisionRow, today: string): { readonly tone: StateTone; readonly word: string } =>
  withdrawnOn !== null ? { tone: 'returned', word: text.withdrawn(withdrawnOn) } : untilDay !== null && untilDay < today ? { tone: 'not_applicable', word: text.expired } : { tone: 'done', word: text.inForce }
const outputOf = (today: string): readonly OutputColumn<NormDecisionRow>[] => [
  { label: text.columns.unit, width: 24, value: (row) => row.organisationName },
  { label: text.columns.kind, width: 8, value: (row) => nameOf(normDecisionKinds, row.kind) },
  { label: text.columns.activity, width: 14, value: activityWord },
  { label: text.columns.months, width: 18, value: (row) => text.months(row.fromMonth, row.toMonth) },
  { label: text.columns.until, kind: 'date', width: 12, value: (row) => row.untilDay ?? '' },
  { label: text.columns.reason, width: 30, value: (row) => row.reason },
  { label: text.columns.approver, width: 14, value: (row) => row.approver },
  { label: text.columns.document, width: 18, value: (row) => row.document },
  { label: text.columns.decided, kind: 'date', width: 12, value: (row) => row.decidedOn },
  { label: text.columns.state, width: 16, value: (row) => stateOf(row, today).word },
]

/** 免除和解锁:党委办公室加、撤回,支部看得到管自己的。 */
export const NormDecisionsScreen = () => {
  const { message } = App.useApp()
  const session = useSession((state) => state.session)
  const [within, setWithin] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<NormDecisionRow | null>(null)
  const [busy, setBusy] = useState(false)
  const query = useQuery(api.normDecisions.list, { organisationId: within, year: null }, ['normDecisions.changed', 'organisations.changed'])
  const norms = useQuery(api.norms.list, {}, ['norms.changed'])
  const mayDecide = mayCall(session, contract.normDecisions.add)
  const today = query.data?.today ?? ''
  const locks = norms.data?.norms.find(({ key }) => key === 'record_lock')?.value === 'lock'
  const columns: DataColumns<NormDecisionRow> = [
    { title: text.columns.unit, key: 'unit', width: 160, ellipsis: true, render: (_value, row) => row.organisationName },
    { title: text.columns.kind, key: 'kind', width: 60, render: (_value, row) => nameOf(normDecisionKinds, row.kind) },
    { title: text.columns.activity, key: 'activity', width: 110, render: (_value, row) => activityWord(row) },
    { title: text.columns.months, key: 'months', width: 150, render: (_value, row) => text.months(row.fromMonth, row.toMonth) },
    { title: text.columns.until, key: 'until', width: 105, render: (_value, row) => row.untilDay ?? '' },
    { title: text.columns.reason, key: 'reason', width: 150, ellipsis: true, render: (_value, row) => <span title={row.withdrawnReason === '' ? row.reason : `${row.reason}；${text.withdrawnReason(row.withdrawnReason)}`}>{row.reason}</span> },
    { title: text.columns.document, key: 'document', width: 100, ellipsis: true, render: (_value, row) => `${row.approver} ${row.document}`.trim() },
    { title: text.columns.decided, dataIndex: 'decidedOn', width: 105 },
    { title: text.columns.state, key: 'state', width: 120, render: (_value, row) => <StateTag {...stateOf(row, today)} /> },
    ...(mayDecide ? [{ title: text.withdraw, key: 'withdraw', width: 84, render: (_value: unknown, row: NormDecisionRow) => (row.withdrawnOn === null ? <Button onClick={() => setWithdrawing(row)}>{text.withdraw}</Button> : null) }] : []),
  ]
  const withdraw = async (reason: string): Promise<void> => {
    if (withdrawing === null) return
    setBusy(true)
    const result = await api.normDecisions.withdraw({ id: withdrawing.id, rev: withdrawing.rev, reason })
    setBusy(false)
    setWithdrawing(null)
    if (!result.ok) void message.error(describeError(result.error.code, result.error.data).cause)
  }
  return (
    <Page
      title={text.title}
      section={{ group: 'handbook', current: 'norm-decisions' }}
      fixed
      actions={
        <>
          <ListActions list="norm-decisions" title={text.list} organisationId={within} columns={outputOf(today)} rows={query.data?.rows ?? []} />
          {mayDecide && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {text.add}
            </Button>
          )}
        </>
      }
    >
      <p className="meta">
        {text.note}
        {norms.data !== null && text.lockNote(locks)}
      </p>
      <div className="norm-decisions-filters">
        <Field label={text.within} compact>
          {(control) => <BranchPicker {...control} value={within} onChange={setWithin} kinds={KINDS} placeholder={text.withinAll} allowClear />}
        </Field>
      </div>
      <QueryView query={query}>{(data) => (data.rows.length === 0 ? <EmptyNote sentence={text.empty} /> : <DataTable label={text.list} columns={columns} rows={data.rows} rowKey={(row) => row.id} fill minWidth={1140} />)}</QueryView>
      {adding && <DecisionDialog today={today} onClose={() => setAdding(false)} />}
      <ReasonDialog open={withdrawing !== null} title={text.withdrawTitle} consequence={text.withdrawNote} confirmLabel={text.withdraw} busy={busy} onConfirm={(reason) => void withdraw(reason)} onCancel={() => setWithdrawing(null)} />
    </Page>
  )
}
