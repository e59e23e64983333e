import type { SchemeBody, TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { wuweiEvents } from './wuwei-events.ts'
import { wuweiManagement } from './wuwei-management.ts'
import { wuweiPerformance } from './wuwei-performance.ts'
import { wuweiBrand, wuweiService } from './wuwei-service-brand.ts'
import { wuweiTeam } from './wuwei-team.ts'

const items: readonly TemplateItem[] = [...wuweiTeam, ...wuweiManagement, ...wuweiPerformance, ...wuweiService, ...wuweiBrand, ...wuweiEvents]

/** 只用下界:89.995 公布为 90.00 即五星,两档之间没有空隙。最低一级从 0 起。 */
const levels = [
  { star: 1, min: 0 },
  { star: 2, min: 60 },
  { star: 3, min: 70 },
  { star: 4, min: 80 },
  { star: 5, min: 90 },
] as const

/**
 * 五维堡垒指数:星级队伍、管理、业绩、服务、品牌。加分、扣分、否决是指标的种类,不是轴。
 * 全部分值、界限、名额都是示例,由使用单位改定。
 */
export const wuweiBaolei: SchemeBody = {
  name: '五维堡垒指数（示例）',
  note: '分值、界限和名额均为示例，由使用单位改定。',
  scheme: {
    mode: 'points',
    fullTotal: 100,
    dimensions: [{ id: 'DW' }, { id: 'GL' }, { id: 'YJ' }, { id: 'FW' }, { id: 'PP' }],
    indicators: items.map((item) => item.indicator),
    missing: { default: 'zero', redistribute: 'dimension', minCoverage: 0 },
    bonus: { cap: 10, noDuplicateMatter: true },
    total: { floor: 0, floorStage: 'beforeBonus' },
    rounding: { decimals: 2, mode: 'half_up' },
    decideOn: 'rounded',
    ranking: { scope: 'category', method: 'competition' },
    stars: { levels },
    rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 2 } },
    annual: {
      levels,
      quota: [
        { star: 5, pct: '15%', rounding: 'floor' },
        { star: 4, pct: '30%', rounding: 'floor' },
      ],
      rollup: { method: 'mean', missing: 'skip', minCount: 2 },
    },
  },
  texts: {
    dimensions: { DW: '星级队伍', GL: '星级管理', YJ: '星级业绩', FW: '星级服务', PP: '星级品牌' },
    indicators: Object.fromEntries(items.map((item) => [item.indicator.id, item.text])),
  },
}
