import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { item, QUARTERLY, recorded, recordedOrRated } from './compose.ts'
import { committeeMeetings, completeMinutes, duesOnTime, followUpsClosed, followUpsOnTime, generalMeetings, groupMeetings, lectures, plansCarriedOut, rosterComplete, themeDays, weighted } from './record-rules.ts'

const supervised = { source: 'supervised' } as const
const daily = { source: 'daily' } as const
const inspection = { source: 'inspection' } as const
const business = { source: 'business' } as const

/** 政治执行力 25、组织落实力 25(示例)。 */
export const fourPowersPolitics: readonly TemplateItem[] = [
  item('ZX-01', 'ZX', 9, ['任务分解完成率', '当月到期的督办事项：按期得 1，晚 3 天内得 0.8，晚 7 天内得 0.5，再晚和没办不得分，取平均。没有到期事项的不考。', '督办事项'], recorded(followUpsOnTime('period')), supervised),
  item('ZX-02', 'ZX', 6, ['月度工作安排完成', '得分 = 6 × 当月到期的安排里办了的比例。', '月度工作安排'], recordedOrRated(plansCarriedOut('monthly_plan', 'period')), daily),
  item('ZX-03', 'ZX', 5, ['上级部署学习贯彻', '应学的逐项学习、有贯彻措施得满分；缺 1 项扣 1 分，扣完为止。', '集中检查'], QUARTERLY, inspection),
  item('ZX-04', 'ZX', 5, ['年度经营目标的政治保障', '目标分解到党员、按月跟踪得满分；没有分解不得分，没有跟踪得一半。', '经营责任书'], QUARTERLY, business),
  item('LS-01', 'LS', 7, ['支委会、党小组会和主题党日', '支委会、党小组会、主题党日每月 1 次，按 2、2、3 的比重合成；不设的不考。', '会议记录'], recorded(weighted([2, committeeMeetings(1, 'period')], [2, groupMeetings(1, 'period')], [3, themeDays(1, 'period')])), daily),
  item('LS-02', 'LS', 6, ['党员大会和党课', '每季度各 1 次；到会不足法定人数的大会不计。季末评。', '会议记录'], { ...QUARTERLY, ...recorded(weighted([1, generalMeetings(1, 'quarter')], [1, lectures(1, 'quarter')])) }, daily),
  item('LS-03', 'LS', 3, ['决议落实', '得分 = 3 × 当季会议决议里销了号的比例。季末评。', '督办事项'], { ...QUARTERLY, ...recorded(followUpsClosed('quarter', 'resolution')) }, supervised),
  item('LS-04', 'LS', 3, ['党费和名册', '党费按时足额的比例、名册必填项完整率各占一半。', '党费登记、党员名册'], recordedOrRated(weighted([1, duesOnTime('period')], [1, rosterComplete])), daily),
  item('LS-05', 'LS', 3, ['记录规范', '当月办结的记录每缺 1 处必备内容扣十分之一，扣完为止。', '支部手册'], recorded(completeMinutes('period')), inspection),
  item('LS-06', 'LS', 3, ['班组建设与组织覆盖', '班组有党员、有骨干、有分工得满分；缺 1 项扣 1 分。', '经营班组台账'], QUARTERLY, business),
]
