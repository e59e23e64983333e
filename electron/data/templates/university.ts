import type { SchemeBody, TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { compose } from './compose.ts'

/** 百分制的 60、70、80、90 折到 150 分。 */
const levels = [
  { star: 1, min: 0 },
  { star: 2, min: 90 },
  { star: 3, min: 105 },
  { star: 4, min: 120 },
  { star: 5, min: 135 },
] as const

/** 高校两套量表共同的部分:满分 150,一年一评。 */
export const university = ({ name, dimensions, items }: { readonly name: string; readonly dimensions: Readonly<Record<string, string>>; readonly items: readonly TemplateItem[] }): SchemeBody =>
  compose({
    name,
    note: '一年一评，12 月看全年。名称和分值（满分 150）照公开的高校评星量表；来源没有评分细则，加分、减分、评议三类只有名目没有条目，未列。来源的 90、80、70、60 分数线是百分制，这里按满分 150 折算。所有数值均为示例，由使用单位改定。',
    dimensions,
    items,
    scheme: {
      fullTotal: 150,
      stars: { levels },
      rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 1 } },
      annual: { levels, rollup: { method: 'mean', missing: 'skip', minCount: 1 } },
    },
  })
