import type { SheetCell } from '../../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from '../limits.ts'
import { tooComplex } from '../workbook-rejected.ts'
import { parseReference } from './references.ts'

/** 合并的区域,行列从 0 起,含两端。 */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
}

/** 「B2:B9」→ 区域;倒着写的照样认,不合规矩为 null。 */
export const readMerge = (range: string): Merge | null => {
  const [first, second, ...more] = range.split(':').map(parseReference)
  if (first === undefined || first === null || second === undefined || second === null || more.length > 0) return null
  return { top: Math.min(first.row, second.row) - 1, bottom: Math.max(first.row, second.row) - 1, left: Math.min(first.column, second.column) - 1 }
}

/** 合并格:只向下填空格子(一个支部名竖着合并几行);横向合并的标题不向右填,免得错列(F27)。 */
export const fillMerges = (rows: SheetCell[][], merges: readonly Merge[]): void => {
  let filled = 0
  for (const { top, bottom, left } of merges) {
    const value = rows[top]?.[left] ?? null
    if (value === null) continue
    for (let index = top + 1; index <= Math.min(bottom, rows.length - 1); index += 1) {
      filled += 1
      if (filled > IMPORT_LIMITS.mergedCells) throw tooComplex('merged', IMPORT_LIMITS.mergedCells)
      const row = rows[index]
      if (row === undefined || (row[left] ?? null) !== null) continue
      while (row.length <= left) row.push(null)
      row[left] = value
    }
  }
}
