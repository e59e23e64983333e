import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { rosterExportText } from '../../../shared/i18n/zh-CN/roster-export.ts'
import type { MemberRow } from '../../../shared/model/member.ts'
import type { OutputColumn } from '../../components/list-actions.tsx'

const text = rosterExportText.headings

/** 打印的花名册:遮着证号与电话。 */
export const rosterPrintColumns = (withBranch: boolean): readonly OutputColumn<MemberRow>[] => [
  { label: text.order, kind: 'number', width: 6, value: (_row, index) => index + 1 },
  { label: text.name, width: 10, value: (row) => row.name },
  { label: text.gender, width: 6, value: (row) => (row.gender === '0' ? '' : nameOf(genders, row.gender)) },
  { label: text.ethnicity, width: 8, value: (row) => (row.ethnicity === '' ? '' : nameOf(ethnicities, row.ethnicity)) },
  { label: text.birthDate, kind: 'date', width: 11, value: (row) => row.birthDate },
  { label: text.education, width: 12, value: (row) => (row.education === '' ? '' : shortNameOf(educations, row.education)) },
  { label: membersText.columns.type, width: 8, value: (row) => shortNameOf(memberTypes, row.memberType) },
  { label: text.joinedOn, kind: 'date', width: 11, value: (row) => row.joinedOn },
  { label: text.regularOn, kind: 'date', width: 11, value: (row) => row.regularOn },
  { label: text.post, width: 16, value: (row) => row.post },
  { label: text.partyPosts, width: 14, value: (row) => row.partyPosts.map((code) => shortNameOf(partyPosts, code)).join('\u3001') },
  { label: text.group, width: 12, value: (row) => row.partyGroupName },
  ...(withBranch ? [{ label: text.branch, width: 20, value: (row: MemberRow) => row.branchName }] : []),
]
