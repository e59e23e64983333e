import { PEEKED_COLUMNS, type importsContract } from '../../../shared/contract/imports.contract.ts'
import type { OutputOf } from '../../../shared/contract/define.ts'
import type { ImportColumn, ImportKind } from '../../../shared/model/roster-import.ts'
import { columnsAt, HEADER_SEARCH_ROWS } from '../../domain/roster/map-headers.ts'
import type { SheetData } from '../../domain/roster/sheet.ts'
import type { ImportMappingRepo } from '../../store/repos/import-mapping-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { headerSignature, requireUsable } from './header-signature.ts'
import type { ImportKindRules } from './import-kind.ts'

/** 认得的列,连同只用来认表头的序号。 */
export const knownFields = (rules: ImportKindRules): ReadonlySet<string> => new Set([...rules.targets().map(({ field }) => field), 'sequence'])

/** 认不出表头的表:给人看头几行,记住他指的是哪一行、各列是什么。 */
export const createHeadingHandlers = (scope: WorkspaceScope, mappings: ImportMappingRepo, kinds: Readonly<Record<ImportKind, ImportKindRules>>) => ({
  peek: (kind: ImportKind, sheets: readonly SheetData[]): OutputOf<(typeof importsContract)['peek']> => ({
    sheets: sheets.flatMap(({ name, hidden, rows }) => {
      const shown = rows.slice(0, HEADER_SEARCH_ROWS).flatMap((cells, index) => {
        const columns = columnsAt<string>(cells).filter((column) => column.index < PEEKED_COLUMNS)
        if (columns.length === 0) return []
        const texts = Array.from({ length: Math.max(...columns.map((column) => column.index)) + 1 }, () => '')
        for (const { index: at, header } of columns) texts[at] = header
        return [{ row: index + 1, cells: texts }]
      })
      return hidden || shown.length === 0 ? [] : [{ name: name.slice(0, 100), rows: shown }]
    }),
    targets: [...kinds[kind].targets()],
  }),
  save: (kind: ImportKind, columns: readonly Pick<ImportColumn, 'index' | 'header' | 'field'>[]): Record<string, never> => {
    const ordered = columns.toSorted((one, other) => one.index - other.index)
    requireUsable(ordered.map(({ field }) => field), knownFields(kinds[kind]))
    scope.write('import', 'imports.saveHeading', (transaction) => mappings.save(transaction, kind, headerSignature(ordered), ordered.map(({ field }) => field)))
    return {}
  },
})
