/** 示例支部一年一次的组织生活会、民主评议、述职评议用的文字。 */
export const YEARLY_LIFE_DAY = '2026-01-23'
export const DEBRIEF_DAY = '2026-01-16'

export const yearlyTitles = {
  life: '2025年度组织生活会和民主评议党员',
  debrief: '2025年度支部书记述职评议',
  lifeTopics: ['通报会前学习、谈心谈话和征求意见情况', '支部班子查摆问题，党员个人对照检查、开展批评和自我批评', '民主测评党员'],
  debriefTopics: ['支部书记述职', '党员评议'],
} as const

export const problemTexts = [
  { problem: '理论学习抓得不够细，有时以读文件代替讨论', source: '党员意见', measure: '每次学习安排两名党员结合岗位发言，支委轮流点评' },
  { problem: '深入班组不够，对倒班职工的困难掌握不及时', source: '职工座谈会', measure: '支委每月到联系班组不少于两次，问题当月答复' },
  { problem: '党员示范岗挂牌后检查少，作用发挥不明显', source: '上级点评', measure: '每季度对示范岗对照标准检查一次，结果在支部公开栏公布' },
  { problem: '整改事项有的只有要求没有回头看', source: '支委自查', measure: '整改事项列入督办清单，完成一项、核对一项、销号一项' },
] as const
export const criticismTexts = ['工作要求严，有时方法简单，要多听听班组的意见', '业务钻得深，党务学习抓得少，要两头兼顾', '安排工作细致，放手不够，要多给年轻党员压担子', '开会发言少，有想法要敢于说出来'] as const
export const selfNotes = ['一年来按时参加组织生活，本职工作完成较好；不足是学习不够系统', '能带头完成急难任务；不足是联系群众不够主动', '遵守纪律，服从安排；不足是在创新方面办法不多'] as const
export const appraisalOpinion = { excellent: '政治坚定、业绩突出，同意评为优秀', qualified: '能履行党员义务，发挥了应有作用', basic: '参加组织生活不够经常，帮助其改进' } as const

export const lifeContent = (host: string, first: string, second: string): string =>
  `会前，支部组织党员学习了有关文件，支委之间、支委与党员之间普遍谈心，征求到意见若干条。\n${host}代表支部班子作对照检查，查摆了存在的问题和原因，提出了整改措施。\n党员逐一进行个人对照检查，开展批评和自我批评，${first}、${second}等同志先后发言，大家直面问题、态度诚恳。\n会上进行了民主测评。支委会根据测评情况和平时表现提出评定意见，经会议通过。`
export const debriefContent = (host: string, first: string): string => `${host}就一年来抓党建工作情况向党员大会述职，报告了主要做法、存在的问题和下一步打算。\n${first}等党员提问并作了点评，到会党员对述职情况进行了测评。`
export const debriefComment = '抓党建与中心工作结合得较紧，组织生活规范'
export const debriefProblem = '对青年党员的培养还要再下功夫'
export const teamName = '支部班子'
