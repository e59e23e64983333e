import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { compareExact, roundExact, shortExact } from '../../../shared/util/exact-text.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Card } from '../../components/card.tsx'
import { StarMark } from '../../components/charts/star-mark.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { MonthSwitch } from '../../components/month-switch.tsx'
import { Page } from '../../components/page.tsx'
import { usePeriodState } from '../../components/period-state.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { SaveState, type SaveStatus } from '../../components/save-state.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery, type Failure, type Outcome } from '../../platform/use-query.ts'
import './evaluation.css'
import { ColumnHeads } from './column-heads.tsx'
import { EventsSection } from './events-section.tsx'
import { ExemptDialog } from './exempt-dialog.tsx'
import { SheetRow, type LineActions, type SheetLine } from './sheet-line.tsx'
import { VetoesSection } from './vetoes-section.tsx'

const text = evaluationText.sheet
const EVENTS = ['evaluation.changed', 'meetings.changed', 'members.changed', 'organisations.changed'] as const

const savedNow = (): SaveStatus => ({ kind: 'saved', at: Date.now() })

/** 总分一行:每次录入后用返回的表立即更新。 */
const Totals = ({ sheet }: { readonly sheet: BranchSheet }) => {
  const { summary } = sheet
  return (
    <div className="sheet-totals" role="status">
      <span>
        {text.total} <strong className="sheet-total">{summary.total ?? (summary.status === null ? evaluationText.notYet : evaluationText.statuses[summary.status])}</strong> {text.fullOf(shortExact(sheet.scheme.fullTotal))}
      </span>
      {summary.status !== null && (
        <span>
          {text.star} <StarMark star={summary.star} />
        </span>
      )}
      {summary.rank !== null && (
        <span>
          {text.rank} {evaluationText.rank(summary.rank.rank, summary.rank.of, summary.rank.tied)}
        </span>
      )}
      {summary.missingCount > 0 && <StateTag tone="warning" word={evaluationText.missing(summary.missingCount)} />}
      {summary.vetoCount > 0 && <StateTag tone="overdue" word={evaluationText.veto(summary.vetoCount)} />}
      {summary.stale && <StateTag tone="doing" word={evaluationText.stale} />}
      <span className="sheet-dimensions">
        {summary.dimensions.map((dimension) => (
          <span key={dimension.id}>
            {text.dimension(dimension.name, dimension.ratio === null ? '—' : roundExact(dimension.ratio, 1, 100))}
            {dimension.missingCount > 0 && ` ${evaluationText.missing(dimension.missingCount)}`}
          </span>
        ))}
      </span>
    </div>
  )
}

