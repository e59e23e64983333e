/** 示例支部登记簿里的几条:谈话、学习、检查、大事、政治生日。序号错开,各支部不雷同。 */
export const talkTexts = [
  { day: '2026-03-12', kind: 'committee_member', situation: 'post_change', place: '支部办公室', content: '了解换岗以后的适应情况。本人表示已熟悉新岗位的流程，担心夜班安排影响照顾老人。', suggestion: '希望排班时适当照顾。', measure: '与车间商量，每月夜班不超过四个。' },
  { day: '2026-05-20', kind: 'members', situation: 'other', place: '班组休息室', content: '围绕攻关项目中的分工交换意见，双方都谈了不足，达成了谅解。', suggestion: '', measure: '' },
  { day: '2026-08-06', kind: 'committee', situation: 'other', place: '活动室', content: '就三季度组织生活的安排交换意见，互相指出对方工作中的不足。', suggestion: '支委之间通气要更及时。', measure: '每周一碰头十分钟。' },
] as const
export const studyTexts = [
  { day: '2026-04-16', subject: '党员集中轮训班', category: 'theory', organiser: '集团党委', hours: 16, isCentral: true },
  { day: '2026-06-24', subject: '党章党规专题学习', category: 'rules', organiser: '支部', hours: 4, isCentral: false },
  { day: '2026-09-10', subject: '岗位技能与安全规程培训', category: 'work', organiser: '人力资源部', hours: 8, isCentral: false },
] as const
export const inspectionTexts = [
  { day: '2026-07-14', unit: '集团党委组织部', content: '上半年组织生活检查', problems: '个别会议记录的议定事项没有写完成时限', requirement: '补齐时限，今后逐项写明责任人和期限', dueOn: '2026-08-15' },
  { day: '2026-10-22', unit: '集团党委', content: '三季度党建工作督导', problems: '', requirement: '', dueOn: '' },
] as const
export const chronicleTexts = [
  { day: '2026-01-23', matter: '召开2025年度组织生活会，开展民主评议党员' },
  { day: '2026-06-30', matter: '举行庆“七一”主题党日，重温入党誓词' },
  { day: '2026-09-28', matter: '党员突击队提前三天完成季度攻坚任务' },
] as const
export const birthdayTexts = { day: '2026-07-03', form: 'oath', place: '党员活动室', content: '集体重温入党誓词，支部书记送上政治生日贺卡' } as const
export const planGoal = '以提升组织力为重点，抓实三会一课，围绕生产经营发挥战斗堡垒作用。'
export const planReview = { submittedOn: '2026-01-15', reviewedOn: '2026-01-20', opinion: '同意。重点任务与生产节点结合得好。' } as const
export const yearPlanTexts = [
  { day: '2026-03-31', task: '开好组织生活会整改“回头看”', mark: '整改清单逐项销号', activity: '', result: '三月底全部销号' },
  { day: '2026-07-01', task: '组织庆“七一”主题党日', mark: '党员参加率九成以上', activity: 'theme_day', result: '六月三十日已开展' },
  { day: '2026-09-30', task: '党员突击队攻关降本项目', mark: '项目通过验收', activity: '', result: '' },
  { day: '2026-12-25', task: '书记述职评议，总结全年工作', mark: '开成述职评议会', activity: 'debriefing', result: '' },
] as const
export const monthlyPlanTexts = [
  { day: '2026-11-12', matter: '走访困难党员', activity: '', isDone: true, result: '走访两户，送去慰问金' },
  { day: '2026-11-27', matter: '主题党日：学习安全生产规定', activity: 'theme_day', isDone: false, result: '' },
] as const
