import type { MembershipState } from '../../model/member.ts'
import type { CodeTable } from './code-table.ts'

/**
 * 党籍状态。onRoster 为假的人不再列入名册、应到名单与人数,历史仍在:
 * 停止党籍、开除、出党(自行脱党、退党、除名)、去世。
 */
export const membershipStates = [
  { code: 'normal', name: '正常', onRoster: true },
  { code: 'kept', name: '保留', onRoster: true },
  { code: 'restored', name: '恢复', onRoster: true },
  { code: 'stopped', name: '停止', onRoster: false },
  { code: 'expelled', name: '开除', onRoster: false },
  { code: 'left', name: '出党', onRoster: false },
  { code: 'deceased', name: '去世', onRoster: false },
] as const satisfies readonly (CodeTable<MembershipState>[number] & { readonly onRoster: boolean })[]

/** 组织关系转走了的:党籍没有变,名册上写「已转出」。 */
export const TRANSFERRED_OUT = 'transferred_out'
/** 名册里「党籍状态」一列的各种写法:党籍的几种,加上已转出。 */
export const rosterStates: CodeTable = [...membershipStates, { code: TRANSFERRED_OUT, name: '已转出' }]
