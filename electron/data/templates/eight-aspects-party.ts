import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { item, recorded, recordedOrRated } from './compose.ts'
import { committeeInPlace, developmentInTime, electionInTime, followUpsOnTime, rosterComplete, studyEveryMonth, themeDays, threeMeetingsOneLecture } from './record-rules.ts'

const Q = { period: 'quarter' } as const

/** 政治建设 14、思想建设 12、组织建设 20(示例);三会一课、主题党日、班子、名册、发展、督办由记录算。 */
export const eightParty: readonly TemplateItem[] = [
  item('ZZ-01', 'ZZ', 4, ['第一议题和上级部署传达学习', '本季应传达的逐项学习并有贯彻措施得满分；缺 1 项扣 1 分，扣完为止。', '会议记录'], Q),
  item('ZZ-02', 'ZZ', 4, ['重点工作督办按期办结', '本季到期的督办事项：按期得 1，晚 3 天内得 0.8，晚 7 天内得 0.5，再晚和没办不得分，取平均。没有到期事项的不考。', '督办事项'], { ...Q, ...recorded(followUpsOnTime('period')) }),
  item('ZZ-03', 'ZZ', 3, ['意识形态工作', '有安排、有分析、有处置得满分；缺 1 项扣 1 分。', '工作台账'], Q),
  item('ZZ-04', 'ZZ', 3, ['党组织意见进入经营决策', '重大事项事前听取支部意见；缺 1 次扣 1 分，扣完为止。', '会议记录'], Q),
  item('SX-01', 'SX', 4, ['学习培训', '每月至少登记 1 次学习培训，得分 = 4 × 有学习的月数 ÷ 3；会上的学习另在会议里计。', '学习培训登记'], { ...Q, ...recordedOrRated(studyEveryMonth(3, 'period')) }),
  item('SX-02', 'SX', 4, ['主题党日', '每月 1 次，得分 = 4 × 开展的月数 ÷ 3。', '会议记录'], { ...Q, ...recorded(themeDays(3, 'period')) }),
  item('SX-03', 'SX', 4, ['思想动态分析和职工思想工作', '每季度分析 1 次并有措施得满分；没有分析不得分，没有措施得一半。', '分析材料'], Q),
  item('ZJ-01', 'ZJ', 6, ['三会一课', '大会每季度 1 次、支委会每月 1 次、党小组会每月 1 次、党课每季度 1 次，按 3、3、2、2 的比重合成；到会不足法定人数的大会、支委会不计。', '会议记录'], { ...Q, ...recorded(threeMeetingsOneLecture(3, 'period')) }),
  item('ZJ-02', 'ZJ', 4, ['班子健全', '应设支委会没有设不得分；书记、委员空缺超过 90 天每职扣四分之一。', '组织登记'], { ...Q, ...recorded(committeeInPlace) }),
  item('ZJ-03', 'ZJ', 3, ['按期换届', '届满没有换届又没有批准延期不得分。', '换届记录'], { ...Q, ...recorded(electionInTime) }),
  item('ZJ-04', 'ZJ', 3, ['党员名册完整', '得分 = 3 × 必填项完整率。', '党员名册'], { ...Q, ...recorded(rosterComplete) }),
  item('ZJ-05', 'ZJ', 4, ['发展党员程序和时限', '得分 = 4 × 办了的和到期的各步里不早不晚的比例；本季没有的不考。', '发展党员记录'], { ...Q, ...recordedOrRated(developmentInTime('period')) }),
]
