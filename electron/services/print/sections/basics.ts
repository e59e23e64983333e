import { educations, isJuniorCollegeOrAbove } from '../../../../shared/data/code-tables/education.ts'
import { isMinority } from '../../../../shared/data/code-tables/ethnicity.ts'
import { handbookPrintText as text, printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { ageOn } from '../../../domain/members/age.ts'
import { createCategoryRepo } from '../../../store/repos/category-repo.ts'
import { createOrganisationRepo } from '../../../store/repos/organisation-repo.ts'
import { leafOf, type SectionFactory, type VolumeYear } from './section.ts'

const YOUNG = 35
const BLANK_ROWS = 5
const WIDTHS = [28, 53, 28, 53] as const

/** 支部基本情况;人数由名册汇总。下附换届与届中调整登记栏,供手写。 */
export const basicsSection: SectionFactory = ({ store }) => {
  const categories = createCategoryRepo(store.db)
  const organisations = createOrganisationRepo(store.db)
  const t = text.basics
  const changes: readonly VolumeBlock[] = [
    { kind: 'subtitle', text: t.changesTitle },
    {
      kind: 'table',
      columns: [
        { label: t.changeDate, width: 24 },
        { label: t.changeMatter, width: 90, align: 'left' },
        { label: t.changeApproval, width: 48 },
      ],
      rows: [],
      blankRows: BLANK_ROWS,
      emptyWord: '',
    },
  ]
  const blocksOf = ({ branch, roster, day, branchId }: VolumeYear, filled: boolean): readonly VolumeBlock[] => {
    const value = (given: string): string => (filled ? given || text.empty : '')
    const people = (matches: (member: (typeof roster)[number]) => boolean): string => (filled ? t.people(roster.filter(matches).length) : '')
    const term = branch.termFrom === null ? '' : t.termValue(printedDay(branch.termFrom), printedDay(branch.termDue))
    return [
      {
        kind: 'fields',
        widths: WIDTHS,
        rows: [
          [t.name, branch.name],
          [t.code, value(branch.code), t.foundedOn, value(branch.foundedOn === null ? '' : printedDay(branch.foundedOn))],
          [t.parent, value(branch.parentName), t.category, value(branch.category === null ? '' : categories.nameOf(branch.category))],
          [t.secretary, value(branch.secretaryName), t.groups, filled ? t.units(organisations.groupsOf(branchId, day).length) : ''],
          [t.members, people(() => true), t.full, people(({ memberType }) => memberType === 'full')],
          [t.probationary, people(({ memberType }) => memberType === 'probationary'), t.women, people(({ gender }) => gender === '2')],
          [t.minorities, people(({ ethnicity }) => isMinority(ethnicity)), t.young, people(({ birthDate }) => birthDate !== null && ageOn(birthDate, day) <= YOUNG)],
          [t.educated, people(({ education }) => educations.some(({ code }) => code === education) && isJuniorCollegeOrAbove(education)), t.themeDay, value(branch.themeDay)],
          [t.term, value(term)],
          [t.place, value(branch.meetingPlace)],
        ],
      },
      ...changes,
    ]
  }
  return {
    key: 'basics',
    whenEmpty: 'none',
    collect: (year) => [leafOf({ key: 'basics', blocks: blocksOf(year, true) })],
    blank: (year, { filled }) => [leafOf({ key: 'basics', blocks: blocksOf(year, filled) })],
  }
}
