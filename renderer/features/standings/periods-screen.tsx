import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { evaluationPeriodsText as text } from '../../../shared/i18n/zh-CN/evaluation-periods.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { EvaluationPeriod } from '../../../shared/model/evaluation-period.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { YearSwitch } from '../../components/year-switch.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { AdvanceDialog } from './advance-dialog.tsx'
import { isLongPeriod, nextSteps, PeriodSteps, stepBefore, stepsOf } from './period-steps.tsx'
import './standings.css'

const publicityWord = ({ publicityFrom, publicityTo, publicityDays }: EvaluationPeriod): string => (publicityFrom === null || publicityTo === null ? text.none : text.publicity(publicityFrom, publicityTo, publicityDays ?? 0))
const approvedWord = ({ approvedBy, document }: EvaluationPeriod): string => `${approvedBy} ${document}`.trim()
const OUTPUT: readonly OutputColumn<EvaluationPeriod>[] = [
  { label: text.columns.period, width: 18, value: ({ period }) => standingsText.periodName(period) },
  { label: text.columns.steps, width: 10, value: ({ state }) => text.states[state] },
  { label: text.columns.publicity, width: 36, value: publicityWord },
  { label: text.columns.branches, width: 20, value: ({ branches, computed }) => text.counts(branches, computed) },
  { label: text.columns.objections, width: 14, value: ({ objections }) => text.objections(objections) },
  { label: text.columns.approved, width: 24, value: approvedWord },
]

/** 退回一步:公示以前的。 */
const BackDialog = ({ period, onClose }: { readonly period: EvaluationPeriod; readonly onClose: () => void }) => {
  const submit = useSubmit()
  const name = standingsText.periodName(period.period)
  return (
    <ConfirmedDialog open title={text.backTitle(name)} confirmLabel={text.back} submit={submit} onClose={onClose} onConfirm={(confirm) => void submit.run(() => api.periods.goBack({ period: period.period, rev: period.rev }, { confirm }), onClose)}>
      <p>{text.backConsequence(text.states[stepBefore(period) ?? 'open'])}</p>
    </ConfirmedDialog>
  )
}

/** 一年的各月、各季和全年:各走到哪一步,还差什么,往前走或退回一步。 */
export const PeriodsScreen = ({ year: given }: Omit<Extract<Place, { screen: 'periods' }>, 'screen'>) => {
  const { session, today } = useSession()
  const go = useNavigation((navigation) => navigation.go)
  const [year, setYear] = useState(given ?? Number(today.slice(0, 4)))
  const [asking, setAsking] = useState<{ readonly what: 'next' | 'back'; readonly period: EvaluationPeriod } | null>(null)
  const query = useQuery(api.periods.list, { year }, ['evaluation.changed', 'organisations.changed', 'schemes.changed'])
  const mayAdvance = mayCall(session, contract.periods.advance)
  const thisMonth = today.slice(0, 7)
  const columns: DataColumns<EvaluationPeriod> = [
    { title: text.columns.period, key: 'period', width: 120, fixed: 'left', render: (_value, { period }) => standingsText.periodName(period) },
    { title: text.columns.steps, key: 'steps', width: 310, render: (_value, row) => <PeriodSteps {...row} /> },
    {
      title: text.columns.publicity,
      key: 'publicity',
      render: (_value, row) => (
        <span className="period-lines">
          <span>{publicityWord(row)}</span>
          {row.closedOn !== null && <span>{text.closedOn(row.closedOn)}</span>}
          {approvedWord(row) !== '' && <span title={row.note}>{approvedWord(row)}</span>}
        </span>
      ),
    },
    {
      title: text.columns.branches,
      key: 'branches',
      width: 150,
      render: (_value, row) => (
        <span className="period-lines">
          <span>{text.counts(row.branches, row.computed)}</span>
          {row.stale > 0 && <StateTag tone="doing" word={text.stale(row.stale)} />}
        </span>
      ),
    },
    { title: text.columns.objections, key: 'objections', width: 112, render: (_value, row) => (row.objections === 0 ? text.none : <StateTag tone="todo" word={text.objections(row.objections)} />) },
    {
      title: text.columns.actions,
      key: 'actions',
      width: mayAdvance ? 190 : 98,
      fixed: 'right',
      render: (_value, row) => {
        const name = standingsText.periodName(row.period)
        return (
          <span className="row-actions">
            <Button aria-label={text.openOf(name)} onClick={() => go(isLongPeriod(row.period) ? { screen: 'standings', period: row.period } : { screen: 'evaluation', period: row.period })}>
              {text.open}
            </Button>
            {mayAdvance && nextSteps(row).length > 0 && (
              <Button aria-label={text.nextOf(name)} disabled={row.branches === 0} onClick={() => setAsking({ what: 'next', period: row })}>
                {text.next}
              </Button>
            )}
            {mayAdvance && stepBefore(row) !== null && (
              <Button aria-label={text.backOf(name)} onClick={() => setAsking({ what: 'back', period: row })}>
                {text.back}
              </Button>
            )}
          </span>
        )
      },
    },
  ]
  return (
    <Page title={text.title} section={{ group: 'evaluation', current: 'periods' }} state={<YearSwitch year={year} onChange={setYear} />} actions={<ListActions list="evaluation-periods" title={text.list(year)} columns={OUTPUT} rows={query.data?.periods ?? []} />}>
      <QueryView query={query}>
        {({ periods }) => (
          <>
            <Card title={text.months}>
              <p className="meta">{text.monthsNote}</p>
              <DataTable label={text.tableOf(text.months)} columns={columns} rows={periods.filter(({ period }) => !isLongPeriod(period) && period <= thisMonth).toReversed()} rowKey={({ period }) => period} minWidth={1082} />
            </Card>
            <Card title={text.long}>
              <p className="meta">{text.longNote}</p>
              <DataTable label={text.tableOf(text.long)} columns={columns} rows={periods.filter(({ period }) => isLongPeriod(period))} rowKey={({ period }) => period} minWidth={1082} />
            </Card>
            <Card title={text.meaning}>
              <dl className="period-meanings">
                {stepsOf('2000-01').map((step) => (
                  <div key={step}>
                    <dt>{text.states[step]}</dt>
                    <dd>{text.meanings[step]}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </>
        )}
      </QueryView>
      {asking?.what === 'next' && <AdvanceDialog period={asking.period} onClose={() => setAsking(null)} />}
      {asking?.what === 'back' && <BackDialog period={asking.period} onClose={() => setAsking(null)} />}
    </Page>
  )
}
