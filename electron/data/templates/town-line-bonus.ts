import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { event } from './compose.ts'

const bonus = (id: string, name: string, wording: string, evidence: string, value: Parameters<typeof event>[3]): TemplateItem => event('bonus', id, [name, wording, evidence], value)

/** 加分各条;区间的列出各级,录入时选。 */
export const townBonus: readonly TemplateItem[] = [
  bonus('ZZ-12J', '入党积极分子培养', '积极分子达 5 人以上，每多 1 人加 0.5 分，最高加 2 分。', '发展档案', { per: '0.5', cap: 2 }),
  bonus('ZZ-13', '新发展党员年龄', '低于 35 周岁，每例加 0.5 分。', '发展档案', { per: '0.5' }),
  bonus('ZZ-18', '项目党建', '列入县级竞赛项目每例加 0.5 分；县级优秀项目一、二、三等奖加 3 至 1 分。', '项目资料', { levels: { listed: ['0.5', '列入县级竞赛'], first: [3, '县级一等奖'], second: [2, '县级二等奖'], third: [1, '县级三等奖'] } }),
  bonus('ZZ-19', '党建联盟', '新建成效明显或扩面提质，每例加 1 至 2 分。', '联盟资料', { levels: { one: [1, '加 1 分'], two: [2, '加 2 分'] } }),
  bonus('ZZ-20', '党员联户和作用发挥', '作用较好的酌情加 1 至 5 分。', '事迹材料', { levels: { one: [1, '加 1 分'], two: [2, '加 2 分'], three: [3, '加 3 分'], four: [4, '加 4 分'], five: [5, '加 5 分'] } }),
  bonus('ZZ-21', '党群服务中心创建完成', '加 3 分。', '验收文件', { per: 3 }),
  bonus('ZZ-23', '配合上级活动或迎检', '县级以上通过，每次加 0.5 分。', '通知和结果', { per: '0.5' }),
  bonus('ZZ-24', '亮点报道', '被县级以上平台报道，每项加 1 分。', '报道', { per: 1 }),
]
