import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { firstTopicsText as text } from '../../../shared/i18n/zh-CN/first-topics.ts'
import type { FirstTopic } from '../../../shared/model/meeting-parts.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'

const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const YEARS_BACK = 6
const COLUMNS: DataColumns<FirstTopic> = [
  { title: text.columns.day, dataIndex: 'day', width: 110 },
  { title: text.columns.title, key: 'title', width: 360, ellipsis: true, render: (_value, row) => <span title={row.title}>{row.title}</span> },
  { title: text.columns.published, key: 'published', width: 110, render: (_value, row) => row.publishedOn ?? '' },
  { title: text.columns.leader, dataIndex: 'leader', width: 90 },
  { title: text.columns.meeting, key: 'meeting', width: 100, render: (_value, row) => shortNameOf(meetingTypes, row.meetingType) },
  { title: text.columns.measures, key: 'measures', width: 160, render: (_value, row) => text.measures(row.measures, row.openMeasures) },
  { title: text.columns.branch, key: 'branch', width: 180, ellipsis: true, render: (_value, row) => row.branchName },
]
const OUTPUT: readonly OutputColumn<FirstTopic>[] = [
  { label: text.columns.branch, width: 22, value: (row) => row.branchName },
  { label: text.columns.day, kind: 'date', width: 12, value: (row) => row.day },
  { label: text.columns.title, width: 48, value: (row) => row.title },
  { label: text.columns.published, kind: 'date', width: 12, value: (row) => row.publishedOn ?? '' },
  { label: text.columns.leader, width: 10, value: (row) => row.leader },
  { label: text.columns.meeting, width: 10, value: (row) => shortNameOf(meetingTypes, row.meetingType) },
  { label: text.columns.measures, width: 20, value: (row) => text.measures(row.measures, row.openMeasures) },
]

/** 第一议题台账:学了什么、谁领学、措施办得怎样;点一行打开会议记录。 */
export const FirstTopicsScreen = () => {
  const go = useNavigation((navigation) => navigation.go)
  const thisYear = Number(useSession((session) => session.today).slice(0, 4))
  const [within, setWithin] = useState<string | null>(null)
  const [year, setYear] = useState(thisYear)
  const years = useMemo(() => Array.from({ length: YEARS_BACK }, (_unused, back) => thisYear - back), [thisYear])
  const query = useQuery(api.meetings.firstTopics, { organisationId: within, year }, ['meetings.changed', 'followUps.changed'])
  const rows = query.data?.rows ?? []
  return (
    <Page title={text.title} note={text.note} section={{ group: 'handbook', current: 'first-topics' }} fixed actions={<ListActions list="first-topics" title={text.title} subtitle={text.yearOf(year)} organisationId={within} columns={OUTPUT} rows={rows} />}>
      <FilterBar>
        <Field label={text.within} compact>
          {(control) => <BranchPicker {...control} value={within} onChange={setWithin} kinds={KINDS} placeholder={text.withinAll} allowClear />}
        </Field>
        <Field label={text.year} compact>
          {(control) => <Select {...control} className="filter-bar-choice" value={year} options={years.map((value) => ({ value, label: text.yearOf(value) }))} onChange={(value: number) => setYear(value)} />}
        </Field>
      </FilterBar>
      <QueryView query={query}>{() => (rows.length === 0 ? <EmptyNote sentence={text.empty(year)} /> : <DataTable label={text.list} columns={COLUMNS} rows={rows} rowKey={(row) => `${row.meetingId} ${row.title}`} onOpen={(row) => go({ screen: 'meeting', meetingId: row.meetingId })} fill minWidth={1110} />)}</QueryView>
    </Page>
  )
}
