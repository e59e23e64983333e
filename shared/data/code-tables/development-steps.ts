import type { DevelopmentEventKind, DevelopmentStage, DevelopmentStatus, ApplicationFormState, StepConclusion } from '../../model/development.ts'
import type { CodeEntry, CodeTable } from './code-table.ts'

/** 一步要填的各项,除日期、备注、填写人、审核人之外。 */
export type StepPart = 'started' | 'people' | 'meeting' | 'publicity' | 'training' | 'votes' | 'conclusion' | 'authority' | 'number'

export interface DevelopmentStepEntry extends CodeEntry {
  readonly step: number
  readonly stage: DevelopmentStage
  /** 依据:细则为《中国共产党发展党员工作细则》,规程为《贵州省发展党员工作规程(试行)》(地方,可配置)。 */
  readonly article: string
  /** 时限与规则,一句话。 */
  readonly rule: string
  readonly dayLabel: string
  readonly peopleLabel: string
  readonly parts: readonly StepPart[]
  /** 先办完哪几步才轮到它。 */
  readonly after: readonly number[]
}

const entry = (step: number, stage: DevelopmentStage, name: string, article: string, rule: string, after: readonly number[], dayLabel: string, parts: readonly StepPart[] = [], peopleLabel = ''): DevelopmentStepEntry => ({ code: String(step), step, stage, name, article, rule, after, dayLabel, parts, peopleLabel })

/** 五个阶段。 */
export const developmentStages = [
  { code: 'application', name: '申请入党', shortName: '申请' },
  { code: 'activist', name: '入党积极分子的确定和培养教育', shortName: '积极分子' },
  { code: 'candidate', name: '发展对象的确定和考察', shortName: '发展对象' },
  { code: 'admission', name: '预备党员的接收', shortName: '接收' },
  { code: 'confirmation', name: '预备党员的教育考察和转正', shortName: '预备和转正' },
] as const satisfies CodeTable<DevelopmentStage>

/** 二十五步(步骤名取规程,各地通行)。 */
export const developmentSteps: readonly DevelopmentStepEntry[] = [
  entry(1, 'application', '递交入党申请书', '细则第五、六条', '年满十八岁，向工作、学习所在单位党组织提出。', [], '递交日期'),
  entry(2, 'application', '党组织派人谈话', '细则第七条', '收到申请后一个月内；规程要求书记和组织委员一起谈。', [1], '谈话日期', ['people'], '谈话人'),
  entry(3, 'activist', '推荐和确定入党积极分子', '细则第八条；规程', '党员推荐、群团推优，支委会（无则大会）研究；规程：递交满三个月方可。', [2], '研究日期', ['meeting', 'votes']),
  entry(4, 'activist', '积极分子报上级党委备案', '细则第八条；规程', '规程：一个月内反馈；积极分子起算日为支委会研究日。', [3], '备案日期', ['authority', 'number']),
  entry(5, 'activist', '指定培养联系人', '细则第九条；规程', '一至两名正式党员；规程：一般不同时带两名以上，直系亲属回避。', [4], '指定日期', ['people'], '培养联系人'),
  entry(6, 'activist', '培养教育考察', '细则第十一条；规程', '支部每半年考察一次；规程：每季度一篇思想汇报。考察和汇报登记在材料里。', [5], '期满日期', ['conclusion']),
  entry(7, 'candidate', '确定发展对象', '细则第十三条；规程', '培养考察满一年；听取党小组、联系人、党员和群众意见；规程：公示五个工作日。', [6], '研究日期', ['meeting', 'publicity']),
  entry(8, 'candidate', '发展对象报上级党委备案', '细则第十三条；规程', '规程：一个月内；发展对象起算日为党委备案同意日。', [7], '备案同意日期', ['authority', 'number']),
  entry(9, 'candidate', '确定入党介绍人', '细则第十四条', '两名正式党员；受留党察看处分、尚未恢复党员权利的不能担任。', [8], '确定日期', ['people'], '入党介绍人'),
  entry(10, 'candidate', '政治审查', '细则第十六条', '必须有结论性材料；没有经过或不合格的，不能发展。', [8], '结论日期', ['people', 'conclusion', 'number'], '审查人'),
  entry(11, 'candidate', '短期集中培训', '细则第十七条；规程', '一般不少于三天或不少于二十四学时；规程：合格后一年内没有接收的重新培训。', [8], '结业日期', ['started', 'training', 'conclusion', 'authority']),
  entry(12, 'admission', '支委会审查', '细则第十九条', '政治审查、培训都合格方可；合格的报上级党委预审。', [9, 10, 11], '审查日期', ['meeting', 'conclusion']),
  entry(13, 'admission', '上级党委预审', '细则第十九条；规程', '规程：一个月内；合格的发《入党志愿书》；未来三个月内将离开的一般不办。', [12], '预审日期', ['authority', 'conclusion', 'number']),
  entry(14, 'admission', '填写入党志愿书', '细则第十九条', '编号实名管理，一号一人；写错、遗失的登记作废、遗失。', [13], '填写日期', ['number']),
  entry(15, 'admission', '支部大会讨论接收', '细则第二十、二十一条；规程', '到会有表决权的超过应到半数；赞成（含会前书面意见）超过应到半数；无记名，逐个表决。规程：预审后一个月内。', [14], '大会日期', ['meeting', 'votes', 'conclusion']),
  entry(16, 'admission', '上级党委派人谈话', '细则第二十四条', '党委委员或组织员，审批之前。', [15], '谈话日期', ['people'], '谈话人'),
  entry(17, 'admission', '上级党委审批', '细则第二十三、二十五、二十六条', '三个月内，特殊情况可延长，不超过六个月；集体逐个表决；党总支、临时党组织、党组不能审批。', [16], '审批日期', ['authority', 'meeting', 'conclusion', 'number']),
  entry(18, 'admission', '再上一级组织部门备案', '细则第二十六条', '审批后报上一级党委组织部门备案。', [17], '备案日期', ['authority', 'number']),
  entry(19, 'confirmation', '编入党支部和党小组', '细则第二十九条', '及时编入，继续教育考察。', [17], '编入日期', ['people'], '联系人'),
  entry(20, 'confirmation', '入党宣誓', '细则第三十条', '面向党旗宣誓，一般由基层党委或支部组织。', [17], '宣誓日期'),
  entry(21, 'confirmation', '继续教育考察', '细则第三十一条；规程', '规程：每半年考察一次，每季度书面汇报一次。考察和汇报登记在材料里。', [19], '期满日期', ['conclusion']),
  entry(22, 'confirmation', '提出转正申请', '细则第三十三条；规程', '预备期满前由本人书面提出；规程：满前一周。', [17], '申请日期'),
  entry(23, 'confirmation', '支部大会讨论转正', '细则第三十二、三十三条；规程', '预备期满后方可；表决同接收。规程：收到申请一个月内，大会后公示五个工作日。', [21, 22], '大会日期', ['meeting', 'publicity', 'votes', 'conclusion']),
  entry(24, 'confirmation', '上级党委审批转正', '细则第三十四条', '三个月内；党龄自预备期满转正之日算起。', [23], '审批日期', ['authority', 'conclusion', 'number']),
  entry(25, 'confirmation', '材料归档', '细则第三十七条', '志愿书、申请书、政审、转正申请、培养考察材料入本人人事档案。', [24], '归档日期', ['number']),
]
export const LAST_STEP = 25
export const stepEntry = (step: number): DevelopmentStepEntry => {
  const found = developmentSteps[step - 1]
  if (found === undefined) throw new Error(`no step ${step}`)
  return found
}

