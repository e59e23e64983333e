import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { genders } from '../../../../shared/data/code-tables/gender.ts'
import { birthMonth } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText as text } from '../../../../shared/i18n/zh-CN/volume.ts'
import { createDevelopmentRepo } from '../../../store/repos/development-repo.ts'
import { tableSection, type SectionFactory, type VolumeYear } from './section.ts'

/** 各阶段的起算步:递交申请、确定积极分子、确定发展对象、支部大会接收、转正(发展党员工作细则)。 */
const STEPS = { applied: 1, activist: 3, candidate: 7, admitted: 15, confirmed: 24 } as const
const MENTORS = 5

/** 入党申请人、积极分子、发展对象、预备党员:正在培养的,和当年办过一步的(ux P-07)。 */
export const developmentSection: SectionFactory = ({ store }) => {
  const repo = createDevelopmentRepo(store.db)
  const t = text.development
  const rows = ({ branchId, year, day }: VolumeYear) => {
    const people = repo.inBranches([branchId], true, day)
    const steps = repo.stepsOf(people.map(({ id }) => id))
    return people.flatMap(({ id, status, fields }) => {
      const done = steps.get(id) ?? []
      const dayOf = (step: number): string => done.find((one) => one.step === step && one.state === 'done')?.fields.doneOn ?? ''
      const thisYear = done.some((one) => one.fields.doneOn?.startsWith(`${year}-`) === true)
      const startedLater = done.length > 0 && done.every((one) => (one.fields.doneOn ?? one.fields.startedOn ?? '').slice(0, 4) > String(year))
      if ((status !== 'active' && !thisYear) || startedLater) return []
      const mentors = done.find((one) => one.step === MENTORS)?.fields.people.map(({ name }) => name).join('\n') ?? ''
      return [[fields.name, nameOf(genders, fields.gender), birthMonth(fields.birthDate), dayOf(STEPS.applied), dayOf(STEPS.activist), dayOf(STEPS.candidate), dayOf(STEPS.admitted), dayOf(STEPS.confirmed), mentors]]
    })
  }
  return tableSection({
    key: 'development',
    whenEmpty: 'none',
    rowHeight: 10,
    blankRows: 20,
    columns: [
      { label: t.name, width: 16 },
      { label: t.gender, width: 9 },
      { label: t.birth, width: 17 },
      { label: t.applied, width: 20 },
      { label: t.activist, width: 20 },
      { label: t.candidate, width: 20 },
      { label: t.admitted, width: 20 },
      { label: t.confirmed, width: 20 },
      { label: t.mentors, width: 20 },
    ],
    rows,
    prefilled: (year) => rows(year).map(([name, gender, birth]) => [name ?? '', gender ?? '', birth ?? '']),
  })
}
