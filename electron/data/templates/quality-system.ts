import { compose, item, recorded, recordedOrRated, veto, YEARLY } from './compose.ts'
import { lectures, meetingSteps, studyEveryMonth } from './record-rules.ts'

/** 党建工作质量管理体系:来源残缺,只有「组织建设」里写得出分值的十一项。 */
export const qualitySystem = compose({
  name: '党建质量管理体系残本（示例）',
  note: '一年一评，12 月看全年。来源是残本：只有组织建设里有分值的 11 项共 50 分；党员队伍一节后半、“党员责任区”的分值、组织建设以外的 25 分缺，未补；一、二、三类的分数线来源没有，不定级。支委会一项来源的步骤分合计与 3 分不符，按前三步。所有数值均为示例。',
  dimensions: { ZD: '制度建设', BZ: '班子建设', DW: '党员队伍建设（前半）' },
  items: [
    item('ZD-01', 'ZD', 5, ['支部各项制度健全', '不健全扣 1 至 3 分（质量体系文件、三会一课、党员发展、党员考核细则）。', '制度文件'], YEARLY),
    item('BZ-02', 'BZ', 6, ['学习与团结', '班子不团结扣 2 分；书记业务知识不扎实扣 2 至 4 分。', '学习记录、测评'], YEARLY),
    item('BZ-02L', 'BZ', 5, ['廉洁活动与廉洁自律', '按要求开展领导人员廉洁教育得分（含警示片、心得）；班子成员违法违纪的另按否决办。', '教育记录'], YEARLY),
    item('BZ-03', 'BZ', 6, ['民主集中制与三重一大', '定议题 0.5、党政会前沟通 0.5、组织讨论 0.5、决议与记录 0.5、落实 2，其余 2 分来源没有写明；制度没有落实一次扣 2 分。', '会议记录'], YEARLY),
    item('BZ-04', 'BZ', 10, ['完成生产经营与安全指标', '完成得分；没有完成年度指标或较大安全事故的另按否决办。', '经营指标'], YEARLY),
    item('BZ-05', 'BZ', 3, ['支委会按程序召开', '议题 1、形成决议 1、记录 1，按全年记录里齐全的比例。', '支委会记录'], { ...YEARLY, ...recordedOrRated(meetingSteps('committee_meeting', 'year', [1, 1, 1])) }),
    item('BZ-06', 'BZ', 5, ['积极开展支部工作', '开展不力扣 2 至 5 分。', '工作记录'], YEARLY),
    item('DW-07', 'DW', 4, ['党员学习制度：计划、落实、记录', '计划 1、落实 2、记录 1；每月至少 1 次，少一次扣 0.5 分。先按登记的月数折算，另行评分的以评分为准。', '学习记录'], { ...YEARLY, ...recordedOrRated(studyEveryMonth(12, 'year')) }),
    item('DW-08', 'DW', 2, ['制度健全并组织落实', '不健全扣 2 分；不落实扣 1 分。', '制度'], YEARLY),
    item('DW-08A', 'DW', 2, ['党员大会', '议题 0.5、讨论形成决议 1、记录 0.5，按全年记录里齐全的比例。', '大会记录'], { ...YEARLY, ...recorded(meetingSteps('general_meeting', 'year', [1, 2, 1])) }),
    item('DW-08B', 'DW', 2, ['党课一年四次', '少一次扣 0.5 分；出勤率低于 90% 每低 10% 扣 1 分，由评分人评。', '党课记录'], { ...YEARLY, ...recordedOrRated(lectures(4, 'year')) }),
    veto('FJ-01', ['没有完成年度指标，或较大安全事故', '当年不得列为一类。分类的分数线定了以后才起作用。', '经营指标'], { type: 'cap_star', star: 2 }),
    veto('FJ-02', ['班子成员违法违纪', '当年定为三类。分类的分数线定了以后才起作用。', '决定书'], { type: 'cap_star', star: 1 }),
  ],
  scheme: {
    fullTotal: 50,
    rollup: { quarter: { method: 'mean', missing: 'skip', minCount: 1 } },
  },
})
