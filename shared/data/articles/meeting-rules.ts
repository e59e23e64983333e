/** 一条依据:要求是什么、出在哪里。文字是要点,以正式文本为准。 */
export interface RuleNote {
  readonly title: string
  readonly lines: readonly { readonly words: string; readonly article: string }[]
}

const BRANCH_RULES = '《中国共产党支部工作条例（试行）》'
const ADMISSION_RULES = '《中国共产党发展党员工作细则》'

/** 会议记录各栏旁边的依据。 */
export const meetingRuleNotes = {
  attendance: {
    title: '应到、实到怎么算',
    lines: [
      { words: '支部党员大会由全体党员参加；讨论表决一般议题，要有半数以上有表决权的党员到会。', article: `${BRANCH_RULES}第十一条` },
      { words: '支部委员会会议要有半数以上委员到会方可进行。', article: `${BRANCH_RULES}第十二条` },
      { words: '接收预备党员，到会的有表决权的党员必须超过应到会有表决权党员的半数。', article: `${ADMISSION_RULES}第二十条` },
      { words: '预备党员没有表决权，仍应到会；应到人数照开会当日的名册。', article: '' },
    ],
  },
  votes: {
    title: '怎样算通过',
    lines: [
      { words: '党员大会一般议题：赞成人数超过应到会有表决权党员的半数为通过。', article: `${BRANCH_RULES}第十一条` },
      { words: '接收预备党员：逐个讨论，无记名投票，赞成人数超过应到会有表决权党员的半数为通过；因故不能到会的，会前正式提出的书面意见统计在票数内。', article: `${ADMISSION_RULES}第二十一条` },
      { words: '预备党员转正、延长预备期、取消资格，照接收预备党员的办法表决。', article: `${ADMISSION_RULES}第三十三条` },
      { words: '支部委员会会议的通过比例条例没有写，本软件按超过应到委员的半数算。', article: '' },
    ],
  },
  firstTopic: {
    title: '第一议题',
    lines: [
      { words: '把最新的重要讲话、指示批示列为会议首个学习议题，记下篇目、发布日期、领学人和贯彻措施。', article: '照所在单位的第一议题制度' },
      { words: '一次会议只有一项第一议题。', article: '' },
    ],
  },
  content: {
    title: '内容怎么记',
    lines: [
      { words: '如实记下讨论的事项、各人的主要意见和形成的决议；补记的照实写，软件另记真正录入的时间。', article: '' },
      { words: '支部党员大会由支部书记召集并主持；书记不能参加的，可以委托副书记或者委员召集并主持。', article: `${BRANCH_RULES}第十四条` },
    ],
  },
  life: {
    title: '组织生活会',
    lines: [
      { words: '每年至少召开 1 次，一般安排在第四季度，也可以根据工作需要随时召开。', article: `${BRANCH_RULES}第十七条` },
      { words: '会前学习、谈心谈话、听取意见；会上查摆问题，开展批评和自我批评，明确整改方向；会后制定整改措施，逐一整改落实。', article: `${BRANCH_RULES}第十七条` },
    ],
  },
  appraisal: {
    title: '民主评议党员',
    lines: [{ words: '一般每年开展 1 次，按照个人自评、党员互评、民主测评的程序组织评议，再由支部委员会会议或者党员大会综合评定。', article: `${BRANCH_RULES}第十八条` }],
  },
  debrief: { title: '述职评议', lines: [{ words: '支部书记每年向上级党组织和支部党员大会述职，接受评议考核。', article: `${BRANCH_RULES}第二十七条` }] },
} as const satisfies Readonly<Record<string, RuleNote>>
export type RuleNoteKey = keyof typeof meetingRuleNotes
