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
  /** 没有登记、或登记看不出来的规定:不检查,照直说。 */
  unchecked: {
    title: '没有检查的规定',
    note: '下面几条程序里没有可以核对的登记，健康检查不看，请人工把关。',
    columns: { rule: '条目', what: '规定', why: '为什么不检查' },
    rows: [
      { rule: 'ORG-08', what: '流动党员集中在一地的，商流入地成立流动党员党支部', why: '流动登记里的去处是随手写的文字，只数得出人数，看不出是不是集中' },
      { rule: 'ORG-15', what: '书记一般由本单位主要负责人担任，也可以派专职书记', why: '名册里只有管理层级；登记为普通的请核对，没填的不看，是不是专职也看不出' },
      { rule: 'ELE-01', what: '驻地分散的，经批准可以开党员代表大会选举', why: '没有登记驻地，只看有没有请示文号' },
      { rule: 'ELE-02', what: '受留党察看处分的在察看期内没有选举权，被留置、逮捕的权利中止', why: '应到名单没有逐人登记，只核对应到人数有没有多于正式党员' },
      { rule: 'ELE-04', what: '选举用无记名投票', why: '没有登记投票方式，要看存档的选票' },
      { rule: 'ELE-06', what: '设支委会的，大会选委员，支委会再选书记、副书记', why: '得票登记不分是哪个会上的，只看选举那天有没有党员大会' },
    ],
  },
} as const
