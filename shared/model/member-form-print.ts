/** 一次最多印这么多人的登记表。 */
export const MOST_FORMS = 500

/** 登记表上填好的各格,都是给人看的字;没有的为空串。名称在 shared/i18n/zh-CN/member-form.ts。 */
export const MEMBER_FORM_CELLS = [
  'name', 'gender', 'ethnicity', 'birthDate', 'nativePlace', 'birthPlace', 'education', 'degree', 'school', 'professionalTitle', 'idNumber', 'memberType', 'workFrom', 'post', 'postKind', 'administrativePost', 'managementLevel', 'workNumber',
  'branch', 'partyGroup', 'partyPosts', 'membershipState', 'appliedOn', 'activistOn', 'candidateOn', 'joined', 'regularOn', 'sponsors', 'standing', 'birthday', 'transferredIn', 'transferredOut', 'mobile', 'telephone', 'address', 'traits', 'care', 'dues', 'note',
] as const
export type MemberFormCell = (typeof MEMBER_FORM_CELLS)[number]

/** 一名党员的登记表。 */
export interface MemberFormPerson {
  readonly id: string
  readonly name: string
  readonly branchName: string
  /** 内联的图片;没有、不印为 null。 */
  readonly photo: string | null
  readonly cells: Readonly<Record<MemberFormCell, string>>
  /** 单位自己加的项目:名称与值。 */
  readonly custom: readonly (readonly [label: string, value: string])[]
  /** 简历、任职、奖惩:一行一条。 */
  readonly resume: readonly string[]
  readonly posts: readonly string[]
  readonly awards: readonly string[]
}

/** 登记表打印页的数据:一人至多两面,人人从新的一页起。 */
export interface MemberFormPrintModel {
  readonly unitName: string
  readonly printedOn: string
  readonly printedBy: string
  readonly purpose: string
  readonly people: readonly MemberFormPerson[]
}
