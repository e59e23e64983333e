import { auditText } from '../../../shared/i18n/zh-CN/audit.ts'
import type { AuditRecord } from '../../store/repos/audit-repo.ts'
import type { ExportColumn, ExportSheet } from '../export/export-sheet.ts'
import { writeWorkbook } from '../export/workbook-export.ts'
import { actorLabel, describeAudit } from './describe-row.ts'

interface Heading {
  readonly unit: string
  readonly who: string
  readonly today: string
  readonly head: string
  /** 链头所在的最后一条。 */
  readonly seq: number
}

/** 一张工作表放这么多行。 */
const SHEET_ROWS = 20_000
const text = auditText.export

const two = (value: number): string => String(value).padStart(2, '0')
const momentOf = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}
const READABLE: readonly (readonly [ExportColumn, (row: AuditRecord) => string | number])[] = [
  [{ heading: text.columns.seq, kind: 'number', width: 8 }, ({ seq }) => seq],
  [{ heading: text.columns.at, kind: 'text', width: 20 }, ({ at }) => momentOf(at)],
  [{ heading: text.columns.doubtful, kind: 'text', width: 8 }, ({ clockDoubtful }) => (clockDoubtful === 1 ? text.columns.doubtful : '')],
  [{ heading: text.columns.actor, kind: 'text' }, ({ actor, actorName }) => actorLabel(actor, actorName)],
  [{ heading: text.columns.role, kind: 'text', width: 16 }, ({ role }) => auditText.roles[role] ?? role],
  [{ heading: text.columns.machine, kind: 'text', width: 16 }, ({ machine }) => machine],
  [{ heading: text.columns.kind, kind: 'text' }, ({ kind }) => auditText.kinds[kind] ?? kind],
  [{ heading: text.columns.what, kind: 'text', width: 50 }, describeAudit],
  [{ heading: text.columns.unit, kind: 'text', width: 28 }, ({ unitName }) => unitName],
  [{ heading: text.columns.reason, kind: 'text', width: 30 }, ({ reason }) => reason],
]
/** 原样的各项:不用这个程序也能把散列重算一遍。列名就是算的时候的次序。 */
const RAW: readonly (readonly [string, (row: AuditRecord) => string | number | null])[] = [
  ['seq', ({ seq }) => seq],
  ['format', ({ format }) => format],
  ['epoch', ({ epoch }) => epoch],
  ['at', ({ at }) => at],
  ['clock_doubtful', ({ clockDoubtful }) => clockDoubtful],
  ['actor', ({ actor }) => actor],
  ['role', ({ role }) => role],
  ['machine', ({ machine }) => machine],
  ['kind', ({ kind }) => kind],
  ['procedure', ({ procedure }) => procedure],
  ['owner_unit', ({ ownerUnit }) => ownerUnit],
  ['table_name', ({ table }) => table],
  ['record_id', ({ recordId }) => recordId],
  ['detail', ({ detail }) => detail],
  ['reason_digest', ({ reasonDigest }) => reasonDigest],
  ['version_hash', ({ versionHash }) => versionHash],
  ['previous_hash', ({ previousHash }) => previousHash],
  ['hash', ({ hash }) => hash],
]
const NUMBERS: ReadonlySet<string> = new Set(['seq', 'format', 'epoch', 'at', 'clock_doubtful'])

const parted = (rows: readonly AuditRecord[]): readonly (readonly AuditRecord[])[] => {
  const parts = Array.from({ length: Math.ceil(rows.length / SHEET_ROWS) }, (_, part) => rows.slice(part * SHEET_ROWS, (part + 1) * SHEET_ROWS))
  return parts.length === 0 ? [[]] : parts
}

/** 操作记录的表格:看得懂的一份、原样的一份、怎样核对。 */
export const writeAuditWorkbook = (rows: readonly AuditRecord[], { unit, who, today, head, seq }: Heading): Promise<Uint8Array> => {
  const parts = parted(rows)
  const readable = parts.map((part, index): ExportSheet => ({
    name: text.rowsSheet(index + 1, parts.length),
    title: text.title(unit),
    notes: [text.note(who, today, rows.length)],
    columns: READABLE.map(([column]) => column),
    rows: part.map((row) => READABLE.map(([, cell]) => cell(row))),
  }))
  // 从旧到新:散列要从头一条往下算。
  const chain = parted(rows.toReversed()).map((part, index): ExportSheet => ({
    name: text.chainSheet(index + 1, parts.length),
    columns: RAW.map(([heading]) => ({ heading, kind: NUMBERS.has(heading) ? 'number' : 'text', width: 16 })),
    rows: part.map((row) => RAW.map(([, cell]) => cell(row))),
  }))
  const how: ExportSheet = { name: text.howSheet, columns: text.how.map((heading, index) => ({ heading, kind: 'text', width: index === 0 ? 14 : 60 })), rows: text.steps(head, seq).map((step) => [...step]) }
  return writeWorkbook([...readable, ...chain, how])
}
