import { App, Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { ResultSummary } from '../../../shared/model/evaluation.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import { roundExact } from '../../../shared/util/exact-text.ts'
import { Card } from '../../components/card.tsx'
import { heatStep, isWeak } from '../../components/charts/heat-step.ts'
import { StarMark } from '../../components/charts/star-mark.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { MonthSwitch } from '../../components/month-switch.tsx'
import { Page } from '../../components/page.tsx'
import { PeriodStateTag, usePeriodState } from '../../components/period-state.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure, type Outcome } from '../../platform/use-query.ts'
import { defaultPeriod } from './default-period.ts'
import { SchemeDrawer } from './scheme-drawer.tsx'
import './evaluation.css'

const text = evaluationText
const EVENTS = ['evaluation.changed', 'meetings.changed', 'members.changed', 'organisations.changed'] as const

const percentOf = (ratio: string | null): string | null => (ratio === null ? null : roundExact(ratio, 1, 100))

type ScoreJob = (input: { period: string }, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<{ results: ResultSummary[]; changed: number }>>
// 每次现取:测试会换掉底下的通道。
const scorePeriod: ScoreJob = (input, options) => api.evaluation.scorePeriod(input, options)

const Notes = ({ row }: { readonly row: ResultSummary }) => (
  <span className="result-notes">
    {row.status === null && <StateTag tone="todo" word={text.notYet} />}
    {row.status !== null && row.status !== 'scored' && <StateTag tone="warning" word={text.statuses[row.status]} />}
    {row.vetoCount > 0 && <StateTag tone="overdue" word={text.veto(row.vetoCount)} />}
    {row.missingCount > 0 && <StateTag tone="warning" word={text.missing(row.missingCount)} />}
    {row.stale && <StateTag tone="doing" word={text.stale} />}
    {row.status === 'scored' && row.vetoCount === 0 && row.missingCount === 0 && !row.stale && text.noMissing}
  </span>
)

const columnsFor = (dimensions: ResultSummary['dimensions'], categoryName: (code: string | null) => string, onEnter: (row: ResultSummary) => void): DataColumns<ResultSummary> => [
  { title: text.columns.branch, dataIndex: 'branchName', width: 180, fixed: 'left' },
  { title: text.columns.rank, key: 'rank', width: 128, render: (_value, row) => (row.rank === null ? categoryName(row.category) : text.rankIn(categoryName(row.category), row.rank.rank, row.rank.of, row.rank.tied)) },
  { title: text.columns.total, key: 'total', width: 74, align: 'right', render: (_value, row) => <strong>{row.total ?? text.noRank}</strong> },
  { title: text.columns.star, key: 'star', width: 146, render: (_value, row) => (row.status === null ? text.noRank : <StarMark star={row.star} />) },
  ...dimensions.map((dimension): DataColumns<ResultSummary>[number] => ({
    title: dimension.name,
    key: dimension.id,
    width: 80,
    align: 'center',
    onCell: (row) => ({ className: `heat-cell heat-${heatStep(percentOf(row.dimensions.find(({ id }) => id === dimension.id)?.ratio ?? null))}` }),
    render: (_value, row) => {
      const cell = row.dimensions.find(({ id }) => id === dimension.id)
      const percent = percentOf(cell?.ratio ?? null)
      const missing = cell?.missingCount ?? 0
      return (
        <>
          {percent === null ? text.noRank : `${isWeak(percent) ? '▼' : ''}${percent}`}
          {missing > 0 && <span className="heat-missing">{text.missing(missing)}</span>}
        </>
      )
    },
  })),
  { title: text.columns.missing, key: 'notes', width: 118, render: (_value, row) => <Notes row={row} /> },
  {
    title: text.columns.actions,
    key: 'actions',
    width: 80,
    fixed: 'right',
    render: (_value, row) => (
      <Button
        size="small"
        aria-label={text.enterOf(row.branchName)}
        onClick={(event) => {
          event.stopPropagation()
          onEnter(row)
        }}
      >
        {text.enter}
      </Button>
    ),
  },
]

/** 一个月全部支部的成绩:总分、月度参考星、同类名次、各维度得分率。 */
export const EvaluationScreen = ({ period: givenPeriod }: Omit<Extract<Place, { screen: 'evaluation' }>, 'screen'>) => {
  const { message } = App.useApp()
  const today = useSession((session) => session.today)
  const go = useNavigation((navigation) => navigation.go)
  const [period, setPeriod] = useState(givenPeriod ?? defaultPeriod(today))
  const [category, setCategory] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const overview = useQuery(api.evaluation.periodOverview, { period }, EVENTS)
  const [reading, setReading] = useState(false)
  const categories = useQuery(api.organisations.categories, {}, ['organisations.changed'])
  const job = useJob(scorePeriod)
  const { state, lockedNote } = usePeriodState(period)

  const compute = async (): Promise<void> => {
    setFailure(null)
    const result = await job.start({ period })
    if (result.ok) void message.success(text.computed(result.value.results.length, result.value.changed))
    else if (result.error.code === 'CANCELLED') void message.info(text.stopped)
    else setFailure(result.error)
    overview.reload()
  }
  const categoryTable = useMemo(() => categories.data?.categories ?? [], [categories.data])
  const results = useMemo(() => overview.data?.results ?? [], [overview.data])
  const dimensions = useMemo(() => results[0]?.dimensions ?? [], [results])
  const columns = useMemo(
    () => columnsFor(dimensions, (code) => (code === null ? text.noCategory : nameOf(categoryTable, code)), (row) => go({ screen: 'score-sheet', branchId: row.branchId, period })),
    [dimensions, categoryTable, go, period],
  )
  const shown = useMemo(() => results.filter((row) => category === '' || row.category === category), [results, category])
  const scored = results.filter((row) => row.status !== null).length
  return (
    <Page
      title={text.title}
      fixed
      section={{ group: 'evaluation', current: 'evaluation' }}
      state={
        <>
          <MonthSwitch period={period} thisMonth={today.slice(0, 7)} onChange={setPeriod} />
          <PeriodStateTag state={state} />
        </>
      }
      note={overview.data === null ? '' : text.scheme(overview.data.schemeName, overview.data.schemeVersion)}
      actions={
        <>
          <Button disabled={overview.data === null} onClick={() => setReading(true)}>
            {text.schemeDrawer.open}
          </Button>
          <Button type="primary" loading={job.running} disabled={results.length === 0 || lockedNote !== null} onClick={() => void compute()}>
            {text.compute}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorNote failure={failure} onRetry={() => void compute()} />}
      <QueryView query={overview}>
        {(data) =>
          data.results.length === 0 ? (
            <EmptyNote sentence={text.empty} actionLabel={text.toOrganisations} onAction={() => go({ screen: 'organisations' })} />
          ) : (
            <Card
              className="evaluation-card"
              title={text.summary(scored, data.results.length)}
              extra={
                <span className="evaluation-filter">
                  <span>{text.category}</span>
                  <Select aria-label={text.category} value={category} onChange={setCategory} options={[{ value: '', label: text.allCategories }, ...categoryTable.map(({ code, name }) => ({ value: code, label: name }))]} popupMatchSelectWidth={false} />
                </span>
              }
            >
              {lockedNote !== null && <p className="meta">{lockedNote}</p>}
              {scored === 0 && lockedNote === null && <p className="evaluation-hint">{text.notComputed}</p>}
              <DataTable label={text.title} columns={columns} rows={shown} rowKey={(row) => row.branchId} onOpen={(row) => go({ screen: 'portrait', branchId: row.branchId, period })} loading={overview.loading} empty={text.noneInCategory} minWidth={706 + dimensions.length * 80} fill />
              <p className="meta">
                {text.legend} {text.rankNote}
              </p>
            </Card>
          )
        }
      </QueryView>
      <SchemeDrawer period={period} open={reading} onClose={() => setReading(false)} />
      <ProgressDialog running={job.running} title={text.computing(text.period(period))} progress={job.progress} onCancel={job.cancel} />
    </Page>
  )
}
