import { committeeInPlace, developmentInTime, electionInTime, followUpsClosed, plansCarriedOut, rosterComplete, submitted } from './record-rules.ts'
import { sixItems } from './six-classes-items.ts'

/** 组织建设 14 项 18 分(示例)。 */
export const sixOrganisation = sixItems('ZZ', [
  ['按规定设置党组织', 2, '批复'],
  ['班子健全、分工明确', 2, '组织登记', committeeInPlace],
  ['按期换届', 2, '换届记录', electionInTime],
  ['书记和出资人、管理层双向进入', 1, '任职文件'],
  ['书记年度述职', 1, '述职材料'],
  ['党建指导员到位', 1, '选派文件'],
  ['年度工作计划按期上报', 1, '上报记录', submitted('year', 'year_plan')],
  ['上年工作总结按期上报', 1, '上报记录', submitted('year', 'year_summary')],
  ['年度计划的任务完成', 2, '年度工作计划', plansCarriedOut('year_plan', 'year')],
  ['检查整改销号', 1, '督办事项', followUpsClosed('year', 'inspection')],
  ['党务公开', 1, '公开栏'],
  ['党员名册完整', 1, '党员名册', rosterComplete],
  ['发展党员按程序按时限', 1, '发展党员记录', developmentInTime('year')],
  ['群团组织健全', 1, '批复'],
])
