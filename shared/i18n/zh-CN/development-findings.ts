import { stepEntry } from '../../data/code-tables/development-steps.ts'
import type { DevelopmentFinding } from '../../model/development.ts'

type Given = Pick<DevelopmentFinding, 'code' | 'day' | 'number'>
const stepName = (step: number | null): string => (step === null || step < 1 || step > 25 ? '前面的步骤' : `第 ${step} 步“${stepEntry(step).name}”`)
const day = ({ day: given }: Given): string => given ?? ''
const number = ({ number: given }: Given): string => String(given ?? '')

/** 一条核对结果说成一句话:怎么不合、依据哪一条。 */
const SENTENCES: Readonly<Record<DevelopmentFinding['code'], (given: Given) => string>> = {
  before_required: (given) => `日期早于前一步（${day(given)}）`,
  future: () => '日期还没有到',
  day_missing: () => '日期没有填',
  previous_missing: (given) => `${stepName(given.number)}还没有办完`,
  underage: (given) => `申请时不满十八岁，${day(given)} 才满（细则第五条）`,
  birth_missing: () => '出生日期没有填，年满十八岁没有核对（细则第五条）',
  talk_late: (given) => `应在 ${day(given)} 前谈话（细则第七条，收到申请一个月内）`,
  recommended_early: (given) => `递交申请满三个月方可，${day(given)} 起（规程，地方）`,
  filing_late: (given) => `应在 ${day(given)} 前备案（规程，地方）`,
  helpers_count: (given) => `培养联系人应为一至两名，现在 ${number(given)} 名（细则第九条）`,
  helpers_not_full: () => '培养联系人应是正式党员（细则第九条）',
  helpers_busy: (given) => `有联系人已经带着 ${number(given)} 名或更多（规程，地方）`,
  inspection_gap: (given) => `考察隔得太久，到 ${day(given)} 已超过 ${number(given)} 个月（细则第十一条；规程）`,
  report_gap: (given) => `思想汇报隔得太久，到 ${day(given)} 已超过 ${number(given)} 个月（规程，地方）`,
  activist_year: (given) => `培养考察不满一年，${day(given)} 起方可（DEV-01，细则第十三条）`,
  publicity_missing: (given) => `公示起止没有填，应公示 ${number(given)} 个工作日（规程，地方）`,
  publicity_short: (given) => `公示只有 ${number(given)} 个工作日，不够规定的天数（规程，地方）`,
  calendar_year: (given) => `${number(given)} 年的放假安排没有装入，公示只按周末数了工作日`,
  sponsors_count: (given) => `入党介绍人应为两名，现在 ${number(given)} 名（细则第十四条）`,
  sponsors_not_full: () => '入党介绍人应是正式党员（细则第十四条）',
  training_short: (given) => `集中培训一般不少于三天或 ${number(given)} 学时（细则第十七条）`,
  training_old: (given) => `培训合格已过有效期（${day(given)}），应重新培训（规程，地方）`,
  review_missing: () => '政治审查没有合格的结论（DEV-06，细则第十六条）',
  training_missing: () => '短期集中培训没有合格（DEV-06，细则第十七条）',
  conclusion_missing: () => '结论没有选',
  not_passed: (given) => `${stepName(given.number)}的结论不是合格、同意`,
  pre_review_late: (given) => `应在 ${day(given)} 前预审（规程，地方）`,
  form_missing: () => '志愿书编号没有填（编号实名管理）',
  form_unusable: () => '这个志愿书编号没有登记给本人，或已作废、遗失',
  votes_missing: () => '票决没有填（细则第二十、二十一、三十三条）',
  votes_inconsistent: () => '票数对不上：收回不超过发出，发出不超过实到，各项相加等于收回',
  quorum: (given) => `实到有表决权的 ${number(given)} 人，没有超过应到半数，不能表决（细则第二十条）`,
  not_carried: (given) => `赞成 ${number(given)} 票，没有超过应到半数，不能写同意（细则第二十一条）`,
  meeting_late: (given) => `应在 ${day(given)} 前开支部大会（规程，地方）`,
  approval_late: (given) => `应在 ${day(given)} 前审批（细则第二十六、三十四条，三个月内）`,
  approval_too_late: (given) => `审批超过六个月（最迟 ${day(given)}，细则第二十六条）`,
  authority_unfit: () => '党总支、临时党组织、党组不能审批预备党员（细则第二十五条）',
  authority_missing: () => '审批单位没有填',
  confirm_early: (given) => `预备期 ${day(given)} 才满，不能提前转正（DEV-02，细则第三十二条）`,
  confirm_late: (given) => `应在 ${day(given)} 前讨论（规程，地方）`,
  extension_missing: () => '延长到哪天还没有记，请先记“延长预备期”（DEV-03，细则第三十二条）',
  application_late: (given) => `转正申请应在预备期满（${day(given)}）前提出（细则第三十三条）`,
  temporary_branch: () => '临时党支部不发展党员（ORG-07，支部工作条例第八条）',
}
export const describeFinding = (given: Given): string => SENTENCES[given.code](given)

const isFinding = (value: unknown): value is Given => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && Object.hasOwn(SENTENCES, value.code)
/** 失败里带的几条合成一句。 */
export const describeFindings = (data: unknown): string => {
  const findings: unknown = typeof data === 'object' && data !== null && 'findings' in data ? data.findings : []
  const sentences = (Array.isArray(findings) ? findings : []).filter(isFinding).map(describeFinding)
  return sentences.length === 0 ? '有不合规定的地方。' : `${sentences.join('；')}。`
}

/** 记不了的事,为什么。 */
export const unsuitableEvent: Readonly<Record<string, string>> = {
  already_extended: '预备期已经延长过，只能一次（DEV-03，细则第三十二条）。',
  too_short: '延长不能少于六个月（DEV-03，细则第三十二条）。',
  too_long: '延长不能超过一年（DEV-03，细则第三十二条）。',
  not_probationary: '这个人还不是预备党员。',
  not_transferred: '只有转入的预备党员可以推迟讨论（DEV-04，细则第三十六条）。',
  postponed_too_long: '推迟讨论不超过六个月，从预备期满算（DEV-04，细则第三十六条）。',
  bad_step: '只能退到办过的步骤；接收之后不能退回接收之前。',
  is_member: '已经是预备党员，不能终止；请用“取消预备党员资格”。',
  not_stopped: '没有终止过，不用恢复。',
  until_missing: '到哪天没有填。',
  not_active: '这个人的发展过程已经结束。',
}
