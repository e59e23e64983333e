import { handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { createOrganisationRepo } from '../../../store/repos/organisation-repo.ts'
import { tableSection, type SectionFactory, type VolumeYear } from './section.ts'

/** 党小组:组长与组员。 */
export const groupsSection: SectionFactory = ({ store }) => {
  const organisations = createOrganisationRepo(store.db)
  const t = text.groups
  const rows = ({ branchId, day, roster }: VolumeYear) =>
    organisations.groupsOf(branchId, day).map((group) => {
      const members = roster.filter(({ partyGroupId }) => partyGroupId === group.id).map(({ name }) => name)
      const leader = organisations.read(group.id, day)?.posts.find(({ post }) => post === 'group_leader')?.name ?? ''
      return [group.name, leader || text.empty, String(members.length), members.join('、')]
    })
  return tableSection({
    key: 'groups',
    whenEmpty: 'none',
    columns: [
      { label: t.name, width: 30 },
      { label: t.leader, width: 22 },
      { label: t.count, width: 14 },
      { label: t.members, width: 96, align: 'left' },
    ],
    rowHeight: 14,
    blankRows: 6,
    rows,
    prefilled: rows,
  })
}
