import type { StandingKind } from '../../model/evaluation-period.ts'

const numerals = ['零', '一', '二', '三', '四', '五']
/** 没有定级的写“不评”,没有星的写“无星”。 */
const starWord = (star: number | null): string => (star === null ? '不评' : star === 0 ? '无星' : `${numerals[star] ?? String(star)}星`)
const quarterWord = (quarter: number): string => `${numerals[quarter] ?? String(quarter)}季度`
/** 一期的名称:月、季、年。 */
const periodName = (period: string): string => {
  const year = `${period.slice(0, 4)} 年`
  if (period.includes('Q')) return `${year}${quarterWord(Number(period.slice(6)))}`
  return period.length === 4 ? `${year}全年` : `${year} ${Number(period.slice(5, 7))} 月`
}
const gates: Readonly<Record<string, string>> = {
  dim_ratio: '有的维度得分率没有达到门槛',
  dims_below: '得分率偏低的维度多了',
  indicator: '关键指标没有达到门槛',
  max_deductions: '扣分多于门槛',
  prev_star: '上一季的星级没有达到门槛',
  flag: '缺少要具备的条件',
  quarters_star: '够星的季度不够数',
  no_quarter_below: '有的季度低于要求的星级',
}
const reasons: Readonly<Record<string, string>> = {
  below_min: '总分没有达到最低一级的界限',
  direct: '上级直接定级',
  step: '逐级晋升，一次只能升方案规定的级数',
  drop_limit: '一次降级有限度，没有再往下降',
  veto_cap: '有否决事项，星级封顶',
  quota: '超出名额，低一级再比',
  disqualified: '已取消评先资格，全年不评星',
  revoked: '已撤销星级',
  failed: '有否决事项，这一期计零分',
  locked: '撤销星级以后还在锁定期',
  not_rated: '成绩不够期数或者有待评的，不定级',
  held: '别的支部更正以后本可低一级，已经公布的星不往下拿',
}
const reasonWord = (reason: string): string => (reason.startsWith('gate:') ? `${gates[reason.slice(5)] ?? '没有过门槛'}，低一级` : (reasons[reason] ?? reason))

