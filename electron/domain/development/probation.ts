import { addMonths } from '../../../shared/util/day-arithmetic.ts'

const YEAR = 12
const LEAST_EXTENSION = 6
const MOST_EXTENSION = 12
const MOST_POSTPONEMENT = 6

/** 满一年按自然年推(2024-03-15 → 2025-03-15);2-29 的在平年为 2-28。不用 365 天。 */
export const addYear = (day: string): string => addMonths(day, YEAR)

/** 满十八岁的那一天;只知道出生月份的,按当月最后一天出生算不出来,取次月一日前为准:当月之后才算满。 */
export const adultOn = (birth: string): string => {
  const grown = addMonths(birth, 18 * YEAR)
  return birth.length === 10 ? grown : `${addMonths(grown, 1)}-01`
}

/** 预备期满日:自支部大会通过之日起一年(DEV-02),延长过的到延长的那天。 */
export const probationEnd = (joinedOn: string, extendedUntil: string | null): string => extendedUntil ?? addYear(joinedOn)

export type ExtensionVerdict = 'ok' | 'too_short' | 'too_long' | 'already_extended'
/** 延长预备期(DEV-03):只能一次,六个月到一年。 */
export const judgeExtension = (joinedOn: string, until: string, alreadyExtended: boolean): ExtensionVerdict => {
  if (alreadyExtended) return 'already_extended'
  const end = addYear(joinedOn)
  if (until < addMonths(end, LEAST_EXTENSION)) return 'too_short'
  return until > addMonths(end, MOST_EXTENSION) ? 'too_long' : 'ok'
}
/** 转入的预备党员推迟讨论转正(DEV-04):不超过六个月。 */
export const canPostpone = (end: string, until: string): boolean => until > end && until <= addMonths(end, MOST_POSTPONEMENT)
