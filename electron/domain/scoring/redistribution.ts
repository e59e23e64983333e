// 挪分:免评、剔除、不到期的分值移给仍有达成度的指标,总满分不变(none 除外,可得总分随之下降)。
// dimension:先在维度内挪,整个维度都没有了再挪给其余维度;total:在全方案内挪。
import type { Cell } from './cells.ts'
import { ONE, ZERO, add, divide, multiply, sum, type Rational } from './rational.ts'
import type { Redistribution } from './scheme.ts'

interface Marks {
  all: Rational
  live: Rational
}

function isRemoved(cell: Cell): boolean {
  return cell.achievement === null && cell.state !== 'not_applicable'
}

function collect(cells: readonly Cell[]): Map<string, Marks> {
  const byDimension = new Map<string, Marks>()
  for (const cell of cells) {
    const isLive = cell.achievement !== null
    if (!isLive && !isRemoved(cell)) continue
    const marks = byDimension.get(cell.indicator.dim) ?? { all: ZERO, live: ZERO }
    marks.all = add(marks.all, cell.nominal)
    if (isLive) marks.live = add(marks.live, cell.nominal)
    byDimension.set(cell.indicator.dim, marks)
  }
  return byDimension
}

/** 每个维度的放大倍数;没有剩余分值的维度不在其中。 */
function factors(byDimension: ReadonlyMap<string, Marks>, mode: Redistribution): Map<string, Rational> {
  const found = new Map<string, Rational>()
  const all = sum([...byDimension.values()].map((marks) => marks.all))
  const live = [...byDimension].filter(([, marks]) => marks.live.n !== 0n)
  if (live.length === 0) return found
  const usable = sum(live.map(([, marks]) => (mode === 'total' ? marks.live : marks.all)))
  const outer = mode === 'none' ? ONE : divide(all, usable)
  for (const [dim, marks] of live) {
    found.set(dim, mode === 'dimension' ? multiply(divide(marks.all, marks.live), outer) : outer)
  }
  return found
}

/** 与 cells 同序的有效分值;没有达成度的为 null。 */
export function effectiveMarks(cells: readonly Cell[], mode: Redistribution): readonly (Rational | null)[] {
  const byFactor = factors(collect(cells), mode)
  return cells.map((cell) =>
    cell.achievement === null ? null : multiply(cell.nominal, byFactor.get(cell.indicator.dim) ?? ONE),
  )
}
