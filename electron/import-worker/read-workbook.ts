import { readCsv } from './read-csv.ts'
import { readXls } from './xls/read-xls.ts'
import { readXlsx } from './read-xlsx.ts'
import type { SheetSink } from './sheet-sink.ts'
import { sniffFile } from './sniff-file.ts'

/** CSV 没有工作表名,用去掉扩展名的文件名,与 Excel 打开时一样。 */
const sheetNameOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '').slice(0, 100) || fileName.slice(0, 100)

/**
 * 字节 → 各工作表的格子,一批一批地交:开头的字节 → 压缩包目录 → 解析。
 *
 * @throws WorkbookRejected
 */
export const readWorkbook = async (bytes: Buffer, fileName: string, emit: SheetSink): Promise<void> => {
  const kind = sniffFile(bytes, fileName)
  if (kind === 'text') readCsv(bytes, sheetNameOf(fileName), emit)
  else if (kind === 'xls') readXls(bytes, emit)
  else await readXlsx(bytes, emit)
}
