import { createHash } from 'node:crypto'
import { compareKey } from '../../domain/roster/clean-text.ts'
import type { HeaderColumn } from '../../domain/roster/map-headers.ts'

/** 一行表头的摘要:各列的位置与说法都相同才算同一种来源。 */
export const headerSignature = (columns: readonly HeaderColumn<string>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ index, header }) => [index, compareKey(header)])))
    .digest('hex')

/** 照记住的字段改定各列;列数对不上(不该有)的不用。 */
export const applyMapping = <F extends string>(columns: readonly HeaderColumn<F>[], fields: readonly (string | null)[] | null, known: ReadonlySet<string>): readonly HeaderColumn<F>[] | null => {
  if (fields === null || fields.length !== columns.length) return null
  return columns.map((column, place) => {
    const field = fields[place] ?? null
    return { ...column, field: field !== null && known.has(field) ? (field as F) : null }
  })
}
