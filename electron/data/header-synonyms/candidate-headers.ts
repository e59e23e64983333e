import { STEP_FIELDS, type CandidateField, type StepField } from '../../domain/import/candidate-fields.ts'
import { ROSTER_HEADERS } from './roster-headers.ts'

const withDay = (...words: readonly string[]): string[] => words.flatMap((word) => [`${word}日期`, `${word}时间`, word])

/** 各步日期的说法;「某某」「某某时间」「某某日期」都认。 */
const STEP_HEADERS: readonly (readonly string[])[] = [
  [...withDay('递交入党申请书', '提交入党申请书', '递交申请书', '申请入党', '入党申请', '递交申请', '提出入党申请', '写申请书'), '何时申请入党'],
  withDay('派人谈话', '申请谈话', '组织派人谈话', '党组织派人谈话', '谈话'),
  [...withDay('确定为入党积极分子', '确定为积极分子', '确定积极分子', '确定入党积极分子', '列为入党积极分子', '列为积极分子', '推荐和确定入党积极分子', '被确定为入党积极分子', '入党积极分子确定', '积极分子确定'), '积极分子时间', '积极分子日期', '何时确定为积极分子'],
  withDay('积极分子备案', '积极分子报上级党委备案', '入党积极分子备案', '积极分子上级备案'),
  withDay('指定培养联系人', '确定培养联系人', '培养联系人确定'),
  withDay('培养教育考察期满', '培养教育考察', '考察期满', '培养考察期满', '培养期满'),
  [...withDay('确定为发展对象', '确定发展对象', '列为发展对象', '被确定为发展对象', '发展对象确定'), '发展对象时间', '发展对象日期', '何时确定为发展对象'],
  withDay('发展对象备案', '发展对象报上级党委备案', '发展对象上级备案', '备案同意'),
  withDay('确定入党介绍人', '确定介绍人', '入党介绍人确定'),
  [...withDay('政治审查', '政审', '政审完成', '政审结论'), '政审材料时间'],
  [...withDay('短期集中培训', '集中培训', '发展对象培训', '参加培训', '培训结业', '培训'), '培训结束时间'],
  withDay('支委会审查', '支部委员会审查', '支委会讨论'),
  withDay('上级党委预审', '党委预审', '预审'),
  withDay('填写入党志愿书', '填写志愿书'),
  [...withDay('支部大会讨论接收', '接收为预备党员', '接收预备党员', '成为预备党员', '支部大会通过', '支部大会讨论', '支部大会接收', '支部党员大会通过', '入党'), '预备党员时间', '预备党员日期', '加入党组织时间', '加入党组织日期'],
  withDay('上级党委派人谈话', '党委派人谈话', '审批前谈话', '党委谈话'),
  [...withDay('上级党委审批', '党委审批', '审批预备党员', '党委批准', '上级党委批准'), '批准时间', '批准日期'],
  withDay('再上一级组织部门备案', '组织部门备案', '组织部备案'),
  withDay('编入党支部和党小组', '编入党支部', '编入支部', '编入党小组'),
  [...withDay('入党宣誓', '宣誓'), '何时宣誓'],
  withDay('继续教育考察', '预备期考察', '继续教育考察期满'),
  withDay('提出转正申请', '转正申请', '递交转正申请'),
  withDay('支部大会讨论转正', '转正支部大会', '转正大会', '讨论转正'),
  withDay('上级党委审批转正', '党委审批转正', '转正审批', '批准转正'),
  withDay('材料归档', '归档'),
]
const STEPS = Object.fromEntries(STEP_FIELDS.map((field, index) => [field, STEP_HEADERS[index] ?? []])) as unknown as Readonly<Record<StepField, readonly string[]>>

const VOTE_WORDS = {
  votes: ['表决情况', '票决情况', '表决结果', '票决结果', '表决票数', '投票情况', '大会表决情况', '大会票决情况', '支部大会表决情况', '支部大会票决情况'],
  due: ['应到', '应到人数', '应到会人数', '应到有表决权', '应到有表决权人数', '大会应到'],
  present: ['实到', '实到人数', '实到会人数', '实到有表决权', '实到有表决权人数', '大会实到'],
  favour: ['赞成', '赞成票', '赞成票数', '同意票', '同意票数', '赞成人数'],
  against: ['反对', '反对票', '反对票数', '不同意票', '不同意票数', '反对人数'],
  abstain: ['弃权', '弃权票', '弃权票数', '弃权人数'],
} as const
/** 接收大会、转正大会的票数;转正的前面写着「转正」。 */
const votesOf = <S extends '15' | '23'>(prefix: string, step: S) => Object.fromEntries(Object.entries(VOTE_WORDS).map(([key, words]) => [`${key}${step}`, words.map((word) => prefix + word)])) as unknown as Readonly<Record<`${keyof typeof VOTE_WORDS}${S}`, readonly string[]>>

