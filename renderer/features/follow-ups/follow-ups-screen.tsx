import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { followUpKinds, followUpStates } from '../../../shared/data/code-tables/follow-ups.ts'
import { followUpsText as text } from '../../../shared/i18n/zh-CN/follow-ups.ts'
import type { FollowUp, FollowUpState } from '../../../shared/model/follow-up.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { FollowUpDrawer } from './follow-up-drawer.tsx'

const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const STATES = [{ value: '' as const, label: text.all }, ...followUpStates.map(({ code, name }) => ({ value: code, label: name }))]
const dueWord = ({ dueOn, extendedTo }: FollowUp): string => extendedTo ?? dueOn ?? ''
const stateWord = ({ state, isOverdue }: FollowUp): string => (isOverdue ? text.overdue : nameOf(followUpStates, state))

const OUTPUT: readonly OutputColumn<FollowUp>[] = [
  { label: text.columns.branch, width: 22, value: (row) => row.branchName },
  { label: text.columns.text, width: 40, value: (row) => row.text },
  { label: text.columns.problem, width: 26, value: (row) => row.problem },
  { label: text.columns.owner, width: 10, value: (row) => row.owner },
  { label: text.columns.raised, kind: 'date', width: 12, value: (row) => row.raisedOn },
  { label: text.columns.due, kind: 'date', width: 12, value: dueWord },
  { label: text.columns.state, width: 10, value: stateWord },
  { label: text.columns.result, width: 30, value: (row) => row.result },
  { label: text.columns.closed, kind: 'date', width: 12, value: (row) => row.closedOn ?? '' },
]
const COLUMNS: DataColumns<FollowUp> = [
  { title: text.columns.text, key: 'text', width: 330, ellipsis: true, render: (_value, row) => <span title={row.text}>{row.text}</span> },
  { title: text.columns.owner, dataIndex: 'owner', width: 90 },
  {
    title: text.columns.due,
    key: 'due',
    width: 120,
    render: (_value, row) => (dueWord(row) === '' ? <span className="meta">{text.noDue}</span> : row.extendedTo === null ? row.dueOn : text.extended(row.extendedTo)),
  },
  { title: text.columns.state, key: 'state', width: 100, render: (_value, row) => <StateTag tone={row.isOverdue ? 'overdue' : row.state === 'open' ? 'doing' : row.state === 'closed' ? 'done' : 'not_applicable'} word={stateWord(row)} /> },
  { title: text.columns.branch, key: 'branch', width: 180, ellipsis: true, render: (_value, row) => row.branchName },
  { title: text.columns.source, key: 'source', width: 220, ellipsis: true, render: (_value, row) => `${row.raisedOn} ${row.sourceTitle}` },
]

/** 督办、销号:会议的决议、整改措施一处列着,过期的在前,点开一项办理。 */
export const FollowUpsScreen = () => {
  const [within, setWithin] = useState<string | null>(null)
  const [state, setState] = useState<FollowUpState | ''>('open')
  const [kind, setKind] = useState('')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery(api.followUps.list, { organisationId: within, state: state === '' ? null : state, year: null }, ['followUps.changed', 'meetings.changed'])
  const rows = useMemo(() => (query.data?.rows ?? []).filter((row) => kind === '' || row.kind === kind), [query.data, kind])
  const today = query.data?.today ?? ''
  const counts = query.data?.counts
  const opened = rows.find((row) => row.id === openId) ?? null
  return (
    <Page
      title={text.title}
      note={today === '' ? '' : text.note(today)}
      section={{ group: 'handbook', current: 'follow-ups' }}
      fixed
      actions={<ListActions list="follow-ups" title={text.title} subtitle={text.note(today)} organisationId={within} columns={OUTPUT} rows={rows} />}
    >
      <FilterBar>
        <Field label={text.within} compact>
          {(control) => <BranchPicker {...control} value={within} onChange={setWithin} kinds={KINDS} placeholder={text.withinAll} allowClear />}
        </Field>
        <Field label={text.state} compact>
          {(control) => <Select {...control} className="filter-bar-choice" value={state} options={STATES} onChange={(value: FollowUpState | '') => setState(value)} />}
        </Field>
        <Field label={text.kind} compact>
          {(control) => <Select {...control} className="filter-bar-choice" value={kind} options={[{ value: '', label: text.all }, ...followUpKinds.map(({ code, name }) => ({ value: code as string, label: name }))]} onChange={(value: string) => setKind(value)} />}
        </Field>
        {counts !== undefined && <span className="meta">{text.counts(counts.open, counts.overdue, counts.dueSoon, counts.closed)}</span>}
      </FilterBar>
      <QueryView query={query}>
        {(data) => (data.counts.open + data.counts.closed === 0 && rows.length === 0 && state === '' ? <EmptyNote sentence={text.empty} /> : <DataTable label={text.list} columns={COLUMNS} rows={rows} rowKey={(row) => row.id} onOpen={(row) => setOpenId(row.id)} selectedKey={openId} fill minWidth={1040} empty={data.counts.open + data.counts.closed === 0 ? text.empty : text.noMatch} />)}
      </QueryView>
      <FollowUpDrawer row={opened} today={today} onClose={() => setOpenId(null)} />
    </Page>
  )
}
