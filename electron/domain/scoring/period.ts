// 周期与日期,全部用文本与整数运算,不经过时区与时钟。
import { assertNever } from '../../../shared/util/assert-never.ts'
import type { WindowName } from './rule.ts'
import type { IndicatorPeriod } from './scheme.ts'
import { ScoringError } from './scoring-error.ts'

export interface Period {
  readonly text: string
  readonly kind: IndicatorPeriod
  readonly year: string
  readonly firstMonth: number
  readonly lastMonth: number
  readonly from: string
  readonly to: string
}

export interface DateWindow {
  readonly from: string
  readonly to: string
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const QUARTER = /^(\d{4})-Q([1-4])$/
const YEAR = /^\d{4}$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function two(value: number): string {
  return value.toString().padStart(2, '0')
}

function monthSpan(year: string, first: number, last: number): DateWindow {
  return {
    from: `${year}-${two(first)}-01`,
    to: `${year}-${two(last)}-${two(daysInMonth(Number(year), last))}`,
  }
}

function build(text: string, kind: IndicatorPeriod, year: string, firstMonth: number, lastMonth: number): Period {
  return { text, kind, year, firstMonth, lastMonth, ...monthSpan(year, firstMonth, lastMonth) }
}

/** 读入 2025-03、2025-Q1 或 2025。 */
export function parsePeriod(value: unknown): Period {
  const text = String(value)
  const month = MONTH.exec(text)
  if (month !== null) {
    const number = Number(month[2])
    return build(text, 'month', month[1] ?? '', number, number)
  }
  const quarter = QUARTER.exec(text)
  if (quarter !== null) {
    const last = Number(quarter[2]) * 3
    return build(text, 'quarter', quarter[1] ?? '', last - 2, last)
  }
  if (YEAR.test(text)) return build(text, 'year', text, 1, 12)
  throw new ScoringError('BAD_PERIOD', text)
}

/** 只取日期部分;不是真实日期时返回 null。 */
export function readDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const match = DATE.exec(value)
  if (match === null) return null
  const month = Number(match[2])
  const day = Number(match[3])
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(Number(match[1]), month)) return null
  return value.slice(0, 10)
}

/** 自公元 0 年 3 月 1 日起的天数(三月起算的历法公式)。 */
function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7))
  const shifted = month > 2 ? month - 3 : month + 9
  const year = Number(date.slice(0, 4)) - (month > 2 ? 0 : 1)
  const century = Math.floor(year / 100)
  return (
    365 * year +
    Math.floor(year / 4) -
    century +
    Math.floor(century / 4) +
    Math.floor((153 * shifted + 2) / 5) +
    Number(date.slice(8, 10))
  )
}

/** 两个有效日期相隔的天数:后减前。 */
export function daysBetween(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier)
}

/** 时间窗:包含周期最后一天的自然季、半年、年;ytd 是年初到周期最后一天。两端都算在内。 */
export function windowOf(period: Period, name: WindowName): DateWindow {
  switch (name) {
    case 'period':
      return { from: period.from, to: period.to }
    case 'quarter': {
      const last = Math.ceil(period.lastMonth / 3) * 3
      return monthSpan(period.year, last - 2, last)
    }
    case 'half':
      return period.lastMonth <= 6 ? monthSpan(period.year, 1, 6) : monthSpan(period.year, 7, 12)
    case 'year':
      return monthSpan(period.year, 1, 12)
    case 'ytd':
      return { from: `${period.year}-01-01`, to: period.to }
    default:
      return assertNever(name)
  }
}
