import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'

const QUARTER_ENDS = [3, 6, 9, 12] as const

/** 星级服务 10 分(示例)。 */
export const wuweiService: readonly TemplateItem[] = [
  {
    indicator: { id: 'FW-01', kind: 'base', dim: 'FW', full: 4, period: 'month', source: 'manual' },
    text: { name: '问题清单和需求清单办结率', wording: '得分 = 4 × 按期办结率。', evidence: '问题清单' },
  },
  {
    indicator: { id: 'FW-02', kind: 'base', dim: 'FW', full: 3, period: 'quarter', dueMonths: QUARTER_ENDS, source: 'manual' },
    text: { name: '志愿服务和帮扶慰问', wording: '不少于计划次数，缺 1 次扣 0.5 分，扣完为止。', evidence: '活动登记' },
  },
  {
    indicator: { id: 'FW-03', kind: 'base', dim: 'FW', full: 3, period: 'year', dueMonths: [6, 12], source: 'manual' },
    text: { name: '党员群众满意度', wording: '得分 = 3 × 满意率。', evidence: '测评表' },
  },
]

/** 星级品牌 10 分(示例)。 */
export const wuweiBrand: readonly TemplateItem[] = [
  {
    indicator: { id: 'PP-01', kind: 'base', dim: 'PP', full: 4, period: 'month', source: 'manual' },
    text: { name: '示范岗、责任区、突击队和攻关项目运行', wording: '有项目有记录得 4 分；没有阶段记录的，每项扣 1 分，扣完为止。', evidence: '载体台账' },
  },
  {
    indicator: { id: 'PP-02', kind: 'base', dim: 'PP', full: 3, period: 'quarter', dueMonths: QUARTER_ENDS, source: 'manual' },
    text: { name: '联建共建', wording: '得分 = 3 × 协议任务完成率。', evidence: '共建台账' },
  },
  {
    indicator: { id: 'PP-03', kind: 'base', dim: 'PP', full: 3, period: 'year', dueMonths: [12], source: 'manual' },
    text: { name: '支部品牌', wording: '已命名并有年度总结得 3 分；培育中得 2 分；没有不得分。', evidence: '品牌台账' },
  },
]
