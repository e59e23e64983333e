import { organisationImportText as text } from '../../../shared/i18n/zh-CN/organisation-import.ts'
import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import type { ImportPreviewRow } from '../../../shared/model/roster-import.ts'
import { ORGANISATION_HEADERS, ORGANISATION_KIND_WORDS, ORGANISATION_NAME_ENDINGS } from '../../data/header-synonyms/organisation-headers.ts'
import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { judgeOrganisations, ORGANISATION_FIELDS, type JudgedOrganisation, type OrganisationField, type OrganisationPlan } from '../../domain/import/organisation-rows.ts'
import { createPlainRow, isFooterText } from '../../domain/import/plain-row.ts'
import { compareKey } from '../../domain/roster/clean-text.ts'
import { buildHeaderIndex } from '../../domain/roster/map-headers.ts'
import { isExampleRow } from '../../domain/roster/read-row.ts'
import { cellText } from '../../domain/roster/sheet.ts'
import { createCategoryRepo } from '../../store/repos/category-repo.ts'
import { createOrganisationRegistry } from '../../store/repos/organisation-registry.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { HeldRow, ImportKindRules, TemplateColumn } from './import-kind.ts'
import { locateSheets, type LocatedSheet } from './locate-sheets.ts'
import { createOrganisationImportWriter } from './write-organisations.ts'

const index = buildHeaderIndex(ORGANISATION_HEADERS)
const kindWords = new Map(ORGANISATION_KIND_WORDS.flatMap(([code, ...words]) => words.map((word) => [compareKey(word), code] as const)))
const endings = ORGANISATION_NAME_ENDINGS.map(([ending, kind]) => [compareKey(ending), kind] as const)
const NAME_COLUMNS = new Set<OrganisationField>(['name', 'code'])

/** 党组织:先建组织,名册才有地方放。 */
export const createOrganisationsKind = (scope: WorkspaceScope): ImportKindRules => {
  const repo = createOrganisationRepo(scope.store.db)
  const categories = createCategoryRepo(scope.store.db)
  const registry = createOrganisationRegistry(scope.store.db)
  const write = createOrganisationImportWriter(scope)
  const categoryName = (code: string): string => (code === '' ? '' : categories.nameOf(code))
  const present = ({ row, status, name, kind, parentName, values, changes }: JudgedOrganisation, sheet: LocatedSheet<OrganisationField>): ImportPreviewRow => {
    const columnOf = (field: OrganisationField): string => sheet.headers.get(field) ?? text.fields[field]
    const shown = (field: OrganisationField, value: string): string => (field === 'category' ? categoryName(value) : value).slice(0, 200)
    return {
      sheet: row.sheet,
      row: row.row,
      status,
      name: name.slice(0, 200),
      cells: [kind === null ? '' : nameOf(organisationKinds, kind), parentName.slice(0, 200), values?.code ?? '', categoryName(values?.category ?? ''), values?.foundedOn ?? ''],
      reasons: row.findings.map(({ field, code, values: given }) => ({ column: (field === null ? '' : columnOf(field)).slice(0, 100), code, message: rosterImportText.reasons[code](given).slice(0, 300) })),
      changes: changes.map(({ field, before, after }) => ({ column: columnOf(field), before: shown(field, before), after: shown(field, after) })),
    }
  }
  return {
    headings: text.headings,
    targets: () => ORGANISATION_FIELDS.filter((field) => field !== 'sequence').map((field) => ({ field, label: text.fields[field] })),
    template: () => {
      const values: Readonly<Partial<Record<OrganisationField, readonly string[]>>> = { kind: organisationKinds.map(({ name }) => name), category: categories.all().map(({ name }) => name) }
      const column = (field: OrganisationField): TemplateColumn => ({ label: text.fields[field], width: field === 'sequence' ? 8 : 20, required: field === 'name' || field === 'kind' || field === 'parent', example: (text.examples as Readonly<Partial<Record<OrganisationField, string>>>)[field] ?? '', values: values[field] ?? [] })
      return [column('sequence'), ...ORGANISATION_FIELDS.filter((field) => field !== 'sequence').map(column)]
    },
    check: async (sheets, { access, signal, onProgress, recall }) => {
      const located = await locateSheets<OrganisationField>(
        sheets,
        {
          index,
          expected: [text.fields.name, text.fields.parent, text.fields.kind],
          recall: (columns) => recall(columns) as typeof columns | null,
          isRow: (cells, columns) => {
            const first = cells.find((cell) => cellText(cell).trim() !== '')
            if (first === undefined || isExampleRow(cells) || isFooterText(cellText(first), rosterVocabulary.footers)) return false
            return columns.some(({ field, index: at }) => field !== null && NAME_COLUMNS.has(field) && cellText(cells[at]).trim() !== '')
          },
        },
        signal,
      )
      const today = scope.ports.clock.today()
      const details = registry.all()
      const stored = repo.tree(today).map((node) => {
        const record = details.get(node.id)
        return { id: node.id, rev: node.rev, kind: node.kind, name: node.name, shortName: node.shortName, code: node.code, parentId: node.parentId, category: node.category ?? '', foundedOn: record?.foundedOn ?? '', contact: record?.contact ?? '', phone: record?.phone ?? '', meetingPlace: record?.meetingPlace ?? '', note: record?.note ?? '' }
      })
      const root = stored.find(({ parentId }) => parentId === null) ?? null
      const rows = located.flatMap((sheet) => sheet.rows.map((row) => ({ sheet, plain: createPlainRow(sheet, row, rosterVocabulary.blanks) })))
      const judged = judgeOrganisations(rows.map(({ plain }) => plain), stored, {
        kinds: kindWords,
        endings,
        categories: new Map(categories.all().flatMap(({ code, name }) => [[compareKey(name), code] as const, [compareKey(code), code] as const])),
        today,
        root: root !== null && access.covers(root.id) ? root : null,
        reachable: access.covers,
      })
      onProgress(judged.length, judged.length)
      const shown = judged.map((one, at) => present(one, rows[at]?.sheet ?? (located[0] as LocatedSheet<OrganisationField>)))
      const kept = judged.map((one, at): HeldRow => {
        const sheet = rows[at]?.sheet
        const place = (field: OrganisationField | null): number => sheet?.columns.find((column) => column.field === (field ?? 'name'))?.index ?? sheet?.columns.find((column) => column.field === 'name')?.index ?? 0
        const { sheet: name, row, status, reasons } = shown[at] as ImportPreviewRow
        return { row: { sheet: name, row, status, reasons }, plan: one.plan, marks: one.row.findings.flatMap(({ field, severity }, index) => (severity === 'note' ? [] : [{ index: place(field), severity, message: reasons[index]?.message ?? '' }])) }
      })
      return {
        columns: located.flatMap((sheet) => sheet.columns.map(({ index: at, header, field }) => ({ sheet: sheet.name, index: at, header, field: field === 'sequence' ? null : field }))),
        found: new Map(located.map((sheet) => [sheet.name, sheet.found])),
        remembered: located.some((sheet) => sheet.remembered),
        shown,
        kept,
      }
    },
    write: ({ rows, access: _access, ...batch }) => write({ ...batch, plans: rows.flatMap(({ plan }) => (plan === null ? [] : [plan as OrganisationPlan])) }),
  }
}
