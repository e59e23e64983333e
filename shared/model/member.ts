import { z } from 'zod'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'

/** 人员类别:正式党员有表决权,预备党员没有(选举工作条例第五条)。 */
export const memberTypeSchema = z.enum(['full', 'probationary'])
export type MemberType = z.infer<typeof memberTypeSchema>

/** 性别 GB/T 2261.1:0 未知、1 男、2 女、9 未说明。 */
export const genderSchema = z.enum(['0', '1', '2', '9'])
/** 民族 GB/T 3304 两位数字码,空串为未填。 */
export const ethnicitySchema = z.union([z.literal(''), z.string().regex(/^\d{2}$/)])
/** 学历 GB/T 4658 两位数字码,空串为未填。 */
export const educationSchema = z.union([z.literal(''), z.string().regex(/^\d{2}$/)])
/** 学位 GB/T 6864 大类,空串为没有。 */
export const degreeSchema = z.enum(['', '1', '2', '3', '4'])
export type Degree = z.infer<typeof degreeSchema>
/** 岗位类别,空串为未填。 */
export const postKindSchema = z.enum(['', 'front_line', 'technical', 'management'])
export type PostKind = z.infer<typeof postKindSchema>
/** 管理层级,空串为未填。 */
export const managementLevelSchema = z.enum(['', 'ordinary', 'middle', 'senior'])
export type ManagementLevel = z.infer<typeof managementLevelSchema>
/** 党籍状态。 */
export const membershipStateSchema = z.enum(['normal', 'kept', 'restored', 'stopped', 'expelled', 'left', 'deceased'])
export type MembershipState = z.infer<typeof membershipStateSchema>
/** 单独一表、平时遮着的四项。 */
export const sensitiveFieldSchema = z.enum(['idNumber', 'mobile', 'telephone', 'address'])
export type SensitiveField = z.infer<typeof sensitiveFieldSchema>

/** 公民身份号码:18 位,末位校验由 electron/domain/roster/id-number.ts 负责。 */
export const idNumberSchema = z.union([z.literal(''), z.string().regex(/^\d{17}[\dX]$/)])

/** 名册里的一行,不含证号、电话、住址等敏感项(另表存放,另一个请求读取)。 */
export const memberRowSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  name: requiredLineSchema(40),
  gender: genderSchema,
  ethnicity: ethnicitySchema,
  birthDate: dayOrMonthSchema.nullable(),
  education: educationSchema,
  memberType: memberTypeSchema,
  joinedOn: dayOrMonthSchema.nullable(),
  regularOn: dayOrMonthSchema.nullable(),
  post: lineSchema(60),
  membershipState: membershipStateSchema,
  branchId: idSchema,
  branchName: requiredLineSchema(80),
  partyGroupId: idSchema.nullable(),
  partyGroupName: lineSchema(80),
  /** 党内职务(现任,可多个),以顿号之前的代码列出。 */
  partyPosts: z.array(lineSchema(32)),
  /** 遮住中间的证号,如 2301**********1234;没有证号为空串。 */
  idNumberMasked: lineSchema(18),
  /** 手机后四位,供辨认;没有为空串。 */
  mobileTail: lineSchema(4),
})
export type MemberRow = z.infer<typeof memberRowSchema>

/** 简历最多的字数:登记表的背面排得下这么多。 */
export const MOST_RESUME = 1500

