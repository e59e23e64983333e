import type { volumesContract } from '../../shared/contract/volumes.contract.ts'
import { volumesText } from '../../shared/i18n/zh-CN/volumes.ts'
import type { FileRef } from '../../shared/model/files.ts'
import { continuous } from '../domain/print/page-labels.ts'
import { DeclaredFailure, failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createBlobStore } from '../store/blobs.ts'
import { createAccountRepo } from '../store/repos/account-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createYearClosingRepo } from '../store/repos/year-closing-repo.ts'
import type { FileExchange } from './file-exchange.ts'
import { offerPdf } from './print/offer-pdf.ts'
import { fingerprinted } from './print/printed-volume.ts'
import { renderVolume, type PrintRun } from './print/render-volume.ts'
import { createVolumePrinter } from './print/volume-printer.ts'
import { currentCall } from './session/current-call.ts'
import { createArchive } from './volumes/archive.ts'
import { createClosedArchive } from './volumes/closed-archive.ts'
import { createHandoverPack } from './volumes/handover-pack.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 一个支部自己的毛病(没印成、那年还不是支部)记下来接着印;没有浏览器的谁也印不成。 */
const OWN_TROUBLES: readonly string[] = ['PRINT_FAILED', 'NOT_A_BRANCH', 'NOTHING_TO_PRINT']
const quietRun = ({ signal }: { readonly signal: AbortSignal }, scope: WorkspaceScope): PrintRun => ({ printer: scope.ports.printer, signal, progress: () => undefined })

/** 成批打印、年度封存、交接清单。 */
export const createVolumeHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof volumesContract> => {
  const { store, ports } = scope
  const printer = createVolumePrinter(scope)
  const organisations = createOrganisationRepo(store.db)
  const closings = createYearClosingRepo(store.db)
  const accounts = createAccountRepo(store.db)
  const blobs = createBlobStore(store.paths.blobs, store.key)
  const archiveOf = createClosedArchive(scope, printer.content)
  const packOf = createHandoverPack(scope, printer.content)
  const offer = offerPdf(files)
  const audit = (kind: 'print' | 'export', procedure: string, branchId: string, detail: Readonly<Record<string, unknown>>): void => scope.write(kind, procedure, (transaction) => void transaction.audit({ ownerUnit: branchId, table: 'organisation', recordId: branchId, detail }))

  return {
    batch: async ({ organisationId, year }, context) => {
      const today = ports.clock.today()
      const lastDay = `${year}-12-31` < today ? `${year}-12-31` : today
      const below = new Set(organisations.descendantIds(organisationId, lastDay))
      const branches = organisations.branches(lastDay).filter(({ id }) => below.has(id))
      if (branches.length === 0) failWith('NOTHING_TO_PRINT')
      const unit = organisations.nameOn(organisationId, lastDay)
      const offered: FileRef[] = []
      const failed: string[] = []
      let pages = 0
      const archive = createArchive((bytes, part) => void offered.push(files.offer(volumesText.batchName(unit, year, part), bytes, false)), ports.clock.now())
      try {
        for (const [index, { id, code, name }] of branches.entries()) {
          context.signal.throwIfAborted()
          context.progress({ done: index, total: branches.length, stage: 'branch' })
          try {
            const made = await printer.handbook(id, year, quietRun(context, scope), false)
            archive.add(volumesText.batchEntry(code, name, year), made.pdf)
            pages += made.pages
          } catch (error) {
            if (!(error instanceof DeclaredFailure) || !OWN_TROUBLES.includes(error.code)) throw error
            failed.push(name)
          }
        }
        archive.finish()
        audit('print', 'volumes.batch', organisationId, { document: 'handbook', year, branches: branches.length - failed.length, pages })
      } catch (error) {
        // 停下来了:半包不交出去。
        for (const { ticket } of offered) files.discard(ticket)
        throw error
      }
      return { files: offered, branches: branches.length - failed.length, pages, failed }
    },
    closings: ({ branchId }) => ({ closings: closings.ofBranch(branchId).map(({ archiveBlob: _blob, branchId: _branch, ...closing }) => closing) }),
    close: async ({ branchId, year }, context) => {
      if (ports.clock.today() < `${year}-12-01`) failWith('YEAR_NOT_OVER')
      if (closings.isClosed(branchId, year)) failWith('YEAR_CLOSED')
      const drafts = [...printer.overview(branchId, year).found.values()].reduce((sum, each) => sum + each.drafts, 0)
      if (drafts > 0) failWith('YEAR_HAS_DRAFTS', { count: drafts })
      const { signal } = context
      const made = await printer.handbook(branchId, year, { printer: ports.printer, signal, progress: context.progress }, false)
      const at = ports.clock.now()
      const { actor } = currentCall()
      const given = printer.content.year(branchId, year, false)
      const archive = await archiveOf(given, made.pdf, { pages: made.pages, person: accounts.find(actor)?.displayName ?? '', at })
      signal.throwIfAborted()
      // 先写附件文件、后写库里的引用;封着,和照片一样进备份、进核对。
      const archiveBlob = blobs.put(archive.bytes)
      scope.write('export', 'volumes.close', (transaction) => {
        // 印的时候又有人改了:封存的就不是现在的样子,不封。
        const now = fingerprinted(printer.content.sections(given, printer.choice.read()))
        const printed = made.printed?.volume.leaves ?? []
        if (now.length !== printed.length || now.some((leaf, index) => leaf.fingerprint !== printed[index]?.fingerprint)) failWith('PRINT_FAILED')
        closings.close(transaction, { id: ports.ids.next(), branchId, year, pages: made.pages, files: archive.files, archiveName: archive.name, archiveBlob, actor })
        transaction.emit('volumes.changed', {})
      })
      return { file: files.offer(archive.name, archive.bytes, true), pages: made.pages }
    },
    download: ({ branchId, closedAt }) => {
      const { archiveBlob, archiveName, year } = closings.ofBranch(branchId).find((closing) => closing.closedAt === closedAt) ?? failWith('NOT_FOUND')
      const bytes = blobs.get(archiveBlob) ?? failWith('ARCHIVE_LOST')
      audit('export', 'volumes.download', branchId, { document: 'closed_year', year })
      return { file: files.offer(archiveName, new Uint8Array(bytes), true) }
    },
    reopen: ({ branchId, year, rev, reason }) => {
      const { id } = closings.ofBranch(branchId).find((closing) => closing.year === year && closing.reopenedAt === null) ?? failWith('NOT_FOUND')
      scope.write('export', 'volumes.reopen', (transaction) => {
        closings.reopen(transaction, id, rev, currentCall().actor, reason)
        transaction.emit('volumes.changed', {})
      })
      return {}
    },
    handover: async ({ branchId, year }, context) => {
      const given = printer.content.year(branchId, year, true)
      const { last } = printer.overview(branchId, year)
      const model = packOf(given, printer.content.sections(given, printer.choice.read()), last)
      const { pdf } = await renderVolume(model, () => ({ number: continuous() }), { printer: ports.printer, signal: context.signal, progress: context.progress })
      audit('print', 'volumes.handover', branchId, { document: 'handover', year })
      return offer(volumesText.handover.fileName(given.branch.name, given.today.replaceAll('-', '')), pdf)
    },
  }
}
