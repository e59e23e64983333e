import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { event, veto } from './compose.ts'

/** 五个加分项(合计封顶 10)、四个否决项(示例)。 */
export const eightEvents: readonly TemplateItem[] = [
  event('bonus', 'JF-01', ['上级表彰', '同一事项就高不重复。', '证书'], { levels: { national: [6, '国家级'], provincial: [4, '省部级'], group: [3, '集团公司级'], company: [2, '公司级'] } }),
  event('bonus', 'JF-02', ['经验交流推广', '在公司级以上会议交流或被推广，每次加 2 分，最多 4 分。', '文件'], { per: 2, cap: 4 }),
  event('bonus', 'JF-03', ['创新成果', '党建或技术创新成果通过公司级以上评审，每项加 2 分，最多 4 分。', '评审文件'], { per: 2, cap: 4 }),
  event('bonus', 'JF-04', ['急难险重任务', '完成公司交办的急难险重任务，每次加 1 分，最多 3 分。', '任务记录'], { per: 1, cap: 3 }),
  event('bonus', 'JF-05', ['宣传报道', '公司级以上刊发，每篇加 0.5 分，最多 2 分。', '报道'], { per: '0.5', cap: 2 }),
  veto('FJ-01', ['党员干部严重违纪违法', '当季考核为零分，全年不得评优。', '决定书'], { type: 'fail_period' }, { type: 'disqualify_year' }),
  veto('FJ-02', ['较大及以上安全、质量责任事故', '当季总分最高 59 分。', '事故报告'], { type: 'cap_total', value: 59 }),
  veto('FJ-03', ['失泄密事件', '质量安全保密和人才一项为零分，当季总分最高 79 分。', '通报'], { type: 'zero_dimension', dim: 'ZL' }, { type: 'cap_total', value: 79 }),
  veto('FJ-04', ['影响较大的群体性事件', '当季总分最高 59 分。', '报告'], { type: 'cap_total', value: 59 }),
]
