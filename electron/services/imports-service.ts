import { createHash } from 'node:crypto'
import type { importsContract } from '../../shared/contract/imports.contract.ts'
import type { ImportCounts, ImportKind, ImportRow } from '../../shared/model/roster-import.ts'
import { runReader } from '../import-worker/run-reader.ts'
import { WorkbookRejected } from '../import-worker/workbook-rejected.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createImportMappingRepo } from '../store/repos/import-mapping-repo.ts'
import { MAX_FILE_BYTES, type FileExchange } from './file-exchange.ts'
import { applyMapping, headerSignature } from './import/header-signature.ts'
import type { CheckedFile, ImportKindRules } from './import/import-kind.ts'
import { createImportHistory } from './import/import-history.ts'
import { createImportTemplate } from './import/import-template.ts'
import { markSheet } from './import/mark-sheet.ts'
import { createMembersKind } from './import/members-kind.ts'
import { createOrganisationsKind } from './import/organisations-kind.ts'
import { createPreviewStore } from './import/preview-store.ts'
import { createUndoImport } from './import/undo-import.ts'
import { currentCall } from './session/current-call.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const countRows = (rows: readonly ImportRow[]): ImportCounts => {
  const counts = { total: rows.length, new: 0, changed: 0, same: 0, warned: 0, refused: 0 }
  for (const row of rows) counts[row.status] += 1
  return counts
}

type PreviewContext = Parameters<GroupHandlers<typeof importsContract>['preview']>[1]

/**
 * 导入:预览不写库,确认后一个事务写入。
 *
 * @param backUpFirst 真要写了才留一份备份;凭据不对、没有可写的,不白做。
 */
export const createImportHandlers = (scope: WorkspaceScope, files: FileExchange, backUpFirst: (watch: { readonly signal: AbortSignal }) => Promise<void> = () => Promise.resolve()): GroupHandlers<typeof importsContract> => {
  const previews = createPreviewStore(files)
  const mappings = createImportMappingRepo(scope.store.db, () => scope.ports.ids.next())
  const kinds: Readonly<Record<ImportKind, ImportKindRules>> = { members: createMembersKind(scope), organisations: createOrganisationsKind(scope) }
  const undo = createUndoImport(scope)

  /** 读文件、找表头、逐行核对;返回之后,文件里的格子与核对的中间结果都可以丢掉。 */
  const checkFile = async (kind: ImportKind, { ticket, name, branchId }: { readonly ticket: string; readonly name: string; readonly branchId: string | null }, { signal, progress, access, traceId }: PreviewContext): Promise<CheckedFile & { readonly fileHash: string }> => {
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
    const rules = kinds[kind]
    const known = new Set([...rules.fields, 'sequence'])
    const checked = await rules.check(sheets, {
      branchId,
      access,
      signal,
      onProgress: (done, total) => progress({ stage: 'checking', done, total }),
      recall: (columns) => applyMapping(columns, mappings.find(kind, headerSignature(columns)), known),
    })
    return { ...checked, fileHash }
  }

  return {
    preview: async ({ kind, file, branchId }, context) => {
      const held = files.open(file.ticket)
      if (held.size > MAX_FILE_BYTES) failWith('FILE_TOO_LARGE', { limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 })
      context.progress({ stage: 'reading', done: 0, total: 1 })
      const { fileHash, shown, kept, columns, found, remembered } = await checkFile(kind, { ticket: file.ticket, name: held.name, branchId }, context)
      const counts = countRows(shown)
      const previewId = scope.ports.ids.next()
      previews.keep(previewId, { kind, actor: currentCall().actor, ticket: file.ticket, fileName: held.name, fileHash, counts, found, rows: kept })
      return { previewId, kind, fileName: held.name, counts, columns: [...columns], remembered, headings: [...kinds[kind].headings], rows: shown, acceptable: counts.total - counts.refused }
    },
    commit: async ({ previewId, skipRefused }, { progress, access, signal }) => {
      const { kind, counts, rows, fileHash, fileName } = previews.require(previewId)
      if (counts.refused > 0 && !skipRefused) failWith('IMPORT_REFUSED_ROWS', { refused: counts.refused })
      if (counts.refused === counts.total) failWith('IMPORT_NOTHING_ACCEPTABLE')
      await backUpFirst({ signal })
      signal.throwIfAborted()
      progress({ stage: 'writing', done: 0, total: counts.total })
      const written = kinds[kind].write({ fileHash, fileName, counts, rows, access })
      progress({ stage: 'writing', done: counts.total, total: counts.total })
      previews.finish(previewId)
      return { counts, rows: rows.map(({ row }) => row), written }
    },
    saveMapping: ({ previewId, columns }) => {
      const { kind, found } = previews.require(previewId)
      const known = new Set([...kinds[kind].fields, 'sequence'])
      const wanted = new Map(columns.map(({ sheet, index, field }) => [`${index} ${sheet}`, field]))
      scope.write('import', 'imports.saveMapping', (transaction) => {
        for (const [sheet, automatic] of found) {
          const fields = automatic.map(({ index, field }) => (wanted.has(`${index} ${sheet}`) ? (wanted.get(`${index} ${sheet}`) ?? null) : field))
          const used = fields.flatMap((field) => (field === null || field === 'sequence' ? [] : [field]))
          const twice = used.find((field, place) => used.indexOf(field) !== place)
          const unknown = used.find((field) => !known.has(field))
          // 两列对到同一项,或没有一列对到姓名(名称),都没法用。
          const wrong = unknown ?? twice ?? (used.includes('name') ? null : 'name')
          if (wrong !== null) return failWith('MAPPING_UNUSABLE', { field: wrong })
          mappings.save(transaction, kind, headerSignature(automatic), fields)
        }
      })
      return {}
    },
    markedSheet: async ({ previewId }, { signal }) => {
      const { ticket, fileName, rows } = previews.require(previewId)
      return markSheet({ bytes: files.read(ticket), fileName, rows }, files, signal)
    },
    template: createImportTemplate(files, { members: kinds.members.template, organisations: kinds.organisations.template }),
    history: createImportHistory(scope),
    undo: ({ batchId }, { access }) => undo(batchId, access),
  }
}
