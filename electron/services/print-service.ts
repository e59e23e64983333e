import type { printContract } from '../../shared/contract/print.contract.ts'
import { fileNamesText } from '../../shared/i18n/zh-CN/file-names.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import type { FileExchange } from './file-exchange.ts'
import { createHandbookContent } from './print/handbook-content.ts'
import { printTwice } from './print/print-twice.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 打印:收集内容 → 两遍印成 PDF → 交出凭据(下载用一次即废,预览可反复取)。 */
export const createPrintHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof printContract> => {
  const content = createHandbookContent(scope)
  let lastPreview: string | null = null
  return {
    handbook: async ({ branchId, year }, { signal, progress }) => {
      const model = content(branchId, year)
      const { pdf, pages } = await printTwice(model, { printer: scope.ports.printer, signal, progress })
      // 打印含姓名电话,记一笔谁在何时印了哪个支部哪一年;内容不进审计。
      scope.write('print', 'print.handbook', (transaction) => transaction.audit({ ownerUnit: branchId, table: 'organisation', recordId: branchId, detail: { document: 'handbook', year, pages } }))
      const name = fileNamesText.handbook(model.branch.name, year, model.printedOn.replaceAll('-', ''))
      if (lastPreview !== null) files.discard(lastPreview)
      const preview = files.offer(name, pdf, false)
      lastPreview = preview.ticket
      const drafts = model.meetings.flatMap(({ records }) => records).filter(({ state }) => state === 'draft' || state === 'returned').length
      return { file: files.offer(name, pdf, true), preview, pages, drafts }
    },
  }
}
