/** 公历日期 `YYYY-MM-DD` 的加减;全部按日历算,与时区无关。 */
const toUtc = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`)
/** 四位数的年份写到 9999 年为止,再往后都算它的最后一天。 */
const LAST_DAY = '9999-12-31'
const toDay = (date: Date): string => (date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10))

export const isRealDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = toUtc(text)
  return !Number.isNaN(date.getTime()) && toDay(date) === text
}

export const addDays = (day: string, days: number): string => {
  const date = toUtc(day)
  date.setUTCDate(date.getUTCDate() + days)
  return toDay(date)
}

/** 加减月;目标月没有这一天时取月末(01-31 加一个月为 02-28)。只到月的日期仍只到月。 */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, dayOfMonth] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = (((index % 12) + 12) % 12) + 1
  if (targetYear > 9999) return LAST_DAY.slice(0, day.length)
  const head = `${String(targetYear).padStart(4, '0')}-${String(targetMonth).padStart(2, '0')}`
  if (dayOfMonth === undefined) return head
  const last = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate()
  return `${head}-${String(Math.min(dayOfMonth, last)).padStart(2, '0')}`
}

/** 星期:0 为周日。 */
export const weekdayOf = (day: string): number => toUtc(day).getUTCDay()

/** 两个日期相差几天(后减前)。 */
export const daysBetween = (from: string, to: string): number => Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / 86_400_000)