/** 季度星级和年度等次。 */
export const standingsText = {
  starWord,
  periodName,
  reasonWord,
  title: '季度和年度',
  period: '评哪一段',
  quarter: quarterWord,
  wholeYear: '全年',
  note: (name: string, version: number) => `方案：${name} 第 ${version} 版`,
  compute: '计算',
  computing: (period: string) => `正在计算 ${period}`,
  computed: (changed: number) => (changed === 0 ? '算好了，没有变化' : `算好了，${changed} 个支部有变化`),
  stopped: '已经停下来，原来的没有动',
  frozen: '已经公示，结果不再变；有错请到“申诉和更正”里提更正。党委另作的决定照样可以记。',
  notComputed: (n: number) => `还有 ${n} 个支部没有计算，点“计算”就有星级。`,
  staleNote: (n: number) => `有 ${n} 个支部算好以后又有变动，请再算一次。`,
  summary: (done: number, all: number) => `${all} 个支部，已计算 ${done} 个`,
  category: '类别',
  allCategories: '全部类别',
  noCategory: '未分类',
  noneInCategory: '这个类别还没有支部',
  empty: '还没有党支部，先到“组织与支部”里新增',
  toOrganisations: '去新增党支部',
  notYet: '未计算',
  stale: '需要重算',
  none: '—',
  legend: '“按分数”只看总分够得上几星；“评定”是过了门槛、晋升、否决、名额以后的。名次只在方案规定的范围里排，同分同名次。',
  columns: { branch: '支部', rank: '名次', total: '总分', band: '按分数', star: '评定', reasons: '为什么', actions: '认定' },
  partName: (period: string) => (period.includes('Q') ? quarterWord(Number(period.slice(6))) : `${Number(period.slice(5, 7))} 月`),
  partStar: (total: string, star: number | null) => (star === null ? total : `${total} ${starWord(star)}`),
  rank: (category: string, rank: number, of: number, tied: boolean) => `${category} ${rank}/${of}${tied ? ' 并列' : ''}`,
  decided: (star: number) => `党委决定：${starWord(star)}`,
  list: (period: string) => `${period}星级评定表`,
  signatures: ['制表', '审核', '党委书记'],
  outputStar: (star: number | null, decided: number | null) => (decided === null || decided === star ? starWord(star) : `${starWord(star)}（党委决定：${starWord(decided)}）`),
  recognise: '认定',
  recogniseOf: (branch: string) => `认定${branch}`,
  separator: '；',

  /** 打开一个支部:从分数一步步到星级。 */
  detail: {
    title: (branch: string, period: string) => `${branch}：${period}`,
    steps: '怎样评出来的',
    notComputed: '这一段还没有计算。',
    part: (name: string, total: string | null, star: number | null) => `${name}${total === null ? '没有成绩' : ` ${total} 分${star === null ? '' : `、${starWord(star)}`}`}`,
    parts: (words: readonly string[]) => `各期成绩：${words.join('；')}。`,
    total: (total: string | null) => (total === null ? '合不成总分。' : `合成总分 ${total} 分。`),
    band: (star: number | null) => (star === null || star === 0 ? '只看分数：没有够到最低一级。' : `只看分数：够得上${starWord(star)}。`),
    reason: (reason: string) => `${reasonWord(reason)}。`,
    straight: '各道门槛都过了，没有别的限制。',
    star: (star: number | null) => `评定：${starWord(star)}。`,
    decided: (star: number, by: string, day: string, reason: string) => `党委决定：${starWord(star)}（${by}，${day}；${reason}）。与评定的并列，不改算出来的结果。`,
    rank: (rank: number, of: number, tied: boolean) => `名次：${of} 个里第 ${rank} 名${tied ? '，并列' : ''}。`,
    previous: (star: number) => `上一季：${starWord(star)}。`,
    lock: (n: number) => `还要锁 ${n} 个季度。`,
    revision: (n: number) => `第 ${n} 次修订。`,
    stale: '算好以后又有变动，请再算一次。',
    entries: '另行认定的',
    noEntries: '没有另行认定的。',
    withdraw: '撤回',
    withdrawTitle: '撤回这一项认定',
    withdrawConsequence: '撤回以后不再算数，要再算一次；原来的记录留存。',
    entry: (what: string, reason: string, by: string, day: string, document: string) => `${what}：${reason}（${by}，${day}${document === '' ? '' : `，${document}`}）`,
  },

  /** 认定:照算的以外,由人定的几样。 */
  decision: {
    title: (branch: string, period: string) => `认定${branch}（${period}）`,
    kind: '认定什么',
    kinds: { direct_award: '直接定级', flag: '具备条件', own_part: '专项验收的分', deviation: '党委另作决定' } satisfies Record<StandingKind, string>,
    notes: {
      direct_award: '上级机关直接定的星级，不受逐级晋升和名额限制，仍受否决限制；再算一次就用上。',
      flag: '方案里要求具备的条件，凭文件认定；再算一次就用上。',
      own_part: '方案里另评的一部分，如季度专项验收、年终述职评议；再算一次就合进总分。',
      deviation: '党委不照算出来的定，要写明理由；两个并列，算出来的不改。',
    } satisfies Record<StandingKind, string>,
    star: '几星',
    starRequired: '请选几星',
    flag: '条件',
    flagRequired: '请选条件',
    points: '得分',
    pointsRequired: '请填得分，0 到满分之间',
    ownShare: (percent: string) => `占总分的 ${percent}%`,
    reason: '理由',
    reasonRequired: '请写理由',
    document: '文号',
    decidedBy: '谁定的',
    decidedByRequired: '请填谁定的',
    decidedOn: '哪天定的',
    decidedOnRequired: '请填哪天定的',
    confirm: '认定',
    done: '已经记下',
    words: (kind: StandingKind, value: string, flag: string) => (kind === 'flag' ? `具备条件“${flag}”` : kind === 'own_part' ? `专项验收 ${value} 分` : kind === 'direct_award' ? `直接定级${starWord(Number(value))}` : `党委决定${starWord(Number(value))}`),
  },
} as const
