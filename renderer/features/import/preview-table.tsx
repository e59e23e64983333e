import { Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { importScreenText as text } from '../../../shared/i18n/zh-CN/import-screen.ts'
import { importStatusSchema, type ImportReasonCode, type ImportPreview, type ImportPreviewRow, type ImportStatus } from '../../../shared/model/roster-import.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const TONES: Record<ImportStatus, StateTone> = { new: 'done', changed: 'doing', same: 'not_applicable', warned: 'warning', refused: 'overdue' }
/** 要人看的排在前面。 */
const FILTERS: readonly ImportStatus[] = ['refused', 'warned', 'changed', 'new', 'same']

/** 只是告知、每行都有的理由不算在各列的行数里。 */
const NOTES: ReadonlySet<ImportReasonCode> = new Set<ImportReasonCode>(['gender_from_id', 'birth_from_id', 'column_ignored'])
/** 一行里有话要说的列:有毛病的、有改动的。 */
const fieldsOf = (row: ImportPreviewRow): ReadonlySet<string> => new Set([...row.reasons.filter(({ column, code }) => column !== '' && !NOTES.has(code)).map(({ column }) => column), ...row.changes.map(({ column }) => column)])
const ALL = ''

const rowKey = (row: ImportPreviewRow): string => `${row.sheet}:${row.row}`

const Reasons = ({ row }: { readonly row: ImportPreviewRow }) => (
  <ul className="import-reasons">
    {row.reasons.map((reason, index) => (
      <li key={`${reason.code} ${index}`}>
        {reason.column !== '' && <span className="import-reason-column">{reason.column}</span>}
        {reason.message}
      </li>
    ))}
    {row.changes.map((change) => (
      <li key={change.column}>{text.change(change.column, change.before, change.after)}</li>
    ))}
  </ul>
)

/** 说明占一格多,其余各列按内容。 */
const CELL_WIDTH = 140
/** 第一列是证号(名册)或类别(组织)。 */
const FIRST_WIDTH = 178
const columnsOf = (headings: readonly string[], manySheets: boolean): DataColumns<ImportPreviewRow> => [
  ...(manySheets ? [{ key: 'sheet', title: text.columns.sheet, width: 96, ellipsis: true, render: (_value: unknown, row: ImportPreviewRow) => row.sheet }] : []),
  { key: 'row', title: text.columns.row, width: 56, align: 'center', render: (_value, row) => row.row },
  { key: 'status', title: text.columns.status, width: 110, render: (_value, row) => <StateTag tone={TONES[row.status]} word={text.statuses[row.status]} /> },
  { key: 'name', title: text.columns.name, width: 168, ellipsis: true, render: (_value, row) => row.name },
  { key: 'reasons', title: text.columns.reasons, width: 320, render: (_value, row) => <Reasons row={row} /> },
  ...headings.map((heading, index) => ({ key: `cell ${heading}`, title: heading, width: index === 0 ? FIRST_WIDTH : CELL_WIDTH, ellipsis: true, render: (_value: unknown, row: ImportPreviewRow) => row.cells[index] ?? '' })),
]

/** 每一行的结论与理由;行号就是 Excel 左边的行号。 */
export const PreviewTable = ({ preview }: { readonly preview: ImportPreview }) => {
  const [status, setStatus] = useState<ImportStatus | null>(null)
  const [field, setField] = useState(ALL)
  const rowsByField = useMemo(() => {
    const found = new Map<string, ImportPreviewRow[]>()
    for (const row of preview.rows)
      for (const column of fieldsOf(row)) {
        const own = found.get(column)
        if (own === undefined) found.set(column, [row])
        else own.push(row)
      }
    return found
  }, [preview.rows])
  // 选了一列,各类的数只数这一列有话说的行。
  const ofField = useMemo(() => (field === ALL ? preview.rows : (rowsByField.get(field) ?? [])), [field, preview.rows, rowsByField])
  const counts = useMemo(() => {
    const found = new Map<ImportStatus, number>()
    for (const row of ofField) found.set(row.status, (found.get(row.status) ?? 0) + 1)
    return found
  }, [ofField])
  const rows = useMemo(() => (status === null ? ofField : ofField.filter((row) => row.status === status)), [ofField, status])
  const fields = useMemo(() => [{ value: ALL, label: text.allFields }, ...[...rowsByField].toSorted(([, one], [, other]) => other.length - one.length).map(([value, own]) => ({ value, label: text.fieldCount(value, own.length) }))], [rowsByField])
  const columns = useMemo(() => columnsOf(preview.headings, new Set(preview.rows.map((row) => row.sheet)).size > 1), [preview.headings, preview.rows])
  return (
    <div className="import-preview">
      <div className="import-filters">
        <Radio.Group className="import-filter" aria-label={text.filter} optionType="button" value={status ?? ''} onChange={(event) => setStatus(importStatusSchema.options.find((each) => each === event.target.value) ?? null)}>
          <Radio.Button value="">{text.filterCount(text.all, ofField.length)}</Radio.Button>
          {FILTERS.filter((each) => preview.counts[each] > 0).map((each) => (
            <Radio.Button key={each} value={each}>
              {text.filterCount(text.statuses[each], counts.get(each) ?? 0)}
            </Radio.Button>
          ))}
        </Radio.Group>
        {fields.length > 2 && <Select className="import-field-filter" aria-label={text.fieldFilter} value={field} options={fields} onChange={setField} showSearch={{ optionFilterProp: 'label' }} />}
      </div>
      <DataTable label={text.table} columns={columns} rows={rows} rowKey={rowKey} fill minWidth={760 + preview.headings.length * CELL_WIDTH} rowClassName={(row) => `import-row-${row.status}`} empty={text.noRowsHere} />
    </div>
  )
}
