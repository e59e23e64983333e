import { z } from 'zod'
import { firstDifference } from '../domain/scoring/golden/compare.ts'
import { GOLDEN_KINDS, runCase } from '../domain/scoring/golden/run-case.ts'

export interface CaseOutcome {
  readonly id: string
  readonly kind: string
  /** 第一处不同;相符为 null。 */
  readonly difference: string | null
}

const caseSchema = z.looseObject({ id: z.string(), kind: z.string(), expected: z.unknown().optional(), scheme: z.unknown().optional() })

const judge = (golden: z.infer<typeof caseSchema> & { readonly input: unknown }): string | null => {
  if (!GOLDEN_KINDS.includes(golden.kind)) return `unknown kind ${golden.kind}`
  if (golden.expected === undefined) return 'case has no expected result'
  try {
    return firstDifference(golden.expected, runCase(golden))
  } catch (error) {
    return `engine stopped: ${error instanceof Error ? error.message : String(error)}`
  }
}

/**
 * 核对一个案例。读不懂的、引擎不认识的种类、引擎停下来的,都算没过。
 *
 * @param fileName 只用来在读不懂时指出是哪个。
 * @param kinds 只跑这几类;不在其中的返回 null。
 */
export const runGoldenCase = (fileName: string, text: string, kinds: readonly string[] | null): CaseOutcome | null => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { id: fileName, kind: 'unreadable', difference: 'not JSON' }
  }
  const golden = caseSchema.safeParse(raw)
  if (!golden.success) return { id: fileName, kind: 'unreadable', difference: 'not a case' }
  const { id, kind } = golden.data
  return kinds !== null && !kinds.includes(kind) ? null : { id, kind, difference: judge({ ...golden.data, input: golden.data['input'] }) }
}