/** 发展党员台账的表头说法;次序的意思同 roster-headers.ts。 */
export const CANDIDATE_HEADERS: Readonly<Record<CandidateField, readonly string[]>> = {
  name: [...ROSTER_HEADERS.name, '申请人姓名', '积极分子姓名', '发展对象姓名', '培养对象'],
  branch: [...ROSTER_HEADERS.branch, '培养支部', '培养党支部', '培养单位', '申请入党支部'],
  idNumber: ROSTER_HEADERS.idNumber,
  gender: ROSTER_HEADERS.gender,
  ethnicity: ROSTER_HEADERS.ethnicity,
  birthDate: ROSTER_HEADERS.birthDate,
  education: ROSTER_HEADERS.education,
  post: [...ROSTER_HEADERS.post, '单位职务', '现工作单位及职务'],
  mobile: ROSTER_HEADERS.mobile,
  stage: ['人员类别', '发展阶段', '所处阶段', '当前阶段', '类别', '身份', '人员身份', '阶段', '政治面貌', '培养阶段'],
  ...STEPS,
  mentors: ['培养联系人', '培养联系人姓名', '联系人', '培养人', '培养联系人一二'],
  sponsors: ['入党介绍人', '介绍人', '入党介绍人姓名'],
  reviewConclusion: ['政审结论', '政治审查结论', '政审结果', '政审情况', '政审是否合格', '政治审查结果'],
  trainingConclusion: ['培训结论', '培训结果', '培训情况', '培训是否合格', '培训成绩', '结业情况'],
  trainingDays: ['培训天数', '培训天'],
  trainingHours: ['培训学时', '学时', '培训课时'],
  formNumber: ['入党志愿书编号', '志愿书编号', '志愿书号'],
  approver: ['审批党委', '审批单位', '批准单位', '审批机关', '审批党组织'],
  publicity7: ['公示起止', '公示起止时间', '公示起止日期', '公示时间', '公示日期', '公示期', '公示', '发展对象公示', '发展对象公示时间', '发展对象公示起止'],
  publicityFrom7: ['公示开始日期', '公示开始时间', '公示开始', '公示起始日期', '公示起', '发展对象公示开始日期'],
  publicityTo7: ['公示结束日期', '公示结束时间', '公示结束', '公示截止日期', '公示止', '发展对象公示结束日期'],
  publicityResult7: ['公示结果', '公示情况', '发展对象公示结果', '发展对象公示情况'],
  ...votesOf('', '15'),
  publicity23: ['转正公示', '转正公示时间', '转正公示日期', '转正公示起止', '转正公示起止时间', '转正公示期'],
  publicityFrom23: ['转正公示开始日期', '转正公示开始时间', '转正公示开始'],
  publicityTo23: ['转正公示结束日期', '转正公示结束时间', '转正公示结束', '转正公示截止日期'],
  publicityResult23: ['转正公示结果', '转正公示情况'],
  ...votesOf('转正', '23'),
  extendedUntil: ['延长预备期至', '预备期延长至', '延长至'],
  transferredInOn: ['组织关系转入日期', '组织关系转入时间', '转入日期', '转入时间'],
  postponedUntil: ['推迟讨论至', '推迟讨论转正至', '推迟至'],
  regularOn: ['转正日期', '转正时间', '转为正式党员日期', '转为正式党员时间', '预备期满日期', '预备期满时间'],
  note: ROSTER_HEADERS.note,
  sequence: ROSTER_HEADERS.sequence,
}

/** 类别的各种写法。 */
export const CANDIDATE_STAGE_WORDS = [
  ['application', '入党申请人', '申请人', '申请入党', '申请', '递交申请', '群众', '共青团员', '团员'],
  ['activist', '入党积极分子', '积极分子', '入党积极份子', '积极份子', '重点培养对象'],
  ['candidate', '发展对象', '重点发展对象'],
  ['admission', '预备党员', '中共预备党员', '预备', '预备期'],
] as const

/** 结论的各种写法。 */
export const CONCLUSION_WORDS = [
  ['passed', '合格', '通过', '同意', '结业', '政审合格', '培训合格', '审查合格', '优秀', '良好', '无问题', '没有问题', '已通过', '是', '√', '✓'],
  ['failed', '不合格', '未通过', '不同意', '没有通过', '不通过', '否', '×'],
] as const
