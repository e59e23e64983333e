import { createHash } from 'node:crypto'
import { compareKey } from '../../domain/roster/clean-text.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { HeaderColumn } from '../../domain/roster/map-headers.ts'

/** 一行表头的摘要:各列的位置与说法都相同才算同一种来源。 */
export const headerSignature = (columns: readonly HeaderColumn<string>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ index, header }) => [index, compareKey(header)])))
    .digest('hex')

/** 两列对到同一项、对到没有的项,或没有一列对到姓名(名称),都没法用。@throws DeclaredFailure MAPPING_UNUSABLE */
export const requireUsable = (fields: readonly (string | null)[], known: ReadonlySet<string>): void => {
  const used = fields.flatMap((field) => (field === null || field === 'sequence' ? [] : [field]))
  const twice = used.find((field, place) => used.indexOf(field) !== place)
  const unknown = used.find((field) => !known.has(field))
  const wrong = unknown ?? twice ?? (used.includes('name') ? null : 'name')
  if (wrong !== null) failWith('MAPPING_UNUSABLE', { field: wrong })
}

/** 照记住的字段改定各列;列数对不上(不该有)的不用。 */
export const applyMapping = <F extends string>(columns: readonly HeaderColumn<F>[], fields: readonly (string | null)[] | null, known: ReadonlySet<string>): readonly HeaderColumn<F>[] | null => {
  if (fields === null || fields.length !== columns.length) return null
  return columns.map((column, place) => {
    const field = fields[place] ?? null
    return { ...column, field: field !== null && known.has(field) ? (field as F) : null }
  })
}
