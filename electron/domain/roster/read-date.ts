import { cleanCode } from './clean-text.ts'
import { plainCell, type SheetCell } from './sheet.ts'

/**
 * 名册里各种写法的日期。只到月的就留 `YYYY-MM`,从不补成 1 日;只有年份、两位数年份、分不清月份的一律算看不懂。
 */
export type DateReading =
  | { readonly ok: true; readonly value: string }
  /** year_only 只写了年;month_ambiguous 数值 2023.1 可能是 1 月也可能是 10 月。 */
  | { readonly ok: false; readonly reason: 'unreadable' | 'year_only' | 'month_ambiguous' }

const UNREADABLE = { ok: false, reason: 'unreadable' } as const
const YEAR_ONLY = { ok: false, reason: 'year_only' } as const
/** 1900-01-01 之前不会有在册党员;上限只用来识别,是否在将来由调用者判断。 */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

const dayReading = (year: number, month: number, day: number): DateReading => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = year >= FIRST_YEAR && year <= LAST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? { ok: true, value: `${year}-${pad(month)}-${pad(day)}` } : UNREADABLE
}
const monthReading = (year: number, month: number): DateReading =>
  year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 ? { ok: true, value: `${year}-${pad(month)}` } : UNREADABLE

/** Excel 日期序号;小于 2200 的整数当年份看(没有人的日期在 1906 年前)。 */
const SERIAL_MIN = 2200
const SERIAL_MAX = 73_415
/** 1904 系统的第 0 天在 1900 系统里的序号。 */
const DAYS_TO_1904 = 1462
const readSerial = (serial: number, is1904: boolean): DateReading => {
  const date = new Date(Date.UTC(1899, 11, 30) + (Math.floor(serial) + (is1904 ? DAYS_TO_1904 : 0)) * 86_400_000)
  return dayReading(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

const readNumber = (value: number, is1904: boolean): DateReading => {
  if (!Number.isFinite(value) || value <= 0) return UNREADABLE
  if (value >= FIRST_YEAR && value < LAST_YEAR + 1) {
    if (Number.isInteger(value)) return YEAR_ONLY
    const [year, decimals] = String(value).split('.') as [string, string]
    // 2023.10 存成数会丢掉末尾的零,与 2023.1 分不开。
    if (decimals === '1') return { ok: false, reason: 'month_ambiguous' }
    return decimals.length <= 2 ? monthReading(Number(year), Number(decimals)) : UNREADABLE
  }
  if (value >= SERIAL_MIN && value <= SERIAL_MAX) return readSerial(value, is1904)
  return Number.isInteger(value) ? readDigits(String(value), is1904) : UNREADABLE
}

const readDigits = (digits: string, is1904: boolean): DateReading => {
  if (digits.length === 8) return dayReading(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
  if (digits.length === 6) return monthReading(Number(digits.slice(0, 4)), Number(digits.slice(4)))
  if (digits.length === 5 && Number(digits) >= SERIAL_MIN && Number(digits) <= SERIAL_MAX) return readSerial(Number(digits), is1904)
  return digits.length === 4 ? YEAR_ONLY : UNREADABLE
}

/** 年、月、日(含「号」)与各种横线、斜线、点、顿号。 */
const YEAR_MARK = '[-/.,\\\\\\u2010-\\u2015\\u2212\\u3001\\u3002\\u00b7\\u5e74]'
const MONTH_MARK = '[-/.,\\\\\\u2010-\\u2015\\u2212\\u3001\\u3002\\u00b7\\u6708]'
const FULL = new RegExp(`^(\\d{4})${YEAR_MARK}(\\d{1,2})${MONTH_MARK}(\\d{1,2})[\\u65e5\\u53f7.]?(?:T?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?$`, 'i')
const MONTH = new RegExp(`^(\\d{4})${YEAR_MARK}(\\d{1,2})[\\u6708.]?(?:\\u4efd)?$`)
const YEAR = /^(\d{4})\u5e74?$/

/** 汉字数字(〇零一二三四五六七八九十)写的日期,如「二〇一五年七月一日」,换成阿拉伯数字再读。 */
const HAN_DIGITS = '\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d'
const digitOf = (character: string): string => (character === '\u96f6' || character === '\u25cb' ? '0' : String(HAN_DIGITS.indexOf(character)))
const HAN_DATE = new RegExp(`^([${HAN_DIGITS}\\u96f6\\u25cb]{4})\\u5e74([${HAN_DIGITS}\\u5341]{1,3})\\u6708(?:([${HAN_DIGITS}\\u5341]{1,3})[\\u65e5\\u53f7])?$`)
const smallNumber = (text: string): number => {
  const ten = text.indexOf('\u5341')
  if (ten < 0) return text.length === 1 ? Number(digitOf(text)) : Number.NaN
  const tens = ten === 0 ? 1 : Number(digitOf(text.slice(0, ten)))
  return tens * 10 + (ten === text.length - 1 ? 0 : Number(digitOf(text.slice(ten + 1))))
}

const readText = (raw: string, is1904: boolean): DateReading => {
  const { text } = cleanCode(raw)
  const full = FULL.exec(text)
  if (full !== null) return dayReading(Number(full[1]), Number(full[2]), Number(full[3]))
  const month = MONTH.exec(text)
  if (month !== null) return monthReading(Number(month[1]), Number(month[2]))
  if (/^\d+$/.test(text)) return readDigits(text, is1904)
  if (YEAR.test(text)) return YEAR_ONLY
  const han = HAN_DATE.exec(text)
  if (han === null) return UNREADABLE
  const [, yearText = '', monthText = '', dayText] = han
  const year = Number(Array.from(yearText, digitOf).join(''))
  return dayText === undefined ? monthReading(year, smallNumber(monthText)) : dayReading(year, smallNumber(monthText), smallNumber(dayText))
}

/** 读一个日期格子;空白格子由调用者先排除。@param is1904 没有日期格式的序号按 1904 系统换算。 */
export const readDate = (cell: SheetCell, is1904 = false): DateReading => {
  const value = plainCell(cell)
  if (typeof value === 'number') return readNumber(value, is1904)
  if (typeof value === 'string') return readText(value, is1904)
  if (value !== null && typeof value === 'object' && value.kind === 'date') return readText(value.text, is1904)
  return UNREADABLE
}

/** 前者确实早于后者;精度不同就只比共有的部分,相等不算早。 */
export const isBefore = (earlier: string, later: string): boolean => {
  const shared = Math.min(earlier.length, later.length)
  return earlier.slice(0, shared) < later.slice(0, shared)
}

/** 两个日期在共有的精度上相同(`1986-01` 与 `1986-01-17` 相符)。 */
export const agrees = (left: string, right: string): boolean => left.startsWith(right) || right.startsWith(left)

/** 加若干整年;2 月 29 日在平年取 28 日。只到月的仍只到月。 */
export const addYears = (date: string, years: number): string => {
  const year = pad(Number(date.slice(0, 4)) + years, 4)
  const rest = date.slice(4)
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return `${year}${rest === '-02-29' && !leap ? '-02-28' : rest}`
}
