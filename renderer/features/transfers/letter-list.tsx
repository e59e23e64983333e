import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { transferScopes, transferStates } from '../../../shared/data/code-tables/transfers.ts'
import { transfersText as text } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import type { TransferDirection, TransferRow } from '../../../shared/model/transfer.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { LetterDrawer } from './letter-drawer.tsx'
import { LetterState } from './letter-state.tsx'
import { NewLetterDialog } from './new-letter-dialog.tsx'

const KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch']
const { columns } = text
const rowKey = (row: TransferRow): string => row.id

const TABLE: DataColumns<TransferRow> = [
  { key: 'number', title: columns.number, width: 110, render: (_value, row) => row.fields.number },
  { key: 'name', title: columns.name, width: 90, render: (_value, row) => row.fields.name },
  { key: 'type', title: columns.type, width: 70, render: (_value, row) => shortNameOf(memberTypes, row.fields.memberType) },
  { key: 'scope', title: columns.scope, width: 80, render: (_value, row) => shortNameOf(transferScopes, row.fields.scope) },
  { key: 'from', title: columns.from, width: 180, ellipsis: true, render: (_value, row) => row.fields.fromName },
  { key: 'to', title: columns.to, width: 180, ellipsis: true, render: (_value, row) => row.fields.toName },
  { key: 'issued', title: columns.issued, width: 110, render: (_value, row) => row.fields.issuedOn ?? '' },
  { key: 'until', title: columns.until, width: 110, render: (_value, row) => row.validUntil ?? '' },
  { key: 'dues', title: columns.dues, width: 90, render: (_value, row) => row.fields.duesPaidUntil ?? '' },
  { key: 'state', title: columns.state, width: 130, render: (_value, row) => <LetterState row={row} /> },
  { key: 'received', title: columns.received, width: 110, render: (_value, row) => row.receivedOn ?? '' },
]
const OUTPUT: readonly OutputColumn<TransferRow>[] = [
  { label: columns.number, width: 12, value: (row) => row.fields.number },
  { label: columns.name, width: 10, value: (row) => row.fields.name },
  { label: columns.type, width: 8, value: (row) => shortNameOf(memberTypes, row.fields.memberType) },
  { label: columns.scope, width: 10, value: (row) => shortNameOf(transferScopes, row.fields.scope) },
  { label: columns.from, width: 20, value: (row) => row.fields.fromName },
  { label: columns.to, width: 20, value: (row) => row.fields.toName },
  { label: columns.issued, kind: 'date', width: 11, value: (row) => row.fields.issuedOn },
  { label: columns.until, kind: 'date', width: 11, value: (row) => row.validUntil },
  { label: columns.dues, kind: 'date', width: 9, value: (row) => row.fields.duesPaidUntil },
  { label: columns.state, width: 10, value: (row) => nameOf(transferStates, row.state) },
  { label: columns.received, kind: 'date', width: 11, value: (row) => row.receivedOn },
]

/** 转出或转入的介绍信:逾期的一眼看得出,点开办理。 */
export const LetterList = ({ direction, organisation, onOrganisation }: { readonly direction: TransferDirection; readonly organisation: string | null; readonly onOrganisation: (id: string | null) => void }) => {
  const { nodes } = useOrganisations()
  const [openOnly, setOpenOnly] = useState(true)
  const [adding, setAdding] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const list = useQuery(api.transfers.list, { organisationId: organisation, direction, openOnly }, ['transfers.changed', 'organisations.changed'])
  const rows = useMemo(() => (list.data?.rows ?? []).toSorted((one, other) => Number(other.overdue) - Number(one.overdue)), [list.data])
  const selected = nodes.find((node) => node.id === organisation)
  const open = rows.find((row) => row.id === openId)
  const addLabel = direction === 'out' ? text.addOut : text.addIn
  return (
    <div className="transfers">
      <div className="transfers-tools">
        <span aria-hidden="true">{text.organisation}</span>
        <BranchPicker aria-label={text.organisation} kinds={KINDS} value={organisation} onChange={onOrganisation} allowClear placeholder={text.allOrganisations} />
        <Checkbox checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
          {text.openOnly}
        </Checkbox>
        <span className="transfers-gap" />
        <ListActions list={`transfers-${direction}`} title={text.listTitle[direction]} subtitle={selected?.name ?? ''} organisationId={organisation} columns={OUTPUT} rows={rows} personal />
        <Button type="primary" onClick={() => setAdding(true)}>
          {addLabel}
        </Button>
      </div>
      {direction === 'out' && <p className="meta">{text.stillOurs}</p>}
      <QueryView query={list}>{() => <DataTable label={text.listTitle[direction]} columns={TABLE} rows={rows} rowKey={rowKey} onOpen={(row) => setOpenId(row.id)} selectedKey={openId} minWidth={1260} empty={<EmptyNote sentence={text.empty[direction]} actionLabel={addLabel} onAction={() => setAdding(true)} />} />}</QueryView>
      {adding && (
        <NewLetterDialog
          direction={direction}
          branchId={selected?.kind === 'branch' ? selected.id : null}
          onClose={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false)
            setOpenId(id)
          }}
        />
      )}
      {open !== undefined && <LetterDrawer key={`${open.id} ${open.rev}`} row={open} onClose={() => setOpenId(null)} />}
    </div>
  )
}
