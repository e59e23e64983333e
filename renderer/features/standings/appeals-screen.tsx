import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { appealsText as text } from '../../../shared/i18n/zh-CN/appeals.ts'
import type { CorrectionRow, Objection } from '../../../shared/model/evaluation-period.ts'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { YearSwitch } from '../../components/year-switch.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { changeWord, CorrectionsCard } from './corrections-card.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ObjectionsCard } from './objections-card.tsx'
import { isLongPeriod } from './period-steps.tsx'
import { ProveDialog } from './prove-dialog.tsx'
import { RaiseDialog } from './raise-dialog.tsx'
import { useIndicatorNames, usePublished } from './use-published.ts'
import './standings.css'

const EVENTS = ['evaluation.changed', 'organisations.changed'] as const
type Asking =
  | { readonly what: 'raise' }
  | { readonly what: 'answer'; readonly objection: Objection }
  | { readonly what: 'propose'; readonly objection: Objection | null }
  | { readonly what: 'decide'; readonly correction: CorrectionRow }
  | { readonly what: 'prove'; readonly correction: CorrectionRow | null }

/** 一年的申诉和更正,以及重算作证。 */
export const AppealsScreen = ({ year: given }: Omit<Extract<Place, { screen: 'appeals' }>, 'screen'>) => {
  const { session, today } = useSession()
  const branchId = useNavigation((navigation) => navigation.branchId)
  const [year, setYear] = useState(given ?? Number(today.slice(0, 4)))
  const [asking, setAsking] = useState<Asking | null>(null)
  const objections = useQuery(api.appeals.objections, { year }, EVENTS)
  const corrections = useQuery(api.appeals.corrections, { year }, EVENTS)
  const published = usePublished(year)
  const months = published.filter(({ period }) => !isLongPeriod(period))
  const indicatorName = useIndicatorNames([...(objections.data?.rows ?? []), ...(corrections.data?.rows ?? [])].map(({ period }) => period))
  const close = (): void => setAsking(null)
  return (
    <Page
      title={text.title}
      section={{ group: 'evaluation', current: 'appeals' }}
      state={<YearSwitch year={year} onChange={setYear} />}
      actions={
        <>
          <Button disabled={months.length === 0} onClick={() => setAsking({ what: 'prove', correction: null })}>
            {text.prove.open}
          </Button>
          {mayCall(session, contract.appeals.propose) && (
            <Button disabled={months.length === 0} onClick={() => setAsking({ what: 'propose', objection: null })}>
              {text.propose.open}
            </Button>
          )}
          {mayCall(session, contract.appeals.raise) && (
            <Button type="primary" disabled={published.length === 0} onClick={() => setAsking({ what: 'raise' })}>
              {text.raise.open}
            </Button>
          )}
        </>
      }
    >
      <p className="meta standing-note">{published.length === 0 ? text.nonePublished : text.note}</p>
      <QueryView query={objections}>{({ rows }) => <ObjectionsCard year={year} rows={rows} indicatorName={indicatorName} correctable={months.length > 0} onAnswer={(objection) => setAsking({ what: 'answer', objection })} onCorrect={(objection) => setAsking({ what: 'propose', objection })} />}</QueryView>
      <QueryView query={corrections}>{({ rows }) => <CorrectionsCard year={year} rows={rows} indicatorName={indicatorName} onDecide={(correction) => setAsking({ what: 'decide', correction })} onProve={(correction) => setAsking({ what: 'prove', correction })} />}</QueryView>
      {asking?.what === 'raise' && <RaiseDialog published={published} branchId={branchId} onClose={close} />}
      {asking?.what === 'answer' && <AnswerDialog objection={asking.objection} onClose={close} />}
      {asking?.what === 'propose' && <CorrectionDialog months={months} objection={asking.objection} branchId={branchId} onClose={close} />}
      {asking?.what === 'decide' && <DecideDialog correction={asking.correction} change={changeWord(asking.correction, indicatorName)} closed={months.some(({ period, state }) => period === asking.correction.period && state === 'closed')} onClose={close} />}
      {asking?.what === 'prove' && <ProveDialog months={months} branchId={asking.correction?.branchId ?? branchId} period={asking.correction?.period ?? null} revision={asking.correction?.revision ?? null} onClose={close} />}
    </Page>
  )
}
