import { developmentSteps } from '../../../shared/data/code-tables/development-steps.ts'
import type { StepConclusion, StepVotes } from '../../../shared/model/development.ts'
import { cleanName, compareKey } from '../roster/clean-text.ts'
import type { RowValues } from '../roster/read-row.ts'
import { FIELD_READERS } from '../roster/read-values.ts'
import { cellText } from '../roster/sheet.ts'
import type { RosterVocabulary } from '../roster/vocabulary.ts'
import { stepField, type CandidateField, type CandidateStage, type CandidateWords } from './candidate-fields.ts'
import { quoted, type PlainRow } from './plain-row.ts'
import { readPublicity, readVotes, type PublicityReading } from './read-record.ts'

export interface CandidateReading {
  readonly row: PlainRow<CandidateField>
  readonly person: Readonly<RowValues>
  /** 步 → 日期,可能只到月。 */
  readonly days: ReadonlyMap<number, string>
  readonly stage: CandidateStage | null
  readonly mentors: readonly string[]
  readonly sponsors: readonly string[]
  readonly reviewConclusion: StepConclusion
  readonly trainingConclusion: StepConclusion
  readonly trainingDays: number | null
  readonly trainingHours: number | null
  readonly formNumber: string
  readonly approver: string
  /** 发展对象、转正的公示。 */
  readonly publicity: Readonly<Record<7 | 23, PublicityReading | null>>
  /** 接收、转正的票决。 */
  readonly votes: Readonly<Record<15 | 23, StepVotes | null>>
  readonly extendedUntil: string | null
  readonly transferredInOn: string | null
  readonly postponedUntil: string | null
  readonly regularOn: string | null
}

/** 与名册同样读法的列。 */
const AS_ROSTER = ['name', 'branch', 'idNumber', 'gender', 'ethnicity', 'birthDate', 'education', 'post', 'mobile', 'note'] as const
const LIMITS = { formNumber: 60, approver: 80, people: 200 } as const
const MOST_PEOPLE = 20

/** 几个人写在一格里:顿号、逗号、斜线隔开;用空格隔开的,每段都有两个字以上才算两个人(「王 敏」是一个人)。 */
const namesIn = (text: string | undefined): string[] => {
  if (text === undefined) return []
  const parts = text.split(/[\u3001,\uff0c;\uff1b/\\|]+/).flatMap((part) => {
    const words = part.trim().split(/\s+/)
    return words.length > 1 && words.every((word) => word.length >= 2) ? words : [part]
  })
  return parts.map((part) => cleanName(part).text.slice(0, 40)).filter((name) => name !== '').slice(0, MOST_PEOPLE)
}

/** 读一行:只看格子本身。 */
export const readCandidate = (row: PlainRow<CandidateField>, words: CandidateWords, vocabulary: RosterVocabulary, is1904: boolean): CandidateReading => {
  const person: RowValues = {}
  for (const field of AS_ROSTER) {
    const cell = row.cell(field)
    if (cell !== null) FIELD_READERS[field]({ cell, values: person, vocabulary, is1904, note: (code, severity, values) => row.find(field, code, severity, values) })
  }
  if (person.name === undefined && !row.findings.some(({ field }) => field === 'name')) row.find('name', 'name_missing', 'refuse')
  const days = new Map<number, string>()
  for (const { step } of developmentSteps) {
    const day = row.day(stepField(step))
    if (day !== undefined) days.set(step, day)
  }
  const conclusion = (field: 'reviewConclusion' | 'trainingConclusion'): StepConclusion => {
    const cell = row.cell(field)
    if (cell === null) return ''
    const found = words.conclusions.get(compareKey(cellText(cell).slice(0, 100)))
    if (found === undefined) row.find(field, 'conclusion_unreadable', 'warn', { text: quoted(cell) })
    return found ?? ''
  }
  /** 「3天」「24学时」:取数。 */
  const amount = (field: 'trainingDays' | 'trainingHours', most: number): number | null => {
    const cell = row.cell(field)
    if (cell === null) return null
    const found = /^(\d{1,4})(?:\.0+)?\D{0,4}$/.exec(cellText(cell).normalize('NFKC').replaceAll(/\s/g, ''))
    const value = Number(found?.[1] ?? Number.NaN)
    if (Number.isInteger(value) && value <= most) return value
    row.find(field, 'number_unreadable', 'warn', { text: quoted(cell) })
    return null
  }
  const stageCell = row.cell('stage')
  const stage = stageCell === null ? null : (words.stages.get(compareKey(cellText(stageCell).slice(0, 100))) ?? null)
  if (stageCell !== null && stage === null) row.find('stage', 'stage_unreadable', 'warn', { text: quoted(stageCell) })
  return {
    row,
    person,
    days,
    stage,
    mentors: namesIn(row.text('mentors', LIMITS.people)),
    sponsors: namesIn(row.text('sponsors', LIMITS.people)),
    reviewConclusion: conclusion('reviewConclusion'),
    trainingConclusion: conclusion('trainingConclusion'),
    trainingDays: amount('trainingDays', 365),
    trainingHours: amount('trainingHours', 2000),
    formNumber: row.text('formNumber', LIMITS.formNumber) ?? '',
    approver: row.text('approver', LIMITS.approver) ?? '',
    publicity: { 7: readPublicity(row, 7), 23: readPublicity(row, 23) },
    votes: { 15: readVotes(row, 15), 23: readVotes(row, 23) },
    extendedUntil: row.day('extendedUntil') ?? null,
    transferredInOn: row.day('transferredInOn') ?? null,
    postponedUntil: row.day('postponedUntil') ?? null,
    regularOn: row.day('regularOn') ?? null,
  }
}
