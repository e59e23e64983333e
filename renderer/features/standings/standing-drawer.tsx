import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { StandingEntry, StandingRow } from '../../../shared/model/evaluation-period.ts'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { StarMark } from '../../components/charts/star-mark.tsx'
import { api } from '../../platform/api.ts'
import { flagName, type StandingOverview } from './overview.ts'

const text = standingsText.detail

/** 从分数到星级,一步一句。 */
const sentencesOf = (row: StandingRow): readonly string[] => {
  const parts = row.parts.map(({ period, total, star }) => text.part(standingsText.partName(period), total, period.includes('Q') ? star : null))
  if (row.status === null) return [text.parts(parts), text.notComputed]
  const decision = row.entries.findLast(({ kind }) => kind === 'deviation')
  return [
    text.parts(parts),
    text.total(row.total),
    ...(row.previousStar === null ? [] : [text.previous(row.previousStar)]),
    ...(row.total === null ? [] : [text.band(row.band)]),
    ...(row.reasons.length === 0 ? [text.straight] : row.reasons.map(text.reason)),
    text.star(row.star),
    ...(row.rank === null ? [] : [text.rank(row.rank.rank, row.rank.of, row.rank.tied)]),
    ...(row.lock === 0 ? [] : [text.lock(row.lock)]),
    ...(decision === undefined ? [] : [text.decided(Number(decision.value), decision.decidedBy, decision.decidedOn, decision.reason)]),
  ]
}

interface StandingDrawerProps {
  readonly row: StandingRow | null
  readonly period: string
  readonly overview: StandingOverview
  readonly frozen: boolean
  readonly mayDecide: boolean
  readonly onRecognise: () => void
  readonly onClose: () => void
}

/** 一个支部一季、一年的星级:怎样评出来的,另行认定了什么。 */
export const StandingDrawer = ({ row, period, overview, frozen, mayDecide, onRecognise, onClose }: StandingDrawerProps) => {
  const { message } = App.useApp()
  const [withdrawing, setWithdrawing] = useState<StandingEntry | null>(null)
  const [busy, setBusy] = useState(false)
  const withdraw = async (reason: string): Promise<void> => {
    if (withdrawing === null) return
    setBusy(true)
    const result = await api.standings.withdraw({ id: withdrawing.id, rev: withdrawing.rev, reason })
    setBusy(false)
    setWithdrawing(null)
    if (!result.ok) void message.error(describeError(result.error.code, result.error.data).cause)
  }
  return (
    <Drawer open={row !== null} onClose={onClose} title={row === null ? '' : text.title(row.branchName, standingsText.periodName(period))} size={520} extra={mayDecide && <Button onClick={onRecognise}>{standingsText.recognise}</Button>}>
      {row !== null && (
        <>
          {row.status !== null && (
            <p>
              <StarMark star={row.star} />
            </p>
          )}
          <h3 className="standing-head">{text.steps}</h3>
          <ol className="standing-steps">
            {sentencesOf(row).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          {row.stale && <p className="standing-hint">{text.stale}</p>}
          <h3 className="standing-head">{text.entries}</h3>
          {row.entries.length === 0 ? (
            <p className="meta">{text.noEntries}</p>
          ) : (
            <ul className="standing-entries">
              {row.entries.map((entry) => (
                <li key={entry.id}>
                  <span>{text.entry(standingsText.decision.words(entry.kind, entry.value, flagName(overview, entry.code)), entry.reason, entry.decidedBy, entry.decidedOn, entry.document)}</span>
                  {mayDecide && (!frozen || entry.kind === 'deviation') && <Button onClick={() => setWithdrawing(entry)}>{text.withdraw}</Button>}
                </li>
              ))}
            </ul>
          )}
          {row.revision > 0 && <p className="meta">{text.revision(row.revision)}</p>}
        </>
      )}
      <ReasonDialog open={withdrawing !== null} title={text.withdrawTitle} consequence={text.withdrawConsequence} confirmLabel={text.withdraw} busy={busy} onConfirm={(reason) => void withdraw(reason)} onCancel={() => setWithdrawing(null)} />
    </Drawer>
  )
}
