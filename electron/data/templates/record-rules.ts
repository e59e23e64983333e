import type { CompositePart, Rule, WindowName } from '../../domain/scoring/rule.ts'

/** 各模板共用的自动规则:已经有登记的都由记录算。 */
type MeetingKind = 'general_meeting' | 'committee_meeting' | 'group_meeting' | 'party_lecture' | 'theme_day'
const lowest = (...rules: readonly Rule[]): Rule => ({ type: 'composite', op: 'min', parts: rules.map((rule) => ({ rule })) })
export const weighted = (...parts: readonly (readonly [weight: number, rule: Rule])[]): Rule => ({ type: 'composite', op: 'weighted_mean', parts: parts.map(([weight, rule]): CompositePart => ({ weight, rule })) })
/** 不出现为满分,出现 most 次为零分。 */
const absent = (field: 'committeeLacking' | 'longVacantPosts' | 'termOverdue', most: number): Rule => ({ type: 'value', value: { fn: 'max', source: 'organisation', field }, transform: { mode: 'linear', lo: most, hi: 0 }, empty: 'missing' })

/** 够法定人数才算(支部工作条例第十一、十二条)。 */
const QUORATE = [{ field: 'quorumReached', eq: 1 }] as const
export const generalMeetings = (required: number, window: WindowName): Rule => ({ type: 'count', source: 'meetings', where: { meetingType: 'general_meeting' }, window, validIf: QUORATE, required })
/** 支委会每月一次;不设支委会的不考。 */
export const committeeMeetings = (months: number, window: WindowName): Rule => ({
  type: 'ratio',
  num: { fn: 'count', source: 'meetings', where: { meetingType: 'committee_meeting' }, window, validIf: QUORATE, distinctBy: ['month'] },
  den: { param: 'committeeMeetingsRequired' },
  transform: { mode: 'target', target: months },
})
/** 每个党小组每月一次;没有党小组的不考。 */
export const groupMeetings = (months: number, window: WindowName): Rule => ({
  type: 'ratio',
  num: { fn: 'count', source: 'meetings', where: { meetingType: 'group_meeting' }, window, validIf: [{ field: 'partyGroupId', exists: true }], distinctBy: ['partyGroupId', 'month'] },
  den: { param: 'groupCount' },
  transform: { mode: 'target', target: months },
})
export const lectures = (required: number, window: WindowName): Rule => ({ type: 'count', source: 'meetings', where: { meetingType: 'party_lecture' }, window, required })
export const themeDays = (months: number, window: WindowName): Rule => ({ type: 'count', source: 'meetings', where: { meetingType: 'theme_day' }, window, distinctBy: ['month'], required: months })
/** 三会一课合起来:大会 3、支委会 3、小组会 2、党课 2。 */
export const threeMeetingsOneLecture = (months: number, window: WindowName): Rule => {
  const quarters = months / 3
  return weighted([3, generalMeetings(quarters, window)], [3, committeeMeetings(months, window)], [2, groupMeetings(months, window)], [2, lectures(quarters, window)])
}
/** 开了的会里,议题、决议、记录各占多少份是齐的。 */
export const meetingSteps = (meetingType: MeetingKind, window: WindowName, [topics, resolutions, minutes]: readonly [number, number, number]): Rule => {
  const share = (field: 'topicCount' | 'resolutionCount' | 'missingFields', operator: 'gte' | 'lte', value: number): Rule => ({
    type: 'ratio',
    num: { fn: 'count', source: 'meetings', where: { meetingType }, window, validIf: [{ field, [operator]: value }] },
    den: { fn: 'count', source: 'meetings', where: { meetingType }, window },
    emptyDen: 'zero',
  })
  return weighted([topics, share('topicCount', 'gte', 1)], [resolutions, share('resolutionCount', 'gte', 1)], [minutes, share('missingFields', 'lte', 0)])
}
/** 实到比应到。 */
export const attendance = (window: WindowName, target: string): Rule => ({ type: 'ratio', num: { fn: 'sum', source: 'meetings', field: 'present', window }, den: { fn: 'sum', source: 'meetings', field: 'due', window }, transform: { mode: 'target', target }, emptyDen: 'missing' })
/** 必备内容每缺一处扣十分之一;一份记录也没有的按缺项。 */
export const completeMinutes = (window: WindowName): Rule =>
  lowest(
    { type: 'ratio', num: { fn: 'count', source: 'meetings', window }, den: { fn: 'count', source: 'meetings', window }, emptyDen: 'missing' },
    { type: 'value', value: { fn: 'sum', source: 'meetings', field: 'missingFields', window }, transform: { mode: 'linear', lo: 10, hi: 0 } },
  )

