/** 图上与图旁的文字。 */
export const chartsText = {
  own: '本支部',
  median: '同类中位数',
  gap: '不适用',
  insufficient: '数据不足',
  vetoed: '否决',
  score: '得分',
  full: '满分',
  ratio: '得分率',
  dimension: '维度',
  noMedian: '—',
  tooFewAxes: '有数的维度不到三个，改画条形图',
  noValues: '还没有可以画的得分',
  weakMark: '▼',
  weakNote: '▼ 低于 70',
  describeAxis: (name: string, value: string | null, median: string | null, gapWord: string) => `${name}${value === null ? gapWord : ` ${value}`}${median === null ? '' : `，同类中位数 ${median}`}`,
  describe: (parts: readonly string[]) => `得分率（百分数）：${[...parts].join('；')}。`,
} as const
