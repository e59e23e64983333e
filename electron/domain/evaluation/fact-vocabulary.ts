import type { RecordState } from '../../../shared/model/meeting.ts'
import { COUNTED_STATES } from '../meetings/counted-states.ts'

/** 一张事实表:规则可以读哪些字段,记录到了什么状态才算数。 */
export interface FactTable {
  readonly fields: readonly string[]
  /** 其中是数的:能加、能平均、能相比、能作权。 */
  readonly numbers: readonly string[]
  /** 其中是日期的:能定哪一期、能算相隔几天。 */
  readonly days: readonly string[]
  /** null 表示这张表没有状态(由登记推出的快照)。 */
  readonly requiredStates: readonly RecordState[] | null
}

/**
 * 自动计分规则能读的全部东西。冻结:只许增加,不许改名或改含义,否则旧方案重算会变。
 * 以后每登记一类新东西,就在这里加一张表。
 *
 * - meetings:三会一课与主题党日,一次一行;date 为开会日,quorumReached 为 0 或 1,missingFields 是缺几处必备内容。
 *   状态只用来取舍,不是字段:办结后又报送、审批,不该变出新的修订。
 * - members:期末在册党员,一人一行;各字段只有 '1'(已填)与 ''(未填),不带个人值;
 *   regularOn 对预备党员总是 '1'(还不该有)。
 * - organisation:期末的组织状况,一行。committeeLacking、termOverdue 为 0 或 1;
 *   没有登记届期的没有 termOverdue。
 * - dues:党费,一人一月一行,只有该在本支部交、已经登记的月份;date 为那个月的 1 日。onTime、late、unpaid 各为 0 或 1:
 *   足额且不晚于当月的是 onTime,过了当月的是 late,少交、没交的是 unpaid。没有金额。
 *
 * 以下各表都照期末那天看:那天以后才办的算没办,旧账重算不因后来的事变样。只有次数、日子与是否,没有谈了什么、写了什么。
 *
 * - follow_ups:督办事项,一项一行,不再办的不算;date 为提出日,due 为期限(延过的看延到哪天,没有期限的没有),done 为销号日。
 * - talks:谈心谈话,一次一行;kind 为登记的类别,pair 为算作三样里的哪一样(书记与特殊对象的算支委与党员的)。
 * - study:期末在册党员,一人一行;本年到期末的学时(分钟)、全年要求、达标没有。
 * - registers:各种登记簿,一条一行;register 为哪一种,carriedOut 只有计划有,办了为 1。
 * - development:发展党员,一人一步一行,只有办完的与到期没办的;early、late、overdue 照细则与规程的时限算。
 * - submissions:年度计划、总结,一本一年一行;due 为一般的上报期限,done 为上报日(退回过的看再报的日子)。
 * - appraisals:组织生活会与民主评议,一场一类一行;excellentOver 为优秀超过三分之一。
 */
export const FACT_TABLES = {
  meetings: {
    fields: ['id', 'date', 'meetingType', 'partyGroupId', 'due', 'present', 'votingDue', 'votingPresent', 'quorumReached', 'finishedOn', 'topicCount', 'resolutionCount', 'missingFields'],
    numbers: ['due', 'present', 'votingDue', 'votingPresent', 'quorumReached', 'topicCount', 'resolutionCount', 'missingFields'],
    days: ['date', 'finishedOn'],
    requiredStates: COUNTED_STATES,
  },
  members: {
    fields: ['id', 'date', 'memberType', 'name', 'gender', 'ethnicity', 'birthDate', 'education', 'idNumber', 'joinedOn', 'regularOn', 'mobile'],
    numbers: [],
    days: ['date'],
    requiredStates: null,
  },
  organisation: {
    fields: ['id', 'date', 'fullMembers', 'committeeSize', 'committeeLacking', 'longVacantPosts', 'termDue', 'termOverdue'],
    numbers: ['fullMembers', 'committeeSize', 'committeeLacking', 'longVacantPosts', 'termOverdue'],
    days: ['date', 'termDue'],
    requiredStates: null,
  },
  dues: {
    fields: ['id', 'date', 'onTime', 'late', 'unpaid'],
    numbers: ['onTime', 'late', 'unpaid'],
    days: ['date'],
    requiredStates: null,
  },
  follow_ups: {
    fields: ['id', 'date', 'kind', 'due', 'done', 'closed', 'late', 'overdue'],
    numbers: ['closed', 'late', 'overdue'],
    days: ['date', 'due', 'done'],
    requiredStates: null,
  },
  talks: {
    fields: ['id', 'date', 'kind', 'pair', 'enteredOn'],
    numbers: [],
    days: ['date', 'enteredOn'],
    requiredStates: null,
  },
  study: {
    fields: ['id', 'date', 'leading', 'minutes', 'requiredMinutes', 'lacksCentral', 'met'],
    numbers: ['leading', 'minutes', 'requiredMinutes', 'lacksCentral', 'met'],
    days: ['date'],
    requiredStates: null,
  },
  registers: {
    fields: ['id', 'date', 'register', 'enteredOn', 'carriedOut'],
    numbers: ['carriedOut'],
    days: ['date', 'enteredOn'],
    requiredStates: null,
  },
  development: {
    fields: ['id', 'date', 'step', 'stage', 'due', 'done', 'early', 'late', 'overdue', 'publicityDays', 'trainingDays', 'trainingHours', 'passed'],
    numbers: ['early', 'late', 'overdue', 'publicityDays', 'trainingDays', 'trainingHours', 'passed'],
    days: ['date', 'due', 'done'],
    requiredStates: null,
  },
  submissions: {
    fields: ['id', 'date', 'register', 'due', 'done', 'submitted', 'approved', 'returnedCount'],
    numbers: ['submitted', 'approved', 'returnedCount'],
    days: ['date', 'due', 'done'],
    requiredStates: null,
  },
  appraisals: {
    fields: ['id', 'date', 'meetingType', 'appraised', 'excellent', 'excellentOver', 'finishedOn'],
    numbers: ['appraised', 'excellent', 'excellentOver'],
    days: ['date', 'finishedOn'],
    requiredStates: COUNTED_STATES,
  },
} as const satisfies Readonly<Record<string, FactTable>>
export type FactTableName = keyof typeof FACT_TABLES

/**
 * 支部参数:整数,取期末那天的值。
 *
 * talkPairsRequired:谈心谈话应有几样,设支委会的三样,不设的两样(没有支委之间)。
 */
export const FACT_PARAMS = ['committeeMeetingsRequired', 'groupCount', 'fullMembers', 'probationaryMembers', 'memberCount', 'committeeSize', 'talkPairsRequired'] as const
export type FactParam = (typeof FACT_PARAMS)[number]

/** 最早的六个总是给引擎;以后添的,有规则读它才给:没有用到它的方案,输入与摘要都不变。 */
export const ALWAYS_GIVEN: ReadonlySet<string> = new Set<FactParam>(['committeeMeetingsRequired', 'groupCount', 'fullMembers', 'probationaryMembers', 'memberCount', 'committeeSize'])

/** 按名取表;没有这张表为 undefined。 */
export const factTable = (name: string): FactTable | undefined => (Object.hasOwn(FACT_TABLES, name) ? FACT_TABLES[name as FactTableName] : undefined)
