import { developmentStages, developmentSteps } from '../../data/code-tables/development-steps.ts'
import { SHIPPED_REGISTERS } from '../../data/registers/index.ts'

/** 自动计分规则用的字眼:表、字段、参数,以及把一条规则说成一句话。 */
interface TableWords {
  readonly name: string
  /** 一条记录怎么称呼,如「次」「人」。 */
  readonly unit: string
  readonly fields: Readonly<Record<string, string>>
  /** 有固定取值的字段:值 → 名称。 */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
}
const yes = { '1': '是', '0': '否' } as const
const registerNames = Object.fromEntries(SHIPPED_REGISTERS.map(({ key, name }) => [key, name]))
const filled = { '1': '已填', '': '没填' } as const

export const scoringRulesText = {
  tables: {
    meetings: {
      name: '会议和活动记录（办结的）',
      unit: '次',
      fields: { id: '标识', date: '日期', meetingType: '会议类型', partyGroupId: '党小组', due: '应到', present: '实到', votingDue: '有表决权的应到', votingPresent: '有表决权的实到', quorumReached: '够法定人数', finishedOn: '办结日', topicCount: '议题数', resolutionCount: '决议数', missingFields: '缺几处必备内容' },
      values: { quorumReached: yes },
    },
    members: {
      name: '党员名册（期末在册）',
      unit: '人',
      fields: { id: '标识', date: '日期', memberType: '党员类别', name: '姓名', gender: '性别', ethnicity: '民族', birthDate: '出生日期', education: '学历', idNumber: '公民身份号码', joinedOn: '入党日期', regularOn: '转正日期', mobile: '手机' },
      values: { name: filled, gender: filled, ethnicity: filled, birthDate: filled, education: filled, idNumber: filled, joinedOn: filled, regularOn: filled, mobile: filled },
    },
    organisation: {
      name: '组织和班子（期末）',
      unit: '项',
      fields: { id: '标识', date: '日期', fullMembers: '正式党员数', committeeSize: '委员数', committeeLacking: '应设支委会而没有设', longVacantPosts: '空缺超过 90 天的职务数', termDue: '届满日', termOverdue: '过了届满日' },
      values: { committeeLacking: yes, termOverdue: yes },
    },
    dues: {
      name: '党费（一人一月一行）',
      unit: '人月',
      fields: { id: '标识', date: '月份', onTime: '按时足额', late: '迟交', unpaid: '少交或没交' },
      values: { onTime: yes, late: yes, unpaid: yes },
    },
    follow_ups: {
      name: '督办事项（不再办的不算）',
      unit: '项',
      fields: { id: '标识', date: '提出日', kind: '种类', due: '期限', done: '销号日', closed: '销了号', late: '过期才销号', overdue: '过期没办完' },
      values: { kind: { resolution: '会议决议', rectification: '整改措施', inspection: '检查整改' }, closed: yes, late: yes, overdue: yes },
    },
    talks: {
      name: '谈心谈话',
      unit: '次',
      fields: { id: '标识', date: '日期', kind: '类别', pair: '算作哪一样', enteredOn: '登记日' },
      values: { kind: { committee: '支委之间', committee_member: '支委与党员', members: '党员之间', special: '书记与特殊对象' }, pair: { committee: '支委之间', committee_member: '支委与党员', members: '党员之间' } },
    },
    study: {
      name: '学时（期末在册，本年累计）',
      unit: '人',
      fields: { id: '标识', date: '日期', leading: '书记、班子成员', minutes: '学时（分钟）', requiredMinutes: '全年应有（分钟）', lacksCentral: '还缺县级以上集中培训', met: '达标' },
      values: { leading: yes, lacksCentral: yes, met: yes },
    },
    registers: {
      name: '登记簿',
      unit: '条',
      fields: { id: '标识', date: '日期', register: '哪一种', enteredOn: '登记日', carriedOut: '计划办了' },
      values: { register: registerNames, carriedOut: yes },
    },
    development: {
      name: '发展党员（一人一步一行）',
      unit: '步',
      fields: { id: '标识', date: '日期', step: '步骤', stage: '阶段', due: '期限', done: '办完日', early: '早于规定', late: '晚于规定', overdue: '过期没办', publicityDays: '公示天数', trainingDays: '培训天数', trainingHours: '培训学时', passed: '通过' },
      values: { step: Object.fromEntries(developmentSteps.map(({ step, name }) => [String(step), name])), stage: Object.fromEntries(developmentStages.map(({ code, shortName }) => [code, shortName ?? ''])), early: yes, late: yes, overdue: yes, passed: yes },
    },
    submissions: {
      name: '年度计划、总结的上报',
      unit: '份',
      fields: { id: '标识', date: '日期', register: '哪一种', due: '一般的期限', done: '上报日', submitted: '报了', approved: '审批了', returnedCount: '退回几次' },
      values: { register: registerNames, submitted: yes, approved: yes },
    },
    appraisals: {
      name: '组织生活会和民主评议（办结的）',
      unit: '次',
      fields: { id: '标识', date: '日期', meetingType: '哪一种', appraised: '参评人数', excellent: '评为优秀的人数', excellentOver: '优秀超过三分之一', finishedOn: '办结日' },
      values: { excellentOver: yes },
    },
  } satisfies Readonly<Record<string, TableWords>> as Readonly<Record<string, TableWords>>,
  params: { committeeMeetingsRequired: '应开支委会次数', groupCount: '党小组数', fullMembers: '正式党员数', probationaryMembers: '预备党员数', memberCount: '党员数', committeeSize: '委员数', talkPairsRequired: '谈心谈话应有的样数' } as Readonly<Record<string, string>>,
  windows: { period: '本期', quarter: '本季度', half: '本半年', year: '全年', ytd: '年初到本期' },
  derived: { month: '月份', day: '日' } as Readonly<Record<string, string>>,
  operators: { eq: '是', ne: '不是', gte: '不低于', lte: '不高于', gt: '高于', lt: '低于', in: '属于', exists: '已填' },
  types: { count: '次数：够不够', ratio: '比例：占多少', value: '数值：有多少', timeliness: '及时：按时没有', completeness: '完整：填全没有', composite: '几条合起来' },
  functions: { count: '个数', sum: '合计', avg: '平均', max: '最大', min: '最小' },
  transforms: { identity: '比例就是得分率', target: '达到目标得满分，不到按比例', linear: '在两个界限之间按比例', bands: '分档' },
  scores: { proportional: '按比例得分', deduct: '每少一次扣', all_or_nothing: '够了得满分，不够不得分' },
  combines: { weighted_mean: '按权重平均', min: '取最低的', max: '取最高的', product: '相乘' },
  empties: { exempt: '不考', full: '得满分', zero: '得零分', missing: '算缺项' },
  fields: {
    type: '看什么',
    source: '从哪里数',
    where: '只数这样的',
    field: '项目',
    operator: '条件',
    value: '值',
    addWhere: '添一个条件',
    removeWhere: (ordinal: number) => `去掉第 ${ordinal} 个条件`,
    window: '看多长一段',
    validIf: '这样的才算数',
    addValid: '添一个要求',
    removeValid: (ordinal: number) => `去掉第 ${ordinal} 个要求`,
    validKinds: { field: '一个项目', ratio: '两个项目之比', lag: '相隔几天' },
    ratioOf: '比上',
    lagFrom: '从',
    lagTo: '到',
    distinctBy: '同样的只计一次，按',
    minGapDays: '两次之间至少隔几天',
    required: '应有几次',
    requiredKinds: { number: '固定次数', param: '照支部的数', byCategory: '各类别不同' },
    score: '不够时怎么计分',
    per: '扣多少（得分率）',
    emptyRequired: '没有要求时',
    numerator: '分子',
    denominator: '分母',
    aggregateKinds: { fn: '数记录', param: '支部的数', const: '固定的数' },
    fn: '取',
    constant: '数',
    transform: '怎么折成得分率',
    target: '目标',
    lo: '零分的界限',
    hi: '满分的界限',
    bandMin: '不低于',
    bandA: '得分率',
    addBand: '添一档',
    removeBand: (ordinal: number) => `去掉第 ${ordinal} 档`,
    emptyDen: '没有可数的时',
    due: '应完成日',
    done: '完成日',
    lateDays: '晚几天以内',
    credit: '得分率',
    addLate: '添一档迟交',
    removeLate: (ordinal: number) => `去掉第 ${ordinal} 档`,
    beyond: '再晚',
    never: '没有完成',
    weightField: '按哪一项加权',
    required_fields: '要填全的项目',
    combine: '怎么合',
    part: (ordinal: number) => `第 ${ordinal} 条`,
    weight: '权重',
    addPart: '添一条',
    removePart: (ordinal: number) => `去掉第 ${ordinal} 条`,
    none: '不用',
  },
  try: {
    title: '拿一个支部试试',
    branch: '支部',
    month: '哪个月',
    run: '试一试',
    result: (ratio: string) => `得分率 ${ratio}`,
    outcomes: { exempt: '没有要求，不考', missing: '算缺项' },
    counted: (count: number) => `计入 ${count} 条`,
    rejected: (count: number) => `没有计入 ${count} 条`,
    note: '只是试算，不保存。',
  },
} as const
