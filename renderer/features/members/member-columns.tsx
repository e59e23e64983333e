import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { MemberRow } from '../../../shared/model/member.ts'
import type { DataColumns } from '../../components/data-table.tsx'

const text = membersText.columns
/** 两个字的姓名中间空一格,与三个字的对齐(名册的老习惯)。 */
const paddedName = (name: string): string => (/^\p{Script=Han}{2}$/u.test(name) ? `${name.slice(0, 1)}\u3000${name.slice(1)}` : name)

/** @param withBranch 跨支部看时多一列所在支部。 */
export const memberColumns = (withBranch: boolean): DataColumns<MemberRow> => [
  { key: 'order', title: text.order, width: 60, align: 'center', render: (_value, _row, index) => index + 1 },
  { key: 'name', title: text.name, width: 108, ellipsis: true, render: (_value, row) => paddedName(row.name) },
  { key: 'gender', title: text.gender, width: 56, align: 'center', render: (_value, row) => (row.gender === '0' ? '' : nameOf(genders, row.gender)) },
  { key: 'birth', title: text.birth, width: 88, align: 'center', render: (_value, row) => row.birthDate?.slice(0, 7) ?? '' },
  { key: 'type', title: text.type, width: 64, align: 'center', render: (_value, row) => shortNameOf(memberTypes, row.memberType) },
  { key: 'joinedOn', title: text.joinedOn, width: 112, align: 'center', render: (_value, row) => row.joinedOn ?? '' },
  { key: 'education', title: text.education, width: 96, ellipsis: true, render: (_value, row) => (row.education === '' ? '' : shortNameOf(educations, row.education)) },
  { key: 'post', title: text.post, width: 120, ellipsis: true, render: (_value, row) => row.post },
  { key: 'group', title: text.group, width: 110, ellipsis: true, render: (_value, row) => row.partyGroupName },
  { key: 'partyPosts', title: text.partyPosts, width: 110, ellipsis: true, render: (_value, row) => row.partyPosts.map((code) => shortNameOf(partyPosts, code)).join('\u3001') },
  ...(withBranch ? [{ key: 'branch', title: text.branch, width: 180, ellipsis: true, render: (_value: unknown, row: MemberRow) => row.branchName }] : []),
]
