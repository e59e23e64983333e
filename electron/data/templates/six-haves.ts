import { compose, event, item, recordedOrRated, YEARLY } from './compose.ts'
import { submitted } from './record-rules.ts'

/** 「六有」规范化:来源残缺,只有后三节的九项。 */
export const sixHaves = compose({
  name: '六有规范化建设残本（示例）',
  note: '一年一评，12 月看全年。来源只有后三节九项共 46 分，前三节和第四节前两项缺，未补；“创先争优”的评分标准来源截断，只有分值。没有分数线。缺的补齐以前不宜用来定级。所有数值均为示例。',
  dimensions: { ZD: '活动阵地（后三项）', ZX: '健全完善的制度机制', YJ: '群众满意的工作业绩' },
  items: [
    item('ZD-03', 'ZD', 3, ['党建宣传阵地', '没有悬挂党旗、誓词等扣 1 分；奖分另列。', '现场、报道'], YEARLY),
    item('ZD-04', 'ZD', 4, ['党员志愿服务阵地', '机制不健全扣 1 分；没有入队扣 1 分；年度参加少于 4 次扣 1 分。', '服务记录'], YEARLY),
    item('ZD-05', 'ZD', 4, ['党建台账资料', '不健全扣 1 分；整理不规范扣 1 分；没有落实工作记事制度扣 2 分。', '台账'], YEARLY),
    item('ZX-01', 'ZX', 3, ['年度党建工作计划', '没有制定扣 3 分；简单、脱离实际、没有重点、不可行，缺一项扣 1 分。先看报没报，另行评分的以评分为准。', '计划'], { ...YEARLY, ...recordedOrRated(submitted('year', 'year_plan')) }),
    item('ZX-02', 'ZX', 5, ['检查总结', '年中没有研究分析扣 2 分；年终没有全面总结扣 3 分。', '总结'], YEARLY),
    item('ZX-03', 'ZX', 7, ['建立落实各项制度', '组织生活、学习、议事、分工、谈心、关怀、公开、信访、廉政、述职、联系群众，每缺一项扣 1 分，扣完为止。', '制度汇编'], YEARLY),
    item('YJ-01', 'YJ', 7, ['完成任务', '没有完成全年任务扣 3 分。', '总结'], YEARLY),
    item('YJ-02', 'YJ', 5, ['发挥作用', '示范作用不明显扣 2 分。', '测评'], YEARLY),
    item('YJ-03', 'YJ', 8, ['创先争优', '来源截断，没有评分标准，由使用单位写明以后再评。', '荣誉'], YEARLY),
    event('bonus', 'ZD-03A', ['宣传报道五篇以上', '奖 1 分，封顶 1 分。', '报道'], { per: 1, cap: 1 }),
    event('bonus', 'ZD-03B', ['建有网站、群等', '任一项奖 1 分，不累计。', '现场'], { per: 1, cap: 1 }),
  ],
  scheme: {
    fullTotal: 46,
    bonus: { cap: 2, noDuplicateMatter: true },
    rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 1 } },
  },
})
