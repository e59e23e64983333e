import { compose } from './compose.ts'
import { fourPowersEvents } from './four-powers-events.ts'
import { fourPowersPolitics } from './four-powers-politics.ts'
import { fourPowersWork } from './four-powers-work.ts'

const levels = [
  { star: 1, min: 0 },
  { star: 2, min: 60 },
  { star: 3, min: 70 },
  { star: 4, min: 80 },
  { star: 5, min: 90 },
] as const

/** 四维评价:四个维度与四个来源交叉;创新是加分项;任务完成率由督办事项按期办结算。 */
export const fourPowers = compose({
  name: '四维评价（示例）',
  note: '四个维度、四个来源（重点工作督办、日常动态、集中检查、经营指标）、任务分解完成率、创新加分、党员先锋达效度取自一家企业的交流材料。来源没有给出子项和分值，这里的各项、分值、界限和封顶都是示例，由使用单位改定。',
  dimensions: { ZX: '政治执行力', LS: '组织落实力', BL: '堡垒作用力', DD: '责任担当力' },
  items: [...fourPowersPolitics, ...fourPowersWork, ...fourPowersEvents],
  scheme: {
    bonus: { cap: 10, noDuplicateMatter: true },
    deduct: { cap: 20 },
    // 四力要均衡:任何一力不到六成的,最高四星。
    stars: { levels, gates: [{ star: 5, type: 'dim_ratio', min: '60%' }] },
    rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 2 } },
    annual: { levels, rollup: { method: 'mean', missing: 'skip', minCount: 2 } },
  },
  texts: {
    tagGroups: [
      {
        code: 'source',
        name: '来源',
        values: [
          { code: 'supervised', name: '重点工作督办' },
          { code: 'daily', name: '日常动态' },
          { code: 'inspection', name: '集中检查' },
          { code: 'business', name: '经营指标' },
        ],
      },
    ],
  },
})
