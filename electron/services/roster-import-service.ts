import { createHash } from 'node:crypto'
import type { membersContract } from '../../shared/contract/members.contract.ts'
import type { ImportColumn, ImportCounts, ImportPreviewRow, ImportRow } from '../../shared/model/roster-import.ts'
import type { JudgedRow } from '../domain/roster/judge-rows.ts'
import { runReader } from '../import-worker/run-reader.ts'
import { WorkbookRejected } from '../import-worker/workbook-rejected.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { MAX_FILE_BYTES, type FileExchange } from './file-exchange.ts'
import { checkRoster } from './roster-import/check-roster.ts'
import { presentPreviewRow } from './roster-import/present-row.ts'
import { locateRosters } from './roster-import/read-sheets.ts'
import { createRosterWriter } from './roster-import/write-roster.ts'
import { currentCall } from './session/current-call.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

interface HeldPreview {
  /** 谁看的预览,谁才能写入。 */
  readonly actor: string
  readonly ticket: string
  readonly fileHash: string
  readonly counts: ImportCounts
  /** 写入要用的与结果要报的;核对时的中间结果不留,十万行的预览才放得下(F30)。 */
  readonly rows: readonly HeldRow[]
}
interface HeldRow {
  readonly row: ImportRow
  readonly plan: JudgedRow['plan']
}

/** 内存里留最近几次预览,合计不超过这么多行;再早的要重新选文件。 */
const KEPT_PREVIEWS = 3
const KEPT_ROWS = 120_000

const countRows = (rows: readonly ImportRow[]): ImportCounts => {
  const counts = { total: rows.length, new: 0, changed: 0, same: 0, warned: 0, refused: 0 }
  for (const row of rows) counts[row.status] += 1
  return counts
}

type PreviewContext = Parameters<GroupHandlers<typeof membersContract>['previewImport']>[1]

/**
 * 名册导入:预览不写库,确认后一个事务写入。
 *
 * @param backUpFirst 真要写了才留一份备份;凭据不对、没有可写的,不白做。
 */
export const createRosterImportHandlers = (scope: WorkspaceScope, files: FileExchange, backUpFirst: (watch: { readonly signal: AbortSignal }) => Promise<void> = () => Promise.resolve()): Pick<GroupHandlers<typeof membersContract>, 'previewImport' | 'commitImport'> => {
  const previews = new Map<string, HeldPreview>()
  const writeRoster = createRosterWriter(scope)

  const keep = (previewId: string, preview: HeldPreview): void => {
    previews.set(previewId, preview)
    const rowsOf = (): number => [...previews.values()].reduce((total, kept) => total + kept.rows.length, 0)
    for (const old of previews.keys()) {
      if (old === previewId || (previews.size <= KEPT_PREVIEWS && rowsOf() <= KEPT_ROWS)) return
      const ticket = previews.get(old)?.ticket ?? ''
      previews.delete(old)
      // 同一个文件可以换支部再核对几次,还用得着就留着。
      if (![...previews.values()].some((kept) => kept.ticket === ticket)) files.discard(ticket)
    }
  }
  /** 读文件、找表头、逐行核对;返回之后,文件里的格子与核对的中间结果都可以丢掉。 */
  const checkFile = async ({ ticket, name, branchId }: { readonly ticket: string; readonly name: string; readonly branchId: string | null }, { signal, progress, access, traceId }: PreviewContext): Promise<{ readonly fileHash: string; readonly shown: ImportPreviewRow[]; readonly kept: readonly HeldRow[]; readonly columns: ImportColumn[] }> => {
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
    const rosters = await locateRosters(sheets, signal)
    const columns = rosters.flatMap((sheet) => sheet.columns.map(({ header, field }) => ({ sheet: sheet.name, header, field: field === 'sequence' ? null : field })))
    const kept: HeldRow[] = []
    const present = (judged: JudgedRow): ImportPreviewRow => {
      const preview = presentPreviewRow(judged)
      const { sheet, row, status, reasons } = preview
      kept.push({ row: { sheet, row, status, reasons }, plan: judged.plan })
      return preview
    }
    return { fileHash, columns, kept, shown: await checkRoster(scope, rosters, { branchId, access }, signal, (done, total) => progress({ stage: 'checking', done, total }), present) }
  }

  return {
    previewImport: async ({ file, branchId }, context) => {
      const held = files.open(file.ticket)
      if (held.size > MAX_FILE_BYTES) failWith('FILE_TOO_LARGE', { limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 })
      context.progress({ stage: 'reading', done: 0, total: 1 })
      const { fileHash, shown, kept, columns } = await checkFile({ ticket: file.ticket, name: held.name, branchId }, context)
      const counts = countRows(shown)
      const previewId = scope.ports.ids.next()
      keep(previewId, { actor: currentCall().actor, ticket: file.ticket, fileHash, counts, rows: kept })
      return { previewId, fileName: held.name, counts, columns, rows: shown, acceptable: counts.total - counts.refused }
    },
    commitImport: async ({ previewId, skipRefused }, { progress, access, signal }) => {
      const preview = previews.get(previewId) ?? failWith('PREVIEW_EXPIRED')
      // 换了人:看过预览的不是他,要重新核对。
      if (preview.actor !== currentCall().actor) failWith('PREVIEW_EXPIRED')
      const { counts, rows, fileHash, ticket } = preview
      if (counts.refused > 0 && !skipRefused) failWith('IMPORT_REFUSED_ROWS', { refused: counts.refused })
      if (counts.refused === counts.total) failWith('IMPORT_NOTHING_ACCEPTABLE')
      await backUpFirst({ signal })
      signal.throwIfAborted()
      progress({ stage: 'writing', done: 0, total: counts.total })
      const written = writeRoster({ fileHash, counts, rows, access })
      progress({ stage: 'writing', done: counts.total, total: counts.total })
      // 写成之后预览与文件都不再需要;没写成的留着,改完可以再来。
      previews.delete(previewId)
      files.discard(ticket)
      return { counts, rows: rows.map(({ row }) => row), written }
    },
  }
}
