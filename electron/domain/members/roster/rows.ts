import type { BuiltInColumn } from '../../../../shared/model/member-columns.ts'

export type Cell = string | number | null
/** 一段起止:在哪个组织(或任什么职务),自哪天,到哪天前。 */
export interface Span {
  readonly value: string
  readonly fromDay: string
  readonly toDay: string | null
}
/** 直接取自库里一列的;其余由它们算出。 */
export type StoredColumn = Exclude<BuiltInColumn, 'branch' | 'partyGroup' | 'partyPosts' | 'age' | 'partyStanding' | 'partyBirthday'>
export const STORED_COLUMNS = [
  'name', 'gender', 'ethnicity', 'nativePlace', 'birthPlace', 'birthDate', 'education', 'isPartySchool', 'degree', 'graduatedFrom', 'major', 'memberType', 'membershipState', 'joinedOn', 'regularOn', 'post', 'administrativePost',
  'professionalTitle', 'postKind', 'managementLevel', 'isBackbone', 'isRetired', 'workFrom', 'workNumber', 'appliedOn', 'activistOn', 'candidateOn', 'sponsors', 'joinedIn', 'transferredInOn', 'transferredFrom', 'idNumber', 'mobile', 'telephone', 'address', 'photo', 'note',
] as const satisfies readonly StoredColumn[]

/** 一名党员在名册里要用的一切。 */
export interface RosterRow {
  readonly id: string
  /** 次序同 STORED_COLUMNS。 */
  readonly cells: readonly Cell[]
  readonly pinyinFull: string
  readonly pinyinInitials: string
  readonly sortOrder: number
  /** 自定义项目,JSON 文字。 */
  readonly custom: string
  readonly branches: readonly Span[]
  readonly groups: readonly Span[]
  readonly posts: readonly Span[]
  /** 党籍状态的先后;从没变过的没有。 */
  readonly states: readonly Span[]
}

/** 那一天所在的一段;最早的一段向前延伸(与 store/as-of.ts 一致)。spans 按起始日排好。 */
export const spanOn = (spans: readonly Span[], day: string): Span | undefined => {
  // 多半只有没断过的一段:哪一天都是它。
  const [only] = spans
  if (only === undefined || (spans.length === 1 && only.toDay === null)) return only
  let first = true
  let found: Span | undefined
  for (const span of spans) {
    const isEmpty = span.toDay !== null && span.toDay <= span.fromDay
    if (isEmpty) continue
    if ((span.toDay === null || span.toDay > day) && (span.fromDay <= day || first)) found = span
    first = false
  }
  return found
}
