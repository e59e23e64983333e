const LEAP_DAY = '02-29'
const BEFORE_LEAP_DAY = '02-28'

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** 某年的政治生日 `YYYY-MM-DD`:入党日期(支部大会通过接收为预备党员之日)的月日;2-29 在平年按 2-28。只知道月份或未填为 null。 */
export const partyBirthdayIn = (joinedOn: string | null, year: number): string | null => {
  if (joinedOn === null || joinedOn.length < 10) return null
  const monthDay = joinedOn.slice(5)
  return `${String(year).padStart(4, '0')}-${monthDay === LEAP_DAY && !isLeapYear(year) ? BEFORE_LEAP_DAY : monthDay}`
}

/**
 * 党龄(整年):自转正之日起算(发展党员工作细则第三十四条),不从入党日期算。
 *
 * @param regularOn `YYYY-MM-DD`,或只到月(到了当月即算满);未转正为 null。
 * @param day 算到哪一天 `YYYY-MM-DD`。
 * @returns 未转正(含转正日期在 day 之后)为 null。
 */
export const partyStandingYears = (regularOn: string | null, day: string): number | null => {
  if (regularOn === null || regularOn > day) return null
  const year = Number(day.slice(0, 4))
  const years = year - Number(regularOn.slice(0, 4))
  const anniversary = partyBirthdayIn(regularOn, year) ?? `${day.slice(0, 4)}-${regularOn.slice(5, 7)}`
  return anniversary <= day ? years : years - 1
}
