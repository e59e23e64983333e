import type { SchemeFaultView } from '../../model/scheme.ts'

/** 位置的叫法:方案的各部分;指标、维度、类别由调用者给名称。 */
const places: Readonly<Record<string, string>> = { stars: '季度星级', annual: '年度等次', bonus: '加分', dimensions: '各维度', quarter: '季度合成', quota: '名额', missing: '缺项办法', rounding: '取舍', total: '总分', deduct: '扣分', ranking: '排名', fullTotal: '总分', rollup: '合成' }
const quoted = (place: string, nameOf: (place: string) => string): string => {
  const name = nameOf(place)
  return `“${name === '' ? (places[place] ?? place) : name}”`
}

/** 一处毛病 → 一句话:哪里、怎么了、怎么办。 */
const sentences: Readonly<Record<string, (where: string, fault: SchemeFaultView) => string>> = {
  DUPLICATE_ID: (where) => `代码${where}用了两次，请改成不同的。`,
  UNKNOWN_DIMENSION: (where) => `${where}归的维度不存在，请另选维度。`,
  NEGATIVE: (where) => `${where}有负数，请改成正数；扣分也写正数。`,
  UNKNOWN_RULE: (where) => `${where}的自动计分规则不认得，请重新设。`,
  RULE_MISSING: (where) => `${where}按记录自动计，还没有设规则。`,
  UNKNOWN_EFFECT: (where) => `${where}的否决效果不认得，请重新选。`,
  UNKNOWN_INDICATOR: (where) => `${where}否决的指标不存在，请另选。`,
  VETO_WITHOUT_EFFECT: (where) => `${where}是否决，还没有写效果。`,
  UNKNOWN_CATEGORY: (where) => `${where}写了本单位没有的类别，请去掉或改选。`,
  NO_REGULAR_INDICATOR: (where) => `${where}类没有一个要考的指标。`,
  FULL_SUM: (where, { detail }) => `${where}类各指标的分值合计是 ${detail}，不等于总分；请调整分值，或在“基本情况”里选按比例折算。`,
  WEIGHT_SUM: (_where, { detail }) => `各维度的权重合计是 ${detail}，应当是 1（100%）。`,
  BONUS_CAP_MISSING: () => '有加分项，还没有写加分合计最多多少分。',
  LEVEL_ORDER: (where) => `${where}星的次序或界限不对：星级和分数都要从低到高。`,
  QUOTA_SUM: (where) => `${where}的名额占比合计超过了 100%。`,
  UNKNOWN_LEVEL: (where) => `名额里的${where}星不在各级里。`,
  UNKNOWN_TABLE: (where, { detail }) => `${where}的规则读了没有的登记（${detail}）。`,
  UNKNOWN_FIELD: (where, { detail }) => `${where}的规则读了没有的项目（${detail}）。`,
  UNKNOWN_PARAM: (where, { detail }) => `${where}的规则用了没有的支部数（${detail}）。`,
  FIELD_UNSUITABLE: (where, { detail }) => `${where}的规则拿${detail}去算，它不是数或者不是日期，请换一项。`,
  TEXT_MISSING: (where) => `${where}还没有名称。`,
  ID_MISSING: () => '有一个维度或指标没有代码。',
  BAD_NUMBER: (where, { detail }) => `${where}里的“${detail}”不是数，请写成 5、2.5、1/3 或 60%。`,
  MARK_MISSING: (where) => `${where}还没有分值。`,
  EVENT_VALUE_MISSING: (where) => `${where}还没有写每次几分，也没有分等级。`,
  DUE_NEVER: (where) => `${where}没有一个月要考，请选应考的月份。`,
  RATERS_MISSING: (where) => `${where}选了几方评分，还没有分组。`,
  GATE_UNKNOWN: (where) => `${where}有一道门槛，它的星级、维度或指标不存在。`,
  LEVELS_MISSING: (where) => `${where}还没有写各级。`,
  TIE_UNKNOWN: () => '同分时比的维度或指标不存在，请另选。',
  SHARE_RANGE: (where) => `${where}的比例要在 0 到 100% 之间。`,
  ROLL_WEIGHTS: (where) => `${where}按权重合成，权重的个数不对：季度要三个，年度要四个。`,
}

/** @param nameOf 指标、维度、类别的代码 → 名称;没有为空串。 */
export const describeSchemeFault = (fault: SchemeFaultView, nameOf: (place: string) => string): string => (sentences[fault.code] ?? ((where: string) => `${where}有问题，请重新核对。`))(quoted(fault.place, nameOf), fault)
