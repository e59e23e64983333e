import { compose, item, recorded, YEARLY } from './compose.ts'
import { alwaysFull } from './record-rules.ts'
import { townBonus } from './town-line-bonus.ts'
import { townDeductions } from './town-line-deductions.ts'

/** 镇对村(社区)「组织工作」条线:纯加扣分,从基准分起。 */
export const townLine = compose({
  name: '镇对村组织工作加扣分（示例）',
  note: '一年一评：全年的加扣登记在 12 月。24 条及各条的加扣分照公开的一个镇 2021 年的细则，区间酌定的列出两头和中间各级。来源没有条线基准分和加分封顶，这里从 100 分起、加分封顶 100 都是示例；同一条兼有加扣的分成两项。其他条线来源没有，未列。',
  dimensions: { ZG: '组织工作' },
  items: [
    item('JZ-01', 'ZG', 100, ['基准分', '从 100 分起，按加扣项加减。', '加扣记录'], { ...YEARLY, ...recorded(alwaysFull) }),
    ...townDeductions,
    ...townBonus,
  ],
  scheme: {
    bonus: { cap: 100, noDuplicateMatter: false },
    rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 1 } },
  },
})
