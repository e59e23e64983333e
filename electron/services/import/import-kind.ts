import type { ImportColumn, ImportCounts, ImportPreviewRow, ImportRow, ImportTarget } from '../../../shared/model/roster-import.ts'
import type { HeaderColumn } from '../../domain/roster/map-headers.ts'
import type { SheetData } from '../../domain/roster/sheet.ts'
import type { Access } from '../../rpc/access.ts'

/** 要在原表上涂色、写批注的一格;说不出是哪一列的记在第一列。 */
export interface CellMark {
  readonly index: number
  readonly severity: 'refuse' | 'warn'
  readonly message: string
}
/** 预览之后留着的一行:结果要报的、涂色要用的、写入要用的;核对的中间结果不留,十万行才放得下(F30)。 */
export interface HeldRow {
  readonly row: ImportRow
  readonly marks: readonly CellMark[]
  readonly plan: unknown
}
export interface CheckRequest {
  readonly branchId: string | null
  /** 文件名:年度有时只写在这里。 */
  readonly fileName: string
  readonly access: Access
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
  /** 这种表头以前由人改过对照的,给出改过的。 */
  readonly recall: (columns: readonly HeaderColumn<string>[]) => readonly HeaderColumn<string>[] | null
}
export interface CheckedFile {
  readonly columns: readonly ImportColumn[]
  /** 各表程序自己认出的列,记对照用。 */
  readonly found: ReadonlyMap<string, readonly HeaderColumn<string>[]>
  readonly remembered: boolean
  readonly shown: ImportPreviewRow[]
  readonly kept: readonly HeldRow[]
}
export interface WriteRequest {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly rows: readonly HeldRow[]
  readonly access: Access
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** 模板里的一列。 */
export interface TemplateColumn {
  readonly label: string
  readonly width: number
  readonly required: boolean
  readonly example: string
  /** 下拉里的值;没有为空。 */
  readonly values: readonly string[]
}

/** 一种导入:怎么核对、怎么写入。读文件、对照、预览、涂色、历史、撤销都是共用的。 */
export interface ImportKindRules {
  /** 预览表里姓名之后各列的名称。 */
  readonly headings: readonly string[]
  /** 认得的列(除序号)与名称;名册连同在用的自定义项。 */
  targets(): readonly ImportTarget[]
  /** 模板的各列;第一列是序号。 */
  template(): readonly TemplateColumn[]
  check(sheets: readonly SheetData[], request: CheckRequest): Promise<CheckedFile>
  /** 一个事务写入;返回写了几行。很多行的分段写,段间照常应答。 */
  write(request: WriteRequest): number | Promise<number>
}
