/** 示例年份与「今天」:示例企业的一切日期都以此为准,不看本机时钟。 */
export const sampleYear = 2026
export const sampleReferenceDay = '2026-11-20'
/** 记录做到哪天为止;之后的会还没开。 */
export const sampleLastMeetingDay = '2026-11-15'

/** 2026 年各节放假日(两端都含);会议遇节假日、周末顺到其后的工作日。 */
export const sampleHolidays: readonly (readonly [first: string, last: string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]

/** 年内转入别的支部的人:原支部代码、在原支部名册第几位(从 1 数)、新支部代码、自哪天起。 */
export const sampleTransfers: readonly { readonly from: string; readonly position: number; readonly to: string; readonly day: string }[] = [
  { from: '002', position: 12, to: '006', day: '2026-06-01' },
  { from: '013', position: 12, to: '011', day: '2026-08-10' },
  { from: '017', position: 12, to: '020', day: '2026-04-20' },
]
