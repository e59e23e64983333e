import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { event, veto } from './compose.ts'

/** 创新加分(合计封顶 10)、扣分(合计至多 20)、否决(示例)。 */
export const fourPowersEvents: readonly TemplateItem[] = [
  event('bonus', 'JF-01', ['创新成果', '通过评审的党建、管理、技术创新；同一成果就高不重复。', '评审文件'], { levels: { provincial: [5, '省部级以上'], group: [3, '集团公司级'], company: [2, '公司级'] } }),
  event('bonus', 'JF-02', ['经验推广', '被公司以上推广的做法，每项加 2 分，最多 4 分。', '文件'], { per: 2, cap: 4 }),
  event('bonus', 'JF-03', ['集体表彰', '支部、班组受到表彰；同一事项就高不重复。', '证书'], { levels: { provincial: [4, '省部级以上'], group: [3, '集团公司级'], company: [1, '公司级'] } }),
  event('deduct', 'KF-01', ['材料逾期或不实', '逾期每次扣 0.5 分，不实每次扣 2 分。', '报送记录'], { levels: { late: ['0.5', '逾期'], untrue: [2, '不实'] } }),
  event('deduct', 'KF-02', ['被通报批评', '每次扣 2 分。', '通报'], { per: 2 }),
  veto('FJ-01', ['严重违纪违法案件', '当期最高二星。', '决定书'], { type: 'cap_star', star: 2 }),
  veto('FJ-02', ['较大及以上安全责任事故', '责任担当力一项为零分，当期最高二星。', '事故报告'], { type: 'zero_dimension', dim: 'DD' }, { type: 'cap_star', star: 2 }),
  veto('FJ-03', ['没有完成年度主要经营指标且负主要责任', '当期最高四星。', '经营考核'], { type: 'cap_star', star: 4 }),
]
