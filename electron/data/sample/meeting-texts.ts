import type { LectureText } from './lectures.ts'
import type { StudySubject } from './study-subjects.ts'
import type { ThemeDayText } from './theme-days.ts'
import type { WorkMatter } from './work-matters.ts'

/** 到会的几个人,轮着当发言人。 */
export interface Speakers {
  readonly host: string
  readonly first: string
  readonly second: string
  readonly third: string
}
type Passage = (speakers: Speakers, person: string) => string
type Sentence<T> = (subject: T, speakers: Speakers) => string

/** 正文由几段拼成,每段有几种说法;说法与内容都换着用,读起来不雷同。 */
export const paragraphs = {
  study: [
    (subject, { host, first, second }) => `会议首先学习${subject.title}。${host}领学并指出，${subject.point}。${first}、${second}结合岗位谈了体会，认为${subject.feeling}。`,
    (subject, { host, first }) => `${host}带领大家学习${subject.title}，重点讲解了其中的要求：${subject.point}。讨论中，${first}谈到，${subject.feeling}。`,
    (subject, { first, second, third }) => `会议传达学习${subject.title}。大家认为，${subject.point}。${first}、${second}、${third}先后发言，一致表示${subject.feeling}。`,
  ],
  matter: [
    (matter, { first, second }) => `会议通报了${matter.name}情况：${matter.situation}。${first}分析说，${matter.cause}。${second}建议，${matter.suggestion}。经讨论，会议同意${matter.measure}。`,
    (matter, { host, first, second }) => `围绕${matter.name}，${host}介绍：${matter.situation}。与会同志认真查找原因，${first}认为${matter.cause}。${second}提出，${matter.suggestion}。会议议定：${matter.measure}。`,
    (matter, { first, second, third }) => `会议对${matter.name}作了专题讨论。目前，${matter.situation}。${first}、${second}从不同角度分析，主要是${matter.cause}。${third}提出${matter.suggestion}，得到大家赞同。会议要求：${matter.measure}。`,
  ],
  report: [
    (matter, { host }) => `${host}代表支部向大会报告本季度工作，从理论学习、组织生活、服务中心工作和联系职工四个方面作了总结，并指出${matter.name}仍是短板：${matter.cause}。`,
    (matter, { host, first }) => `大会听取了${host}所作的支部季度工作报告。报告肯定了成绩，也讲了不足，其中${matter.name}方面${matter.situation}。${first}等同志在讨论中要求把改进措施写具体。`,
  ],
  voted: ['大会以举手方式表决，赞成人数超过应到有表决权党员的半数，报告和各项措施获得通过。', '经到会有表决权的党员表决，赞成的超过应到人数的一半，会议形成决议。'],
  notVoted: ['因到会有表决权的党员不足半数，本次会议只通报情况、听取意见，未进行表决，有关事项另行开会研究。'],
  closing: [
    ({ host }) => `${host}最后强调，会议议定的事项要落到人、落到日子，下次会上逐项对账。`,
    ({ host }) => `${host}作了小结，要求责任人抓好落实，有困难及时提出来。`,
    ({ host, third }) => `${third}代表与会同志作了表态发言。${host}要求会后一周内把任务分解到岗位。`,
  ],
  group: [
    (exchange) => exchange,
    (exchange, { first, second }) => `${exchange}${first}、${second}作了补充发言。`,
    (exchange, { host }) => `${exchange}${host}逐条回应，并把需要支部协调的事项记录下来。`,
  ],
  lecture: [
    (lecture, { first }) => `党课以“${lecture.title}”为题，讲了三个方面：一是${lecture.points[0]}；二是${lecture.points[1]}；三是${lecture.points[2]}。讲课联系本单位实例，深入浅出。课后交流时，${lecture.feedback}。${first}建议把讲稿发给各党小组继续学习。`,
    (lecture, { first, second }) => `授课人围绕“${lecture.title}”展开讲授。第一，${lecture.points[0]}；第二，${lecture.points[1]}；第三，${lecture.points[2]}。${first}、${second}参加互动讨论，${lecture.feedback}。`,
  ],
  themeDay: [
    (activity, { host, first }) => `${host}组织本次主题党日。${activity.process}${activity.result}。${first}在交流中谈到，活动接地气、有收获。会议议定：${activity.measure}。`,
    (activity, { first, second }) => `${activity.process}活动中，${first}、${second}带头参加，现场气氛热烈。${activity.result}。大家商定：${activity.measure}。`,
  ],
  /** 预备党员教育考察。 */
  education: ({ first, second }: Speakers, person: string) => `会议听取了预备党员${person}同志的教育考察情况。培养联系人${first}、${second}作了汇报，肯定其学习认真、工作踏实，同时指出要进一步加强理论学习、主动做群众工作。`,
  admitted: ({ host, first, second }: Speakers, person: string) => `${person}同志宣读入党志愿书，入党介绍人${first}、${second}介绍有关情况并发表意见。${host}报告支部委员会的审查意见。经充分讨论和无记名投票表决，赞成人数超过应到会有表决权党员的半数，同意接收${person}同志为中共预备党员，报上级党组织审批。`,
  confirmed: ({ host, first }: Speakers, person: string) => `${person}同志汇报预备期的学习、工作情况，${first}代表党小组提出意见。${host}报告支部委员会的审查意见。经无记名投票表决，赞成人数超过应到会有表决权党员的半数，同意${person}同志按期转为中共正式党员，报上级党组织审批。`,
  commendation: '大会讨论了先进推荐人选。推荐坚持看实绩、看平时、听群众意见，到会党员无异议。',
} as const satisfies Readonly<{
  study: readonly Sentence<StudySubject>[]
  matter: readonly Sentence<WorkMatter>[]
  report: readonly Sentence<WorkMatter>[]
  voted: readonly string[]
  notVoted: readonly string[]
  closing: readonly ((speakers: Speakers) => string)[]
  group: readonly Sentence<string>[]
  lecture: readonly Sentence<LectureText>[]
  themeDay: readonly Sentence<ThemeDayText>[]
  education: Passage
  admitted: Passage
  confirmed: Passage
  commendation: string
}>