export const committeeInPlace: Rule = lowest(absent('committeeLacking', 1), absent('longVacantPosts', 4))
export const electionInTime: Rule = absent('termOverdue', 1)
export const rosterComplete: Rule = { type: 'completeness', source: 'members', fields: ['name', 'gender', 'ethnicity', 'birthDate', 'education', 'idNumber', 'joinedOn', 'regularOn', 'mobile'], empty: 'exempt' }
export const duesOnTime = (window: WindowName): Rule => ({ type: 'ratio', num: { fn: 'count', source: 'dues', where: { onTime: 1 }, window }, den: { fn: 'count', source: 'dues', window }, emptyDen: 'missing' })

/** 学时达标的人占多少。 */
export const studyMet: Rule = { type: 'ratio', num: { fn: 'sum', source: 'study', field: 'met' }, den: { fn: 'count', source: 'study' } }
/** 每月至少登记一次学习培训。 */
export const studyEveryMonth = (months: number, window: WindowName): Rule => ({ type: 'count', source: 'registers', where: { register: 'study' }, window, distinctBy: ['month'], required: months })
/** 谈心谈话三样(没有支委会的两样)各一次。 */
export const talksHeld = (window: WindowName): Rule => ({ type: 'count', source: 'talks', window, validIf: [{ field: 'pair', exists: true }], distinctBy: ['pair'], required: { param: 'talkPairsRequired' } })
export const talksCounted = (required: number, window: WindowName): Rule => ({ type: 'count', source: 'talks', window, required })
/** 组织生活会、民主评议各一次,优秀不超过三分之一的才算。 */
export const lifeMeetings = (window: WindowName): Rule => ({ type: 'count', source: 'appraisals', window, validIf: [{ field: 'excellentOver', eq: 0 }], distinctBy: ['meetingType'], required: 2 })
export const appraisalHeld = (meetingType: 'organisational_life' | 'democratic_appraisal', window: WindowName): Rule => ({ type: 'count', source: 'appraisals', where: { meetingType }, window, required: 1 })

type FollowUps = 'resolution' | 'rectification' | 'inspection'
/** 到期的督办事项办得及不及时:按期 1,晚 3 天内 0.8,晚 7 天内 0.5,再晚、没办为零。 */
export const followUpsOnTime = (window: WindowName, kind?: FollowUps): Rule => ({
  type: 'timeliness',
  source: 'follow_ups',
  ...(kind === undefined ? {} : { where: { kind } }),
  window,
  due: 'due',
  done: 'done',
  lateBands: [
    { maxDays: 0, credit: 1 },
    { maxDays: 3, credit: '0.8' },
    { maxDays: 7, credit: '0.5' },
  ],
})
/** 提出的里销了号的占多少。 */
export const followUpsClosed = (window: WindowName, kind?: FollowUps): Rule => {
  const where = kind === undefined ? {} : { where: { kind } }
  return { type: 'ratio', num: { fn: 'sum', source: 'follow_ups', field: 'closed', window, ...where }, den: { fn: 'count', source: 'follow_ups', window, ...where } }
}
/** 计划里到了时间节点的办了多少。 */
export const plansCarriedOut = (register: 'year_plan' | 'monthly_plan', window: WindowName): Rule => ({ type: 'ratio', num: { fn: 'sum', source: 'registers', field: 'carriedOut', where: { register }, window }, den: { fn: 'count', source: 'registers', where: { register }, window }, emptyDen: 'missing' })
export const registered = (register: string, required: number, window: WindowName): Rule => ({ type: 'count', source: 'registers', where: { register }, window, required })
/** 当年的计划、上年的总结报了没有;晚报的得一半。 */
export const submitted = (window: WindowName, register?: 'year_plan' | 'year_summary'): Rule => ({
  type: 'timeliness',
  source: 'submissions',
  ...(register === undefined ? {} : { where: { register } }),
  window,
  due: 'due',
  done: 'done',
  lateBands: [{ maxDays: 0, credit: 1 }],
  beyond: '0.5',
})
/** 发展党员办了的、到期的各步里,不早不晚的占多少;没有的不考。 */
export const developmentInTime = (window: WindowName): Rule => ({ type: 'ratio', num: { fn: 'count', source: 'development', where: { early: 0, late: 0, overdue: 0 }, window }, den: { fn: 'count', source: 'development', window } })
/** 支部没有要记的也总是满分:加扣分制的起点。 */
export const alwaysFull: Rule = { type: 'value', value: { const: 1 } }
