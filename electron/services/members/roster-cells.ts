import { nameOf, orderOf, shortNameOf, type CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import { degrees } from '../../../shared/data/code-tables/degrees.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { rosterStates } from '../../../shared/data/code-tables/membership-states.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { postKinds } from '../../../shared/data/code-tables/post-kinds.ts'
import type { CustomKind } from '../../../shared/model/custom-field.ts'
import { memberColumnsText as text } from '../../../shared/i18n/zh-CN/member-columns.ts'
import { isBuiltIn, MEMBER_COLUMNS, type BrowsedRow, type BuiltInColumn, type ColumnKey, type ColumnKind } from '../../../shared/model/member-columns.ts'
import { maskIdNumber, maskMobile, maskTelephone } from '../../domain/members/masks.ts'
import type { Compare } from '../../domain/members/roster/rank.ts'
import type { RosterTable } from '../../domain/members/roster/roster-table.ts'
import type { Cell } from '../../domain/members/roster/rows.ts'

const TABLES: Readonly<Partial<Record<BuiltInColumn, CodeTable>>> = { gender: genders, ethnicity: ethnicities, education: educations, degree: degrees, memberType: memberTypes, membershipState: rosterStates, postKind: postKinds, managementLevel: managementLevels }
/** 窄列用简称。 */
const SHORT: readonly ColumnKey[] = ['memberType', 'education']

export interface CellWords {
  organisation(id: string): string
  /** 自定义项目的类型;没有这一项为 undefined。 */
  customKind(key: ColumnKey): CustomKind | undefined
}
export const kindOf = (key: ColumnKey, words: CellWords): ColumnKind => {
  if (isBuiltIn(key)) return MEMBER_COLUMNS[key].kind
  const kind = words.customKind(key)
  return kind === 'number' || kind === 'date' ? kind : kind === 'choice' ? 'code' : 'text'
}

/** 一格显示什么:代码取名称,组织取名称,敏感项遮着。 */
export const wordOf = (key: ColumnKey, value: Cell | undefined, words: CellWords): string => {
  if (value === null || value === undefined || value === '') return ''
  const plain = String(value)
  switch (kindOf(key, words)) {
    case 'code': {
      const table = isBuiltIn(key) ? TABLES[key] : undefined
      if (table === undefined) return plain
      // 性别「未知」就是没填。
      if (key === 'gender' && plain === '0') return ''
      return SHORT.includes(key) ? shortNameOf(table, plain) : nameOf(table, plain)
    }
    case 'organisation':
      return words.organisation(plain)
    case 'posts':
      return plain
        .split(',')
        .map((code) => shortNameOf(partyPosts, code))
        .join(text.separator)
    case 'flag':
      return value === 1 ? text.yes : ''
    case 'masked':
      return key === 'idNumber' ? maskIdNumber(plain) : key === 'mobile' ? maskMobile(plain) : key === 'telephone' ? maskTelephone(plain) : text.filled
    case 'text':
    case 'date':
    case 'number':
      return plain
  }
}

/** 一行要显示的字;离开的人写离开前所在的支部。 */
export const shownRow = (table: RosterTable, row: number, day: string, columns: readonly ColumnKey[], words: CellWords): BrowsedRow => ({
  id: table.idAt(row),
  name: table.texts.names[row] ?? '',
  cells: columns.map((key) => (key === 'branch' ? words.organisation(table.branchOn(row, day) ?? table.lastBranch(row) ?? '') : wordOf(key, table.vector(key, day)[row], words))),
})

/** 排序、分组的次序:代码按代码表,组织按树,自定义的数按大小;其余缺省。 */
export const compareFor = (key: ColumnKey, words: CellWords, placeOf: (organisationId: string) => number): Compare | undefined => {
  const kind = kindOf(key, words)
  const table = isBuiltIn(key) ? TABLES[key] : undefined
  if (table !== undefined) return (left, right) => orderOf(table, String(left)) - orderOf(table, String(right))
  if (kind === 'organisation') return (left, right) => placeOf(String(left)) - placeOf(String(right))
  if (kind === 'number' && !isBuiltIn(key)) return (left, right) => Number(left) - Number(right)
  return undefined
}
