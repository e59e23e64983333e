/** 考核方案:方案库、编辑、检查、试算、打分表。 */
export const schemesText = {
  kinds: { base: '基本', special: '专项', bonus: '加分', deduct: '扣分', veto: '否决' },
  sources: { auto: '按记录自动计', manual: '人工评', hybrid: '自动计、人工验收' },
  periods: { month: '每月', quarter: '每季', year: '每年' },
  fileName: (name: string, version: number, extension: 'json' | 'xlsx') => `${name}（第${version}版）.${extension}`,
  /** 打分表:导出、导入是同一份表头。 */
  sheet: {
    name: '考核细则',
    title: (name: string, version: number) => `${name}（第 ${version} 版）考核细则`,
    note: '改好以后可以再导入，成为一份新方案的草稿。加分、扣分填每次的分值，否决不填分值。自动计分的规则不在表里，导入后按人工评，可以再设。',
    columns: { code: '代码', dimension: '维度', kind: '种类', name: '名称', wording: '评分标准', points: '分值', period: '多久一次', dueMonths: '应考月份', source: '怎么评', evidence: '佐证', basis: '依据' },
    categoryPoints: (category: string) => `分值（${category}类）`,
    monthSeparator: '、',
    total: '总分',
    unnamedDimension: '考核内容',
    importedName: (day: string) => `导入的方案（${day}）`,
    importedNote: '由打分表导入，发布前请核对分值、封顶、否决效果和星级界限。',
  },
} as const
