/** 新建记录时自动拟的标题;ordinal 为本周期第几次,第一次不写次数。 */
const time = (ordinal: number): string => (ordinal > 1 ? `第${ordinal}次` : '')
const groupMeetingName = (groupName: string, ordinal: number): string => (groupName.endsWith('党小组') ? `${groupName}${time(ordinal)}会` : `${groupName}${time(ordinal)}党小组会`)

export const meetingTitlesText = {
  general_meeting: (year: number, quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年第${quarter}季度${time(ordinal)}支部党员大会`,
  committee_meeting: (year: number, _quarter: number, month: number, ordinal: number, _groupName: string) => `${year}年${month}月${time(ordinal)}支部委员会会议`,
  group_meeting: (year: number, _quarter: number, month: number, ordinal: number, groupName: string) => `${year}年${month}月${groupMeetingName(groupName, ordinal)}`,
  party_lecture: (year: number, quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年第${quarter}季度${time(ordinal)}党课`,
  theme_day: (year: number, _quarter: number, month: number, ordinal: number, _groupName: string) => `${year}年${month}月${time(ordinal)}主题党日`,
  organisational_life: (year: number, _quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年度${time(ordinal)}组织生活会`,
  democratic_appraisal: (year: number, _quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年度${time(ordinal)}民主评议党员`,
  debriefing: (year: number, _quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年度${time(ordinal)}支部书记述职评议`,
  other_meeting: (year: number, _quarter: number, month: number, ordinal: number, _groupName: string) => `${year}年${month}月${time(ordinal)}会议`,
} as const

/** 样板里的会议名称:年、月、季的记号,以及怎样从一个名称里认出它们。 */
export const titleMarks = {
  year: '{年}',
  month: '{月}',
  quarter: '{季}',
  ordinal: /第\d+次/,
  monthIn: (month: number) => new RegExp(`(?<!\\d)0?${month}(?=月)`),
  quarterIn: (quarter: number) => new RegExp(`(?<=第)${quarter}(?=季)`),
} as const
