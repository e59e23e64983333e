/** 一条记录的来历,以及删掉。 */
export const recordHistoryText = {
  open: '来历',
  title: (name: string) => `“${name}”的来历`,
  empty: '还没有改动过。',
  more: '更早的',
  line: (when: string, who: string, action: string) => `${when}　${who}　${action}`,
  reason: (reason: string) => `理由：${reason}`,
  change: (label: string, from: string, to: string) => `${label}：${from === '' ? '（空）' : from} → ${to === '' ? '（空）' : to}`,
  close: '关上',
  remove: '删除',
  removeMember: (name: string) => `删除党员“${name}”`,
  removeMemberNote: '只删录错的人；离开的、去世的，请改党籍状态。删了能在回收站取回。',
  removeMeeting: (name: string) => `删除“${name}”`,
  removeMeetingNote: '只删没有办结过的草稿；删了能在回收站取回。',
  removeConfirm: '删除',
  removed: '已放进回收站',
} as const
