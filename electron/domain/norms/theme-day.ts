import { BY_DATE, BY_WEEKDAY, NUMBERS, ORDINAL_MARK, TEN, WEEKDAYS, LAST_WORDS } from '../../data/calendar/theme-day-words.ts'
import { addDays, weekdayOf } from '../../../shared/util/day-arithmetic.ts'

/** 支部固定的主题党日:每月几号,或每月第几个星期几(最后一个为 5 之后往前数,记作 -1)。 */
export type FixedDay = { readonly kind: 'date'; readonly date: number } | { readonly kind: 'weekday'; readonly nth: number; readonly weekday: number }

const LAST = -1
const lastOfMonth = (month: string): number => Number(addDays(`${nextMonth(month)}-01`, -1).slice(8))
const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}
const numberOf = (text: string): number => NUMBERS[text] ?? Number(text)
const ordinal = (text: string): number => (LAST_WORDS.includes(text) ? LAST : numberOf(text.replace(ORDINAL_MARK, '')))
/** 二十五写成 25;读不懂为 NaN。 */
const dateNumber = (text: string): number => {
  if (!text.includes(TEN)) return numberOf(text)
  const [tens = '', ones = ''] = text.split(TEN)
  return (tens === '' ? 1 : numberOf(tens)) * 10 + (ones === '' ? 0 : numberOf(ones))
}

/** 读支部资料里「固定主题党日」那一栏,如「每月第一个周五」「每月 10 日」;读不懂为 null(照月末)。 */
export const readThemeDay = (text: string): FixedDay | null => {
  const plain = text.replaceAll(/\s/g, '')
  const byWeek = BY_WEEKDAY.exec(plain)
  if (byWeek !== null) return { kind: 'weekday', nth: ordinal(byWeek[1] ?? ''), weekday: WEEKDAYS[byWeek[2] ?? ''] ?? 0 }
  const date = dateNumber(BY_DATE.exec(plain)?.[1] ?? 'none')
  return date >= 1 && date <= 31 ? { kind: 'date', date } : null
}

/** 某月的那一天;没有 31 日的月份取月末,没有第五个的取最后一个。 */
export const fixedDayIn = (fixed: FixedDay, month: string): string => {
  const last = lastOfMonth(month)
  const dayOf = (date: number): string => `${month}-${String(date).padStart(2, '0')}`
  if (fixed.kind === 'date') return dayOf(Math.min(fixed.date, last))
  const first = 1 + ((fixed.weekday - weekdayOf(dayOf(1)) + 7) % 7)
  const wanted = fixed.nth === LAST ? first + 28 : first + (fixed.nth - 1) * 7
  return dayOf(wanted > last ? wanted - 7 : wanted)
}
