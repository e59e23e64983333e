import type { AppraisalGrade, AttachmentPurpose, ExclusionGround, ReviewGrade, VoteKind, themeFormSchema, lecturerIdentitySchema } from '../../model/meeting-parts.ts'
import type { z } from 'zod'
import type { CodeTable } from './code-table.ts'

/** 会议记录各部分的码表;空串(未填)都不在表里。 */
export const voteKinds = [
  { code: 'ordinary', name: '一般议题' },
  { code: 'admission', name: '接收预备党员' },
  { code: 'confirmation', name: '转正、延期或取消' },
  { code: 'election', name: '选举' },
] as const satisfies CodeTable<VoteKind>

export const appraisalGrades = [
  { code: 'excellent', name: '优秀' },
  { code: 'qualified', name: '合格' },
  { code: 'basic', name: '基本合格' },
  { code: 'unqualified', name: '不合格' },
] as const satisfies CodeTable<Exclude<AppraisalGrade, ''>>

export const themeForms = [
  { code: 'study', name: '集中学习' },
  { code: 'organisation_life', name: '组织生活' },
  { code: 'deliberation', name: '民主议事' },
  { code: 'volunteering', name: '志愿服务' },
  { code: 'visit', name: '参观' },
  { code: 'other', name: '其他' },
] as const satisfies CodeTable<Exclude<z.infer<typeof themeFormSchema>, ''>>

export const lecturerIdentities = [
  { code: 'secretary', name: '支部书记' },
  { code: 'committee', name: '支部委员' },
  { code: 'leader', name: '党员领导干部' },
  { code: 'member', name: '党员' },
  { code: 'external', name: '外请' },
] as const satisfies CodeTable<Exclude<z.infer<typeof lecturerIdentitySchema>, ''>>

export const exclusionGrounds = [
  { code: 'cannot_express', name: '不能表达本人意志', shortName: '不能表达' },
  { code: 'abroad', name: '自费出国半年以上', shortName: '出国' },
  { code: 'imprisoned', name: '未受留党察看以上处分但正在服刑', shortName: '服刑' },
  { code: 'bedridden', name: '卧床不起、长年生活不能自理', shortName: '卧床' },
  { code: 'should_transfer', name: '按规定应转走关系而未转', shortName: '应转未转' },
  { code: 'returned_home', name: '回原籍长期居住应转未转的离退休党员', shortName: '回原籍' },
] as const satisfies CodeTable<Exclude<ExclusionGround, ''>>

export const reviewGrades = [
  { code: 'good', name: '好' },
  { code: 'fair', name: '较好' },
  { code: 'average', name: '一般' },
  { code: 'poor', name: '差' },
] as const satisfies CodeTable<Exclude<ReviewGrade, ''>>

/** 附件是什么(组织生活记录的五类,另加其他)。 */
export const attachmentPurposes = [
  { code: 'notice', name: '通知' },
  { code: 'sign_in', name: '签到表' },
  { code: 'minutes', name: '纪要' },
  { code: 'resolution', name: '决议书' },
  { code: 'photo', name: '照片' },
  { code: 'other', name: '其他' },
] as const satisfies CodeTable<AttachmentPurpose>
