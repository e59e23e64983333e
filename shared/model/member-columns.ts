import { z } from 'zod'
import { daySchema, idSchema, lineSchema } from './common.ts'

/**
 * 名册的列,一份清单:屏幕、筛选、排序、分组、导出、打印都照它。名称在 shared/i18n/zh-CN/member-columns.ts。
 *
 * kind:`code` 代码表里选,`organisation` 组织,`posts` 可有几个职务,`masked` 平时遮着、只能按填没填筛。
 * width:按半角字符计。
 */
const column = <K extends string>(kind: K, width: number) => ({ kind, width }) as const
export const MEMBER_COLUMNS = {
  name: column('text', 10),
  branch: column('organisation', 24),
  partyGroup: column('organisation', 14),
  partyPosts: column('posts', 14),
  gender: column('code', 6),
  ethnicity: column('code', 10),
  nativePlace: column('text', 14),
  birthPlace: column('text', 14),
  birthDate: column('date', 12),
  age: column('number', 6),
  education: column('code', 12),
  isPartySchool: column('flag', 10),
  degree: column('code', 8),
  graduatedFrom: column('text', 20),
  major: column('text', 16),
  memberType: column('code', 8),
  membershipState: column('code', 10),
  joinedOn: column('date', 12),
  regularOn: column('date', 12),
  partyStanding: column('number', 6),
  partyBirthday: column('text', 10),
  post: column('text', 16),
  administrativePost: column('text', 16),
  professionalTitle: column('text', 14),
  postKind: column('code', 10),
  managementLevel: column('code', 10),
  isBackbone: column('flag', 6),
  isRetired: column('flag', 6),
  workFrom: column('date', 12),
  workNumber: column('text', 12),
  appliedOn: column('date', 12),
  activistOn: column('date', 12),
  candidateOn: column('date', 12),
  sponsors: column('text', 16),
  joinedIn: column('text', 20),
  transferredInOn: column('date', 12),
  transferredFrom: column('text', 20),
  idNumber: column('masked', 20),
  mobile: column('masked', 13),
  telephone: column('masked', 13),
  address: column('masked', 20),
  photo: column('masked', 6),
  note: column('text', 24),
} as const
export type BuiltInColumn = keyof typeof MEMBER_COLUMNS
export type ColumnKind = (typeof MEMBER_COLUMNS)[BuiltInColumn]['kind']
export const BUILT_IN_COLUMNS = Object.keys(MEMBER_COLUMNS) as [BuiltInColumn, ...BuiltInColumn[]]
/** 头一次打开时的列。 */
export const DEFAULT_COLUMNS: readonly BuiltInColumn[] = ['name', 'branch', 'gender', 'birthDate', 'memberType', 'joinedOn', 'education', 'post', 'partyGroup', 'partyPosts']

/** 会变、又没有起止日期的:看以前的日子,显示的还是现在填的。支部、小组、职务、类别、党籍状态、年龄、党龄按那天;入党、出身这些不随日子变。 */
export const UNDATED_COLUMNS: readonly BuiltInColumn[] = ['education', 'isPartySchool', 'degree', 'graduatedFrom', 'major', 'post', 'administrativePost', 'professionalTitle', 'postKind', 'managementLevel', 'isBackbone', 'isRetired', 'workNumber', 'idNumber', 'mobile', 'telephone', 'address', 'photo', 'note']

/** 一列:内置的,或 `custom:` 加自定义项目的标识。 */
export const columnKeySchema = z.union([z.enum(BUILT_IN_COLUMNS), z.string().regex(/^custom:[0-9a-f-]{36}$/)])
export type ColumnKey = z.infer<typeof columnKeySchema>
export const isBuiltIn = (key: string): key is BuiltInColumn => Object.hasOwn(MEMBER_COLUMNS, key)

/** 一个条件;几个条件都要满足。空串的值是「没填」。 */
export const memberFilterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('oneOf'), column: columnKeySchema, values: z.array(lineSchema(200)).min(1).max(300) }),
  /** 含两头;日期写到月也可以,数写成文字。 */
  z.strictObject({ kind: z.literal('range'), column: columnKeySchema, from: lineSchema(20), to: lineSchema(20) }),
  z.strictObject({ kind: z.literal('contains'), column: columnKeySchema, text: lineSchema(60) }),
  z.strictObject({ kind: z.literal('filled'), column: columnKeySchema, filled: z.boolean() }),
])
export type MemberFilter = z.infer<typeof memberFilterSchema>

export const memberSortSchema = z.strictObject({ column: columnKeySchema, descending: z.boolean() })

/** 名册怎么筛、怎么排、怎么分组;列表、导出、打印、结构图用同一种。 */
export const memberQuerySchema = z.strictObject({
  organisationId: idSchema.nullable(),
  /** 看哪一天的名册;null 为今天。 */
  day: daySchema.nullable(),
  /** 姓名、全拼、首字母、证号末几位、电话、工号。 */
  search: lineSchema(40),
  /** 在册的、已离开的(出党、去世等)。在册的也搜得到已离开的人。 */
  presence: z.enum(['on_roster', 'departed']),
  filters: z.array(memberFilterSchema).max(20),
  sort: z.array(memberSortSchema).max(4),
  groupBy: columnKeySchema.nullable(),
})
export type MemberQuery = z.infer<typeof memberQuerySchema>
export const WHOLE_ROSTER: MemberQuery = { organisationId: null, day: null, search: '', presence: 'on_roster', filters: [], sort: [], groupBy: null }

/** 筛出来的这些人合起来:细的几项。 */
export const memberMixSchema = z.strictObject({
  women: z.int(),
  minority: z.int(),
  under35: z.int(),
  juniorCollege: z.int(),
  retired: z.int(),
  /** 一位小数;没有一个填了的为 null。 */
  averageAge: z.number().nullable(),
  averageStanding: z.number().nullable(),
})
export type MemberMix = z.infer<typeof memberMixSchema>
/** 人数,与细的几项;刚打开、整本名册还在读的时候只有人数,mix 为 null。 */
export const memberTotalsSchema = z.strictObject({ total: z.int(), full: z.int(), probationary: z.int(), mix: memberMixSchema.nullable() })
export type MemberTotals = z.infer<typeof memberTotalsSchema>

/** 一行要显示的字,次序即所选各列;敏感项遮着。 */
export const browsedRowSchema = z.strictObject({ id: idSchema, name: lineSchema(40), cells: z.array(z.string().max(600)) })
export type BrowsedRow = z.infer<typeof browsedRowSchema>
export const browsedGroupSchema = z.strictObject({ value: z.string().max(200), label: z.string().max(200), count: z.int() })
export type BrowsedGroup = z.infer<typeof browsedGroupSchema>
