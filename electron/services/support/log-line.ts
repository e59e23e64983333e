import { z } from 'zod'
import { DEEPEST_CAUSE, ERROR_NAME, errorFacts, FRAME, ISSUE_CODES, MOST_FRAMES, MOST_ISSUES } from './error-facts.ts'
import { isErrorCode, isEventName, isProcedurePath } from './known-names.ts'
import { LOG_EVENTS, LOG_LEVELS, type LogEvent, type LogFacts, type LogLevel } from './log-events.ts'

/** 计数与毫秒:装不下证号、电话。 */
const amount = z.int().min(0).max(999_999_999)

const errorShape = (depth: number): z.ZodType =>
  z.strictObject({
    name: z.string().regex(ERROR_NAME),
    code: z.string().refine(isErrorCode).optional(),
    frames: z.array(z.string().regex(FRAME)).max(MOST_FRAMES),
    issues: z.array(z.enum(ISSUE_CODES)).max(MOST_ISSUES).optional(),
    ...(depth < DEEPEST_CAUSE ? { cause: errorShape(depth + 1).optional() } : {}),
  })

/** 允许的字段与各自的形状:这是一张「只许这些」的表,不是「抹掉那些」的表。 */
const FACTS = {
  traceId: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  path: z.string().refine(isProcedurePath),
  code: z.string().refine(isErrorCode),
  push: z.string().refine(isEventName),
  milliseconds: amount,
  count: amount,
  megabytes: amount,
  schemaVersion: amount,
  version: z.string().regex(/^\d{1,3}(\.\d{1,4}){2}(-[a-z]{1,10})?$/),
  build: z.string().regex(/^[0-9a-f]{12}$/),
  node: z.string().regex(/^\d{1,3}(\.\d{1,4}){2}$/),
  platform: z.enum(['linux', 'win32', 'darwin']),
  error: errorShape(0),
} as const satisfies Readonly<Record<keyof LogFacts | 'error', z.ZodType>>
type FactName = keyof typeof FACTS

const optionalFacts = Object.fromEntries(Object.entries(FACTS).map(([name, shape]) => [name, shape.optional()]))
const lineShape = z.strictObject({ at: z.iso.datetime(), level: z.enum(LOG_LEVELS), event: z.enum(LOG_EVENTS), ...optionalFacts, withheld: z.int().min(1).max(99).optional() })

export interface LogLine {
  /** ISO 时刻,UTC。 */
  readonly at: string
  readonly level: LogLevel
  readonly event: LogEvent
  /** 形状不对、没有写出来的项数。 */
  readonly withheld?: number
}

/** 造一行:每一项先核形状,不合的不写;不认识的项根本没有地方放。 */
export const composeLine = (now: number, level: LogLevel, event: LogEvent, facts: LogFacts & { readonly error?: unknown } = {}): LogLine => {
  const given: readonly (readonly [string, unknown])[] = Object.entries(facts).filter(([, value]) => value !== undefined)
  const kept = given.flatMap(([name, value]) => {
    if (!Object.hasOwn(FACTS, name)) return []
    const checked = FACTS[name as FactName].safeParse(name === 'error' ? errorFacts(value) : value)
    return checked.success ? [[name, checked.data] as const] : []
  })
  const withheld = Math.min(given.length - kept.length, 99)
  return { at: new Date(now).toISOString(), level, event, ...Object.fromEntries(kept), ...(withheld === 0 ? {} : { withheld }) }
}

/** 读回一行:旧版本写的、被人改过的,形状不合就不要。 */
export const readLine = (text: string): LogLine | null => {
  try {
    const read = lineShape.safeParse(JSON.parse(text))
    return read.success ? (read.data as LogLine) : null // 形状与 LogLine 同一张表
  } catch {
    return null
  }
}
