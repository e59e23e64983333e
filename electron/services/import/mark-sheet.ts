import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { importDoctorText } from '../../../shared/i18n/zh-CN/import-doctor.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import { runMarker } from '../../import-worker/run-reader.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { FileExchange } from '../file-exchange.ts'
import type { HeldRow } from './import-kind.ts'

interface MarkRequest {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fileName: string
  readonly rows: readonly HeldRow[]
}

/** 用户自己的那份表,涂好色、写好批注的。文件在核对时已经读过一遍,这里再读不会是新的毛病。 */
export const markSheet = async ({ bytes, fileName, rows }: MarkRequest, files: FileExchange, signal: AbortSignal): Promise<{ readonly file: FileRef; readonly marked: number }> => {
  const marks = rows.flatMap(({ row, marks: own }) => own.map(({ index, severity, message }) => ({ sheet: row.sheet, row: row.row, column: index, severity, message })))
  if (marks.length === 0) return failWith('NOTHING_TO_MARK')
  const marked = await runMarker(bytes, fileName, { marks, author: commonText.product }, { signal })
  return { file: files.offer(importDoctorText.markedName(fileName), marked, true), marked: new Set(marks.map(({ sheet, row, column }) => `${row} ${column} ${sheet}`)).size }
}
