import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import type { ImportPreviewRow } from '../../../shared/model/roster-import.ts'
import type { JudgedRow } from '../../domain/roster/judge-rows.ts'
import { ROSTER_FIELDS, type RosterField } from '../../domain/roster/vocabulary.ts'
import { checkRoster } from '../roster-import/check-roster.ts'
import { presentPreviewRow } from '../roster-import/present-row.ts'
import { rosterRules } from '../roster-import/read-sheets.ts'
import { createRosterWriter } from '../roster-import/write-roster.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { CellMark, HeldRow, ImportKindRules } from './import-kind.ts'
import { membersTemplate } from './members-template.ts'
import { locateSheets } from './locate-sheets.ts'

const FIELDS = ROSTER_FIELDS.filter((field) => field !== 'sequence')

/** 党员名册。 */
export const createMembersKind = (scope: WorkspaceScope): ImportKindRules => {
  const write = createRosterWriter(scope)
  return {
    headings: rosterImportText.headings,
    template: membersTemplate,
    fields: FIELDS,
    check: async (sheets, { branchId, access, signal, onProgress, recall }) => {
      const rosters = await locateSheets<RosterField>(sheets, { ...rosterRules, recall: (columns) => recall(columns) as typeof columns | null }, signal)
      const places = new Map(rosters.map((sheet) => [sheet.name, new Map(sheet.columns.flatMap(({ index, field }) => (field === null ? [] : [[field, index] as const])))]))
      const kept: HeldRow[] = []
      const marksOf = ({ reading, findings }: JudgedRow, { reasons }: ImportPreviewRow): CellMark[] =>
        findings.flatMap((finding, index) => {
          if (finding.severity === 'note') return []
          const columns = places.get(reading.sheet)
          return [{ index: (finding.field === null ? undefined : columns?.get(finding.field)) ?? columns?.get('name') ?? 0, severity: finding.severity, message: reasons[index]?.message ?? '' }]
        })
      const present = (judged: JudgedRow): ImportPreviewRow => {
        const preview = presentPreviewRow(judged)
        const { sheet, row, status, reasons } = preview
        kept.push({ row: { sheet, row, status, reasons }, marks: marksOf(judged, preview), plan: judged.plan })
        return preview
      }
      const shown = await checkRoster(scope, rosters, { branchId, access }, signal, onProgress, present)
      return {
        columns: rosters.flatMap((sheet) => sheet.columns.map(({ index, header, field }) => ({ sheet: sheet.name, index, header, field: field === 'sequence' ? null : field }))),
        found: new Map(rosters.map((sheet) => [sheet.name, sheet.found])),
        remembered: rosters.some((sheet) => sheet.remembered),
        shown,
        kept,
      }
    },
    write: ({ rows, ...batch }) => write({ ...batch, rows: rows as readonly Pick<JudgedRow, 'plan'>[] }),
  }
}
