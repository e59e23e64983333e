import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import type { CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import type { CustomField } from '../../../shared/model/custom-field.ts'
import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import { ROSTER_FIELDS, type RosterField } from '../../domain/roster/vocabulary.ts'
import type { TemplateColumn } from './import-kind.ts'

const CODES: Readonly<Partial<Record<RosterField, CodeTable>>> = { gender: genders.filter(({ code }) => code === '1' || code === '2'), ethnicity: ethnicities, education: educations, memberType: memberTypes, membershipState: membershipStates }
const REQUIRED: ReadonlySet<RosterField> = new Set<RosterField>(['name', 'idNumber', 'memberType', 'joinedOn', 'branch'])
const WIDE: Readonly<Partial<Record<RosterField, number>>> = { idNumber: 22, branch: 26, address: 30, post: 20, note: 24, joinedOn: 16, regularOn: 16, birthDate: 14, mobile: 16 }
const WIDTH = 14

/** 名册模板:与导入认的列同一份清单,次序照清单,序号在最前,自定义项在最后。 */
export const membersTemplate = (customs: readonly Pick<CustomField, 'name' | 'choices'>[]): readonly TemplateColumn[] => {
  const column = (field: RosterField): TemplateColumn => ({
    label: rosterImportText.fields[field],
    width: WIDE[field] ?? WIDTH,
    required: REQUIRED.has(field),
    example: (rosterImportText.examples as Readonly<Partial<Record<RosterField, string>>>)[field] ?? '',
    values: (CODES[field] ?? []).map(({ name }) => name),
  })
  return [{ ...column('sequence'), width: 8 }, ...ROSTER_FIELDS.filter((field) => field !== 'sequence').map(column), ...customs.map(({ name, choices }) => ({ label: name, width: WIDTH, required: false, example: '', values: choices }))]
}
