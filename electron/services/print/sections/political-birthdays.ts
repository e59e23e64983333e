import { shippedRegister } from '../../../../shared/data/registers/index.ts'
import { printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { registerValueText } from '../../../../shared/util/register-value-text.ts'
import { createRegisterRepo, type RegisterRecord } from '../../../store/repos/register-repo.ts'
import { volumeText as text } from '../../../../shared/i18n/zh-CN/volume.ts'
import { tableSection, type SectionFactory, type VolumeYear } from './section.ts'

/** 只到月的排在当月最前。 */
const monthDay = (joinedOn: string): string => joinedOn.slice(5)
/** 二月二十九日入党的,平年记在二十八日(domain 2.4)。 */
const anniversary = (joinedOn: string, year: number): string => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return monthDay(joinedOn) === '02-29' && !leap ? '02-28' : monthDay(joinedOn)
}

const definition = shippedRegister('political_birthdays')
/** 登记过的活动:哪天、什么形式、情况。 */
const heldFor = (held: readonly RegisterRecord[], memberId: string): string =>
  held
    .filter(({ values }) => Array.isArray(values['people']) && values['people'].some((person) => person.memberId === memberId))
    .map(({ day, values }) => ['form', 'content'].reduce((line, key) => {
      const field = definition?.fields.find((each) => each.key === key)
      const word = field === undefined ? '' : registerValueText(field, values[key])
      return word === '' ? line : `${line} ${word}`
    }, printedDay(day)))
    .join('\n')

/** 政治生日:按入党日期的月日排列,当年满几年;怎么过的照登记簿,没有登记的留着手写。 */
export const politicalBirthdaysSection: SectionFactory = ({ store, ports }) => {
  const registers = createRegisterRepo(store.db, ports.ids.next)
  const t = text.birthdays
  const rows = ({ roster, year, branchId, day }: VolumeYear) => {
    const held = registers.list('political_birthdays', [branchId], year, day)
    return roster
      .flatMap(({ memberId, name, joinedOn }) => (joinedOn === null || Number(joinedOn.slice(0, 4)) >= year ? [] : [{ memberId, name, joinedOn, on: anniversary(joinedOn, year) }]))
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .map(({ memberId, name, joinedOn, on }) => [t.day(on), name, joinedOn, t.years(year - Number(joinedOn.slice(0, 4))), heldFor(held, memberId)])
  }
  return tableSection({
    key: 'political_birthdays',
    whenEmpty: 'omit',
    columns: [
      { label: t.when, width: 24 },
      { label: t.name, width: 24 },
      { label: t.joinedOn, width: 28 },
      { label: t.count, width: 20 },
      { label: t.held, width: 66 },
    ],
    rows,
    prefilled: rows,
  })
}
