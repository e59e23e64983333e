/** 第一议题台账。 */
export const firstTopicsText = {
  title: '第一议题',
  note: '由会议记录里标了“第一议题”的议题得来，不用另外登记；贯彻措施写成决议，就进督办事项',
  within: '范围',
  withinAll: '全部',
  year: '年度',
  yearOf: (year: number) => `${year} 年`,
  list: '第一议题列表',
  empty: (year: number) => `${year} 年还没有第一议题。在会议记录的议题后面勾上“第一议题”，就列在这里。`,
  columns: { day: '学习日期', title: '学习篇目', published: '发布日期', leader: '领学人', meeting: '会议', measures: '贯彻措施', branch: '支部' },
  measures: (all: number, open: number) => (all === 0 ? '没有' : open === 0 ? `${all} 项，都已办完` : `${all} 项，在办 ${open} 项`),
} as const