/** 一个支部一个月的评分:各指标按维度排,手工的直接打分,自动的可看依据;下面是加分扣分与否决。 */
export const ScoreSheetScreen = ({ branchId, period }: Omit<Extract<Place, { screen: 'score-sheet' }>, 'screen'>) => {
  const today = useSession((session) => session.today)
  const { go, back } = useNavigation()
  const query = useQuery(api.evaluation.branchSheet, { branchId, period }, EVENTS)
  const [answered, setAnswered] = useState<BranchSheet | null>(null)
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [exempting, setExempting] = useState<SheetLine | null>(null)
  // 重新取到的比录入时返回的新。
  useEffect(() => setAnswered(null), [query.data])
  const sheet = answered ?? query.data
  const { lockedNote } = usePeriodState(period)
  const locked = lockedNote !== null
  const place = { branchId, period }
  const loadHistory = useCallback((offset: number) => api.history.evaluation({ branchId, period, offset }), [branchId, period])

  const apply = async (call: Promise<Outcome<BranchSheet>>): Promise<Failure | null> => {
    setBusy(true)
    setStatus({ kind: 'saving' })
    const result = await call
    setBusy(false)
    if (!result.ok) {
      setStatus({ kind: 'unsaved', failure: result.error })
      return result.error
    }
    setAnswered(result.value)
    setFailure(null)
    setStatus(savedNow())
    return null
  }
  /** 不在某一格里的动作:没做成就在页首说。 */
  const applyWithNote = async (call: Promise<Outcome<BranchSheet>>): Promise<boolean> => {
    const problem = await apply(call)
    setFailure(problem)
    if (problem !== null && problem.code === 'STALE') query.reload()
    return problem === null
  }
  const actions: LineActions = {
    save: (indicatorId, points, reason) => apply(api.evaluation.saveManualScore({ ...place, indicatorId, points, reason })),
    withdraw: (indicatorId) => apply(api.evaluation.withdrawManualScore({ ...place, indicatorId })),
    exempt: setExempting,
    withdrawExemption: (line) => void (line.exemption !== null && applyWithNote(api.evaluation.withdrawExemption({ ...place, id: line.exemption.id }))),
  }
  const exempt = async (reason: string, approvedBy: string): Promise<void> => {
    if (exempting === null) return
    await applyWithNote(api.evaluation.exempt({ ...place, indicatorId: exempting.indicator.id, reason, approvedBy }))
    setExempting(null)
  }
  return (
    <Page
      title={text.title}
      onBack={back}
      state={
        <>
          <MonthSwitch period={period} thisMonth={today.slice(0, 7)} onChange={(next) => go({ screen: 'score-sheet', branchId, period: next })} />
          <SaveState status={status} />
        </>
      }
      actions={
        <>
          <span className="sheet-branch">
            <BranchPicker aria-label={evaluationText.columns.branch} value={branchId} onChange={(next) => next !== null && go({ screen: 'score-sheet', branchId: next, period })} />
          </span>
          <HistoryButton load={loadHistory} />
          <Button onClick={() => go({ screen: 'portrait', branchId, period })}>{text.portrait}</Button>
        </>
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      <QueryView query={query}>
        {() =>
          sheet === null ? null : (
            <>
              <Totals sheet={sheet} />
              {lockedNote === null ? <p className="meta sheet-hint">{text.pointsHint}</p> : <p className="evaluation-hint">{lockedNote}</p>}
              {sheet.scheme.dimensions.map((dimension) => {
                const lines = sheet.lines.filter((line) => line.indicator.dimensionId === dimension.id)
                return lines.length === 0 ? null : (
                  <Card key={dimension.id} title={dimension.name}>
                    <div className="sheet-frame">
                      <table className="sheet-table sheet-lines">
                        <caption className="visually-hidden">{dimension.name}</caption>
                        <ColumnHeads names={text.columns} />
                        <tbody>
                          {lines.map((line) => (
                            <SheetRow key={line.indicator.id} line={line} branchId={branchId} period={period} locked={locked} actions={actions} />
                          ))}
                        </tbody>
                      </table>
                    </div>
                  </Card>
                )
              })}
              {sheet.lines.some((line) => line.effectiveMark !== null && line.fullMark !== null && compareExact(line.effectiveMark, line.fullMark) !== 0) && <p className="meta sheet-hint">{text.shared}</p>}
              <EventsSection sheet={sheet} locked={locked} busy={busy} onAdd={(event) => applyWithNote(api.evaluation.addEvent({ ...place, ...event }))} onWithdraw={(event, reason) => applyWithNote(api.evaluation.withdrawEvent({ ...place, id: event.id, rev: event.rev, reason }))} />
              <VetoesSection sheet={sheet} locked={locked} busy={busy} onAdd={(veto) => applyWithNote(api.evaluation.recordVeto({ ...place, ...veto }))} onWithdraw={(veto, reason) => applyWithNote(api.evaluation.withdrawVeto({ ...place, id: veto.id, rev: veto.rev, reason }))} />
            </>
          )
        }
      </QueryView>
      <ExemptDialog line={exempting} busy={busy} onConfirm={(reason, approvedBy) => void exempt(reason, approvedBy)} onCancel={() => setExempting(null)} />
    </Page>
  )
}
