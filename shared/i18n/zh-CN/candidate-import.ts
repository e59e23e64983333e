import { developmentSteps } from '../../data/code-tables/development-steps.ts'
import { describeFinding, unsuitableEvent } from './development-findings.ts'
import type { DevelopmentFinding } from '../../model/development.ts'
import type { ReasonValues } from './import-reason-values.ts'

const short = (name: string): string => (name.length > 16 ? name.slice(0, 16) : name)
const stepLabels = Object.fromEntries(developmentSteps.map(({ step, name, dayLabel }) => [`step${step}`, short(`${name}${dayLabel.endsWith('日期') ? '日期' : ''}`)]))

/** 发展党员导入:列名、示例与逐行说明。 */
export const candidateImportText = {
  headings: ['身份证号', '阶段', '党支部', '申请', '积极分子', '发展对象', '支部大会'],
  stages: { application: '入党申请人', activist: '积极分子', candidate: '发展对象', admission: '预备党员' },
  fields: {
    name: '姓名', branch: '所在党支部', idNumber: '公民身份号码', gender: '性别', ethnicity: '民族', birthDate: '出生日期', education: '学历', post: '工作岗位', mobile: '手机号', stage: '人员类别',
    ...stepLabels,
    mentors: '培养联系人', sponsors: '入党介绍人', reviewConclusion: '政审结论', trainingConclusion: '培训结论', trainingDays: '培训天数', trainingHours: '培训学时', formNumber: '入党志愿书编号', approver: '审批单位',
    publicity7: '公示起止', publicityFrom7: '公示开始日期', publicityTo7: '公示结束日期', publicityResult7: '公示结果', votes15: '支部大会表决情况', due15: '应到有表决权', present15: '实到有表决权', favour15: '赞成票', against15: '反对票', abstain15: '弃权票',
    publicity23: '转正公示起止', publicityFrom23: '转正公示开始日期', publicityTo23: '转正公示结束日期', publicityResult23: '转正公示结果', votes23: '转正表决情况', due23: '转正应到', present23: '转正实到', favour23: '转正赞成票', against23: '转正反对票', abstain23: '转正弃权票',
    extendedUntil: '延长预备期至', transferredInOn: '组织关系转入日期', postponedUntil: '推迟讨论至', regularOn: '转正日期', note: '备注', sequence: '序号',
  } as Readonly<Record<string, string>>,
  examples: { name: '李敏', branch: '炼铁作业区党支部', idNumber: '23010119760312111X', gender: '女', ethnicity: '汉族', education: '大学本科', post: '技术员', stage: '发展对象', step1: '2023-01-10', step3: '2023-06-15', step7: '2024-07-01', mentors: '王建国、赵强', reviewConclusion: '合格' } as Readonly<Record<string, string>>,
  importReason: '导入时登记',
  reasons: {
    candidate_matched: ({ text = '' }: ReasonValues) => `按姓名认作${text}的这一位`,
    candidate_several: ({ text = '', limit = 0 }: ReasonValues) => `有 ${limit} 个叫“${text}”的，请补上身份证号`,
    candidate_settled: () => '这个人的发展过程已经结束，没有改；要接着办请到他的页面恢复',
    member_already: () => '名册上已是正式党员，不用登记',
    stage_unreadable: ({ text = '' }: ReasonValues) => `类别“${text}”看不懂，请写入党申请人、积极分子、发展对象或预备党员`,
    stage_without_day: () => '写了类别，没有确定的日期，请补上',
    activist_day_missing: () => '没有积极分子的日期，培养满一年没有核对（DEV-01），请补上',
    admitted_day_missing: () => '写着预备党员，没有支部大会通过的日期，名册上也没有，请补上',
    admission_enrols: ({ text = '' }: ReasonValues) => `名册上还没有，导入时作为预备党员加入名册（${text} 起）`,
    step_month_only: ({ text = '' }: ReasonValues) => `只写到月（${text}），先记为待审核，请补上日`,
    step_kept: ({ text = '', other = '' }: ReasonValues) => `这一步已按 ${other} 办结，表里是 ${text}，没有改；要更正请到他的页面`,
    step_conclusion_missing: ({ text = '' }: ReasonValues) => `没有写${text}的结论，先记为待审核，请补上`,
    conclusion_unreadable: ({ text = '' }: ReasonValues) => `结论“${text}”看不懂，请写合格或不合格`,
    development_rule: ({ other = 'future', text = null, limit = null }: Omit<ReasonValues, 'text' | 'limit'> & { readonly text?: string | null; readonly limit?: number | null }) => describeFinding({ code: other as DevelopmentFinding['code'], day: text, number: limit }),
    event_unsuitable: ({ text = '' }: ReasonValues) => unsuitableEvent[text] ?? '日期不合规定，请核对',
    publicity_unreadable: ({ text = '' }: ReasonValues) => `公示“${text}”看不出起止，没有写入，请写成 2025-03-10 至 2025-03-16`,
    votes_unreadable: ({ text = '' }: ReasonValues) => `票数${text === '' ? '' : `“${text}”`}不全，没有写入，请写明应到、实到、赞成、反对、弃权`,
    form_taken: ({ text = '', row, sheet }: ReasonValues) => (row === undefined ? `志愿书编号 ${text} 已登记给别人，或已作废、遗失，请核对` : `志愿书编号 ${text} 与${sheet === undefined ? '' : `“${sheet}”`}第 ${row} 行重复，请只留一行`),
    regular_day_differs: ({ text = '' }: ReasonValues) => `转正日期应是预备期满的那天 ${text}（DEV-05），请核对`,
    number_unreadable: ({ text = '' }: ReasonValues) => `“${text}”不是数，没有写入，请核对`,
  },
} as const
