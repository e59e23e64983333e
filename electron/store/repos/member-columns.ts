import type { MemberFields } from '../../../shared/model/member.ts'
import type { NamePinyin } from '../../domain/members/name-pinyin.ts'
import type { SqlValue } from '../record-table.ts'

/** 党员自己一行里的字段 → 列;所在支部、小组、证号等另表。 */
const COLUMNS = {
  name: 'name',
  gender: 'gender',
  ethnicity: 'ethnicity',
  birthDate: 'birth_date',
  education: 'education',
  memberType: 'member_type',
  joinedOn: 'joined_on',
  regularOn: 'regular_on',
  post: 'post',
  membershipState: 'membership_state',
  workNumber: 'work_number',
  note: 'note',
  nativePlace: 'native_place',
  birthPlace: 'birth_place',
  workFrom: 'work_from',
  degree: 'degree',
  graduatedFrom: 'graduated_from',
  major: 'major',
  isPartySchool: 'party_school',
  administrativePost: 'administrative_post',
  professionalTitle: 'professional_title',
  postKind: 'post_kind',
  managementLevel: 'management_level',
  isBackbone: 'is_backbone',
  isRetired: 'is_retired',
  appliedOn: 'applied_on',
  activistOn: 'activist_on',
  candidateOn: 'candidate_on',
  sponsors: 'sponsors',
  joinedIn: 'joined_in',
  transferredInOn: 'transferred_in_on',
  transferredFrom: 'transferred_from',
  resume: 'resume',
  sortOrder: 'sort_order',
  custom: 'custom',
} as const satisfies Partial<Record<keyof MemberFields, string>>
export type OwnField = keyof typeof COLUMNS
const OWN_FIELDS = Object.keys(COLUMNS) as OwnField[]
const FLAGS = ['isPartySchool', 'isBackbone', 'isRetired'] as const satisfies readonly OwnField[]

/** 党员一行的列:字段各列,另有查找用的拼音。 */
export const MEMBER_COLUMNS: readonly string[] = [...Object.values(COLUMNS), 'pinyin_full', 'pinyin_initials']
/** SELECT 片段:m 的各列取成字段名。 */
export const SELECT_OWN = OWN_FIELDS.map((field) => `m.${COLUMNS[field]} AS ${field}`).join(', ')
export const columnOfField = (field: OwnField): string => COLUMNS[field]
export const isOwnField = (field: string): field is OwnField => Object.hasOwn(COLUMNS, field)

/** 写成一致的样子:键有次序、空的不留,同样的内容就是同样的文字。 */
const customText = (custom: MemberFields['custom']): string => JSON.stringify(Object.fromEntries(Object.entries(custom).toSorted(([left], [right]) => (left < right ? -1 : 1))))

export const memberRow = (fields: MemberFields, pinyin: NamePinyin): Record<string, SqlValue> => {
  const row: Record<string, SqlValue> = { pinyin_full: pinyin.full, pinyin_initials: pinyin.initials }
  for (const field of OWN_FIELDS) {
    const value = fields[field]
    row[COLUMNS[field]] = value !== null && typeof value === 'object' ? customText(value) : typeof value === 'boolean' ? Number(value) : value
  }
  return row
}

/** 库里取出的一行(列名已是字段名)→ 字段:真假与自定义项目换回来。 */
export const memberFieldsOf = (row: Readonly<Record<string, SqlValue>>): MemberFields => {
  const fields: Record<string, unknown> = { ...row, custom: JSON.parse(String(row['custom'])) }
  for (const flag of FLAGS) fields[flag] = row[flag] === 1
  // 列名即字段名,类型由表的约束保证。
  return fields as MemberFields
}
