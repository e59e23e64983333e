import type { Vector } from './roster-table.ts'
import type { Cell } from './rows.ts'

/** 一列各行的名次(从 0 起,同值同名次)与各名次的值。没填的排最后,名次为 blank。 */
export interface Ranking {
  readonly ranks: Int32Array
  readonly values: readonly Cell[]
  readonly blank: number
}
export type Compare = (left: Cell, right: Cell) => number
/** 一列编了号:各行的号与各号的值;没填的号为 -1。比十万次不如每种值只比一次。 */
export interface Coded {
  readonly codes: Int32Array
  readonly values: readonly Cell[]
}

const isBlank = (value: Cell | undefined): boolean => value === null || value === undefined || value === ''
/** 汉字按读音排;值太多时逐个比读音太慢,按编码。 */
const MOST_COLLATED = 5000
const collator = new Intl.Collator('zh-CN', { numeric: true })
const plain: Compare = (left, right) => (left === right ? 0 : left === null || (right !== null && left < right) ? -1 : 1)

/** 同值同号,号按先见到的排。 */
export const codeColumn = (vector: Vector): Coded => {
  const seen = new Map<Cell, number>()
  const codes = new Int32Array(vector.length)
  for (let row = 0; row < vector.length; row += 1) {
    const value = vector[row] ?? null
    if (isBlank(value)) {
      codes[row] = -1
      continue
    }
    let code = seen.get(value)
    if (code === undefined) {
      code = seen.size
      seen.set(value, code)
    }
    codes[row] = code
  }
  return { codes, values: [...seen.keys()] }
}

/** @param compare 缺省:数按大小,文字按读音。 */
export const rankColumn = ({ codes, values }: Coded, compare?: Compare): Ranking => {
  const isText = typeof values[0] === 'string'
  const order = values.map((_value, code) => code).toSorted((left, right) => (compare ?? (isText && values.length <= MOST_COLLATED ? (a, b) => collator.compare(String(a), String(b)) : plain))(values[left] ?? null, values[right] ?? null))
  const rankOfCode = new Int32Array(values.length)
  for (const [rank, code] of order.entries()) rankOfCode[code] = rank
  const ranks = new Int32Array(codes.length)
  for (let row = 0; row < ranks.length; row += 1) ranks[row] = codes[row] === -1 ? values.length : (rankOfCode[codes[row] ?? 0] ?? 0)
  return { ranks, values: order.map((code) => values[code] ?? null), blank: values.length }
}

/** 稳定的计数排序:次要的先排、主要的后排。没填的总在最后。 */
export const sortByRank = (rows: Int32Array, { ranks, blank }: Ranking, descending = false): Int32Array => {
  const counts = new Int32Array(blank + 2)
  const slotOf = (row: number): number => {
    const rank = ranks[row] ?? blank
    return rank === blank ? blank : descending ? blank - 1 - rank : rank
  }
  for (const row of rows) counts[slotOf(row) + 1] = (counts[slotOf(row) + 1] ?? 0) + 1
  for (let slot = 1; slot < counts.length; slot += 1) counts[slot] = (counts[slot] ?? 0) + (counts[slot - 1] ?? 0)
  const sorted = new Int32Array(rows.length)
  for (const row of rows) {
    const slot = slotOf(row)
    const place = counts[slot] ?? 0
    counts[slot] = place + 1
    sorted[place] = row
  }
  return sorted
}
