import { Button } from 'antd'
import { useState } from 'react'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { compareExact, multiplyExact, roundExact, shortExact } from '../../../shared/util/exact-text.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import type { Failure } from '../../platform/use-query.ts'
import { Explanation } from './explanation.tsx'
import { ManualCells } from './manual-cell.tsx'

const text = evaluationText.sheet
export type SheetLine = BranchSheet['lines'][number]

const TONES: Record<SheetLine['state'], StateTone> = { scored: 'done', zero_missing: 'overdue', carried: 'doing', exempt: 'not_applicable', excluded: 'not_applicable', blocked: 'warning', not_due: 'not_applicable', not_applicable: 'not_applicable' }

/** 四种不同的「没有」各有各的词:缺项、豁免、本期不考、本类别不适用;满分为零的也属于不适用。 */
export const stateOf = (line: SheetLine): { readonly tone: StateTone; readonly word: string } => {
  if (line.fullMark !== null && compareExact(line.fullMark, '0') === 0) return { tone: 'not_applicable', word: text.states.not_applicable }
  if (line.state === 'scored' && line.achievement !== null && compareExact(line.achievement, '0') === 0) return { tone: 'warning', word: text.scoredZero }
  if (line.state === 'exempt' && line.exemption === null) return { tone: 'not_applicable', word: text.nothingRequired }
  return { tone: TONES[line.state], word: text.states[line.state] }
}
/** 能不能由人打分。 */
export const takesPoints = (line: SheetLine): boolean =>
  line.indicator.source !== 'auto' && line.fullMark !== null && compareExact(line.fullMark, '0') > 0 && line.state !== 'not_due' && line.state !== 'not_applicable' && line.exemption === null

export interface LineActions {
  save(indicatorId: string, points: string, reason: string): Promise<Failure | null>
  withdraw(indicatorId: string): Promise<Failure | null>
  exempt(line: SheetLine): void
  withdrawExemption(line: SheetLine): void
}

/** 评分表的一行;自动的可展开依据。locked 为已经评完、公示、关账:只看不录。 */
export const SheetRow = ({ line, branchId, period, locked, actions }: { readonly line: SheetLine; readonly branchId: string; readonly period: string; readonly locked: boolean; readonly actions: LineActions }) => {
  const [open, setOpen] = useState(false)
  const { indicator } = line
  const state = stateOf(line)
  const scorable = !locked && takesPoints(line)
  const explainable = indicator.source !== 'manual' && line.state !== 'not_applicable' && line.state !== 'not_due'
  const exemptable = !locked && line.exemption === null && line.state !== 'not_applicable' && line.state !== 'not_due' && line.fullMark !== null && compareExact(line.fullMark, '0') > 0
  return (
    <>
      <tr data-state={line.state}>
        <th scope="row" className="sheet-indicator">
          {indicator.name}
          <span className="sheet-wording">
            <strong>{text.sources[indicator.source]}</strong> {indicator.wording}
          </span>
        </th>
        <td className="sheet-number">{line.fullMark === null ? '—' : shortExact(line.fullMark)}</td>
        {scorable ? (
          <ManualCells line={line} full={line.fullMark ?? '0'} onSave={(points, reason) => actions.save(indicator.id, points, reason)} onWithdraw={() => actions.withdraw(indicator.id)} />
        ) : (
          <>
            <td className="sheet-number">{line.achievement === null || line.fullMark === null ? '—' : shortExact(multiplyExact(line.achievement, line.fullMark))}</td>
            <td className="sheet-reason">{line.exemption?.reason ?? line.manual?.reason ?? ''}</td>
          </>
        )}
        <td className="sheet-number">{line.points === null || line.effectiveMark === null ? '—' : text.credited(roundExact(line.points, 2), roundExact(line.effectiveMark, 2))}</td>
        <td>
          <StateTag tone={state.tone} word={state.word} />
          {line.flags.includes('vetoed') && <StateTag tone="overdue" word={text.vetoedFlag} />}
          {line.flags.includes('unreviewed') && <StateTag tone="warning" word={text.unreviewedFlag} />}
        </td>
        <td className="sheet-actions">
          {explainable && (
            <Button type="link" aria-expanded={open} aria-label={text.basisOf(indicator.name)} onClick={() => setOpen(!open)}>
              {open ? text.hideBasis : text.basis}
            </Button>
          )}
          {exemptable && (
            <Button type="link" aria-label={text.exemptOf(indicator.name)} onClick={() => actions.exempt(line)}>
              {text.exempt}
            </Button>
          )}
          {!locked && line.exemption !== null && <ConfirmButton label={text.withdrawExemption} question={text.withdrawExemptionQuestion} consequence={text.withdrawExemptionConsequence} confirmLabel={text.withdrawExemption} keepLabel={text.keep} onConfirm={() => actions.withdrawExemption(line)} />}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7} className="sheet-explanation">
            <Explanation branchId={branchId} period={period} indicatorId={indicator.id} missing={line.state === 'zero_missing' || line.state === 'carried'} />
          </td>
        </tr>
      )}
    </>
  )
}
