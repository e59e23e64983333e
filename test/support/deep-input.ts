import fc from 'fast-check'
import type { z } from 'zod'
import type { Procedure } from '../../shared/contract/define.ts'
import { shapedInput } from './input-arbitrary.ts'

/** 契约里声明的范围项:点名组织,或点名某张表的一条记录。 */
export interface ScopeEntry {
  readonly organisation?: string
  readonly record?: 'organisation' | 'member' | 'meeting' | 'score_event' | 'veto_decision' | 'exemption'
  readonly key?: string
}
export const scopeEntries = ({ scope }: Procedure): readonly ScopeEntry[] => (typeof scope === 'string' ? [] : (scope as readonly ScopeEntry[]))
export const keyOfEntry = ({ organisation, key }: ScopeEntry): string => organisation ?? key ?? ''

type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/** 换掉 `a.b` 那一项;原来的不动。 */
export const withValue = (input: unknown, path: string, value: unknown): unknown => {
  const [first = '', ...rest] = path.split('.')
  if (!isBag(input)) return input
  return { ...input, [first]: rest.length === 0 ? value : withValue(input[first], rest.join('.'), value) }
}

/**
 * 过得了核对的输入,按形状造出来,每次一样。
 *
 * @param known 标识、代码一类的从这里取。
 * @returns 至多 count 个;造不出来为空,由调用者当作失败。
 */
export const validInputs = (procedure: Procedure, known: readonly string[], count: number, seed: number): unknown[] => {
  const schema = procedure.input as z.ZodType
  const found: unknown[] = []
  const seen = new Set<string>()
  for (let round = 0; found.length < count && round < 8; round++) {
    for (const input of fc.sample(shapedInput(schema, known), { numRuns: 150, seed: seed + round })) {
      const text = JSON.stringify(input)
      if (found.length >= count || seen.has(text) || !schema.safeParse(input).success) continue
      seen.add(text)
      found.push(input)
    }
    // 只有一种写法的(没有输入项)不必再找。
    if (seen.size === 1 && round > 0) break
  }
  return found
}
