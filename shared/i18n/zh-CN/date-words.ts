/** 日期框认得的说法。 */
export const dateWords = {
  today: ['今天', '今日'],
  yesterday: ['昨天', '昨日'],
  dayBefore: ['前天'],
  tomorrow: ['明天', '明日'],
  /** 「上周五」「本周三」「周五」的各段;`week` 之后跟一个星期字。 */
  lastWeek: ['上周', '上星期', '上礼拜'],
  thisWeek: ['本周', '这周', '本星期', '周', '星期', '礼拜'],
  /** 星期一至星期日的写法,按周一到周日排。 */
  weekdays: ['一', '二', '三', '四', '五', '六', '日天'],
  year: '年',
  month: '月',
  dayMarks: '日号',
  fullStop: '。',
  hourMarks: '。点时',
  minuteMark: '分',
  /** 显示在日期后面的星期,按周日到周六排。 */
  weekdayShort: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
} as const
