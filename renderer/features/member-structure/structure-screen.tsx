import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { memberStructureText as text } from '../../../shared/i18n/zh-CN/member-structure.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import { WHOLE_ROSTER } from '../../../shared/model/member-columns.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { ListPreview, type MadeList } from '../../components/list-preview.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { StructureChartView } from './structure-chart.tsx'
import './structure.css'

type Input = Parameters<typeof api.roster.printStructure>[0]
const printStructure = (input: Input, options?: Parameters<typeof api.roster.printStructure>[1]) => api.roster.printStructure(input, options)
const ALL_KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch', 'party_group']
interface OutputRow {
  readonly chart: string
  readonly bar: string
  readonly count: number
  readonly share: string
}
const COLUMNS: readonly OutputColumn<OutputRow>[] = [
  { label: text.columns.chart, width: 14, value: (row) => row.chart },
  { label: text.columns.bar, width: 24, value: (row) => row.bar },
  { label: text.columns.count, kind: 'number', width: 10, value: (row) => row.count },
  { label: text.columns.share, width: 10, value: (row) => row.share },
]

/** 队伍结构:年龄、性别、民族、学历、党龄、岗位;每一条点开就是背后的人。 */
export const StructureScreen = () => {
  const { go, branchId: workingBranch } = useNavigation()
  const { nodes } = useOrganisations()
  const [organisation, setOrganisation] = useState<string | null>(workingBranch)
  const [day, setDay] = useState<string | null>(null)
  const query = useMemo(() => ({ query: { ...WHOLE_ROSTER, organisationId: organisation, day } }), [organisation, day])
  const structure = useQuery(api.roster.structure, query, ['members.changed', 'organisations.changed'])
  const { data } = structure
  const printing = useJob(printStructure)
  const [made, setMade] = useState<MadeList | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const print = async (): Promise<void> => {
    setFailure(null)
    const result = await printing.start(query)
    if (result.ok) setMade({ ...result.value, landscape: false })
    else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  const name = nodes.find(({ id }) => id === organisation)?.name ?? ''
  const rows = (data?.charts ?? []).flatMap((chart): OutputRow[] =>
    chart.bars.filter(({ key, count }) => key !== '' || count > 0).map((bar) => ({ chart: text.charts[chart.key], bar: text.barLabel(chart.key, bar.key), count: bar.count, share: text.share(text.shareOf(bar.count, data?.totals.total ?? 0)) })),
  )
  return (
    <Page
      title={text.title}
      section={{ group: 'members', current: 'member-structure' }}
      actions={
        <>
          <Button loading={printing.running} disabled={rows.length === 0} onClick={() => void print()}>
            {text.print}
          </Button>
          <ListActions list="member-structure" title={text.listTitle(name)} subtitle={day === null ? '' : text.asOfUndated(day)} organisationId={organisation} rows={rows} columns={COLUMNS} />
        </>
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      <div className="structure-tools">
        <BranchPicker aria-label={text.organisation} kinds={ALL_KINDS} value={organisation} onChange={setOrganisation} allowClear placeholder={text.organisation} />
        <label htmlFor="structure-day">{text.day}</label>
        <span className="structure-day">
          <DateField id="structure-day" value={day} onChange={setDay} />
        </span>
        {data !== null && (
          <span role="status">
            <strong>{text.total(data.totals.total)}</strong> {data.totals.total > 0 && data.totals.mix !== null && rosterListText.totalsMore(data.totals.mix)}
          </span>
        )}
      </div>
      {day !== null && <p className="meta">{text.asOfUndated(day)}</p>}
      <QueryView query={structure}>
        {({ charts, totals }) =>
          totals.total === 0 ? (
            <p className="empty-note">{text.empty}</p>
          ) : (
            <div className="structure-charts">
              {charts.map((chart) => (
                <StructureChartView key={chart.key} chart={chart} total={totals.total} onOpen={(filters) => go({ screen: 'members', filters: [...filters], ...(organisation === null ? {} : { organisationId: organisation }), ...(day === null ? {} : { day }) })} />
              ))}
            </div>
          )
        }
      </QueryView>
      <ProgressDialog running={printing.running} title={text.printing} progress={printing.progress} onCancel={printing.cancel} />
      <ListPreview title={text.listTitle(name)} made={made} onClose={() => setMade(null)} />
    </Page>
  )
}
