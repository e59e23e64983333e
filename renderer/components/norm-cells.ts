import { nameOf } from '../../shared/data/code-tables/code-table.ts'
import { normActivities, talkPairs } from '../../shared/data/code-tables/norm-activities.ts'
import { handbookText } from '../../shared/i18n/zh-CN/handbook.ts'
import type { NormCounts, NormRow } from '../../shared/model/meeting.ts'
import type { StateTone } from './state-tag.tsx'

/** 一行是什么活动;党小组会说是哪个小组。 */
export const activityName = (row: Pick<NormRow, 'activity' | 'partyGroupName'>): string => (row.partyGroupName === '' ? nameOf(normActivities, row.activity) : row.partyGroupName)

/** 谈心谈话还缺哪几样;别的活动、谈齐了的为空。 */
export const lackingTalksText = ({ lackingTalks, state }: Pick<NormRow['periods'][number], 'lackingTalks' | 'state'>): string => (lackingTalks.length === 0 || state === 'exempt' ? '' : handbookText.norms.lackingTalks(lackingTalks.map((pair) => nameOf(talkPairs, pair))))

/** 规范执行率 = 按时 ÷ 应完成(统计口径 2.5);还没有到期限的,不写一个零。 */
export const rateText = ({ onTime, due }: Pick<NormCounts, 'onTime' | 'due'>): string => (due === 0 ? handbookText.outcome.none : `${Math.floor((onTime * 100) / due)}%`)

export type NormPeriod = NormRow['periods'][number]
/** 一格的样子:已办、该办、逾期、未到、不要求、免除,以及补录的、没办结但有草稿的、锁上的。 */
export type CellLook = NormPeriod['state'] | 'draft' | 'late' | 'locked'

/** 办成了、过了填报的日子才录的显示「补录」;锁上了的要先请上级解锁;还没办成、但已有草稿的格子显示「草稿」;逾期的仍显示逾期(期限更要紧)。 */
export const lookOf = (period: NormPeriod): CellLook => {
  if (period.state === 'done') return period.entry === 'late' ? 'late' : 'done'
  if (period.state === 'overdue' && period.isLocked) return 'locked'
  return period.drafts > 0 && (period.state === 'due' || period.state === 'future') ? 'draft' : period.state
}

export const LOOK_TONES: Record<CellLook, StateTone> = { done: 'done', due: 'todo', overdue: 'overdue', future: 'not_applicable', not_required: 'not_applicable', exempt: 'not_applicable', draft: 'doing', late: 'warning', locked: 'locked' }

const SPANS = { month: 1, quarter: 3, half_year: 6, year: 12 } as const
/** 一格占几列:月占一列,季占三列,半年六列,一年一整行。 */
export const spanOf = (row: Pick<NormRow, 'cycle'>): number => SPANS[row.cycle]

/** 去记录时先填哪一天:本期之内用今天;过了期用期限那天;还没到用本期第一天。 */
export const suggestedDay = (period: Pick<NormPeriod, 'period' | 'dueDay'>, today: string): string => {
  const [year = '', part = '01'] = period.period.split('-')
  const number = Number(part.slice(1))
  const month = part.startsWith('Q') ? number * 3 - 2 : part.startsWith('H') ? number * 6 - 5 : Number(part)
  const firstMonth = `${year}-${String(month).padStart(2, '0')}`
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
