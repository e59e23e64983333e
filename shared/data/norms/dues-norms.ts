import type { NormEntry } from './norm-entry.ts'

const R3 = '《关于中国共产党党费收缴、使用和管理的规定》'

/** 党费的期限与提醒;费率、金额有施行日期,在「党费」的「标准和科目」里。 */
export const duesNorms = [
  { key: 'dues_yellow_months', label: '党费连续欠交黄色提醒', kind: 'number', unit: '个月', default: 3, min: 1, max: 5, source: 'assumed', basis: '规定连续六个月不交按自行脱党处理，提前一半提醒' },
  { key: 'dues_red_months', label: '党费连续欠交红色提醒', kind: 'number', unit: '个月', default: 5, min: 2, max: 6, source: 'assumed', basis: '离六个月还有一个月' },
  { key: 'dues_lapse_months', label: '党费连续不交按自行脱党处理', kind: 'number', unit: '个月', default: 6, min: 6, max: 6, source: 'law', basis: `${R3}第十三条`, fixed: true },
  { key: 'dues_late_months', label: '补交党费一般不超过', kind: 'number', unit: '个月', default: 6, min: 6, max: 6, source: 'law', basis: `${R3}第十二条`, fixed: true },
  { key: 'dues_early_months', label: '预交党费一般不超过', kind: 'number', unit: '个月', default: 6, min: 1, max: 12, source: 'custom', basis: '多数企业的党费制度' },
  { key: 'dues_large_yuan', label: '一次多交算大额党费', kind: 'number', unit: '元', default: 1000, min: 1000, max: 1000, source: 'law', basis: `${R3}第十一条`, fixed: true },
] as const satisfies readonly NormEntry[]
