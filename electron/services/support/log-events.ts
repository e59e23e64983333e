/**
 * 日志里会出现的事,一张固定的表:日志不收任何现编的话(F53、F69)。
 * 新的事加在这里;值一律走 LogFacts 里有形状的字段。
 */
export const LOG_EVENTS = [
  'program started',
  'program crashed',
  'procedure failed',
  'slow procedure',
  'push listener failed',
  'store closed badly',
  'recent workspaces not saved',
  'workspace not opened at start',
  'session not audited',
  'os lock refused',
  'disk full, reserve released',
  'os lock failed',
  'backup failed',
  'backup listener failed',
  'drill failed',
  'background work failed',
  'print failed',
  'start failed',
  'reading thread crashed',
] as const
export type LogEvent = (typeof LOG_EVENTS)[number]

export const LOG_LEVELS = ['info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * 允许写进日志的值,别的一概没有:代码、标识、计数、毫秒、过程路径、追踪号、版本。
 * 形状在写出时再核一遍(log-line.ts),对不上的整项不写,只记「少写了几项」。
 */
export interface LogFacts {
  /** 请求编号,UUID;与给用户看的编号相同。 */
  readonly traceId?: string
  /** 契约里有的过程路径,如 `members.save`。 */
  readonly path?: string
  /** 错误代码:本程序的、SQLite 的、系统的。 */
  readonly code?: string
  /** 契约里有的事件名,如 `members.changed`。 */
  readonly push?: string
  readonly milliseconds?: number
  readonly count?: number
  readonly megabytes?: number
  readonly schemaVersion?: number
  /** 程序版本,如 `0.1.0`。 */
  readonly version?: string
  /** 构建号。 */
  readonly build?: string
  readonly node?: string
  readonly platform?: string
}
