import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import type { ImportPreviewRow } from '../../../shared/model/roster-import.ts'
import type { JudgedRow } from '../../domain/roster/judge-rows.ts'
import { CUSTOM, ROSTER_FIELDS, type CustomColumn, type RosterColumn } from '../../domain/roster/vocabulary.ts'
import { extendHeaderIndex } from '../../domain/roster/map-headers.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { checkRoster } from '../roster-import/check-roster.ts'
import { presentPreviewRow } from '../roster-import/present-row.ts'
import { rosterIndex, rosterRules } from '../roster-import/read-sheets.ts'
import { createRosterWriter } from '../roster-import/write-roster.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { CellMark, HeldRow, ImportKindRules } from './import-kind.ts'
import { membersTemplate } from './members-template.ts'
import { locateSheets } from './locate-sheets.ts'

/** 对照里用短一点的说法。 */
const LABELS: Readonly<Record<string, string>> = { ...rosterImportText.fields, ...rosterImportText.shortFields }
const OWN = ROSTER_FIELDS.filter((field) => field !== 'sequence').map((field) => ({ field, label: LABELS[field] ?? field }))

/** 党员名册。 */
export const createMembersKind = (scope: WorkspaceScope): ImportKindRules => {
  const write = createRosterWriter(scope)
  const repo = createCustomFieldRepo(scope.store.db)
  /** 在用的自定义项:名称就是列名。 */
  const customs = () => repo.all().filter(({ isRetired }) => !isRetired)
  return {
    headings: rosterImportText.headings,
    template: () => membersTemplate(customs()),
    targets: () => [...OWN, ...customs().map(({ id, name }) => ({ field: `${CUSTOM}${id}`, label: name }))],
    check: async (sheets, { branchId, access, signal, onProgress, recall }) => {
      const own = customs().map((field) => [`${CUSTOM}${field.id}` as CustomColumn, field] as const)
      const index = extendHeaderIndex<RosterColumn>(rosterIndex, own.map(([field, { name }]) => [field, name] as const))
      const rosters = await locateSheets<RosterColumn>(sheets, { ...rosterRules, index, recall: (columns) => recall(columns) as typeof columns | null }, signal)
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
      const shown = await checkRoster(scope, rosters, { branchId, access, customs: new Map(own) }, signal, onProgress, present)
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
