import { Button, Checkbox, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { developmentStages } from '../../../shared/data/code-tables/development-steps.ts'
import { developmentText as text } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentRow } from '../../../shared/model/development.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { byUrgency, dayWord, isDueIn, isOverdue, OUTPUT_COLUMNS, reasonWord, stepWord } from './board-rows.ts'
import { DevelopmentBoard } from './development-board.tsx'
import { FormsDialog } from './forms-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { StandingTag } from './standing-tag.tsx'
import './development.css'

const KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch']
const rowKey = (row: DevelopmentRow): string => row.id
const { columns } = text

const listColumns = (withBranch: boolean): DataColumns<DevelopmentRow> => [
  { key: 'name', title: columns.name, width: 90, render: (_value, row) => row.name },
  ...(withBranch ? [{ key: 'branch', title: columns.branch, width: 160, ellipsis: true, render: (_value: unknown, row: DevelopmentRow) => row.branchName }] : []),
  { key: 'stage', title: columns.stage, width: 100, render: (_value, row) => shortNameOf(developmentStages, row.stage) },
  { key: 'step', title: columns.step, width: 200, ellipsis: true, render: (_value, row) => stepWord(row) },
  { key: 'state', title: columns.state, width: 90, render: (_value, row) => <StandingTag standing={row.standing} /> },
  { key: 'due', title: columns.due, width: 150, render: (_value, row) => dayWord(row) },
  { key: 'applied', title: columns.applied, width: 110, render: (_value, row) => row.appliedOn ?? '' },
  { key: 'activist', title: columns.activist, width: 110, render: (_value, row) => row.activistOn ?? '' },
  { key: 'candidate', title: columns.candidate, width: 110, render: (_value, row) => row.candidateOn ?? '' },
  { key: 'admitted', title: columns.admitted, width: 110, render: (_value, row) => row.admittedOn ?? '' },
  { key: 'mentors', title: columns.mentors, width: 120, ellipsis: true, render: (_value, row) => row.mentors },
  { key: 'reason', title: columns.reason, width: 260, ellipsis: true, render: (_value, row) => reasonWord(row) },
]

/** 发展党员:看板按阶段分列,名单可打印;先看逾期和本月到期的。 */
export const DevelopmentScreen = () => {
  const { go, branchId: workingBranch } = useNavigation()
  const session = useSession((state) => state.session)
  const today = useSession((state) => state.today)
  const { nodes } = useOrganisations()
  const [organisation, setOrganisation] = useState<string | null>(workingBranch)
  const [view, setView] = useState<'board' | 'list'>('board')
  const [dueOnly, setDueOnly] = useState(false)
  const [everyone, setEveryone] = useState(false)
  const [dialog, setDialog] = useState<'none' | 'add' | 'forms'>('none')
  const list = useQuery(api.development.list, { organisationId: organisation, everyone }, ['development.changed', 'members.changed', 'organisations.changed', 'norms.changed', 'calendar.changed'])
  const month = today.slice(0, 7)
  const selected = nodes.find((node) => node.id === organisation)
  const withBranch = selected?.kind !== 'branch'
  const shown = useMemo(() => (list.data?.rows ?? []).filter((row) => !dueOnly || isOverdue(row) || isDueIn(row, month)).toSorted(byUrgency), [list.data, dueOnly, month])
  const tableColumns = useMemo(() => listColumns(withBranch), [withBranch])
  const open = (personId: string): void => go({ screen: 'development-person', personId })
  return (
    <Page
      title={text.title}
      section={{ group: 'members', current: 'development' }}
      fixed={view === 'list'}
      actions={
        <>
          <ListActions list="development-board" title={text.printTitle} subtitle={selected?.name ?? ''} organisationId={organisation} columns={OUTPUT_COLUMNS} rows={shown} personal />
          {mayCall(session, contract.development.forms) && <Button onClick={() => setDialog('forms')}>{text.forms}</Button>}
          <Button type="primary" onClick={() => setDialog('add')}>
            {text.add}
          </Button>
        </>
      }
    >
      <div className={view === 'list' ? 'development development-fill' : 'development'}>
        <div className="development-tools">
          <span aria-hidden="true">{text.organisation}</span>
          <BranchPicker aria-label={text.organisation} kinds={KINDS} value={organisation} onChange={setOrganisation} allowClear placeholder={text.allOrganisations} />
          <Radio.Group aria-label={text.viewLabel} value={view} onChange={(event) => setView(event.target.value === 'list' ? 'list' : 'board')}>
            <Radio value="board">{text.views.board}</Radio>
            <Radio value="list">{text.views.list}</Radio>
          </Radio.Group>
          <Checkbox checked={dueOnly} onChange={(event) => setDueOnly(event.target.checked)}>
            {text.dueOnly}
          </Checkbox>
          <Checkbox checked={everyone} onChange={(event) => setEveryone(event.target.checked)}>
            {text.everyone}
          </Checkbox>
          {list.data !== null && (
            <span className="meta" role="status">
              {text.counts(list.data.rows.length, list.data.rows.filter(isOverdue).length, list.data.rows.filter((row) => isDueIn(row, month)).length)}
            </span>
          )}
        </div>
        <QueryView query={list}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyNote sentence={text.empty} actionLabel={text.add} onAction={() => setDialog('add')} />
            ) : view === 'board' ? (
              <DevelopmentBoard rows={shown} withBranch={withBranch} onOpen={open} />
            ) : (
              <DataTable label={text.printTitle} columns={tableColumns} rows={shown} rowKey={rowKey} onOpen={(row) => open(row.id)} fill minWidth={withBranch ? 1600 : 1440} empty={<p className="empty-note">{text.emptyFilter}</p>} />
            )
          }
        </QueryView>
      </div>
      {dialog === 'add' && <PersonDialog person={null} branchId={selected?.kind === 'branch' ? selected.id : workingBranch} onClose={() => setDialog('none')} onSaved={open} />}
      {dialog === 'forms' && <FormsDialog people={list.data?.rows ?? []} onClose={() => setDialog('none')} />}
    </Page>
  )
}
