import { App, Button, Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { standingsText as text } from '../../../shared/i18n/zh-CN/standings.ts'
import type { StandingRow } from '../../../shared/model/evaluation-period.ts'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { isFrozen, PeriodStateTag, usePeriodState } from '../../components/period-state.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { YearSwitch } from '../../components/year-switch.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { RecogniseDialog } from './recognise-dialog.tsx'
import { columnsFor, outputFor } from './standing-columns.tsx'
import { StandingDrawer } from './standing-drawer.tsx'
import './standings.css'

const EVENTS = ['evaluation.changed', 'organisations.changed', 'schemes.changed'] as const
/** 没有名次的排在同类最后。 */
const UNRANKED = Number.MAX_SAFE_INTEGER
const QUARTERS = [1, 2, 3, 4] as const
const compute = (input: Parameters<typeof api.standings.compute>[0], options?: Parameters<typeof api.standings.compute>[1]) => api.standings.compute(input, options)
/** 打开时先看上一个过完的季度。 */
const lastQuarter = (today: string): string => {
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3) - 1
  return quarter === 0 ? `${Number(today.slice(0, 4)) - 1}-Q4` : `${today.slice(0, 4)}-Q${quarter}`
}

/** 一个季度、一年全部支部的星级:各期成绩、总分、名次、按分数够几星、评定几星、为什么。 */
export const StandingsScreen = ({ period: given }: Omit<Extract<Place, { screen: 'standings' }>, 'screen'>) => {
  const { message } = App.useApp()
  const { session, today } = useSession()
  const go = useNavigation((navigation) => navigation.go)
  const [period, setPeriod] = useState(given ?? lastQuarter(today))
  const [category, setCategory] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const [recognising, setRecognising] = useState<StandingRow | null>(null)
  const year = Number(period.slice(0, 4))
  const overview = useQuery(api.standings.overview, { period }, EVENTS)
  const categories = useQuery(api.organisations.categories, {}, ['organisations.changed'])
  const job = useJob(compute)
  const { state } = usePeriodState(period)
  const frozen = isFrozen(state)
  const mayDecide = mayCall(session, contract.standings.decide)
  const categoryTable = useMemo(() => categories.data?.categories ?? [], [categories.data])
  const categoryName = useMemo(() => (code: string | null) => (code === null ? text.noCategory : nameOf(categoryTable, code)), [categoryTable])
  // 类别照码表的次序,同月评价;没有分类的在最后。
  const orderOf = useMemo(() => (row: StandingRow) => (row.category === null ? categoryTable.length : categoryTable.findIndex(({ code }) => code === row.category)), [categoryTable])
  const rows = useMemo(() => (overview.data?.rows ?? []).toSorted((a, b) => orderOf(a) - orderOf(b) || (a.rank?.rank ?? UNRANKED) - (b.rank?.rank ?? UNRANKED) || a.branchCode.localeCompare(b.branchCode)), [overview.data, orderOf])
  const shown = useMemo(() => rows.filter((row) => category === '' || row.category === category), [rows, category])
  const columns = useMemo(() => columnsFor(rows[0], categoryName, mayDecide ? setRecognising : null), [rows, categoryName, mayDecide])
  const done = rows.filter(({ status }) => status !== null).length
  const stale = rows.filter((row) => row.stale).length
  const opened = rows.find(({ branchId }) => branchId === openId) ?? null

  const run = async (): Promise<void> => {
    setFailure(null)
    const result = await job.start({ period })
    if (result.ok) void message.success(text.computed(result.value.changed))
    else if (result.error.code === 'CANCELLED') void message.info(text.stopped)
    else setFailure(result.error)
  }
  const choose = (next: string): void => {
    setFailure(null)
    setOpenId(null)
    setPeriod(next)
  }
  return (
    <Page
      title={text.title}
      fixed
      section={{ group: 'evaluation', current: 'standings' }}
      state={
        <>
          <YearSwitch year={year} onChange={(next) => choose(`${next}${period.slice(4)}`)} />
          <PeriodStateTag state={state} />
        </>
      }
      actions={
        <>
          <ListActions list="standings" title={text.list(text.periodName(period))} subtitle={overview.data === null ? '' : text.note(overview.data.schemeName, overview.data.schemeVersion)} columns={outputFor(rows[0], categoryName)} rows={shown} signatures={text.signatures} />
          {mayCall(session, contract.standings.compute) && (
            <Button type="primary" loading={job.running} disabled={frozen || rows.length === 0} onClick={() => void run()}>
              {text.compute}
            </Button>
          )}
        </>
      }
    >
      <div className="standing-bar">
        <Radio.Group aria-label={text.period} value={period.slice(5)} optionType="button" onChange={(event) => choose(event.target.value === '' ? String(year) : `${year}-${String(event.target.value)}`)}>
          {QUARTERS.map((quarter) => (
            <Radio.Button key={quarter} value={`Q${quarter}`}>
              {text.quarter(quarter)}
            </Radio.Button>
          ))}
          <Radio.Button value="">{text.wholeYear}</Radio.Button>
        </Radio.Group>
        {overview.data !== null && <span className="meta">{text.note(overview.data.schemeName, overview.data.schemeVersion)}</span>}
      </div>
      {failure !== null && <ErrorNote failure={failure} onRetry={() => void run()} />}
      <QueryView query={overview}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyNote sentence={text.empty} actionLabel={text.toOrganisations} onAction={() => go({ screen: 'organisations' })} />
          ) : (
            <Card
              className="standing-card"
              title={text.summary(done, rows.length)}
              extra={<Select aria-label={text.category} className="standing-category" value={category} onChange={setCategory} options={[{ value: '', label: text.allCategories }, ...categoryTable.map(({ code, name }) => ({ value: code, label: name }))]} popupMatchSelectWidth={false} />}
            >
              {frozen ? <p className="meta">{text.frozen}</p> : (done < rows.length || stale > 0) && <p className="standing-hint">{done < rows.length ? text.notComputed(rows.length - done) : text.staleNote(stale)}</p>}
              <DataTable label={text.list(text.periodName(period))} columns={columns} rows={shown} rowKey={({ branchId }) => branchId} selectedKey={openId} onOpen={({ branchId }) => setOpenId(branchId)} loading={overview.loading} empty={text.noneInCategory} minWidth={(mayDecide ? 884 : 808) + (rows[0]?.parts.length ?? 0) * (period.length === 4 ? 112 : 78)} fill />
              <p className="meta">{text.legend}</p>
            </Card>
          )
        }
      </QueryView>
      {overview.data !== null && <StandingDrawer row={opened} period={period} overview={overview.data} frozen={frozen} mayDecide={mayDecide} onRecognise={() => setRecognising(opened)} onClose={() => setOpenId(null)} />}
      {overview.data !== null && recognising !== null && <RecogniseDialog row={recognising} period={period} overview={overview.data} frozen={frozen} today={today} onClose={() => setRecognising(null)} />}
      <ProgressDialog running={job.running} title={text.computing(text.periodName(period))} progress={job.progress} onCancel={job.cancel} />
    </Page>
  )
}