/** 可编辑的全部字段;保存时整份提交。 */
export const memberFieldsSchema = z.strictObject({
  name: requiredLineSchema(40),
  gender: genderSchema,
  ethnicity: ethnicitySchema,
  birthDate: dayOrMonthSchema.nullable(),
  education: educationSchema,
  memberType: memberTypeSchema,
  joinedOn: dayOrMonthSchema.nullable(),
  regularOn: dayOrMonthSchema.nullable(),
  post: lineSchema(60),
  membershipState: membershipStateSchema,
  workNumber: lineSchema(32),
  note: lineSchema(500),
  branchId: idSchema,
  partyGroupId: idSchema.nullable(),
  idNumber: idNumberSchema,
  mobile: lineSchema(20),
  telephone: lineSchema(20),
  address: lineSchema(120),
  /** 籍贯、出生地,填到县。 */
  nativePlace: lineSchema(40),
  birthPlace: lineSchema(40),
  workFrom: dayOrMonthSchema.nullable(),
  degree: degreeSchema,
  graduatedFrom: lineSchema(60),
  major: lineSchema(60),
  /** 学历是党校的(国标学历码里没有,另立一项)。 */
  isPartySchool: z.boolean(),
  administrativePost: lineSchema(60),
  professionalTitle: lineSchema(60),
  postKind: postKindSchema,
  managementLevel: managementLevelSchema,
  /** 生产、技术、管理骨干(「三培养」)。 */
  isBackbone: z.boolean(),
  isRetired: z.boolean(),
  /** 早年入党的人当时的日期与介绍人,据档案照录;正在发展的人由发展流程记。 */
  appliedOn: dayOrMonthSchema.nullable(),
  activistOn: dayOrMonthSchema.nullable(),
  candidateOn: dayOrMonthSchema.nullable(),
  sponsors: lineSchema(60),
  /** 入党时所在的党组织(登记表上的「何时何地入党」)。 */
  joinedIn: lineSchema(80),
  /** 组织关系转入本单位的日期、来自哪个党组织。 */
  transferredInOn: dayOrMonthSchema.nullable(),
  transferredFrom: lineSchema(80),
  /** 个人简历,一行一段,印在登记表上。 */
  resume: paragraphsSchema(MOST_RESUME),
  /** 名册里的排序:小的在前,0 为不排(按录入先后)。 */
  sortOrder: z.int().min(0).max(999_999),
  /** 自定义项目的值:项目标识 → 文字(数、日期也写成文字);没填的不出现。 */
  custom: z.record(idSchema, requiredLineSchema(200)),
})
export type MemberFields = z.infer<typeof memberFieldsSchema>

/** 一名什么都没填的党员;新增与导入从它起。 */
export const EMPTY_MEMBER = {
  name: '', gender: '0', ethnicity: '', birthDate: null, education: '', memberType: 'full', joinedOn: null, regularOn: null, post: '', membershipState: 'normal', workNumber: '', note: '', branchId: '', partyGroupId: null,
  idNumber: '', mobile: '', telephone: '', address: '', nativePlace: '', birthPlace: '', workFrom: null, degree: '', graduatedFrom: '', major: '', isPartySchool: false, administrativePost: '', professionalTitle: '', postKind: '',
  managementLevel: '', isBackbone: false, isRetired: false, appliedOn: null, activistOn: null, candidateOn: null, sponsors: '', joinedIn: '', transferredInOn: null, transferredFrom: '', resume: '', sortOrder: 0, custom: {},
} as const satisfies MemberFields

/** 修改时提交的:敏感四项为 null 表示不动(平时遮着,界面手里没有原值),空串表示清掉。 */
export const memberChangesSchema = z.strictObject({
  ...memberFieldsSchema.shape,
  idNumber: idNumberSchema.nullable(),
  mobile: lineSchema(20).nullable(),
  telephone: lineSchema(20).nullable(),
  address: lineSchema(120).nullable(),
})
export type MemberChanges = z.infer<typeof memberChangesSchema>

export const memberDetailSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  /** 敏感四项一律为 null;要看原值经 reveal。 */
  fields: memberChangesSchema,
  /** 遮住的样子;没有填为空串。 */
  masked: z.strictObject({ idNumber: lineSchema(18), mobile: lineSchema(20), telephone: lineSchema(20), address: lineSchema(120) }),
  branchName: lineSchema(80),
  partyGroupName: lineSchema(80),
  hasPhoto: z.boolean(),
  /** 党籍状态的先后:从前没有记过日期的,头一行自 0001-01-01 起。 */
  states: z.array(z.strictObject({ state: membershipStateSchema, /** 起初就是的为 0001-01-01,不是真日子。 */ fromDay: lineSchema(10), toDay: daySchema.nullable(), document: lineSchema(60) })),
  /** 离开名册的那一天与去处(介绍信上写的);在册的为 null。党籍没变的,就是组织关系转出。 */
  departure: z.strictObject({ day: daySchema, toName: lineSchema(80) }).nullable(),
  /** 党龄(整年):自转正之日起算(发展党员工作细则第三十四条);未转正为 null。 */
  partyStandingYears: z.int().min(0).nullable(),
  /** 政治生日的月日 `MM-DD`:入党日期;只知道月份时为 null。 */
  partyBirthday: z.string().nullable(),
  updatedAt: z.number(),
})
export type MemberDetail = z.infer<typeof memberDetailSchema>

export const memberCountsSchema = z.strictObject({
  total: z.int(),
  full: z.int(),
  probationary: z.int(),
})
