// 覆盖率:已评(含沿用)的分值占全部应评且未免评分值的份额。没有应评分值时无从谈起(null)。
import type { Cell } from './cells.ts'
import { ZERO, add, divide, type Rational } from './rational.ts'
import type { IndicatorState } from './result.ts'

const COVERED: ReadonlySet<IndicatorState> = new Set<IndicatorState>(['scored', 'carried'])
const DUE: ReadonlySet<IndicatorState> = new Set<IndicatorState>([
  'scored',
  'carried',
  'zero_missing',
  'excluded',
  'blocked',
])

export function measureCoverage(cells: readonly Cell[]): Rational | null {
  let covered = ZERO
  let due = ZERO
  for (const cell of cells) {
    if (DUE.has(cell.state)) due = add(due, cell.nominal)
    if (COVERED.has(cell.state)) covered = add(covered, cell.nominal)
  }
  return due.n === 0n ? null : divide(covered, due)
}
