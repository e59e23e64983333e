import { describe, expect, it } from 'vitest'
import { STATE_COUNCIL_YEARS } from '../../data/calendar/state-council.ts'
import { expandBuiltIn } from './built-in-year.ts'
import { readCalendarText } from './read-calendar-text.ts'
import { addWorkingDays, buildCalendar, countWorkingDays, isWorkingDay } from './working-days.ts'

const calendar = buildCalendar(STATE_COUNCIL_YEARS.map((given) => ({ year: given.year, days: expandBuiltIn(given) })))

describe('自带的三年', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i 年工作日 %i 天(扣除周末与放假,加上调休)', (year, count) => {
    expect(countWorkingDays(calendar, `${year}-01-01`, `${year}-12-31`)).toEqual({ count, unloadedYears: [] })
  })
  it.each([
    ['2024-02-09', true, '除夕,2024 年没有列入放假'],
    ['2024-02-10', false, '初一'],
    ['2024-02-18', true, '周日调休上班'],
    ['2025-01-26', true, '周日调休上班'],
    ['2025-10-08', false, '国庆、中秋连休第八天'],
    ['2026-01-02', false, '周五,元旦连休'],
    ['2026-01-04', true, '周日调休上班'],
    ['2026-02-14', true, '周六调休上班'],
    ['2026-02-23', false, '周一,春节第九天'],
    ['2026-09-20', true, '周日调休上班'],
    ['2026-11-21', false, '平常的周六'],
    ['2026-11-23', true, '平常的周一'],
  ])('%s 上班=%s:%s', (day, expected) => expect(isWorkingDay(calendar, day)).toBe(expected))
  it('调休上班的都是周末,放假的不与上班重', () => {
    for (const given of STATE_COUNCIL_YEARS) {
      const days = expandBuiltIn(given)
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      const plain = buildCalendar([{ year: given.year, days: [] }])
      for (const { day, kind } of days) if (kind === 'workday') expect(isWorkingDay(plain, day), day).toBe(false)
    }
  })
})

describe('之后第几个工作日', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20', '零个就是当天'],
    ['2026-11-20', 1, '2026-11-23', '周五之后是周一'],
    ['2026-11-15', 5, '2026-11-20', '自周一起公示五个工作日,止于周五'],
    ['2026-02-13', 1, '2026-02-14', '周六调休上班'],
    ['2026-02-13', 2, '2026-02-24', '隔着九天春节'],
    ['2024-02-28', 2, '2024-03-01', '闰日也上班'],
    ['2025-12-31', 1, '2026-01-04', '跨年'],
  ])('%s 之后第 %i 个是 %s:%s', (from, count, day) => expect(addWorkingDays(calendar, from, count)).toEqual({ day, unloadedYears: [] }))
  it('没有装入的年份只按周末算,并说出是哪一年', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-01', unloadedYears: [2027] })
  })
})

describe('首尾之间有几个工作日', () => {
  it.each([
    ['2026-11-16', '2026-11-20', 5, '周一到周五'],
    ['2026-11-16', '2026-11-22', 5, '周末不增'],
    ['2026-09-28', '2026-10-08', 4, '夹着国庆'],
    ['2026-11-20', '2026-11-20', 1, '当天'],
    ['2026-11-21', '2026-11-22', 0, '都是周末'],
    ['2026-11-20', '2026-11-19', 0, '倒着没有'],
  ])('%s 到 %s 是 %i 个:%s', (first, last, count) => expect(countWorkingDays(calendar, first, last)).toEqual({ count, unloadedYears: [] }))
  it('往前往后都要装入', () => expect(countWorkingDays(calendar, '2023-12-29', '2024-01-02')).toEqual({ count: 2, unloadedYears: [2023] }))
})

describe('读粘贴来的安排', () => {
  it.each([
    ['2027-01-01 元旦 放假', [['2027-01-01', 'holiday', '元旦']]],
    ['2027年2月6日（星期六） 春节 上班', [['2027-02-06', 'workday', '春节']]],
    ['1月1日至1月3日放假，元旦', [['2027-01-01', 'holiday', '元旦'], ['2027-01-02', 'holiday', '元旦'], ['2027-01-03', 'holiday', '元旦']]],
    ['2027/2/6,2027/2/20,春节,上班', [['2027-02-06', 'workday', '春节'], ['2027-02-20', 'workday', '春节']]],
    ['２０２７．５．１　劳动节　休', [['2027-05-01', 'holiday', '劳动节']]],
  ] as const)('%s', (text, expected) => {
    expect(readCalendarText(2027, text).days.map(({ day, kind, name }) => [day, kind, name])).toEqual(expected)
  })
  it.each([
    ['2027-02-30 放假', 'no_date'],
    ['2026-01-01 放假', 'wrong_year'],
    ['2027-01-01 元旦', 'no_kind'],
    ['2027-03-05至2027-03-01 放假', 'bad_range'],
    ['2027-01-01至2027-05-01 放假', 'bad_range'],
  ])('%s:%s', (text, reason) => expect(readCalendarText(2027, text).problems.map((problem) => problem.reason)).toEqual([reason]))
  it('首行没有日期当作表头,后面没有日期的要说', () => {
    expect(readCalendarText(2027, '日期 名称 类别\n2027-01-01 元旦 放假\n以上').problems).toEqual([{ line: 3, text: '以上', reason: 'no_date' }])
  })
})
