import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { isImeKey } from '../../components/ime.ts'
import type { Failure } from '../../platform/use-query.ts'
import { checkPoints } from './points-input.ts'

const text = evaluationText.sheet
type SheetLine = BranchSheet['lines'][number]

/** 跳到下一项(或上一项)的得分格。 */
const moveTo = (from: HTMLElement, step: 1 | -1): void => {
  const cells = [...document.querySelectorAll<HTMLInputElement>('[data-points-cell]')]
  const index = cells.findIndex((cell) => cell === from || cell.closest('tr') === from.closest('tr'))
  const next = cells[index + step]
  next?.focus()
  next?.select()
}

/**
 * 手工评分的两格:得分与原因,始终是活的输入框。离开或回车就存;不能存的话写在格子下面,打的字原样留着。
 * 按指标作 key;别处改了已存的分,没有在打字时跟着变。
 */
export const ManualCells = ({ line, full, onSave, onWithdraw }: { readonly line: SheetLine; readonly full: string; readonly onSave: (points: string, reason: string) => Promise<Failure | null>; readonly onWithdraw: () => Promise<Failure | null> }) => {
  const saved = line.manual
  const noteId = useId()
  const [draft, setDraft] = useState<{ readonly points: string; readonly reason: string } | null>(null)
  const [problem, setProblem] = useState<{ readonly words: string; readonly field: 'points' | 'reason' } | null>(null)
  const reasonInput = useRef<HTMLInputElement>(null)
  const working = useRef(false)
  // 存好的那一份:光标移走时这一格还没重画,别把同一份再存(撤回)一遍。
  const stored = useRef<typeof draft>(null)
  const points = draft?.points ?? saved?.points ?? ''
  const reason = draft?.reason ?? saved?.reason ?? ''

  const settle = async (): Promise<'done' | 'points' | 'reason'> => {
    if (draft === null || working.current || draft === stored.current) return 'done'
    const check = checkPoints(draft.points, draft.reason, full, saved)
    if (check.kind === 'refused') {
      setProblem(check)
      return check.field
    }
    setProblem(null)
    if (check.kind === 'unchanged') {
      setDraft(null)
      return 'done'
    }
    working.current = true
    const failure = check.kind === 'withdraw' ? await onWithdraw() : await onSave(check.points, check.reason)
    working.current = false
    if (failure === null) {
      stored.current = draft
      // 存的时候又打了字,就留着新打的。
      setDraft((now) => (now !== null && (now.points !== draft.points || now.reason !== draft.reason) ? now : null))
      return 'done'
    }
    const { cause, next } = describeError(failure.code, failure.data)
    setProblem({ words: `${cause}${next}`, field: 'points' })
    return 'points'
  }
  const edit = (patch: { readonly points?: string; readonly reason?: string }): void => {
    setDraft({ points, reason, ...patch })
    setProblem(null)
  }
  const onPointsKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isImeKey(event)) return
    const cell = event.currentTarget
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      moveTo(cell, event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape') {
      setDraft(null)
      setProblem(null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void settle().then((stop) => (stop === 'done' ? moveTo(cell, 1) : stop === 'reason' ? reasonInput.current?.focus() : undefined))
    }
  }
  const onReasonKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isImeKey(event) || event.key !== 'Enter') return
    event.preventDefault()
    const cell = event.currentTarget
    void settle().then((stop) => (stop === 'done' ? moveTo(cell, 1) : undefined))
  }
  /** 还在同一项里(要去写原因):先说分数对不对,不催原因。 */
  const warnPoints = (): void => {
    const check = draft === null ? null : checkPoints(draft.points, draft.reason, full, saved)
    if (check?.kind === 'refused' && check.field === 'points') setProblem(check)
  }
  /** 在同一项的两格之间走不算离开;走到同一行的按钮上算。 */
  const leaves = (related: EventTarget | null, cell: HTMLElement): boolean => !(related instanceof HTMLInputElement) || related.closest('tr') !== cell.closest('tr')
  const invalid = (field: 'points' | 'reason') => (problem?.field === field ? { 'aria-invalid': true as const } : {})
  return (
    <>
      <td className="sheet-points">
        <input
          data-points-cell
          className="sheet-input"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          aria-label={text.pointsOf(line.indicator.name)}
          aria-describedby={noteId}
          {...invalid('points')}
          value={points}
          onChange={(event) => edit({ points: event.target.value })}
          onKeyDown={onPointsKey}
          onBlur={(event) => (leaves(event.relatedTarget, event.currentTarget) ? void settle() : warnPoints())}
        />
      </td>
      <td>
        <input
          ref={reasonInput}
          className="sheet-input"
          autoComplete="off"
          maxLength={200}
          aria-label={text.reasonOf(line.indicator.name)}
          aria-describedby={noteId}
          placeholder={draft !== null || saved !== null ? text.reasonPlaceholder : ''}
          {...invalid('reason')}
          value={reason}
          onChange={(event) => edit({ reason: event.target.value })}
          onKeyDown={onReasonKey}
          onBlur={(event) => leaves(event.relatedTarget, event.currentTarget) && void settle()}
        />
        <span id={noteId} className="sheet-problem" role="alert">
          {problem?.words}
        </span>
      </td>
    </>
  )
}
