import type { CrossDirection } from '../../../shared/model/contact.ts'
import type { ReminderMethod, ReminderStage } from '../../../shared/model/leading-group.ts'

/** 批复文号:年份加流水。 */
export const approvalDocument = (year: string, number: number): string => `示例党组〔${year}〕${number} 号`
export const reminderPerson = '党群工作部　赵敏'

/** 换届提醒:哪个支部、哪一步、怎么提醒的。 */
export const sampleReminders: readonly { readonly branch: string; readonly stage: ReminderStage; readonly method: ReminderMethod; readonly day: string; readonly note: string }[] = [
  { branch: '022', stage: 'first', method: 'letter', day: '2026-05-29', note: '发函，请支部着手准备' },
  { branch: '022', stage: 'second', method: 'phone', day: '2026-08-31', note: '书记答复 9 月报请示' },
  { branch: '001', stage: 'first', method: 'phone', day: '2026-11-16', note: '' },
]

export const sampleCrossPosts: readonly { readonly name: string; readonly partyPost: string; readonly administrativePost: string; readonly direction: CrossDirection; readonly fromDay: string }[] = [
  { name: '周建平', partyPost: '党委书记', administrativePost: '董事长', direction: 'party_to_company', fromDay: '2023-06-28' },
  { name: '陈立新', partyPost: '党委副书记', administrativePost: '总经理', direction: 'company_to_party', fromDay: '2023-06-28' },
  { name: '刘玉华', partyPost: '党委委员', administrativePost: '工会主席', direction: 'mass_organisation', fromDay: '2024-03-15' },
]
export const crossPostDocument = '示例董字〔2023〕6 号'

export const sampleInstructors: readonly { readonly name: string; readonly fromUnit: string; readonly duties: string; readonly branches: readonly string[]; readonly company: string | null; readonly visits: readonly (readonly [object: string, day: string, note: string])[] }[] = [
  { name: '孙国强', fromUnit: '党群工作部', duties: '宣传政策、收集意见、指导组织生活', branches: ['022', '024'], company: null, visits: [['示例液压件有限公司党支部', '2026-10-14', '指导换届准备'], ['示例物业服务有限公司党支部', '2026-08-20', '帮助建立组织生活台账']] },
  { name: '王丽', fromUnit: '人力资源部', duties: '联系没有党组织的协作单位，帮助摸清党员底数', branches: [], company: '示例协作加工有限公司', visits: [['示例协作加工有限公司', '2026-11-05', '走访，登记党员两名']] },
]

/** 没有党组织覆盖的单位:两个覆盖里的空白点。 */
export const sampleBareUnits = [
  { name: '示例协作加工有限公司', unitKind: 'private_enterprise', fromDay: '2024-04-01' },
  { name: '二号厂房改造项目部', unitKind: 'project', fromDay: '2026-03-01' },
] as const
/** 重要岗位:哪个支部、什么岗位;任岗人是那个支部班子里的第几个,null 为不是党员。 */
export const sampleKeyPosts = [
  { branch: '001', name: '炉前工长', holder: 1, otherName: '' },
  { branch: '003', name: '数控中心班长', holder: 2, otherName: '' },
  { branch: '007', name: '变电所值班长', holder: null, otherName: '何志刚' },
  { branch: '010', name: '质检主管', holder: 1, otherName: '' },
  { branch: '016', name: '工艺主任师', holder: 0, otherName: '' },
  { branch: '011', name: '危化品库管理员', holder: null, otherName: '' },
] as const
