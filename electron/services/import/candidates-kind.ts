import { candidateImportText as text } from '../../../shared/i18n/zh-CN/candidate-import.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { CANDIDATE_HEADERS, CANDIDATE_STAGE_WORDS, CONCLUSION_WORDS } from '../../data/header-synonyms/candidate-headers.ts'
import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { CANDIDATE_FIELDS, type CandidateField, type CandidateWords } from '../../domain/import/candidate-fields.ts'
import { createCandidateJudge, type CandidatePlan, type JudgedCandidate } from '../../domain/import/judge-candidates.ts'
import { createPlainRow } from '../../domain/import/plain-row.ts'
import { readCandidate } from '../../domain/import/read-candidate.ts'
import { maskIdNumber } from '../../domain/members/masks.ts'
import { compareKey } from '../../domain/roster/clean-text.ts'
import { buildHeaderIndex } from '../../domain/roster/map-headers.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { inSlices } from '../roster-import/in-slices.ts'
import { createCandidateWorld } from './candidate-world.ts'
import type { ImportKindRules, TemplateColumn } from './import-kind.ts'
import { isNamedRow, locateSheets } from './locate-sheets.ts'
import { presentPlain, type PlainVerdict } from './present-plain.ts'
import { createCandidateWriter } from './write-candidates.ts'

const index = buildHeaderIndex(CANDIDATE_HEADERS)
const words: CandidateWords = {
  stages: new Map(CANDIDATE_STAGE_WORDS.flatMap(([code, ...given]) => given.map((word) => [compareKey(word), code] as const))),
  conclusions: new Map(CONCLUSION_WORDS.flatMap(([code, ...given]) => given.map((word) => [compareKey(word), code] as const))),
}
const TABLES = { gender: genders, ethnicity: ethnicities, education: educations } as const
const isTabled = (field: CandidateField): field is keyof typeof TABLES => Object.hasOwn(TABLES, field)
const REQUIRED: ReadonlySet<CandidateField> = new Set<CandidateField>(['name', 'idNumber', 'branch', 'stage'])
const WIDE: Readonly<Partial<Record<CandidateField, number>>> = { idNumber: 22, branch: 26, note: 24, sequence: 8 }

const shownValue = (field: CandidateField, value: string): string => (field === 'idNumber' ? maskIdNumber(value) : isTabled(field) && value !== '' ? nameOf(TABLES[field], value) : value)
const verdictOf = ({ reading, status, branchName, fields, changes, plan }: JudgedCandidate): PlainVerdict<CandidateField> => {
  const day = (...steps: readonly number[]): string => steps.map((step) => reading.days.get(step)).find((found) => found !== undefined) ?? ''
  return {
    row: reading.row,
    status,
    name: fields?.name ?? reading.person.name ?? reading.row.text('name', 200) ?? '',
    cells: [maskIdNumber(reading.person.idNumber ?? ''), reading.stage === null ? '' : text.stages[reading.stage], branchName, day(1), day(3, 4), day(7, 8), day(15)],
    changes: changes.map(({ field, before, after }) => ({ field, before: shownValue(field, before), after: shownValue(field, after) })),
    plan,
  }
}

/** 发展党员:申请人、积极分子、发展对象、预备党员和二十五步的日期。 */
export const createCandidatesKind = (scope: WorkspaceScope): ImportKindRules => {
  const world = createCandidateWorld(scope)
  const write = createCandidateWriter(scope)
  return {
    headings: text.headings,
    targets: () => CANDIDATE_FIELDS.filter((field) => field !== 'sequence').map((field) => ({ field, label: text.fields[field] ?? field })),
    template: () => {
      const values: Readonly<Partial<Record<CandidateField, readonly string[]>>> = {
        gender: genders.filter(({ code }) => code === '1' || code === '2').map(({ name }) => name),
        ethnicity: ethnicities.map(({ name }) => name),
        education: educations.map(({ name }) => name),
        stage: Object.values(text.stages),
        reviewConclusion: CONCLUSION_WORDS.map(([, word]) => word),
        trainingConclusion: CONCLUSION_WORDS.map(([, word]) => word),
      }
      const column = (field: CandidateField): TemplateColumn => ({ label: text.fields[field] ?? field, width: WIDE[field] ?? 16, required: REQUIRED.has(field), example: text.examples[field] ?? '', values: values[field] ?? [] })
      return [column('sequence'), ...CANDIDATE_FIELDS.filter((field) => field !== 'sequence').map(column)]
    },
    check: async (sheets, { branchId, access, signal, onProgress, recall }) => {
      const located = await locateSheets<CandidateField>(sheets, { index, expected: [text.fields['name'] ?? '', text.fields['stage'] ?? '', text.fields['step1'] ?? ''], recall: (columns) => recall(columns) as typeof columns | null, isRow: isNamedRow<CandidateField>(['name', 'idNumber'], rosterVocabulary) }, signal)
      const judge = createCandidateJudge(await world(access, branchId, signal))
      const rows = located.flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })))
      const verdicts = await inSlices(rows, signal, ({ sheet, row }) => verdictOf(judge(readCandidate(createPlainRow(sheet, row, rosterVocabulary.blanks), words, rosterVocabulary, sheet.is1904))), (done) => onProgress(done, rows.length))
      onProgress(rows.length, rows.length)
      return presentPlain(located, verdicts, text.fields)
    },
    write: ({ rows, ...batch }) => write({ ...batch, plans: rows.flatMap(({ plan }) => (plan === null ? [] : [plan as CandidatePlan])) }),
  }
}
