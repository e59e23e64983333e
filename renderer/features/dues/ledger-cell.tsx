import { memo, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { shortNameOf, nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { duesStates } from '../../../shared/data/code-tables/dues-states.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { LedgerCell } from '../../../shared/model/dues.ts'
import { parseYuan, plainYuan } from '../../../shared/util/parse-yuan.ts'
import { isImeKey } from '../../components/ime.ts'

const text = duesText.ledger

export interface CellActions {
  save(memberId: string, month: string, paidFen: number | null): void
  refuse(words: string): void
  focus(memberId: string, month: string): void
  paste(memberId: string, month: string, block: string): void
  open(memberId: string, month: string): void
  fillMonth(month: string): void
  undo(): void
  /** 上一行同一月记的数。 */
  above(memberId: string, month: string): number | null
}
interface LedgerCellInputProps {
  readonly memberId: string
  readonly name: string
  readonly cell: LedgerCell
  readonly row: number
  readonly column: number
  readonly thisMonth: string
  readonly actions: CellActions
}

/** 跳到另一格;到了边上就不动。 */
const moveTo = (from: HTMLElement, row: number, column: number): boolean => {
  const next = from.closest('table')?.querySelector<HTMLInputElement>(`input[data-row="${row}"][data-column="${column}"]`)
  if (next == null) return false
  next.focus()
  next.select()
  return true
}
const isWhole = (input: HTMLInputElement): boolean => input.selectionStart === 0 && input.selectionEnd === input.value.length
const atEdge = (input: HTMLInputElement, side: 'start' | 'end'): boolean => isWhole(input) || (input.selectionStart === input.selectionEnd && input.selectionStart === (side === 'start' ? 0 : input.value.length))

/** 一格:始终是活的输入框。离开就存;存不了的字留着,说明写在页头。 */
export const LedgerCellInput = memo(({ memberId, name, cell, row, column, thisMonth, actions }: LedgerCellInputProps) => {
  const { month, state, dueFen } = cell
  const paidFen = cell.fields?.paidFen ?? null
  const saved = paidFen === null ? '' : plainYuan(paidFen)
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? saved
  const bad = draft !== null && draft.trim() !== '' && parseYuan(draft) === null
  const settle = (): void => {
    if (draft === null) return
    const typed = draft.trim()
    const value = typed === '' ? null : parseYuan(typed)
    if (typed !== '' && value === null) {
      actions.refuse(text.unreadable(typed))
      return
    }
    setDraft(null)
    if (value !== paidFen) actions.save(memberId, month, value)
  }
  const take = (value: number | null): void => {
    setDraft(null)
    if (value !== null && value !== paidFen) actions.save(memberId, month, value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isImeKey(event)) return
    const input = event.currentTarget
    const control = event.ctrlKey || event.metaKey
    const go = (down: number, right: number): void => {
      event.preventDefault()
      moveTo(input, row + down, column + right)
    }
    if (event.key === 'Enter' && control) {
      event.preventDefault()
      settle()
      actions.open(memberId, month)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (!moveTo(input, row + (event.shiftKey ? -1 : 1), column)) settle()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') go(event.key === 'ArrowDown' ? 1 : -1, 0)
    else if (event.key === 'ArrowLeft' && atEdge(input, 'start')) go(0, -1)
    else if (event.key === 'ArrowRight' && atEdge(input, 'end')) go(0, 1)
    else if (event.key === 'Escape') setDraft(null)
    else if (event.key === 'F2') input.setSelectionRange(input.value.length, input.value.length)
    else if (event.key === 'F9') {
      event.preventDefault()
      settle()
      actions.fillMonth(month)
    } else if (event.key === '=') {
      event.preventDefault()
      take(dueFen)
    } else if (control && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      take(actions.above(memberId, month))
    } else if (control && event.key.toLowerCase() === 'z' && draft === null) {
      event.preventDefault()
      actions.undo()
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const block = event.clipboardData.getData('text/plain')
    if (!/[\t\n\r]/.test(block.trim())) return
    event.preventDefault()
    setDraft(null)
    actions.paste(memberId, month, block)
  }
  const blank = state === 'not_obliged' && paidFen === null
  // 没到的月份不算欠,不画记号。
  const mark = blank || (state === 'unpaid' && month >= thisMonth) || state === 'paid' ? '' : shortNameOf(duesStates, state)
  return (
    <td className="dues-cell" data-state={state} data-hinted={cell.hints.length > 0 ? '' : undefined} title={cell.hints.map((hint) => text.hints[hint]).join('；')}>
      {blank ? (
        <span className="dues-blank">{duesText.none}</span>
      ) : (
        <>
          <input
            data-row={row}
            data-column={column}
            inputMode="decimal"
            autoComplete="off"
            maxLength={14}
            aria-label={text.cellLabel(name, duesText.month(month), nameOf(duesStates, state), dueFen === null ? '' : plainYuan(dueFen))}
            aria-invalid={bad || undefined}
            placeholder={dueFen === null || state === 'exempt' ? '' : plainYuan(dueFen)}
            value={shown}
            onChange={(event) => setDraft(event.target.value)}
            onFocus={(event) => {
              event.currentTarget.select()
              actions.focus(memberId, month)
            }}
            onBlur={settle}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
          {mark !== '' && (
            <span className="dues-mark" aria-hidden="true">
              {mark}
            </span>
          )}
        </>
      )}
    </td>
  )
})
