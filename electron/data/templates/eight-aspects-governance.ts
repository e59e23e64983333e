import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { item, recorded, recordedOrRated } from './compose.ts'
import { completeMinutes, duesOnTime, followUpsOnTime, plansCarriedOut, talksCounted } from './record-rules.ts'

const Q = { period: 'quarter' } as const

/** 作风建设 10、纪律建设 10、制度建设 10(示例);谈话、检查整改、党费、计划、记录由登记算。 */
export const eightGovernance: readonly TemplateItem[] = [
  item('ZF-01', 'ZF', 4, ['谈心谈话', '每季度登记不少于 3 次，得分 = 4 × 次数 ÷ 3，多谈不多得；不看谈了什么。', '谈心谈话登记'], { ...Q, ...recordedOrRated(talksCounted(3, 'period')) }),
  item('ZF-02', 'ZF', 3, ['联系服务群众', '办结职工反映的问题，得分 = 3 × 办结率。', '问题清单'], Q),
  item('ZF-03', 'ZF', 3, ['志愿服务和帮扶慰问', '按计划开展得满分；缺 1 次扣 1 分，扣完为止。', '活动登记'], Q),
  item('JL-01', 'JL', 4, ['检查问题整改', '本季到期的检查整改：按期得 1，晚 3 天内得 0.8，晚 7 天内得 0.5，取平均。没有到期事项的不考。', '督办事项'], { ...Q, ...recorded(followUpsOnTime('period', 'inspection')) }),
  item('JL-02', 'JL', 3, ['廉洁教育', '每季度 1 次得满分；没有不得分。', '教育记录'], Q),
  item('JL-03', 'JL', 3, ['党费按月交纳', '得分 = 3 × 按时足额交纳的人月比例；党费在别处登记的由考核人评。', '党费登记'], { ...Q, ...recordedOrRated(duesOnTime('period')) }),
  item('ZD-01', 'ZD', 4, ['月度工作安排完成', '得分 = 4 × 本季到期的安排里办了的比例。', '月度工作安排'], { ...Q, ...recordedOrRated(plansCarriedOut('monthly_plan', 'period')) }),
  item('ZD-02', 'ZD', 3, ['支部制度健全并执行', '缺 1 项扣 1 分；没有执行的每次扣 0.5 分，扣完为止。', '制度文本'], Q),
  item('ZD-03', 'ZD', 3, ['记录规范', '本季办结的记录每缺 1 处必备内容扣十分之一，扣完为止。', '支部手册'], { ...Q, ...recorded(completeMinutes('period')) }),
]
