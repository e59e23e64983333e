import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { developmentStages, developmentStatuses, stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { describeFinding } from '../../../shared/i18n/zh-CN/development-findings.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentRow, StepStanding } from '../../../shared/model/development.ts'
import type { OutputColumn } from '../../components/list-actions.tsx'

const text = developmentText.columns
const URGENCY: readonly StepStanding[] = ['overdue', 'warning', 'review', 'doing', 'blocked', 'later', 'done']

/** 逾期的在前,其余按期限、步骤。 */
export const byUrgency = (one: DevelopmentRow, other: DevelopmentRow): number =>
  URGENCY.indexOf(one.standing) - URGENCY.indexOf(other.standing) || (one.dueDay ?? '9999').localeCompare(other.dueDay ?? '9999') || (one.step ?? 99) - (other.step ?? 99)
export const isOverdue = (row: DevelopmentRow): boolean => row.standing === 'overdue'
export const isDueIn = (row: DevelopmentRow, month: string): boolean => row.dueDay?.startsWith(month) === true && row.standing !== 'done'
/** 眼下要办的一步。 */
export const stepWord = (row: DevelopmentRow): string => (row.step === null ? nameOf(developmentStatuses, row.status) : developmentText.stepLine(row.step, stepEntry(row.step).name))
/** 期限,或最早哪天能办。 */
export const dayWord = (row: DevelopmentRow): string => (row.standing === 'blocked' && row.earliestDay !== null ? developmentText.earliest(row.earliestDay) : row.dueDay === null ? '' : developmentText.due(row.dueDay))
export const reasonWord = (row: DevelopmentRow): string => row.findings.map(describeFinding).join('\uff1b')

/** 打印、导出的一览表。 */
export const OUTPUT_COLUMNS: readonly OutputColumn<DevelopmentRow>[] = [
  { label: text.name, width: 10, value: (row) => row.name },
  { label: text.gender, width: 6, value: (row) => (row.gender === '0' ? '' : nameOf(genders, row.gender)) },
  { label: text.birth, kind: 'date', width: 11, value: (row) => row.birthDate },
  { label: text.education, width: 10, value: (row) => (row.education === '' ? '' : shortNameOf(educations, row.education)) },
  { label: text.post, width: 12, value: (row) => row.post },
  { label: text.branch, width: 20, value: (row) => row.branchName },
  { label: text.applied, kind: 'date', width: 11, value: (row) => row.appliedOn },
  { label: text.activist, kind: 'date', width: 11, value: (row) => row.activistOn },
  { label: text.candidate, kind: 'date', width: 11, value: (row) => row.candidateOn },
  { label: text.admitted, kind: 'date', width: 11, value: (row) => row.admittedOn },
  { label: text.mentors, width: 12, value: (row) => row.mentors },
  { label: text.stage, width: 10, value: (row) => shortNameOf(developmentStages, row.stage) },
  { label: text.step, width: 18, value: stepWord },
  { label: text.state, width: 8, value: (row) => developmentText.standings[row.standing] },
  { label: text.due, kind: 'date', width: 11, value: (row) => row.dueDay },
]
