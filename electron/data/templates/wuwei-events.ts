import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'

const commendation = (id: string, per: number, name: string): TemplateItem => ({
  indicator: { id, kind: 'bonus', per, period: 'month' },
  text: { name, wording: `每项加 ${per} 分；同一事项就高不重复。`, evidence: '证书' },
})

/** 三星以上含三星,所以最高二星。 */
const atMostTwoStars = (id: string, name: string, evidence: string): TemplateItem => ({
  indicator: { id, kind: 'veto', period: 'month', effects: [{ type: 'cap_star', star: 2 }] },
  text: { name, wording: '当期不得评三星以上（含三星）。', evidence },
})

/** 加分封顶 10;扣分从总分里扣;否决只限星级,不改分数(示例)。 */
export const wuweiEvents: readonly TemplateItem[] = [
  commendation('JF-01', 10, '国家级表彰'),
  commendation('JF-02', 8, '省部级表彰'),
  commendation('JF-03', 6, '集团公司级表彰'),
  commendation('JF-04', 4, '二级公司级表彰'),
  {
    indicator: { id: 'JF-05', kind: 'bonus', per: 2, cap: 4, period: 'month' },
    text: { name: '经验在上级会议交流或刊发', wording: '每项加 2 分，最多 4 分。', evidence: '文件' },
  },
  {
    indicator: { id: 'KF-01', kind: 'deduct', levels: { late: '0.5', untrue: 2 }, period: 'month' },
    text: { name: '材料报送逾期或不实', wording: '逾期每次扣 0.5 分；不实每次扣 2 分。', evidence: '报送记录', levels: { late: '逾期', untrue: '不实' } },
  },
  {
    indicator: { id: 'KF-02', kind: 'deduct', per: 2, period: 'month' },
    text: { name: '被上级党组织通报批评', wording: '每次扣 2 分。', evidence: '通报' },
  },
  {
    indicator: { id: 'KF-03', kind: 'deduct', levels: { warning: 1, removal: 2 }, period: 'month' },
    text: { name: '党员受党纪处分', wording: '警告、严重警告每人扣 1 分；撤销党内职务及以上每人扣 2 分。', evidence: '处分决定', levels: { warning: '警告、严重警告', removal: '撤销党内职务及以上' } },
  },
  {
    indicator: { id: 'KF-04', kind: 'deduct', per: 3, period: 'month' },
    text: { name: '记录补造或复制往期', wording: '每次扣 3 分。', evidence: '检查记录' },
  },
  atMostTwoStars('FJ-01', '发生严重违纪违法案件', '决定书'),
  atMostTwoStars('FJ-02', '发生较大及以上安全责任事故', '事故报告'),
  atMostTwoStars('FJ-03', '发生有影响的群体性事件', '报告'),
  {
    indicator: { id: 'FJ-04', kind: 'veto', period: 'month', effects: [{ type: 'cap_star', star: 4 }] },
    text: { name: '未完成年度主要经营指标且负主要责任', wording: '当期不得评五星。', evidence: '经营考核' },
  },
]
