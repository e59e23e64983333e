/** 新建记录时自动拟的标题;ordinal 为本周期第几次,第一次不写次数。 */
const time = (ordinal: number): string => (ordinal > 1 ? `第${ordinal}次` : '')
const groupMeetingName = (groupName: string, ordinal: number): string => (groupName.endsWith('党小组') ? `${groupName}${time(ordinal)}会` : `${groupName}${time(ordinal)}党小组会`)

export const meetingTitlesText = {
  general_meeting: (year: number, quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年第${quarter}季度${time(ordinal)}支部党员大会`,
  committee_meeting: (year: number, _quarter: number, month: number, ordinal: number, _groupName: string) => `${year}年${month}月${time(ordinal)}支部委员会会议`,
  group_meeting: (year: number, _quarter: number, month: number, ordinal: number, groupName: string) => `${year}年${month}月${groupMeetingName(groupName, ordinal)}`,
  party_lecture: (year: number, quarter: number, _month: number, ordinal: number, _groupName: string) => `${year}年第${quarter}季度${time(ordinal)}党课`,
  theme_day: (year: number, _quarter: number, month: number, ordinal: number, _groupName: string) => `${year}年${month}月${time(ordinal)}主题党日`,
} as const
