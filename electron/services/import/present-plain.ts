import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import type { ImportPreviewRow, ImportStatus } from '../../../shared/model/roster-import.ts'
import type { PlainRow } from '../../domain/import/plain-row.ts'
import type { CheckedFile, HeldRow } from './import-kind.ts'
import type { LocatedSheet } from './locate-sheets.ts'

/** 一行核对完的样子,各种导入都换成这个再给人看。 */
export interface PlainVerdict<F extends string> {
  readonly row: PlainRow<F>
  readonly status: ImportStatus
  readonly name: string
  /** 姓名(名称)之后的各格,次序同 headings。 */
  readonly cells: readonly string[]
  readonly changes: readonly { readonly field: F; readonly before: string; readonly after: string }[]
  readonly plan: unknown
}

const SEVERITIES = ['refuse', 'warn', 'note'] as const
const SHOWN = 200
const HEADER = 100

/** 各行的结论、理由、涂色的格子。 */
export const presentPlain = <F extends string>(located: readonly LocatedSheet<F>[], verdicts: readonly PlainVerdict<F>[], labels: Readonly<Record<string, string>>): CheckedFile => {
  const sheets = new Map(located.map((sheet) => [sheet.name, { headers: sheet.headers, places: new Map(sheet.columns.flatMap(({ index, field }) => (field === null ? [] : [[field as string, index] as const]))) }]))
  const kept: HeldRow[] = []
  const shown = verdicts.map(({ row: own, status, name, cells, changes, plan }): ImportPreviewRow => {
    const { sheet, row } = own
    // 最要紧的在前,同等的按列的次序。
    const findings = own.findings.toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
    const places = sheets.get(sheet)?.places ?? new Map<string, number>()
    const columnOf = (field: F): string => (sheets.get(sheet)?.headers.get(field) ?? labels[field] ?? '').slice(0, HEADER)
    const reasons = findings.map(({ field, code, values }) => ({ column: field === null ? '' : columnOf(field), code, message: rosterImportText.reasons[code](values).slice(0, 300) }))
    const marks = findings.flatMap(({ field, severity }, index) => (severity === 'note' ? [] : [{ index: (field === null ? undefined : places.get(field)) ?? places.get('name') ?? 0, severity, message: reasons[index]?.message ?? '' }]))
    kept.push({ row: { sheet, row, status, reasons }, plan, marks })
    return { sheet, row, status, reasons, name: name.slice(0, SHOWN), cells: cells.map((text) => text.slice(0, SHOWN)), changes: changes.map(({ field, before, after }) => ({ column: columnOf(field), before: before.slice(0, SHOWN), after: after.slice(0, SHOWN) })) }
  })
  return {
    columns: located.flatMap((sheet) => sheet.columns.map(({ index, header, field }) => ({ sheet: sheet.name, index, header, field: field === 'sequence' ? null : field }))),
    found: new Map(located.map((sheet) => [sheet.name, sheet.found])),
    remembered: located.some((sheet) => sheet.remembered),
    shown,
    kept,
  }
}
