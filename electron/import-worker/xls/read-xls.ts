import type { SheetSink } from '../sheet-sink.ts'
import { rejected } from '../workbook-rejected.ts'
import { readStream } from './compound-file.ts'
import { readOldSheet } from './read-old-sheet.ts'
import { readGlobals } from './workbook-globals.ts'

/**
 * 读旧的 .xls(Excel 97 至 2003 的 BIFF8,Excel 5.0、95 的 BIFF5)。和 .xlsx 一样自己读:一处不合规矩就整份拒收,
 * 不像宽松的库那样悄悄少几个人。
 *
 * @throws WorkbookRejected
 */
export const readXls = (bytes: Buffer, emit: SheetSink): void => {
  const stream = readStream(bytes, ['Workbook', 'Book'])
  if (stream === null) throw rejected('FILE_NOT_WORKBOOK')
  const book = readGlobals(stream)
  for (const sheet of book.sheets) {
    emit({ kind: 'sheet', head: { name: sheet.name, hidden: sheet.hidden, is1904: book.is1904 } })
    readOldSheet(stream, sheet, book, emit)
  }
}
