import { item, recordedOrRated, YEARLY } from './compose.ts'
import { committeeInPlace, developmentInTime, duesOnTime, electionInTime, rosterComplete, studyMet, weighted } from './record-rules.ts'
import { university } from './university.ts'

const byHand = '来源只给名称和分值，没有评分细则，由评分人按支撑材料评。'
const byRecord = '来源没有评分细则；先按全年记录折算，另行评分的以评分为准。'
const evidence = '支撑材料'

/** 高校学生支部 150 分:名称与分值是来源的原样。 */
export const universityStudents = university({
  name: '高校学生支部评星（示例）',
  dimensions: { D1: '组织和制度建设', D2: '发展党员工作', D3: '党员教育管理监督服务与作用', D4: '党费收缴、使用与管理', D5: '发展党内民主' },
  items: [
    item('D1-01', 'D1', 15, ['支部班子建设', byRecord, evidence], { ...YEARLY, ...recordedOrRated(weighted([2, committeeInPlace], [1, electionInTime])) }),
    item('D1-02', 'D1', 10, ['制度建设', byHand, evidence], YEARLY),
    item('D1-03', 'D1', 10, ['作用发挥', byHand, evidence], YEARLY),
    item('D2-01', 'D2', 5, ['发展原则', byHand, evidence], YEARLY),
    item('D2-02', 'D2', 5, ['发展重点', byHand, evidence], YEARLY),
    item('D2-03', 'D2', 5, ['发展质量', byHand, evidence], YEARLY),
    item('D2-04', 'D2', 25, ['发展程序', byRecord, evidence], { ...YEARLY, ...recordedOrRated(developmentInTime('year')) }),
    item('D3-01', 'D3', 10, ['党员教育', byRecord, evidence], { ...YEARLY, ...recordedOrRated(studyMet) }),
    item('D3-02', 'D3', 20, ['党员管理监督', byHand, evidence], YEARLY),
    item('D3-03', 'D3', 5, ['党建信息化建设', byRecord, evidence], { ...YEARLY, ...recordedOrRated(rosterComplete) }),
    item('D3-04', 'D3', 20, ['党员作用发挥', byHand, evidence], YEARLY),
    item('D4-01', 'D4', 5, ['党费收缴', byRecord, evidence], { ...YEARLY, ...recordedOrRated(duesOnTime('year')) }),
    item('D4-02', 'D4', 5, ['党费使用管理', byHand, evidence], YEARLY),
    item('D5-01', 'D5', 5, ['保障党员民主权利', byHand, evidence], YEARLY),
    item('D5-02', 'D5', 5, ['推进党务公开', byHand, evidence], YEARLY),
  ],
})
