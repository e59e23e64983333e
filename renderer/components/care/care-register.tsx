import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { careKind, type CareKindEntry } from '../../../shared/data/code-tables/care-kinds.ts'
import { careText as text } from '../../../shared/i18n/zh-CN/care.ts'
import type { CareKind, CareRow } from '../../../shared/model/care.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { BranchPicker, useOrganisations } from '../branch-picker.tsx'
import { DataTable, type DataColumns } from '../data-table.tsx'
import { EmptyNote } from '../empty-note.tsx'
import { ListActions, type OutputColumn } from '../list-actions.tsx'
import { QueryView } from '../query-view.tsx'
import { CareDialog } from './care-dialog.tsx'
import './care-register.css'

const KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch']
/** 有始有终的,能只看现在的。 */
const LASTING: readonly CareKind[] = ['floating', 'lost', 'hardship', 'discipline']
/** 这几类的登记带着要办的事。 */
const FINDINGS: Readonly<Partial<Record<CareKind, readonly string[]>>> = { floating: ['contact_due'], lost: ['lost_long', 'stopped_long'] }
const rowKey = (row: CareRow): string => row.id

/** 一类登记的各列:界面与打印共用。 */
const outputColumns = ({ dayLabel, codeLabel, codes, labels }: CareKindEntry): readonly OutputColumn<CareRow>[] => [
  { label: text.columns.subject, width: 10, value: (row) => row.fields.subject },
  { label: text.columns.branch, width: 20, value: (row) => row.branchName },
  { label: codeLabel, width: 14, value: (row) => nameOf(codes, row.fields.code) },
  { label: dayLabel, kind: 'date', width: 11, value: (row) => row.fields.fromDay },
  ...(labels.toDay === undefined ? [] : [{ label: labels.toDay, kind: 'date' as const, width: 11, value: (row: CareRow) => row.fields.toDay }]),
  ...(labels.title === undefined ? [] : [{ label: labels.title, width: 16, value: (row: CareRow) => row.fields.title }]),
  ...(labels.amountFen === undefined ? [] : [{ label: labels.amountFen, kind: 'money' as const, width: 10, value: (row: CareRow) => row.fields.amountFen }]),
  ...(labels.authority === undefined ? [] : [{ label: labels.authority, width: 16, value: (row: CareRow) => row.fields.authority }]),
  ...(labels.documentNumber === undefined ? [] : [{ label: labels.documentNumber, width: 14, value: (row: CareRow) => row.fields.documentNumber }]),
  ...(labels.detail === undefined ? [] : [{ label: labels.detail, width: 24, value: (row: CareRow) => row.fields.detail }]),
]
const PIXELS = 9
const tableColumns = (columns: readonly OutputColumn<CareRow>[]): DataColumns<CareRow> =>
  columns.map(({ label, kind, width = 12, value }, index) => ({
    key: String(index),
    title: label,
    width: Math.max(width * PIXELS, 88),
    ellipsis: true,
    align: kind === 'money' ? ('right' as const) : ('left' as const),
    render: (_value: unknown, row: CareRow) => {
      const cell = value(row, index)
      return kind === 'money' ? (typeof cell === 'number' ? yuanText(cell) : '') : cell
    },
  }))

const Findings = ({ kind, organisation }: { readonly kind: CareKind; readonly organisation: string | null }) => {
  const { data } = useQuery(api.care.findings, { organisationId: organisation }, ['care.changed', 'members.changed'])
  const found = (data?.findings ?? []).filter(({ code }) => FINDINGS[kind]?.includes(code) === true)
  if (found.length === 0) return null
  return (
    <section className="care-findings" aria-label={text.findings} role="status">
      <strong>{text.findings}</strong>
      <ul>
        {found.map((finding) => (
          <li key={`${finding.code} ${finding.memberId}`}>{text.finding[finding.code](finding.name, finding.dueDay)}</li>
        ))}
      </ul>
    </section>
  )
}

/** 一类登记:要办的、列表、登记与修改、打印导出。 */
export const CareRegister = ({ kind, organisation, onOrganisation }: { readonly kind: CareKind; readonly organisation: string | null; readonly onOrganisation: (id: string | null) => void }) => {
  const entry = careKind(kind)
  const { nodes } = useOrganisations()
  const list = useQuery(api.care.list, { organisationId: organisation, kind }, ['care.changed', 'organisations.changed'])
  const [activeOnly, setActiveOnly] = useState(false)
  const [editing, setEditing] = useState<CareRow | 'new' | null>(null)
  const columns = useMemo(() => outputColumns(entry), [entry])
  const shownColumns = useMemo(() => tableColumns(columns), [columns])
  const rows = (list.data?.rows ?? []).filter((row) => !activeOnly || row.active)
  const selected = nodes.find((node) => node.id === organisation)
  return (
    <div className="care-register">
      <div className="care-tools">
        <span aria-hidden="true">{text.organisation}</span>
        <BranchPicker aria-label={text.organisation} kinds={KINDS} value={organisation} onChange={onOrganisation} allowClear placeholder={text.allOrganisations} />
        {LASTING.includes(kind) && (
          <Checkbox checked={activeOnly} onChange={(event) => setActiveOnly(event.target.checked)}>
            {text.activeOnly}
          </Checkbox>
        )}
        <span className="care-gap" />
        <ListActions list={`care-${kind}`} title={text.listTitle(entry.name)} subtitle={selected?.name ?? ''} organisationId={organisation} columns={columns} rows={rows} personal />
        <Button type="primary" onClick={() => setEditing('new')}>
          {text.add(entry.name)}
        </Button>
      </div>
      <Findings kind={kind} organisation={organisation} />
      <QueryView query={list}>
        {() => (
          <DataTable label={text.listTitle(entry.name)} columns={shownColumns} rows={rows} rowKey={rowKey} onOpen={setEditing} minWidth={900} empty={<EmptyNote sentence={text.empty(entry.name)} actionLabel={text.add(entry.name)} onAction={() => setEditing('new')} />} />
        )}
      </QueryView>
      {editing !== null && <CareDialog key={editing === 'new' ? 'new' : editing.id} kind={kind} row={editing === 'new' ? null : editing} branchId={selected?.kind === 'branch' ? selected.id : null} onClose={() => setEditing(null)} />}
    </div>
  )
}
