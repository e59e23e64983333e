import type { CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import { degrees } from '../../../shared/data/code-tables/degrees.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { rosterStates } from '../../../shared/data/code-tables/membership-states.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { postKinds } from '../../../shared/data/code-tables/post-kinds.ts'
import { memberColumnsText } from '../../../shared/i18n/zh-CN/member-columns.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import type { CustomField } from '../../../shared/model/custom-field.ts'
import { DEFAULT_COLUMNS, isBuiltIn, MEMBER_COLUMNS, type BuiltInColumn, type ColumnKey, type ColumnKind, type MemberFilter } from '../../../shared/model/member-columns.ts'
import type { MemberLayout } from '../../../shared/model/member-view.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'

export const DEFAULT_LAYOUT: MemberLayout = { columns: [...DEFAULT_COLUMNS], filters: [], sort: [], groupBy: null, presence: 'on_roster' }
const CUSTOM = 'custom:'
export const customKey = (id: string): ColumnKey => `${CUSTOM}${id}`

const TABLES: Readonly<Partial<Record<BuiltInColumn, CodeTable>>> = { gender: genders, ethnicity: ethnicities, education: educations, degree: degrees, memberType: memberTypes, membershipState: rosterStates, postKind: postKinds, managementLevel: managementLevels, partyPosts }

/** 列的分类,选列时按它分块。 */
export const COLUMN_GROUPS: readonly (readonly [keyof typeof rosterListText.columns.groups, readonly BuiltInColumn[]])[] = [
  ['basics', ['branch', 'partyGroup', 'partyPosts', 'gender', 'ethnicity', 'nativePlace', 'birthPlace', 'birthDate', 'age']],
  ['education', ['education', 'isPartySchool', 'degree', 'graduatedFrom', 'major']],
  ['party', ['memberType', 'membershipState', 'joinedOn', 'regularOn', 'partyStanding', 'partyBirthday']],
  ['work', ['post', 'administrativePost', 'professionalTitle', 'postKind', 'managementLevel', 'isBackbone', 'isRetired', 'workFrom', 'workNumber', 'note']],
  ['joining', ['appliedOn', 'activistOn', 'candidateOn', 'sponsors', 'joinedIn', 'transferredInOn', 'transferredFrom']],
  ['sensitive', ['idNumber', 'mobile', 'telephone', 'address', 'photo']],
]

/** 一列叫什么、哪一类、有哪些值可选;自定义项目也在内。 */
export interface ColumnBook {
  label(key: ColumnKey): string
  kind(key: ColumnKey): ColumnKind
  /** 可选的值;没有固定的值为 null。 */
  choices(key: ColumnKey): readonly { readonly value: string; readonly label: string }[] | null
  width(key: ColumnKey): number
  /** 全部列,内置的在前。 */
  readonly keys: readonly ColumnKey[]
  /** 一个条件说成一句。 */
  describe(filter: MemberFilter): string
}

/** 半角字符数 → 像素,连同两边的空。 */
const pixels = (characters: number): number => characters * 8.4 + 18
const CUSTOM_WIDTH = 14
const FEW = 4

export const columnBook = (customFields: readonly CustomField[], nodes: readonly OrganisationNode[]): ColumnBook => {
  const custom = new Map(customFields.map((field) => [customKey(field.id), field]))
  const label = (key: ColumnKey): string => (isBuiltIn(key) ? memberColumnsText.labels[key] : (custom.get(key)?.name ?? memberColumnsText.unknownColumn))
  const kind = (key: ColumnKey): ColumnKind => {
    if (isBuiltIn(key)) return MEMBER_COLUMNS[key].kind
    const own = custom.get(key)?.kind
    return own === 'number' || own === 'date' ? own : own === 'choice' ? 'code' : 'text'
  }
  const choices: ColumnBook['choices'] = (key) => {
    if (kind(key) === 'flag') return [{ value: '1', label: rosterListText.yes }, { value: '0', label: rosterListText.no }]
    if (key === 'branch' || key === 'partyGroup') return nodes.filter((node) => node.kind === (key === 'branch' ? 'branch' : 'party_group')).map((node) => ({ value: node.id, label: node.name }))
    const field = custom.get(key)
    if (field?.kind === 'choice') return field.choices.map((choice) => ({ value: choice, label: choice }))
    const table = isBuiltIn(key) ? TABLES[key] : undefined
    return table === undefined ? null : table.map(({ code, name }) => ({ value: code, label: name }))
  }
  const words = rosterListText.describe
  return {
    label,
    kind,
    choices,
    width: (key) => pixels(isBuiltIn(key) ? MEMBER_COLUMNS[key].width : CUSTOM_WIDTH),
    keys: [...(Object.keys(MEMBER_COLUMNS) as BuiltInColumn[]), ...customFields.filter(({ isRetired }) => !isRetired).map(({ id }) => customKey(id))],
    describe: (filter) => {
      const column = label(filter.column)
      switch (filter.kind) {
        case 'oneOf': {
          const known = choices(filter.column) ?? []
          const shown = filter.values.slice(0, FEW).map((value) => (value === '' ? memberColumnsText.blank : (known.find((choice) => choice.value === value)?.label ?? value)))
          return words.oneOf(column, `${shown.join('\u3001')}${filter.values.length > FEW ? ` ${words.more(filter.values.length)}` : ''}`)
        }
        case 'range':
          return words.range(column, filter.from, filter.to)
        case 'contains':
          return words.contains(column, filter.text)
        case 'filled':
          return words.filled(column, filter.filled)
      }
    },
  }
}
