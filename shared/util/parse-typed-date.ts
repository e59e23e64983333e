import { dateWords } from '../i18n/zh-CN/date-words.ts'
import { addDays, isRealDay, weekdayOf } from './day-arithmetic.ts'

export interface TypedDateOptions {
  /** 今天 `YYYY-MM-DD`。 */
  readonly today: string
  /** 没写年份时用哪一年;缺省为今天所在的年。 */
  readonly workingYear?: number | undefined
  /** 允许只到月(`2006-12`);档案里常见,不补成 1 日。 */
  readonly monthAllowed?: boolean | undefined
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
const dayText = (year: number, month: number, day: number): string | null => {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return year >= 1900 && year <= 2200 && isRealDay(text) ? text : null
}
const monthText = (year: number, month: number): string | null => (year >= 1900 && year <= 2200 && month >= 1 && month <= 12 ? `${pad(year, 4)}-${pad(month, 2)}` : null)

/** 全角数字与标点换成半角,去掉空白。 */
const normalise = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replaceAll(dateWords.fullStop, '.')

const fromWords = (text: string, today: string): string | null => {
  const is = (words: readonly string[]): boolean => words.includes(text)
  if (text === '.' || is(dateWords.today)) return today
  if (is(dateWords.yesterday)) return addDays(today, -1)
  if (is(dateWords.dayBefore)) return addDays(today, -2)
  if (is(dateWords.tomorrow)) return addDays(today, 1)
  for (const [words, weeks] of [
    [dateWords.lastWeek, -1],
    [dateWords.thisWeek, 0],
  ] as const) {
    const lead = words.find((word) => text.startsWith(word) && text.length === word.length + 1)
    const index = lead === undefined ? -1 : dateWords.weekdays.findIndex((marks) => marks.includes(text.slice(-1)))
    if (index >= 0) {
      // 一周从周一算起。
      const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
      return addDays(monday, weeks * 7 + index)
    }
  }
  return null
}

/**
 * 认人手打的日期:`1120`、`11-20`、`11.20`、`20261120`、`2026年11月20日`、`今天`、`上周五`、`.`。
 * 两位年份不猜,不存在的日子不凑。
 *
 * @returns `YYYY-MM-DD`;允许时也可能是 `YYYY-MM`;认不出为 null。
 */
export const parseTypedDate = (typed: string, { today, workingYear, monthAllowed = false }: TypedDateOptions): string | null => {
  const text = normalise(typed)
  if (text === '') return null
  const year = workingYear ?? Number(today.slice(0, 4))
  const spoken = fromWords(text, today)
  if (spoken !== null) return spoken

  const marked = text
    .replace(dateWords.year, '-')
    .replace(dateWords.month, '-')
    .replace(new RegExp(`[${dateWords.dayMarks}]$`), '')
    .replace(/[./\\_]/g, '-')
    .replace(/-$/, '')
  const parts = marked.split('-')
  if (parts.every((part) => /^\d+$/.test(part))) {
    const [first = '', second = '', third = ''] = parts
    if (parts.length === 3 && first.length === 4 && second.length <= 2 && third.length <= 2) return dayText(Number(first), Number(second), Number(third))
    if (parts.length === 2 && first.length === 4 && second.length <= 2) return monthAllowed ? monthText(Number(first), Number(second)) : null
    if (parts.length === 2 && first.length <= 2 && second.length <= 2) return dayText(year, Number(first), Number(second))
    if (parts.length === 1) {
      if (first.length === 8) return dayText(Number(first.slice(0, 4)), Number(first.slice(4, 6)), Number(first.slice(6)))
      if (first.length === 6 && monthAllowed) return monthText(Number(first.slice(0, 4)), Number(first.slice(4)))
      if (first.length === 4) return dayText(year, Number(first.slice(0, 2)), Number(first.slice(2)))
      if (first.length === 3) return dayText(year, Number(first.slice(0, 1)), Number(first.slice(1)))
    }
  }
  return null
}
