import type { CustomField } from '../../../shared/model/custom-field.ts'
import type { Degree, ManagementLevel, MembershipState, MemberType, PostKind } from '../../../shared/model/member.ts'

/** 名册里认得的列;sequence(序号)只用来认出表头,不写入。 */
export const ROSTER_FIELDS = [
  'name',
  'branch',
  'idNumber',
  'gender',
  'ethnicity',
  'birthDate',
  'education',
  'memberType',
  'joinedOn',
  'regularOn',
  'post',
  'mobile',
  'telephone',
  'address',
  'membershipState',
  'note',
  'workNumber',
  'partyGroup',
  'nativePlace',
  'birthPlace',
  'workFrom',
  'degree',
  'graduatedFrom',
  'major',
  'isPartySchool',
  'administrativePost',
  'professionalTitle',
  'postKind',
  'managementLevel',
  'isBackbone',
  'isRetired',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'sponsors',
  'transferredInOn',
  'transferredFrom',
  'joinedIn',
  'resume',
  'sequence',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]
/** 办公室自己加的一项:`custom:` 加它的标识。 */
export type CustomColumn = `custom:${string}`
export type RosterColumn = RosterField | CustomColumn
export const CUSTOM = 'custom:'
export const isCustomColumn = (field: RosterColumn): field is CustomColumn => field.startsWith(CUSTOM)

/** 表头与取值的各种说法,作为数据从外面给;键一律先经 compareKey 归一。 */
export interface RosterVocabulary {
  /** 每个字段的表头说法,靠前的更确切;同一说法可列在几个字段下(如「联系电话」),先到先得。 */
  readonly headers: Readonly<Record<RosterField, readonly string[]>>
  /** 等于没填的写法。 */
  readonly blanks: ReadonlySet<string>
  /** 表尾行(合计、填表人……)开头的字样。 */
  readonly footers: readonly string[]
  readonly genders: ReadonlyMap<string, '0' | '1' | '2' | '9'>
  readonly ethnicities: ReadonlyMap<string, string>
  /** 组织系统自编的民族码 → 国标码,换的时候提示。 */
  readonly ethnicityReplacements: ReadonlyMap<string, string>
  readonly educations: ReadonlyMap<string, string>
  readonly degrees: ReadonlyMap<string, Degree>
  readonly postKinds: ReadonlyMap<string, PostKind>
  readonly managementLevels: ReadonlyMap<string, ManagementLevel>
  /** 是否一类的列。 */
  readonly flags: ReadonlyMap<string, boolean>
  /** 学历里带这些字样的是党校学历。 */
  readonly partySchools: readonly string[]
  readonly memberTypes: ReadonlyMap<string, MemberType>
  readonly membershipStates: ReadonlyMap<string, MembershipState>
  /** 在用的自定义项,键为 `custom:` 加标识。 */
  readonly customs?: ReadonlyMap<CustomColumn, Pick<CustomField, 'kind' | 'choices'>>
  /** 支部名称前后可有可无的字样,比对时去掉。 */
  readonly branchPrefixes: readonly string[]
  readonly branchSuffixes: readonly string[]
}
