/** 月与季的起止,全部用文本与整数,不经过时区。 */
const two = (value: number): string => String(value).padStart(2, '0')

const lastDayOfMonth = (year: number, month: number): string => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return `${year}-${two(month)}-${days}`
}

export interface NormPeriod {
  /** `2026-03`、`2026-Q1`、`2026-H1`、`2026`。 */
  readonly period: string
  readonly months: readonly string[]
  readonly firstDay: string
  /** 期限:周期最后一天。 */
  readonly dueDay: string
}

export const monthsOf = (year: number): NormPeriod[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${two(index + 1)}`
    return { period: month, months: [month], firstDay: `${month}-01`, dueDay: lastDayOfMonth(year, index + 1) }
  })

export const quartersOf = (year: number): NormPeriod[] => {
  const months = monthsOf(year)
  return [0, 1, 2, 3].map((index) => {
    const inside = months.slice(index * 3, index * 3 + 3)
    return {
      period: `${year}-Q${index + 1}`,
      months: inside.map((month) => month.period),
      firstDay: `${year}-${two(index * 3 + 1)}-01`,
      dueDay: lastDayOfMonth(year, index * 3 + 3),
    }
  })
}

/** 半年 `2026-H1`。 */
export const halvesOf = (year: number): NormPeriod[] => {
  const months = monthsOf(year)
  return [0, 1].map((index) => {
    const inside = months.slice(index * 6, index * 6 + 6)
    return { period: `${year}-H${index + 1}`, months: inside.map((month) => month.period), firstDay: `${year}-${two(index * 6 + 1)}-01`, dueDay: lastDayOfMonth(year, index * 6 + 6) }
  })
}
export const yearOf = (year: number): NormPeriod[] => [{ period: String(year), months: monthsOf(year).map((month) => month.period), firstDay: `${year}-01-01`, dueDay: `${year}-12-31` }]

export type NormCycle = 'month' | 'quarter' | 'half_year' | 'year'
const CALENDARS = { month: monthsOf, quarter: quartersOf, half_year: halvesOf, year: yearOf } as const satisfies Record<NormCycle, (year: number) => NormPeriod[]>
export const periodsOf = (cycle: NormCycle, year: number): NormPeriod[] => CALENDARS[cycle](year)

/** 这一天所在的季度,1 到 4。 */
export const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3)

/**
 * 记录变动影响哪些月的得分:本月,以及同季度里之后的月(按季要求的事项在季内各月都会看到它)。
 *
 * @param day `YYYY-MM-DD`。
 * @returns 月份 `YYYY-MM`。
 */
export const monthsTouchedBy = (day: string): string[] => {
  const month = Number(day.slice(5, 7))
  const last = quarterOf(day) * 3
  return Array.from({ length: last - month + 1 }, (_, index) => `${day.slice(0, 4)}-${two(month + index)}`)
}
