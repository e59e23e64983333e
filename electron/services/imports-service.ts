import type { importsContract } from '../../shared/contract/imports.contract.ts'
import { PREVIEW_PAGE, type ImportCounts, type ImportKind, type ImportRow } from '../../shared/model/roster-import.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createImportMappingRepo } from '../store/repos/import-mapping-repo.ts'
import type { FileExchange } from './file-exchange.ts'
import { applyMapping, headerSignature, requireUsable } from './import/header-signature.ts'
import { createHeadingHandlers, knownFields } from './import/heading-handlers.ts'
import type { CheckedFile, ImportKindRules } from './import/import-kind.ts'
import { createHeldWorkbooks } from './import/held-workbooks.ts'
import { createImportHistory } from './import/import-history.ts'
import { createImportTemplate } from './import/import-template.ts'
import { markSheet } from './import/mark-sheet.ts'
import { createCandidatesKind } from './import/candidates-kind.ts'
import { createDuesKind } from './import/dues-kind.ts'
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
  const kinds: Readonly<Record<ImportKind, ImportKindRules>> = { organisations: createOrganisationsKind(scope), members: createMembersKind(scope), candidates: createCandidatesKind(scope), dues: createDuesKind(scope) }
  const undo = createUndoImport(scope)

  const { openHeld, readFile } = createHeldWorkbooks(scope, files)
  const heading = createHeadingHandlers(scope, mappings, kinds)

  /** 读文件、找表头、逐行核对;返回之后,文件里的格子与核对的中间结果都可以丢掉。 */
  const checkFile = async (kind: ImportKind, { ticket, name, branchId }: { readonly ticket: string; readonly name: string; readonly branchId: string | null }, { signal, progress, access, traceId }: PreviewContext): Promise<CheckedFile & { readonly fileHash: string }> => {
    const { sheets, fileHash } = await readFile(ticket, name, signal, traceId)
    const rules = kinds[kind]
    const known = knownFields(rules)
    const checked = await rules.check(sheets, {
      branchId,
      fileName: name,
      access,
      signal,
      onProgress: (done, total) => progress({ stage: 'checking', done, total }),
      recall: (columns) => applyMapping(columns, mappings.find(kind, headerSignature(columns)), known),
    })
    return { ...checked, fileHash }
  }

  return {
    preview: async ({ kind, file, branchId }, context) => {
      const held = openHeld(file.ticket)
      context.progress({ stage: 'reading', done: 0, total: 1 })
      const { fileHash, shown, kept, columns, found, remembered } = await checkFile(kind, { ticket: file.ticket, name: held.name, branchId }, context)
      const counts = countRows(shown)
      const previewId = scope.ports.ids.next()
      previews.keep(previewId, { kind, actor: currentCall().actor, ticket: file.ticket, fileName: held.name, fileHash, counts, found, rows: kept, shown })
      return { previewId, kind, fileName: held.name, counts, columns: [...columns], targets: [...kinds[kind].targets()], remembered, headings: [...kinds[kind].headings], rows: shown.slice(0, PREVIEW_PAGE), acceptable: counts.total - counts.refused }
    },
    previewRows: ({ previewId, offset }) => ({ rows: previews.require(previewId).shown.slice(offset, offset + PREVIEW_PAGE) }),
    commit: async ({ previewId, skipRefused }, { progress, access, signal }) => {
      const { kind, counts, rows, fileHash, fileName } = previews.require(previewId)
      if (counts.refused > 0 && !skipRefused) failWith('IMPORT_REFUSED_ROWS', { refused: counts.refused })
      if (counts.refused === counts.total) failWith('IMPORT_NOTHING_ACCEPTABLE')
      await backUpFirst({ signal })
      signal.throwIfAborted()
      progress({ stage: 'writing', done: 0, total: counts.total })
      const written = await kinds[kind].write({ fileHash, fileName, counts, rows, access, signal, onProgress: (done) => progress({ stage: 'writing', done, total: counts.total }) })
      progress({ stage: 'writing', done: counts.total, total: counts.total })
      previews.finish(previewId)
      return { counts, written }
    },
    peek: async ({ kind, file }, { signal, traceId }) => {
      const { sheets } = await readFile(file.ticket, openHeld(file.ticket).name, signal, traceId)
      return heading.peek(kind, sheets)
    },
    saveHeading: ({ kind, columns }) => heading.save(kind, columns),
    saveMapping: ({ previewId, columns }) => {
      const { kind, found } = previews.require(previewId)
      const known = knownFields(kinds[kind])
      const wanted = new Map(columns.map(({ sheet, index, field }) => [`${index} ${sheet}`, field]))
      scope.write('import', 'imports.saveMapping', (transaction) => {
        for (const [sheet, automatic] of found) {
          const fields = automatic.map(({ index, field }) => (wanted.has(`${index} ${sheet}`) ? (wanted.get(`${index} ${sheet}`) ?? null) : field))
          requireUsable(fields, known)
          mappings.save(transaction, kind, headerSignature(automatic), fields)
        }
      })
      return {}
    },
    markedSheet: async ({ previewId }, { signal }) => {
      const { ticket, fileName, rows } = previews.require(previewId)
      return markSheet({ bytes: files.read(ticket), fileName, rows }, files, signal)
    },
    template: createImportTemplate(files, (kind) => kinds[kind].template()),
    history: createImportHistory(scope),
    undo: ({ batchId }, { access }) => undo(batchId, access),
  }
}
