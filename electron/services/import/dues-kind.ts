import { duesImportText as text } from '../../../shared/i18n/zh-CN/dues-import.ts'
import { payerCategories } from '../../../shared/data/code-tables/payer-categories.ts'
import { DUES_HEADERS, EXEMPT_WORDS, PAYER_WORDS, RANGE_WORDS, TICK_WORDS } from '../../data/header-synonyms/dues-headers.ts'
import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { DUES_FIELDS, MONTH_FIELDS, MONTH_RANGES, TEMPLATE_FIELDS, type DuesField, type DuesWords } from '../../domain/import/dues-fields.ts'
import { createDuesJudge, type DuesPlan, type JudgedDues } from '../../domain/import/judge-dues.ts'
import { createPlainRow } from '../../domain/import/plain-row.ts'
import { readDues, yearIn, type DuesSheetFacts } from '../../domain/import/read-dues.ts'
import { compareKey } from '../../domain/roster/clean-text.ts'
import { buildHeaderIndex } from '../../domain/roster/map-headers.ts'
import { inSlices } from '../roster-import/in-slices.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createDuesWorld } from './dues-world.ts'
import type { ImportKindRules, TemplateColumn } from './import-kind.ts'
import { isNamedRow, locateSheets, type LocatedSheet } from './locate-sheets.ts'
import { presentPlain, type PlainVerdict } from './present-plain.ts'
import { createDuesWriter } from './write-dues.ts'

const index = buildHeaderIndex(DUES_HEADERS)
const words: DuesWords = {
  categories: new Map(PAYER_WORDS.flatMap(([code, ...given]) => given.map((word) => [compareKey(word), code] as const))),
  ranges: new Map(RANGE_WORDS.flatMap(([from, to, ...given]) => given.map((word) => [compareKey(word), [from, to]] as const))),
  ticks: new Set(TICK_WORDS.map(compareKey)),
  exempts: EXEMPT_WORDS.map(compareKey),
}
/** 党费表里的「无」「-」是没交,不是没填的写法:同样不登记。 */
const { blanks } = rosterVocabulary

const DATED: ReadonlySet<DuesField> = new Set([...MONTH_FIELDS, ...MONTH_RANGES.map(({ field }) => field)])
const factsOf = (sheet: LocatedSheet<DuesField>, fileName: string, thisYear: number): DuesSheetFacts => ({
  is1904: sheet.is1904,
  year: yearIn(sheet.above) ?? yearIn(fileName),
  yearOf: new Map(sheet.columns.flatMap(({ field, header }) => {
    const year = field !== null && DATED.has(field) ? yearIn(header) : null
    return field === null || year === null ? [] : [[field, year] as const]
  })),
  thisYear,
  fields: new Set(sheet.columns.flatMap(({ field }) => field ?? [])),
})
const verdictOf = ({ reading, status, member, months, paidFen, changes, plan }: JudgedDues): PlainVerdict<DuesField> => ({
  row: reading.row,
  status,
  name: member?.name ?? reading.person.name ?? '',
  cells: [member?.branchName ?? reading.person.branchText ?? '', String(reading.year), reading.baseFen === null ? '' : text.yuan(reading.baseFen), text.months(months), paidFen === 0 ? '' : text.yuan(paidFen)],
  changes: changes.map(({ field, before, after }) => ({ field, before: before === null ? '' : text.yuan(before), after: text.yuan(after) })),
  plan,
})

/** 党费:一人一行、十二个月的年表,或一笔一行的流水;基数一并核定。 */
export const createDuesKind = (scope: WorkspaceScope): ImportKindRules => {
  const world = createDuesWorld(scope)
  const write = createDuesWriter(scope)
  return {
    headings: text.headings,
    targets: () => DUES_FIELDS.filter((field) => field !== 'sequence').map((field) => ({ field, label: text.fields[field] ?? field })),
    template: () => {
      const column = (field: DuesField): TemplateColumn => ({ label: text.fields[field] ?? field, width: field === 'idNumber' ? 22 : field === 'branch' ? 26 : field === 'sequence' || field.startsWith('m') ? 10 : 14, required: field === 'name' || field === 'year', example: text.examples[field] ?? '', values: field === 'category' ? payerCategories.map(({ shortName }) => shortName) : [] })
      return [column('sequence'), ...TEMPLATE_FIELDS.filter((field) => field !== 'sequence').map(column)]
    },
    check: async (sheets, { branchId, fileName, access, signal, onProgress, recall }) => {
      const located = await locateSheets<DuesField>(sheets, { index, expected: [text.fields['name'] ?? '', text.fields['base'] ?? '', text.fields['m1'] ?? '', text.fields['m2'] ?? ''], recall: (columns) => recall(columns) as typeof columns | null, isRow: isNamedRow<DuesField>(['name', 'idNumber'], rosterVocabulary) }, signal)
      const judge = createDuesJudge(await world(access, branchId, signal))
      const thisYear = Number(scope.ports.clock.today().slice(0, 4))
      const facts = new Map(located.map((sheet) => [sheet.name, factsOf(sheet, fileName, thisYear)]))
      const rows = located.flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })))
      const verdicts = await inSlices(rows, signal, ({ sheet, row }) => verdictOf(judge(readDues(createPlainRow(sheet, row, blanks), words, rosterVocabulary, facts.get(sheet.name) ?? factsOf(sheet, fileName, thisYear)))), (done) => onProgress(done, rows.length))
      onProgress(rows.length, rows.length)
      return presentPlain(located, verdicts, text.fields)
    },
    write: ({ rows, ...batch }) => write({ ...batch, plans: rows.flatMap(({ plan }) => (plan === null ? [] : [plan as DuesPlan])) }),
  }
}
