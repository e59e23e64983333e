import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { item, QUARTERLY, recorded, recordedOrRated, YEARLY } from './compose.ts'
import { committeeInPlace, electionInTime, followUpsOnTime, lifeMeetings, studyMet, talksHeld, weighted } from './record-rules.ts'

const supervised = { source: 'supervised' } as const
const daily = { source: 'daily' } as const
const inspection = { source: 'inspection' } as const
const business = { source: 'business' } as const

/** 堡垒作用力 25、责任担当力 25(示例)。年度的几项在 12 月看全年。 */
export const fourPowersWork: readonly TemplateItem[] = [
  item('BL-01', 'BL', 6, ['班子健全、按期换届', '应设支委会没有设、书记和委员空缺超过 90 天、届满没有换届的按记录扣。', '组织登记'], recorded(weighted([2, committeeInPlace], [1, electionInTime])), daily),
  item('BL-02', 'BL', 6, ['党员先锋达效度', '示范岗、责任区、突击队达到约定效果的比例 × 6；只看项目和任务，不给个人计分。', '载体台账'], QUARTERLY, supervised),
  item('BL-03', 'BL', 4, ['党员学时达标率', '得分 = 4 × 达标人数 ÷ 在册人数（党员 32 学时，书记和班子成员 56 学时）。12 月评。', '学习培训登记、会议记录'], { ...YEARLY, ...recordedOrRated(studyMet) }, daily),
  item('BL-04', 'BL', 3, ['组织生活会和民主评议', '每年各 1 次；优秀超过三分之一的那次不计。12 月评。', '会议记录'], { ...YEARLY, ...recorded(lifeMeetings('year')) }, inspection),
  item('BL-05', 'BL', 6, ['本单位经营指标', '完成率 100% 及以上得满分；每低 1 个百分点扣 5%，扣完为止。', '经营报表'], {}, business),
  item('DD-01', 'DD', 7, ['检查问题整改', '当季到期的检查整改：按期得 1，晚 3 天内得 0.8，晚 7 天内得 0.5，取平均。没有到期事项的不考。季末评。', '督办事项'], { ...QUARTERLY, ...recorded(followUpsOnTime('quarter', 'inspection')) }, inspection),
  item('DD-02', 'DD', 4, ['谈心谈话', '支委之间、支委与党员、党员之间每年各 1 次，没有支委会的没有第一样；不看谈了什么。12 月评。', '谈心谈话登记'], { ...YEARLY, ...recorded(talksHeld('year')) }, daily),
  item('DD-03', 'DD', 6, ['急难险重任务', '完成交办的任务得满分；没有完成的每项扣 2 分，扣完为止；没有任务的豁免。', '任务记录'], QUARTERLY, supervised),
  item('DD-04', 'DD', 8, ['安全、质量和成本', '三项都达到目标得满分；一项没有达到扣三分之一；触及否决项的另行处理。', '经营报表、通报'], {}, business),
]