export const stepConclusions = [
  { code: 'passed', name: '合格、同意' },
  { code: 'failed', name: '不合格、不同意' },
  { code: 'extended', name: '延长预备期' },
  { code: 'cancelled', name: '取消预备党员资格' },
] as const satisfies CodeTable<StepConclusion>

/** 不计入应到的情形(规程补充说明二,须经上级同意并经党员大会通过)。 */
export const excludedVoterReasons = [
  { code: '1', name: '不能表达本人意志' },
  { code: '2', name: '自费出国半年以上' },
  { code: '3', name: '正在服刑，未受留党察看以上处分' },
  { code: '4', name: '卧床不起、长年生活不能自理' },
  { code: '5', name: '应转走组织关系而没有转' },
  { code: '6', name: '离退休后回原籍长期居住，应转未转' },
] as const satisfies CodeTable

/** 一步的记录办到哪里。 */
export const stepStates = [
  { code: 'none', name: '没有记录' },
  { code: 'draft', name: '进行中' },
  { code: 'review', name: '待审核' },
  { code: 'done', name: '完成' },
  { code: 'superseded', name: '退回重办' },
] as const satisfies CodeTable

export const developmentStatuses = [
  { code: 'active', name: '正在办' },
  { code: 'terminated', name: '终止' },
  { code: 'cancelled', name: '取消预备资格' },
  { code: 'transferred_out', name: '转出' },
  { code: 'finished', name: '已转正归档' },
] as const satisfies CodeTable<DevelopmentStatus>

export const developmentEventKinds = [
  { code: 'returned', name: '退回重办' },
  { code: 'postponed', name: '推迟讨论转正' },
  { code: 'extended', name: '延长预备期' },
  { code: 'terminated', name: '终止' },
  { code: 'cancelled', name: '取消预备党员资格' },
  { code: 'transferred_out', name: '转出' },
  { code: 'resumed', name: '恢复办理' },
] as const satisfies CodeTable<DevelopmentEventKind>

export const applicationFormStates = [
  { code: 'unused', name: '未使用' },
  { code: 'used', name: '已使用' },
  { code: 'voided', name: '作废' },
  { code: 'lost', name: '遗失' },
] as const satisfies CodeTable<ApplicationFormState>

export const documentKinds = [
  { code: 'document', name: '材料' },
  { code: 'inspection', name: '考察' },
  { code: 'report', name: '思想汇报' },
] as const satisfies CodeTable