export const topicTitles = {
  study: (subject: StudySubject) => `学习${subject.title}`,
  report: (quarter: number) => `听取支部委员会第${quarter}季度工作报告`,
  secretaryReport: (quarter: number) => `听取支部书记第${quarter}季度工作报告`,
  matter: (matter: WorkMatter) => `讨论${matter.name}`,
  matterForCommittee: (matter: WorkMatter) => `研究${matter.name}`,
  education: '讨论预备党员教育考察情况',
  admission: (person: string) => `讨论接收${person}同志为预备党员`,
  admissionDecision: (person: string) => `同意接收${person}同志为中共预备党员，报上级党组织审批`,
  confirmation: (person: string) => `讨论${person}同志转正`,
  confirmationDecision: (person: string) => `同意${person}同志按期转为中共正式党员，报上级党组织审批`,
  commendation: '讨论先进推荐人选',
  groupMatter: (matter: WorkMatter) => `围绕${matter.name}谈认识、提建议`,
  groupExchange: '交流思想和工作，互相提醒帮助',
  lecture: (lecture: LectureText) => `党课：${lecture.title}`,
} as const

/** 列席人员;多数会没有列席。 */
export const observersText = ['', '', '', '', '', '上级党委组织部联络员', '分工会主席', '入党积极分子两名'] as const
export const reopenedReason = '补记议定事项的责任人'
export const voidedReason = '与另一条记录重复'

/** 督办事项办完了怎么说。 */
export const followUpResults = ['已按要求落实，结果在支部公开栏公布', '已完成，书记核对后销号', '按期办完，班组反映良好', '已落实到岗位，纳入日常检查'] as const
