import { SHIPPED_REGISTERS } from '../../../../shared/data/registers/index.ts'
import { printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { registersText } from '../../../../shared/i18n/zh-CN/registers.ts'
import { volumeText } from '../../../../shared/i18n/zh-CN/volume.ts'
import type { FieldValue, RegisterDefinition } from '../../../../shared/model/register.ts'
import type { SectionKey } from '../../../../shared/model/volume-sections.ts'
import { registerValueText } from '../../../../shared/util/register-value-text.ts'
import { isPlan } from '../../../../shared/data/registers/plans.ts'
import { isCounted } from '../../../domain/meetings/counted-states.ts'
import { createRegisterRepo, type RegisterRecord, type RegisterRepo } from '../../../store/repos/register-repo.ts'
import { createStudyHours } from '../../registers/study-hours.ts'
import { tableSection, type SectionFactory, type VolumeYear } from './section.ts'

interface Printed {
  readonly label: string
  readonly width: number
  /** 印哪几项;几项的分行印。 */
  readonly keys: readonly string[]
}
interface RegisterSection {
  readonly section: SectionKey
  readonly register: string
  readonly columns: readonly Printed[]
  readonly rowHeight: number
  readonly whenEmpty: 'none' | 'omit'
}
const text = volumeText.registers

const SECTIONS: readonly RegisterSection[] = [
  {
    section: 'talks',
    register: 'talks',
    whenEmpty: 'none',
    rowHeight: 34,
    columns: [
      { label: text.dayAndPlace, width: 30, keys: ['day', 'place'] },
      { label: text.talkers, width: 16, keys: ['talkers'] },
      { label: text.partners, width: 16, keys: ['partners'] },
      { label: text.situation, width: 20, keys: ['kind', 'situation'] },
      { label: text.content, width: 38, keys: ['content'] },
      { label: text.suggestion, width: 24, keys: ['suggestion', 'measure'] },
      // 双方在纸上签。
      { label: text.signatures, width: 18, keys: [] },
    ],
  },
  {
    section: 'inspections',
    register: 'inspections',
    whenEmpty: 'none',
    rowHeight: 28,
    columns: [
      { label: text.inspectedOn, width: 26, keys: ['day'] },
      { label: text.inspector, width: 34, keys: ['unit', 'inspectors'] },
      { label: text.problems, width: 44, keys: ['content', 'problems'] },
      { label: text.requirement, width: 34, keys: ['requirement', 'dueOn'] },
      { label: text.recheck, width: 24, keys: ['recheck'] },
    ],
  },
  {
    section: 'monthly_plan',
    register: 'monthly_plan',
    whenEmpty: 'none',
    rowHeight: 14,
    columns: [
      { label: text.plannedOn, width: 32, keys: ['day'] },
      { label: text.matter, width: 58, keys: ['matter'] },
      { label: text.owner, width: 22, keys: ['owner'] },
      { label: text.result, width: 50, keys: ['result'] },
    ],
  },
  {
    section: 'chronicle',
    register: 'chronicle',
    whenEmpty: 'none',
    rowHeight: 9,
    columns: [
      { label: text.day, width: 30, keys: ['day'] },
      { label: text.matter, width: 132, keys: ['matter'] },
    ],
  },
]
const definitionOf = (key: string): RegisterDefinition => {
  const found = SHIPPED_REGISTERS.find((definition) => definition.key === key)
  if (found === undefined) throw new Error(`no register ${key}`)
  return found
}

/** 一格:几项分行;只给本支部看的,别人印的册子里空着。 */
const cell = (definition: RegisterDefinition, { values }: RegisterRecord, keys: readonly string[], own: boolean): string =>
  keys
    .flatMap((key) => {
      const field = definition.fields.find((each) => each.key === key)
      if (field === undefined || (field.ownBranchOnly && !own)) return []
      const value = registerValueText(field, values[key])
      return value === '' ? [] : [field.type === 'day' ? printedDay(value) : value]
    })
    .join('\n')

/** 没写完成情况的计划,照它开的会就是完成情况。 */
const withMeetings = (repo: RegisterRepo, records: readonly RegisterRecord[]): readonly RegisterRecord[] => {
  const planned = records.filter(({ definitionKey, values }) => isPlan(definitionKey) && values['result'] === undefined)
  if (planned.length === 0) return records
  const meetings = repo.meetingsOf(planned.map(({ id }) => id))
  return records.map((record) => {
    const held = planned.includes(record) ? (meetings.get(record.id) ?? []).filter(({ state }) => isCounted(state)) : []
    return held.length === 0 ? record : { ...record, values: { ...record.values, result: held.map(({ day, title }) => text.heldBy(printedDay(day), title)).join('\n') } }
  })
}

const registerSection =
  ({ section, register, columns, rowHeight, whenEmpty }: RegisterSection): SectionFactory =>
  ({ store, ports }) => {
    const repo = createRegisterRepo(store.db, ports.ids.next)
    const definition = definitionOf(register)
    return tableSection({
      key: section,
      whenEmpty,
      rowHeight,
      columns: columns.map(({ label, width }) => ({ label, width, align: 'left' as const })),
      blankRows: Math.max(4, Math.floor(210 / rowHeight)),
      rows: ({ branchId, year, day, ownBranch }) => {
        const records = withMeetings(repo, repo.list(register, [branchId], year, day))
        return records.toReversed().map((record) => columns.map(({ keys }) => cell(definition, record, keys, ownBranch)))
      },
    })
  }

const word = (value: FieldValue | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
/** 学时:一人一行,会上的、培训的、合计,对照要求;后附登记的学习培训。 */
const studyHoursSection: SectionFactory = ({ store, ports }) => {
  const repo = createRegisterRepo(store.db, ports.ids.next)
  const studyHours = createStudyHours(store, repo)
  const hours = (minutes: number): string => registersText.study.hours(minutes)
  const trained = (year: VolumeYear, memberId: string): string =>
    repo
      .list('study', [year.branchId], year.year, year.day)
      .toReversed()
      .filter(({ values }) => Array.isArray(values['people']) && values['people'].some((person) => person.memberId === memberId))
      .map(({ day, values }) => text.trained(day.slice(5), word(values['subject']), word(values['hours'])))
      .join('\n')
  return tableSection({
    key: 'study_hours',
    whenEmpty: 'none',
    columns: [
      { label: text.name, width: 24 },
      { label: text.trainings, width: 74, align: 'left' },
      { label: text.meetingHours, width: 16 },
      { label: text.trainingHours, width: 16 },
      { label: text.totalHours, width: 16 },
      { label: text.requiredHours, width: 16 },
    ],
    rows: (year) => studyHours(year.branchId, year.year, year.day).map((row) => [row.name, trained(year, row.memberId), hours(row.meetingMinutes), hours(row.trainingMinutes), hours(row.meetingMinutes + row.trainingMinutes), String(row.requiredHours)]),
    prefilled: ({ roster }) => roster.map(({ name }) => [name, '', '', '', '', '']),
  })
}

export const registerSections: readonly SectionFactory[] = [...SECTIONS.map(registerSection), studyHoursSection]
