import type { StructureChartKey } from '../../model/member-structure.ts'

const band = (unit: string) => (key: string): string => {
  const [from = '', to = ''] = key.split('-')
  return from === '' ? `${to} ${unit}及以下` : to === '' ? `${from} ${unit}及以上` : `${from}—${to} ${unit}`
}

const charts: Readonly<Record<StructureChartKey, string>> = { age: '年龄', gender: '性别', ethnicity: '民族', education: '学历', standing: '党龄', postKind: '岗位类别', memberType: '人员类别', level: '管理层级' }
/** 一条的名称;空的是未填。 */
const bars: Readonly<Record<StructureChartKey, (key: string) => string>> = {
  age: band('岁'),
  gender: (key) => (key === '1' ? '男' : '女'),
  ethnicity: (key) => ({ han: '汉族', minority: '少数民族' })[key] ?? '其他',
  education: (key) => ({ graduate: '研究生', bachelor: '大学本科', junior_college: '大学专科', secondary: '中专、职高、技校', high_school: '高中', junior_high: '初中及以下' })[key] ?? '其他',
  standing: band('年'),
  postKind: (key) => ({ front_line: '一线', technical: '技术', management: '管理' })[key] ?? key,
  memberType: (key) => (key === 'full' ? '正式党员' : '预备党员'),
  level: (key) => ({ ordinary: '普通', middle: '中层', senior: '高层' })[key] ?? key,
}
const BLANK = '未填'

/** 党员队伍结构。 */
export const memberStructureText = {
  title: '党员队伍结构',
  listTitle: (organisation: string) => (organisation === '' ? '党员队伍结构' : `${organisation}　党员队伍结构`),
  organisation: '组织',
  day: '看哪一天',
  asOf: (day: string) => `截至 ${day}`,
  total: (total: number) => `共 ${total} 人`,
  empty: '名册里还没有人。导入名册后再来看。',
  share: (part: string) => `${part}%`,
  open: (chart: string, bar: string, count: number) => `${chart}：${bar} ${count} 人，点开看名单`,
  columns: { chart: '项目', bar: '分类', count: '人数', share: '占比' },
  charts,
  barLabel: (chart: StructureChartKey, key: string) => (key === '' ? BLANK : bars[chart](key)),
  shareOf: (count: number, total: number) => (total === 0 ? '0.0' : ((count / total) * 100).toFixed(1)),
  people: (count: number) => `${count} 人`,
  print: '打印结构图',
  printing: '正在生成结构图',
  printed: (day: string) => `${day} 打印`,
  fileName: (organisation: string, day: string) => `党员队伍结构${organisation === '' ? '' : `-${organisation}`}-${day.replaceAll('-', '')}.pdf`,
  /** 学历、岗位没有起止日期,哪天看都是现在填的。 */
  asOfUndated: (day: string) => `截至 ${day}（学历、岗位类别、管理层级没有起止日期，是现在填的）`,
} as const
