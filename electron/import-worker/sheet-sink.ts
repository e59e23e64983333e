import type { SheetCell, SheetData } from '../domain/roster/sheet.ts'
import { fillMerges, type Merge } from './xlsx/merges.ts'

export type Rows = readonly (readonly SheetCell[])[]
export type SheetHead = Pick<SheetData, 'name' | 'hidden' | 'is1904'>
/** 读到一批交一批:十万行的表不必在读的线程里攒齐,两边的内存都省下一半(F30)。 */
export type SheetPiece = { readonly kind: 'sheet'; readonly head: SheetHead } | { readonly kind: 'rows'; readonly rows: Rows } | { readonly kind: 'merges'; readonly merges: readonly Merge[] }
export type SheetSink = (piece: SheetPiece) => void

/** 一批这么多行:收的线程拆开一批要几毫秒,再多就占得久了。 */
export const BATCH_ROWS = 500

const SHARED_LENGTH = 40
const SHARED_COUNT = 50_000
/** 「正式党员」「汉族」之类在十万行里重复十万次,只留一份。 */
const createInterner = (): ((cell: SheetCell) => SheetCell) => {
  const known = new Map<string, string>()
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > SHARED_LENGTH) return cell
    const same = known.get(cell)
    if (same === undefined && known.size < SHARED_COUNT) known.set(cell, cell)
    return same ?? cell
  }
}

/** 把一批批的行拼成整张的表。@throws WorkbookRejected FILE_TOO_COMPLEX 合并的格子太多 */
export const createSheetCollector = (): { readonly add: SheetSink; readonly sheets: readonly SheetData[] } => {
  const sheets: (SheetHead & { readonly rows: SheetCell[][] })[] = []
  const intern = createInterner()
  return {
    sheets,
    add: (piece) => {
      if (piece.kind === 'sheet') sheets.push({ ...piece.head, rows: [] })
      const rows = sheets.at(-1)?.rows ?? []
      if (piece.kind === 'rows') for (const row of piece.rows) rows.push(row.map(intern))
      if (piece.kind === 'merges') fillMerges(rows, piece.merges)
    },
  }
}

/** 一行一行地收,攒够一批交出去;空行不占地方,但行号照数。 */
export const createRowBatches = (emit: SheetSink) => {
  let batch: (readonly SheetCell[])[] = []
  let count = 0
  const flush = (): void => {
    if (batch.length > 0) emit({ kind: 'rows', rows: batch })
    batch = []
  }
  const push = (row: readonly SheetCell[]): void => {
    batch.push(row)
    count += 1
    if (batch.length >= BATCH_ROWS) flush()
  }
  return {
    /** 第 number 行(从 1 起);中间没有的行补空。 */
    put: (number: number, row: readonly SheetCell[]): void => {
      for (let missing = number - 1 - count; missing > 0; missing -= 1) push([])
      push(row)
    },
    flush,
  }
}
