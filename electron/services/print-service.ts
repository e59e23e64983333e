import type { printContract } from '../../shared/contract/print.contract.ts'
import { orderedSections } from '../../shared/util/section-order.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import type { FileExchange } from './file-exchange.ts'
import { createVolumePrinter, type MadeVolume } from './print/volume-printer.ts'
import { currentCall } from './session/current-call.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 还可以登记打印的最多几份:预览着的那份总在里面。 */
const KEPT = 5

interface Keepable extends NonNullable<MadeVolume['printed']> {
  readonly branchId: string
  readonly year: number
  readonly pages: number
}

/** 打印:收集内容 → 两遍印成 PDF → 交出凭据(下载用一次即废,预览可反复取)。 */
export const createPrintHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof printContract> => {
  const printer = createVolumePrinter(scope)
  const keepable = new Map<string, Keepable>()
  let lastPreview: string | null = null

  const hand = (document: string, branchId: string, year: number, { name, pdf, pages, drafts, printed }: MadeVolume) => {
    // 打印含姓名电话,记一笔谁在何时印了哪个支部哪一年;内容不进审计。
    scope.write('print', `print.${document}`, (transaction) => transaction.audit({ ownerUnit: branchId, table: 'organisation', recordId: branchId, detail: { document, year, pages } }))
    if (lastPreview !== null) files.discard(lastPreview)
    const preview = files.offer(name, pdf, false)
    lastPreview = preview.ticket
    if (printed !== null) keepable.set(preview.ticket, { ...printed, branchId, year, pages })
    for (const ticket of [...keepable.keys()].slice(0, -KEPT)) keepable.delete(ticket)
    return { file: files.offer(name, pdf, true), preview, pages, drafts }
  }
  const run = (context: { readonly signal: AbortSignal; readonly progress: Parameters<typeof printer.handbook>[2]['progress'] }) => ({ printer: scope.ports.printer, signal: context.signal, progress: context.progress })

  return {
    handbook: async ({ branchId, year }, context) => hand('handbook', branchId, year, await printer.handbook(branchId, year, run(context))),
    section: async ({ branchId, year, section }, context) => hand('section', branchId, year, await printer.section(branchId, year, section, run(context))),
    changes: async ({ branchId, year }, context) => hand('changes', branchId, year, await printer.changes(branchId, year, run(context))),
    blanks: async ({ branchId, year, ...wish }, context) => hand('blanks', branchId, year, await printer.blanks(branchId, year, wish, run(context))),
    word: async ({ branchId, year, section }, { signal }) => {
      const { name, bytes } = await printer.word(branchId, year, section)
      signal.throwIfAborted()
      scope.write('print', 'print.word', (transaction) => transaction.audit({ ownerUnit: branchId, table: 'organisation', recordId: branchId, detail: { document: 'word', year } }))
      return { file: files.offer(name, bytes, true) }
    },
    keep: ({ branchId, ticket }) => {
      // 凭据只有交办的人取得到;换了支部的不算。
      files.open(ticket)
      const given = keepable.get(ticket)
      if (given === undefined || given.branchId !== branchId) return failWith('FILE_EXPIRED')
      keepable.delete(ticket)
      scope.write('print', 'print.keep', (transaction) => printer.runs.add(transaction, { ...given, id: scope.ports.ids.next(), actor: currentCall().actor }))
      return {}
    },
    overview: ({ branchId, year }) => {
      const { found, last } = printer.overview(branchId, year)
      return {
        sections: orderedSections(printer.choice.read()).flatMap(({ key, on }) => {
          const definition = printer.content.definitions.get(key)
          return definition === undefined ? [] : [{ key, on, leaves: found.get(key)?.leaves ?? 0, drafts: found.get(key)?.drafts ?? 0, hasBlank: definition.blank !== undefined }]
        }),
        last: last === null ? null : { printedAt: last.printedAt, printedBy: last.printedBy, pages: last.pages, changed: last.changed },
      }
    },
    sectionChoice: () => printer.choice.read(),
    saveSections: (choice) => {
      printer.choice.save(choice)
      return {}
    },
  }
}
