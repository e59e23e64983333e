import { createHash } from 'node:crypto'
import type { membersContract } from '../../shared/contract/members.contract.ts'
import type { ImportCounts } from '../../shared/model/roster-import.ts'
import type { JudgedRow } from '../domain/roster/judge-rows.ts'
import { runReader } from '../import-worker/run-reader.ts'
import { WorkbookRejected } from '../import-worker/workbook-rejected.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { MAX_FILE_BYTES, type FileExchange } from './file-exchange.ts'
import { checkRoster } from './roster-import/check-roster.ts'
import { inSlices } from './roster-import/in-slices.ts'
import { presentPreviewRow, presentRow } from './roster-import/present-row.ts'
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
  readonly rows: readonly JudgedRow[]
}

/** 内存里留最近几次预览;再早的要重新选文件。 */
const KEPT_PREVIEWS = 3

const countRows = (rows: readonly JudgedRow[]): ImportCounts => {
  const counts = { total: rows.length, new: 0, changed: 0, same: 0, warned: 0, refused: 0 }
  for (const row of rows) counts[row.status] += 1
  return counts
}

/** 名册导入:预览不写库,确认后一个事务写入。 */
export const createRosterImportHandlers = (scope: WorkspaceScope, files: FileExchange): Pick<GroupHandlers<typeof membersContract>, 'previewImport' | 'commitImport'> => {
  const previews = new Map<string, HeldPreview>()
  const writeRoster = createRosterWriter(scope)

  return {
    previewImport: async ({ file, branchId }, { signal, progress, access }) => {
      const held = files.open(file.ticket)
      if (held.size > MAX_FILE_BYTES) failWith('FILE_TOO_LARGE', { limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 })
      progress({ stage: 'reading', done: 0, total: 1 })
      const bytes = files.read(file.ticket)
      const fileHash = createHash('sha256').update(bytes).digest('hex')
      const sheets = await runReader(bytes, held.name, { signal }).catch((error: unknown) => {
        if (!(error instanceof WorkbookRejected)) throw error
        // 读不了的文件不会再用到:不留在临时文件夹里。
        files.discard(file.ticket)
        return failWith(error.rejection.code, error.rejection.data)
      })
      const rosters = await locateRosters(sheets, signal)
      const rows = await checkRoster(scope, rosters, { branchId, access }, signal, (done, total) => progress({ stage: 'checking', done, total }))
      const counts = countRows(rows)
      const shown = await inSlices(rows, signal, presentPreviewRow, () => undefined)
      const previewId = scope.ports.ids.next()
      previews.set(previewId, { actor: currentCall().actor, ticket: file.ticket, fileHash, counts, rows })
      for (const old of [...previews.keys()].slice(0, -KEPT_PREVIEWS)) previews.delete(old)
      return {
        previewId,
        fileName: held.name,
        counts,
        columns: rosters.flatMap((sheet) => sheet.columns.map(({ header, field }) => ({ sheet: sheet.name, header, field: field === 'sequence' ? null : field }))),
        rows: shown,
        acceptable: counts.total - counts.refused,
      }
    },
    commitImport: ({ previewId, skipRefused }, { progress }) => {
      const preview = previews.get(previewId) ?? failWith('PREVIEW_EXPIRED')
      // 换了人:看过预览的不是他,要重新核对。
      if (preview.actor !== currentCall().actor) failWith('PREVIEW_EXPIRED')
      const { counts, rows, fileHash, ticket } = preview
      if (counts.refused > 0 && !skipRefused) failWith('IMPORT_REFUSED_ROWS', { refused: counts.refused })
      if (counts.refused === counts.total) failWith('IMPORT_NOTHING_ACCEPTABLE')
      progress({ stage: 'writing', done: 0, total: counts.total })
      const written = writeRoster({ fileHash, counts, rows })
      progress({ stage: 'writing', done: counts.total, total: counts.total })
      // 写成之后预览与文件都不再需要;没写成的留着,改完可以再来。
      previews.delete(previewId)
      files.discard(ticket)
      return Promise.resolve({ counts, rows: rows.map(presentRow), written })
    },
  }
}
