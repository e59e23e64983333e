// 整年案例的紧凑写法:每月一行,每列一个记号(0–100 的整数是已确认的百分比,- 没有记录,x 免评,. 不适用)。
import type { ManualEntry, ScoreEvent } from '../input.ts'
import type { Opt, Scheme } from '../scheme.ts'
import { evaluateYear, type YearBranch, type YearResult } from '../year.ts'

export interface YearCaseInput {
  readonly year: number
  readonly months: readonly number[]
  readonly branches: readonly YearBranch[]
  readonly columns: readonly string[]
  readonly ratios: Readonly<Record<string, readonly string[]>>
  readonly events?: Opt<readonly (ScoreEvent & { readonly branch: string; readonly month: number })[]>
  readonly vetoes?: Opt<readonly { readonly branch: string; readonly month: number; readonly indicator: string }[]>
  readonly prevStars?: Opt<Readonly<Record<string, Opt<number>>>>
}

interface MonthCells {
  readonly manual: Record<string, ManualEntry>
  readonly exempt: Record<string, string>
}

function readMonth(columns: readonly string[], line: string): MonthCells {
  const tokens = line.trim().split(/\s+/)
  const cells: MonthCells = { manual: {}, exempt: {} }
  for (const [index, column] of columns.entries()) {
    const token = tokens[index] ?? '-'
    if (token === '.' || token === '-') continue
    if (token === 'x') cells.exempt[column] = 'x'
    else cells.manual[column] = { ratio: `${token}%` }
  }
  return cells
}

export function runYearCase(scheme: Scheme, input: YearCaseInput): YearResult {
  return evaluateYear(scheme, {
    year: input.year,
    months: input.months,
    branches: input.branches,
    prevStars: input.prevStars ?? {},
    inputOf: (branch, period, month) => ({
      branch: { id: branch.id, category: branch.category ?? null },
      period,
      ...readMonth(input.columns, input.ratios[branch.id]?.[input.months.indexOf(month)] ?? ''),
      events: (input.events ?? []).filter((one) => one.branch === branch.id && one.month === month),
      vetoes: (input.vetoes ?? []).filter((one) => one.branch === branch.id && one.month === month),
    }),
  })
}
