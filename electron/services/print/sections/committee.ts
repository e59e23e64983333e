import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { genders } from '../../../../shared/data/code-tables/gender.ts'
import { partyPosts } from '../../../../shared/data/code-tables/party-posts.ts'
import { birthMonth, handbookPrintText as text, printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { tableSection, type SectionFactory, type VolumeYear } from './section.ts'

const MINIMUM_ROWS = 7

/** 支委会成员及分工;补几行空的,供届中调整时手写。 */
export const committeeSection: SectionFactory = () => {
  const t = text.committee
  const holders = ({ branch, roster }: VolumeYear) => {
    const byId = new Map(roster.map((member) => [member.memberId, member]))
    return branch.posts.filter(({ post }) => post !== 'group_leader').map((holder) => ({ holder, member: holder.memberId === null ? undefined : byId.get(holder.memberId) }))
  }
  return tableSection({
    key: 'committee',
    onBack: true,
    whenEmpty: 'none',
    columns: [
      { label: t.post, width: 24 },
      { label: t.name, width: 22 },
      { label: t.gender, width: 12 },
      { label: t.birth, width: 20 },
      { label: t.from, width: 28 },
      { label: t.duty, width: 28, align: 'left' },
      { label: t.mobile, width: 28 },
    ],
    rowHeight: 10,
    spareRows: 3,
    blankRows: MINIMUM_ROWS,
    rows: (year) => holders(year).map(({ holder, member }) => [nameOf(partyPosts, holder.post), holder.name, member === undefined ? '' : nameOf(genders, member.gender), birthMonth(member?.birthDate ?? null), printedDay(holder.fromDay), holder.duty, member?.mobile ?? '']),
    prefilled: (year) => holders(year).map(({ holder }) => [nameOf(partyPosts, holder.post), holder.name]),
  })
}
