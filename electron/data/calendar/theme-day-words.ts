/** 「固定主题党日」一栏里会出现的写法:每月第一个周五、每月最后一个星期三、每月 10 日、每月二十五号。 */
export const BY_WEEKDAY = /(第[一二三四五1-5]|最后[一1])个?(?:星期|周|礼拜)([一二三四五六日天])/
export const BY_DATE = /每月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/
export const LAST_WORDS: readonly string[] = ['最后一', '最后1']
export const ORDINAL_MARK = '第'
export const TEN = '十'
export const NUMBERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
export const WEEKDAYS: Readonly<Record<string, number>> = { 日: 0, 天: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 }
