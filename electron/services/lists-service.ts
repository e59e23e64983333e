import type { listsContract } from '../../shared/contract/lists.contract.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { createListOutput } from './export/list-output.ts'
import type { FileExchange } from './file-exchange.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 列表的导出与打印:界面交来眼前的那张表。自己在核心里收集内容的(名册、台账)直接用 createListOutput。 */
export const createListHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof listsContract> => {
  const output = createListOutput(scope, files)
  return {
    exportSheet: async ({ document, ...origin }, { signal }) => {
      const file = await output.sheet(document, { ...origin, procedure: 'lists.exportSheet' })
      signal.throwIfAborted()
      return { file, rows: document.rows.length }
    },
    print: ({ document, ...origin }, { signal }) => output.pdf(document, { ...origin, procedure: 'lists.print' }, signal),
  }
}
