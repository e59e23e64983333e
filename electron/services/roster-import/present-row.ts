import { degrees } from '../../../shared/data/code-tables/degrees.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import { postKinds } from '../../../shared/data/code-tables/post-kinds.ts'
import { nameOf, type CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import type { ImportPreviewRow, ImportReason, ImportRow } from '../../../shared/model/roster-import.ts'
import { maskIdNumber } from '../../domain/members/masks.ts'
import type { FieldChange, JudgedRow } from '../../domain/roster/judge-rows.ts'
import type { Finding } from '../../domain/roster/read-row.ts'
import type { RosterColumn } from '../../domain/roster/vocabulary.ts'

const flags: CodeTable = [
  { code: 'true', name: rosterImportText.yes },
  { code: 'false', name: rosterImportText.no },
]
const CODE_TABLES: Readonly<Partial<Record<RosterColumn, CodeTable>>> = {
  gender: genders, ethnicity: ethnicities, education: educations, memberType: memberTypes, membershipState: membershipStates, degree: degrees, postKind: postKinds, managementLevel: managementLevels,
  isPartySchool: flags, isBackbone: flags, isRetired: flags,
}

const LABELS: Readonly<Record<string, string>> = rosterImportText.fields
/** 文件里的列名;没有这一列的用规范的名称。 */
const labelOf = (field: RosterColumn, headers: ReadonlyMap<RosterColumn, string>): string => headers.get(field) ?? LABELS[field] ?? ''
const columnOf = (finding: Finding, headers: ReadonlyMap<RosterColumn, string>): string => (finding.field === null ? (finding.values.names?.[0] ?? '') : labelOf(finding.field, headers))

const presentReason = (finding: Finding, headers: ReadonlyMap<RosterColumn, string>): ImportReason => ({
  column: columnOf(finding, headers).slice(0, 100),
  code: finding.code,
  message: rosterImportText.reasons[finding.code](finding.values).slice(0, 300),
})

const presentValue = (field: RosterColumn, value: string): string => {
  const table = CODE_TABLES[field]
  const text = value === '' || table === undefined ? value : nameOf(table, value)
  return (field === 'idNumber' ? maskIdNumber(text) : text).slice(0, 200)
}
const presentChange = ({ field, before, after }: FieldChange, headers: ReadonlyMap<RosterColumn, string>): ImportPreviewRow['changes'][number] => ({
  column: labelOf(field, headers).slice(0, 100),
  before: presentValue(field, before),
  after: presentValue(field, after),
})

/** 一行的结论,命令行与写入结果用。 */
const presentRow = ({ reading, status, findings }: JudgedRow): ImportRow => ({
  sheet: reading.sheet,
  row: reading.row,
  status,
  reasons: findings.map((finding) => presentReason(finding, reading.headers)),
})

/** 预览表的一行:读得出的写规范值,读不出的照原样给人看;证号遮住中间。 */
export const presentPreviewRow = (judged: JudgedRow): ImportPreviewRow => {
  const { reading, fields } = judged
  const { values, shown } = reading
  return {
    ...presentRow(judged),
    name: (values.name ?? shown.name).slice(0, 200),
    // 次序与 rosterImportText.headings 一致。
    cells: [
      maskIdNumber((fields?.idNumber || values.idNumber || shown.idNumber).slice(0, 18)),
      values.memberType === undefined && shown.memberType !== '' ? shown.memberType : fields === null ? '' : presentValue('memberType', fields.memberType),
      values.joinedOn === undefined && shown.joinedOn !== '' ? shown.joinedOn : (fields?.joinedOn ?? values.joinedOn ?? ''),
      (judged.branchName || shown.branch).slice(0, 100),
      judged.groupName.slice(0, 100),
    ],
    changes: judged.changes.map((change) => presentChange(change, reading.headers)),
  }
}
