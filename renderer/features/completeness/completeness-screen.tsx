import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { completenessText as text } from '../../../shared/i18n/zh-CN/completeness.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import type { CompletenessRow, MissingItem } from '../../../shared/model/completeness.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { rateText } from '../../components/norm-cells.ts'
import { YearSwitch } from '../../components/year-switch.tsx'
import { CellPanel } from './cell-panel.tsx'
import { cellWord, CompletenessGrid, type ChosenCell } from './completeness-grid.tsx'
import './completeness.css'

const NO_CELL = { state: 'none', missing: 0, due: 0, late: 0, done: 0 } as const
const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const EVENTS = ['meetings.changed', 'organisations.changed', 'norms.changed', 'normDecisions.changed', 'registers.changed'] as const
type Only = keyof typeof text.filters
const KEEPS: Record<Only, (row: CompletenessRow) => boolean> = { all: () => true, missing: ({ counts }) => counts.missing > 0, late: ({ counts }) => counts.late > 0 }
const ONLY: readonly { readonly value: Only; readonly label: string }[] = [
  { value: 'all', label: text.filters.all },
  { value: 'missing', label: text.filters.missing },
  { value: 'late', label: text.filters.late },
]

const MATRIX: readonly OutputColumn<CompletenessRow>[] = [
  { label: text.branch, width: 24, value: (row) => row.branchName },
  ...Array.from({ length: 12 }, (_unused, month): OutputColumn<CompletenessRow> => ({ label: text.month(month + 1), width: 6, value: ({ cells }) => cellWord(cells[month] ?? NO_CELL) })),
  { label: text.counts, width: 9, value: ({ counts }) => text.countsOf(counts.onTime, counts.due) },
  { label: text.rate, width: 7, value: ({ counts }) => rateText(counts) },
  { label: text.late, kind: 'number', width: 6, value: ({ counts }) => counts.late },
  { label: text.missing, kind: 'number', width: 6, value: ({ counts }) => counts.missing },
  { label: text.returned, kind: 'number', width: 7, value: ({ counts }) => counts.returned },
  { label: text.firstPass, kind: 'number', width: 8, value: ({ counts }) => counts.firstPass },
]
const MISSING: readonly OutputColumn<MissingItem>[] = [
  { label: text.columns.branch, width: 26, value: (item) => item.branchName },
  { label: text.columns.activity, width: 20, value: (item) => (item.partyGroupName === '' ? nameOf(normActivities, item.activity) : `${nameOf(normActivities, item.activity)} ${item.partyGroupName}`) },
  { label: text.columns.period, width: 18, value: (item) => handbookText.norms.period(item.period) },
  { label: text.columns.due, kind: 'date', width: 12, value: (item) => item.dueDay },
  { label: text.columns.locked, width: 10, value: (item) => (item.isLocked ? text.columns.lockedWord : text.columns.openWord) },
  { label: text.columns.draft, width: 10, value: (item) => (item.draftId === null ? '' : text.columns.hasDraft) },
]

/** 记录齐不齐:支部 × 月份,缺的点开看是哪一项;打印、导出一份矩阵、一份缺项清单。 */
export const CompletenessScreen = () => {
  const today = useSession((session) => session.today)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [only, setOnly] = useState<Only>('all')
  const [chosen, setChosen] = useState<ChosenCell | null>(null)
  const query = useQuery(api.completeness.matrix, { organisationId: unitId, year }, EVENTS)
  const rows = useMemo(() => (query.data?.rows ?? []).filter(KEEPS[only]), [query.data, only])
  const unitName = query.data?.unitName ?? ''
  const note = query.data === null ? '' : text.note(unitName, query.data.asOf)
  const missingItems = async (): Promise<readonly MissingItem[]> => {
    const found = await api.completeness.missing({ organisationId: unitId, year })
    return found.ok ? found.value.items : []
  }
  return (
    <Page
      title={text.title}
      note={note}
      section={{ group: 'handbook', current: 'completeness' }}
      fixed
      state={<YearSwitch year={year} onChange={setYear} />}
      actions={<ListActions list="completeness" title={text.matrixTitle(unitName, year)} subtitle={note} organisationId={unitId} columns={MATRIX} rows={rows} />}
    >
      <div className="completeness-filters">
        <Field label={text.unit} compact>
          {(control) => <BranchPicker {...control} value={unitId} onChange={setUnitId} kinds={KINDS} placeholder={text.unitAll} allowClear />}
        </Field>
        <Field label={text.only} compact>
          {(control) => <Select {...control} value={only} options={[...ONLY]} onChange={(value: Only) => setOnly(value)} className="completeness-only" />}
        </Field>
        {query.data !== null && (
          <span className="meta">
            {text.summary(
              rows.length,
              rows.reduce((sum, { counts }) => sum + counts.missing, 0),
              rows.reduce((sum, { counts }) => sum + counts.late, 0),
            )}
          </span>
        )}
        <span className="completeness-missing">
          <span className="meta">{text.missingList}</span>
          <ListActions list="missing-records" title={text.missingTitle(unitName, year)} subtitle={note} organisationId={unitId} columns={MISSING} rows={missingItems} />
        </span>
      </div>
      <QueryView query={query}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyNote sentence={text.empty} />
          ) : (
            <>
              {rows.length === 0 ? <p className="meta">{text.noMatch}</p> : <CompletenessGrid rows={rows} chosen={chosen} onChoose={setChosen} resetKey={`${unitId ?? ''} ${year} ${only}`} />}
              {chosen === null ? <p className="meta">{text.hint}</p> : <CellPanel cell={chosen} year={year} />}
            </>
          )
        }
      </QueryView>
    </Page>
  )
}
