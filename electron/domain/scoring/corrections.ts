// 更正:追加的记录,不改旧账。批准的按序号依次生效,每条生成一个新修订;
// 未批准的、关账后没有具名重开人的,列出而不生效。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { ScoringError } from './scoring-error.ts'
import { evaluatePrepared } from './evaluate.ts'
import type { PeriodInput } from './input.ts'
import type { PreparedScheme } from './prepare-scheme.ts'
import type { PeriodResult } from './result.ts'
import type { Opt } from './scheme.ts'

export interface Correction {
  readonly seq: number
  readonly at?: Opt<string>
  readonly state?: Opt<string>
  readonly op?: Opt<'set' | 'remove' | 'append'>
  /** 指向输入内部的 JSON 指针。 */
  readonly path: string
  readonly value?: unknown
  readonly reopenedBy?: Opt<string>
}

export interface Revision {
  readonly revision: number
  readonly seq: number | null
  readonly input: PeriodInput
  readonly result: PeriodResult
}

export interface CorrectionOutcome {
  readonly revisions: readonly Revision[]
  readonly skipped: readonly { readonly seq: number; readonly why: string }[]
}

function parsePointer(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

type Change = (existing: unknown) => unknown

/** 沿途没有的对象现建;原来的输入不动,只复制走过的路。 */
function changeAt(node: unknown, path: readonly string[], change: Change): unknown {
  const [head, ...rest] = path
  if (head === undefined) return change(node)
  if (Array.isArray(node)) {
    const copy: unknown[] = [...node]
    // “-”与越界的序号都指末尾之后,不留空洞;不是序号的不改任何东西。
    const index = head === '-' ? copy.length : Math.min(Number(head), copy.length)
    if (!Number.isInteger(index) || index < 0) return copy
    const next = changeAt(copy[index], rest, change)
    if (next === undefined) copy.splice(index, 1)
    else copy[index] = next
    return copy
  }
  const entries = new Map<string, unknown>(typeof node === 'object' && node !== null ? Object.entries(node) : [])
  const next = changeAt(entries.get(head), rest, change)
  if (next === undefined) entries.delete(head)
  else entries.set(head, next)
  return Object.fromEntries(entries)
}

function appended(existing: unknown, value: unknown): unknown {
  return Array.isArray(existing) ? [...existing, value] : [value]
}

function changeOf(correction: Correction): Change {
  const op = correction.op ?? 'set'
  switch (op) {
    case 'set':
      return () => correction.value
    case 'append':
      return (existing) => appended(existing, correction.value)
    case 'remove':
      return () => undefined
    default:
      return assertNever(op)
  }
}

export function applyCorrection(input: PeriodInput, correction: Correction): PeriodInput {
  const changed = changeAt(input, parsePointer(correction.path), changeOf(correction))
  // 指针走到哪里就改哪里,形状由评价入口再检查;这里只保证仍是一个带周期的对象。
  if (typeof changed !== 'object' || changed === null || !('period' in changed)) {
    throw new ScoringError('BAD_PERIOD', correction.path)
  }
  return changed as PeriodInput
}

/** 不生效的原因:状态本身,或 closed(关账后没有重开人)。 */
function whySkipped(correction: Correction, closedAt: Opt<string>): string | null {
  const state = correction.state ?? 'pending'
  if (state !== 'approved') return state
  const isLate = closedAt !== null && closedAt !== undefined && (correction.at ?? '') > closedAt
  const isReopened = correction.reopenedBy !== null && correction.reopenedBy !== undefined && correction.reopenedBy !== ''
  return isLate && !isReopened ? 'closed' : null
}

export function applyCorrections(
  prepared: PreparedScheme,
  input: PeriodInput,
  corrections: readonly Correction[],
  closedAt?: Opt<string>,
): CorrectionOutcome {
  const revisions: Revision[] = [{ revision: 0, seq: null, input, result: evaluatePrepared(prepared, input) }]
  const skipped: { seq: number; why: string }[] = []
  let current = input
  for (const correction of [...corrections].sort((a, b) => a.seq - b.seq)) {
    const why = whySkipped(correction, closedAt)
    if (why !== null) {
      skipped.push({ seq: correction.seq, why })
      continue
    }
    current = applyCorrection(current, correction)
    const result = evaluatePrepared(prepared, current)
    revisions.push({ revision: revisions.length, seq: correction.seq, input: current, result })
  }
  return { revisions, skipped }
}
