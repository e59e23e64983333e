import { nameOf, type CodeTable } from '../../../../shared/data/code-tables/code-table.ts'
import { educations } from '../../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../../shared/data/code-tables/gender.ts'
import { partyPosts } from '../../../../shared/data/code-tables/party-posts.ts'
import { birthMonth, handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { leafOf, tableSection, type SectionFactory, type VolumeYear } from './section.ts'

const coded = (table: CodeTable, code: string): string => (code === '' ? '' : nameOf(table, code))

/** 党员花名册:横表。证号从不印在这里。 */
export const rosterSection: SectionFactory = () => {
  const t = text.roster
  const columns = [
    { label: t.no, width: 10 },
    { label: t.name, width: 22 },
    { label: t.gender, width: 10 },
    { label: t.ethnicity, width: 16 },
    { label: t.birth, width: 20 },
    { label: t.education, width: 24 },
    { label: t.joinedOn, width: 23 },
    { label: t.regularOn, width: 23 },
    { label: t.post, width: 30 },
    { label: t.partyPost, width: 24 },
    { label: t.mobile, width: 24 },
    { label: t.note, width: 12 },
  ]
  const rows = ({ roster }: VolumeYear) =>
    roster.map((member, index) => [
      String(index + 1),
      member.name,
      nameOf(genders, member.gender),
      coded(ethnicities, member.ethnicity),
      birthMonth(member.birthDate),
      coded(educations, member.education),
      member.joinedOn ?? '',
      member.regularOn ?? '',
      member.post,
      member.partyPosts.map((post) => nameOf(partyPosts, post)).join('、'),
      member.mobile,
      member.memberType === 'probationary' ? t.probationary : '',
    ])
  const table = tableSection({ key: 'roster', whenEmpty: 'none', columns, rotated: true, rows, prefilled: ({ roster }) => roster.map((member, index) => [String(index + 1), member.name]) })
  return {
    ...table,
    collect: (year) => {
      if (year.roster.length === 0) return []
      const full = year.roster.filter(({ memberType }) => memberType === 'full').length
      return [leafOf({ key: 'roster', rotated: true, blocks: [{ kind: 'table', columns, rows: rows(year) }, { kind: 'note', text: t.summary(year.roster.length, full, year.roster.length - full) }] })]
    },
  }
}
