import type { NormRow } from '../../../shared/model/meeting.ts'
import type { StateTone } from '../../components/state-tag.tsx'

export type NormPeriod = NormRow['periods'][number]
/** 一格的样子:已办、该办、逾期、未到、不要求,以及没办结但有草稿。 */
export type CellLook = NormPeriod['state'] | 'draft'

/** 还没办成、但已有草稿的格子显示「草稿」;逾期的仍显示逾期(期限更要紧)。 */
export const lookOf = (period: NormPeriod): CellLook => (period.drafts > 0 && (period.state === 'due' || period.state === 'future') ? 'draft' : period.state)

export const LOOK_TONES: Record<CellLook, StateTone> = { done: 'done', due: 'todo', overdue: 'overdue', future: 'not_applicable', not_required: 'not_applicable', draft: 'doing' }

/** 一格占几列:月占一列,季占三列。 */
export const spanOf = (row: Pick<NormRow, 'cycle'>): number => (row.cycle === 'month' ? 1 : 3)

/** 去记录时先填哪一天:本期之内用今天;过了期用期限那天;还没到用本期第一天。 */
export const suggestedDay = (period: Pick<NormPeriod, 'period' | 'dueDay'>, today: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period.period)
  const firstMonth = quarter === null ? period.period : `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`
  const firstDay = `${firstMonth}-01`
  return today < firstDay ? firstDay : today > period.dueDay ? period.dueDay : today
}

/** 方向键之后停在哪一格:左右在本行内走,上下走到时间上对得上的一格。 */
export const moveCell = (rows: readonly (readonly { readonly from: number; readonly span: number }[])[], at: { readonly row: number; readonly cell: number }, key: string): { readonly row: number; readonly cell: number } => {
  const line = rows[at.row] ?? []
  const here = line[at.cell]
  if (here === undefined) return at
  if (key === 'ArrowLeft') return { row: at.row, cell: Math.max(0, at.cell - 1) }
  if (key === 'ArrowRight') return { row: at.row, cell: Math.min(line.length - 1, at.cell + 1) }
  if (key === 'Home') return { row: at.row, cell: 0 }
  if (key === 'End') return { row: at.row, cell: line.length - 1 }
  const inRow = (row: number): number => (rows[row] ?? []).findIndex((each) => here.from >= each.from && here.from < each.from + each.span)
  const below = rows.map((_line, row) => row).slice(at.row + 1)
  const above = rows.map((_line, row) => row).slice(0, at.row).toReversed()
  const row = (key === 'ArrowDown' ? below : key === 'ArrowUp' ? above : []).find((each) => inRow(each) >= 0)
  return row === undefined ? at : { row, cell: inRow(row) }
}
