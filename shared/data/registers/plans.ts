import type { RegisterDefinition } from '../../model/register.ts'
import { meetingTypes } from '../code-tables/meeting-types.ts'
import { field } from './field.ts'

/** 计划的两本:会议记录可以照其中一条开。 */
export const PLAN_KEYS: readonly string[] = ['year_plan', 'monthly_plan']
export const isPlan = (definitionKey: string): boolean => PLAN_KEYS.includes(definitionKey)

/** 任务对应的活动:填了,「本月日历」里就能从它开始记录。 */
const activity = field('activity', '对应的活动', 'choice', { hint: '填了就能从“本月日历”里直接去记录', options: meetingTypes.map(({ code, name }) => [code, name] as const) })

/** 年度工作计划:一项任务一条(domain 3.3:指导目标、任务、责任人、时间节点、完成标志、上报、审核意见)。 */
export const yearPlan: RegisterDefinition = {
  key: 'year_plan',
  version: 2,
  name: '年度工作计划',
  note: '一项任务记一条，指导目标写在第一条里；上年 12 月 15 日至当年 1 月 20 日整年一起上报。',
  dayField: 'day',
  titleFields: ['task'],
  writers: 'both',
  yearly: { openFields: ['result'] },
  fields: [
    field('day', '时间节点', 'day', { required: true, hint: '任务到哪天完成；定它算哪一年的计划' }),
    field('task', '重点任务', 'paragraphs', { required: true }),
    field('owner', '责任人', 'people', { required: true }),
    field('mark', '完成标志', 'line', { required: true }),
    activity,
    field('goal', '指导目标', 'paragraphs', { hint: '全年的目标，写在第一条任务里就可以' }),
    field('result', '完成情况', 'paragraphs'),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'task', width: 34 },
    { key: 'owner', width: 12 },
    { key: 'mark', width: 22 },
    { key: 'result', width: 30 },
  ],
}

/** 月度工作安排及完成情况:一件事一条。 */
export const monthlyPlan: RegisterDefinition = {
  key: 'monthly_plan',
  version: 1,
  name: '月度工作安排',
  note: '这个月要办的事，一件记一条；办完写上完成情况。对应会议、活动的，可以从“本月日历”直接去记录。',
  dayField: 'day',
  titleFields: ['matter'],
  writers: 'branch',
  fields: [
    field('day', '计划日期', 'day', { required: true }),
    field('matter', '事项', 'paragraphs', { required: true }),
    field('owner', '责任人', 'people'),
    activity,
    field('isDone', '办完了', 'flag'),
    field('result', '完成情况', 'paragraphs'),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'matter', width: 40 },
    { key: 'owner', width: 16 },
    { key: 'isDone', width: 8 },
    { key: 'result', width: 34 },
  ],
}

/** 年度工作总结:一年一份。 */
export const yearSummary: RegisterDefinition = {
  key: 'year_summary',
  version: 2,
  name: '年度工作总结',
  note: '一年一份，日期写在所总结的那一年里；当年 12 月 15 日至次年 1 月 20 日上报。',
  dayField: 'day',
  titleFields: ['content'],
  writers: 'both',
  yearly: { openFields: [] },
  fields: [
    field('day', '日期', 'day', { required: true, hint: '写在所总结的那一年里，如 2026-12-31' }),
    field('content', '主要工作和成效', 'paragraphs', { required: true }),
    field('problems', '存在的问题', 'paragraphs'),
    field('nextSteps', '下一年的打算', 'paragraphs'),
  ],
  listColumns: [
    { key: 'day', width: 12 },
    { key: 'content', width: 60 },
    { key: 'nextSteps', width: 40 },
  ],
}
