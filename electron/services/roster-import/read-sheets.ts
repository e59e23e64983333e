import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import { buildHeaderIndex } from '../../domain/roster/map-headers.ts'
import { isExampleRow, isPersonRow, readRow, type RowReading } from '../../domain/roster/read-row.ts'
import type { RosterColumn, RosterField, RosterVocabulary } from '../../domain/roster/vocabulary.ts'
import type { LocatedSheet, LocateRules } from '../import/locate-sheets.ts'

export type RosterSheet = LocatedSheet<RosterColumn>

/** 找不到表头时告诉用户要有哪些列。 */
const EXPECTED = ['name', 'idNumber', 'memberType', 'joinedOn'] as const satisfies readonly RosterField[]

/** 名册:认哪些列,哪些行是一个人。 */
export const rosterIndex = buildHeaderIndex<RosterColumn>(rosterVocabulary.headers as Readonly<Record<RosterColumn, readonly string[]>>)
export const rosterRules: Omit<LocateRules<RosterColumn>, 'recall'> = {
  index: rosterIndex,
  isRow: (cells, columns) => !isExampleRow(cells) && isPersonRow(cells, columns, rosterVocabulary),
  expected: EXPECTED.map((field) => rosterImportText.fields[field]),
}

/** 读一行;没有用到的列只在该表的第一行说一次。 */
export const readRosterRow = (sheet: RosterSheet, index: number, vocabulary: RosterVocabulary = rosterVocabulary): RowReading => {
  const { row, cells } = sheet.rows[index] ?? { row: 0, cells: [] }
  const reading = readRow(sheet.name, row, cells, sheet.columns, sheet.headers, vocabulary, sheet.is1904)
  const ignored = index === 0 ? sheet.columns.filter((column) => column.field === null).map((column) => column.header) : []
  return ignored.length === 0 ? reading : { ...reading, findings: [...reading.findings, { field: null, code: 'column_ignored', severity: 'note', values: { names: ignored } }] }
}
