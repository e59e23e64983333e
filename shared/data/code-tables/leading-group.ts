import type { ContactKind, CrossDirection, VisitPeriod } from '../../model/contact.ts'
import type { ElectionMethod, ReminderMethod, ReminderStage, TermState } from '../../model/leading-group.ts'
import type { PostManner } from '../../model/organisation.ts'
import type { CodeTable } from './code-table.ts'

/** 班子、换届、交叉任职、联系用的代码。没有填的(空代码)不在表里。 */
export const electionMethods = [
  { code: 'member_meeting', name: '党员大会选举' },
  { code: 'delegate_meeting', name: '党员代表大会选举' },
  { code: 'appointed', name: '上级指定' },
] as const satisfies CodeTable<Exclude<ElectionMethod, ''>>
export const postManners = [
  { code: 'elected', name: '选举产生', shortName: '选举' },
  { code: 'appointed', name: '上级任命', shortName: '任命' },
] as const satisfies CodeTable<Exclude<PostManner, ''>>
export const termStates = [
  { code: 'not_started', name: '未开始' },
  { code: 'in_progress', name: '未完成' },
  { code: 'done', name: '已完成' },
  { code: 'overdue', name: '逾期' },
  { code: 'irregular', name: '异常' },
] as const satisfies CodeTable<TermState>
export const reminderStages = [
  { code: 'first', name: '届满前六个月提醒', shortName: '六个月提醒' },
  { code: 'second', name: '届满前三个月启动准备', shortName: '启动准备' },
  { code: 'request', name: '报批选举', shortName: '报批' },
  { code: 'due', name: '届满当天', shortName: '届满' },
] as const satisfies CodeTable<ReminderStage>
export const reminderMethods = [
  { code: 'letter', name: '发函' },
  { code: 'phone', name: '电话' },
  { code: 'meeting', name: '当面、会上' },
  { code: 'other', name: '其他' },
] as const satisfies CodeTable<ReminderMethod>
export const crossDirections = [
  { code: 'party_to_company', name: '党组织班子进入董事会、监事会、经理层', shortName: '党→企' },
  { code: 'company_to_party', name: '董事会、监事会、经理层的党员进入党组织班子', shortName: '企→党' },
  { code: 'mass_organisation', name: '党组织成员兼任工会等群团负责人', shortName: '兼群团' },
] as const satisfies CodeTable<CrossDirection>
export const contactKinds = [
  { code: 'instructor', name: '党建指导员' },
  { code: 'leader', name: '领导联系点' },
  { code: 'department', name: '部门联系' },
  { code: 'other', name: '其他联系' },
] as const satisfies CodeTable<ContactKind>
export const visitPeriods = [
  { code: 'month', name: '每月' },
  { code: 'quarter', name: '每季度' },
  { code: 'half_year', name: '每半年' },
  { code: 'year', name: '每年' },
] as const satisfies CodeTable<VisitPeriod>
