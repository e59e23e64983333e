import type { NormEntry, NormSource } from '../../data/norms/norm-entry.ts'

const sources: Readonly<Record<NormSource, string>> = { law: '法定', local: '地方', custom: '惯例', assumed: '拟制' }
const word = (entry: NormEntry, value: string): string => (entry.kind === 'choice' ? (entry.choices.find(({ code }) => code === value)?.label ?? value) : `${value} ${entry.unit}`)

/** 规则和数字:提醒、检查、统计用的每一个数。 */
export const normsText = {
  title: '规则和数字',
  note: '提醒、检查、统计用的数都在这里。法定的写在党内法规里，不能改；其余的按本单位的规定改，写明依据。',
  list: (group: string) => `${group}用的数`,
  columns: { label: '是什么', value: '现在用', default: '缺省', source: '来源', change: '改动', action: '操作' },
  sources,
  word,
  source: (source: string, basis: string) => `${source}：${basis}`,
  unchanged: '没有改过',
  fixed: '不能改',
  changedTag: '改过',
  changed: (basis: string, who: string, day: string) => `${basis}（${who}，${day}）`,
  edit: '改',
  editLabel: (label: string) => `改“${label}”`,
  editTitle: (label: string) => `改“${label}”`,
  confirm: '保存这个数',
  value: '改成',
  range: (entry: NormEntry) => (entry.kind === 'choice' ? '' : `${entry.min} 到 ${entry.max} ${entry.unit}，缺省 ${entry.default}`),
  outOfRange: (entry: NormEntry) => (entry.kind === 'choice' ? '' : `请写 ${entry.min} 到 ${entry.max} 之间的整数`),
  basis: '依据',
  basisHint: '写文号或会议，例如：集团党发〔2026〕5 号',
  basisMissing: '请写改这个数的依据',
  reset: '改回缺省',
  resetQuestion: (label: string) => `把“${label}”改回缺省？`,
  resetConsequence: (value: string) => `改回 ${value}，提醒和检查马上按它算`,
  resetConfirm: '改回缺省值',
  saved: '已保存，提醒和检查按新的数算',
} as const
