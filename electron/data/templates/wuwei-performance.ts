import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'

/** 星级业绩 30 分(示例):四项都是专项,分值随支部类别不同;单位自加的类别用缺省分值。 */
export const wuweiPerformance: readonly TemplateItem[] = [
  {
    indicator: { id: 'YJ-01', kind: 'special', dim: 'YJ', full: 9, fullByCategory: { production: 9, auxiliary: 4, management: 0, market: 12, mixed: 9 }, period: 'month', source: 'manual' },
    text: { name: '产量（或同类数量）完成率', wording: '完成率 100% 及以上得满分；每低 1 个百分点扣本项分值的 5%，扣完为止。', evidence: '生产经营报表' },
  },
  {
    indicator: { id: 'YJ-02', kind: 'special', dim: 'YJ', full: 7, fullByCategory: { production: 7, auxiliary: 8, management: 8, market: 8, mixed: 7 }, period: 'month', source: 'manual' },
    text: { name: '成本控制', wording: '不超预算得满分；每超 1 个百分点扣本项分值的 5%，扣完为止。', evidence: '财务报表' },
  },
  {
    indicator: { id: 'YJ-03', kind: 'special', dim: 'YJ', full: 7, fullByCategory: { production: 7, auxiliary: 9, management: 16, market: 6, mixed: 7 }, period: 'month', source: 'manual' },
    text: { name: '质量合格、服务满意', wording: '达到目标得满分；每低 1 个百分点扣本项分值的 5%，扣完为止。', evidence: '质量报表、满意度' },
  },
  {
    indicator: { id: 'YJ-04', kind: 'special', dim: 'YJ', full: 7, fullByCategory: { production: 7, auxiliary: 9, management: 6, market: 4, mixed: 7 }, period: 'month', source: 'manual' },
    text: { name: '安全', wording: '没有责任事故得满分；一般事件每起扣 2 分，扣完为止；触及否决项的另行处理。', evidence: '安全通报' },
  },
]
