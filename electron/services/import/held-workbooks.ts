import { createHash } from 'node:crypto'
import type { SheetData } from '../../domain/roster/sheet.ts'
import { runReader } from '../../import-worker/run-reader.ts'
import { WorkbookRejected } from '../../import-worker/workbook-rejected.ts'
import { failWith } from '../../rpc/handlers.ts'
import { MAX_FILE_BYTES, type FileExchange } from '../file-exchange.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 交来的工作簿:太大的不读,读不了的照读文件的线程判的说。 */
export const createHeldWorkbooks = (scope: WorkspaceScope, files: FileExchange) => ({
  /** @throws DeclaredFailure FILE_EXPIRED、FILE_TOO_LARGE */
  openHeld: (ticket: string): ReturnType<FileExchange['open']> => {
    const held = files.open(ticket)
    if (held.size > MAX_FILE_BYTES) failWith('FILE_TOO_LARGE', { limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 })
    return held
  },
  /** @throws DeclaredFailure 各种读不了(shared/contract/file-errors.ts) */
  readFile: async (ticket: string, name: string, signal: AbortSignal, traceId: string): Promise<{ readonly sheets: readonly SheetData[]; readonly fileHash: string }> => {
    const bytes = files.read(ticket)
    const fileHash = createHash('sha256').update(bytes).digest('hex')
    const sheets = await runReader(bytes, name, { signal }).catch((error: unknown) => {
      if (!(error instanceof WorkbookRejected)) throw error
      // 线程自己倒下的(不是它判定文件坏了)留个记录:也可能是程序的毛病。
      if (error.rejection.code === 'FILE_DAMAGED' && error.cause !== undefined) scope.ports.log.write('warn', 'reading thread crashed', { traceId, code: error.rejection.code })
      // 读不了的文件不会再用到:不留在临时文件夹里。
      files.discard(ticket)
      return failWith(error.rejection.code, error.rejection.data)
    })
    return { sheets, fileHash }
  },
})
