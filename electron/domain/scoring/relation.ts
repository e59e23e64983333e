// 两次评价的关系:相等、不低于、不高于、更高(后者对前者),用来检验不变式与做推演。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { compare, parseNumber } from './rational.ts'
import type { PeriodResult } from './result.ts'

export type Relation = 'equal' | 'not_less' | 'not_greater' | 'greater'

export interface RelationResult {
  readonly a: string | null
  readonly b: string | null
  readonly holds: boolean
}

/** 字段可以写成 dimensions.mgmt.ratio 这样的路径。 */
function readField(result: PeriodResult, field: string): string | null {
  let node: unknown = result
  for (const part of field.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return null
    node = Reflect.get(node, part)
  }
  return typeof node === 'string' ? node : typeof node === 'number' ? String(node) : null
}

function holdsFor(relation: Relation, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return relation === 'equal' && a === b
  if (relation === 'equal' && a === b) return true
  const sign = compare(parseNumber(b), parseNumber(a))
  switch (relation) {
    case 'equal':
      return sign === 0
    case 'not_less':
      return sign >= 0
    case 'not_greater':
      return sign <= 0
    case 'greater':
      return sign > 0
    default:
      return assertNever(relation)
  }
}

/** 同名行的精确值相同;维度的先后不论。 */
function haveEqualLines(a: PeriodResult, b: PeriodResult): boolean {
  const other = new Map(b.lines.map((line) => [line.key, line.exact]))
  return a.lines.length === b.lines.length && a.lines.every((line) => other.get(line.key) === line.exact)
}

export function relate(
  a: PeriodResult,
  b: PeriodResult,
  relation: Relation,
  field = 'totalExact',
  withLines = false,
): RelationResult {
  const left = readField(a, field)
  const right = readField(b, field)
  const holds = holdsFor(relation, left, right) && (!withLines || haveEqualLines(a, b))
  return { a: left, b: right, holds }
}
