import type { LedgerRow } from '../../../shared/model/dues.ts'
import { parseYuan } from '../../../shared/util/parse-yuan.ts'

export interface CellChange {
  readonly memberId: string
  readonly month: string
  readonly paidFen: number | null
}
export interface RefusedCell {
  readonly name: string
  readonly month: string
  readonly text: string
  readonly reason: 'unreadable' | 'outside' | 'not_obliged'
  /** 从 1 起,表外的行说第几行。 */
  readonly line: number
}
export interface PastedBlock {
  readonly changes: readonly CellChange[]
  readonly refused: readonly RefusedCell[]
}

/** 剪贴板里的一块:行以换行、列以制表符分开;加了引号的格去掉引号。 */
export const readBlock = (text: string): string[][] => {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim()))
}

/** 从第 rowIndex 行、第 monthIndex 月起放上去;空格不动,和现在一样的不算改。 */
export const placeBlock = (block: readonly (readonly string[])[], rows: readonly LedgerRow[], rowIndex: number, monthIndex: number): PastedBlock => {
  const changes: CellChange[] = []
  const refused: RefusedCell[] = []
  block.forEach((line, down) =>
    line.forEach((text, across) => {
      if (text === '') return
      const row = rows[rowIndex + down]
      const cell = row?.cells[monthIndex + across]
      const where = { name: row?.name ?? '', month: cell?.month ?? '', text, line: down + 1 }
      if (row === undefined || cell === undefined) refused.push({ ...where, reason: 'outside' })
      else {
        const paidFen = parseYuan(text)
        if (paidFen === null) refused.push({ ...where, reason: 'unreadable' })
        else if (cell.state === 'not_obliged') refused.push({ ...where, reason: 'not_obliged' })
        else if (paidFen !== (cell.fields?.paidFen ?? null)) changes.push({ memberId: row.memberId, month: cell.month, paidFen })
      }
    }),
  )
  return { changes, refused }
}
