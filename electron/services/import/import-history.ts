import type { importsContract } from '../../../shared/contract/imports.contract.ts'
import { importCountsSchema, importKindSchema } from '../../../shared/model/roster-import.ts'
import type { Handler } from '../../rpc/handlers.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { actorLabel } from '../audit/describe-row.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const NO_COUNTS = { total: 0, new: 0, changed: 0, same: 0, warned: 0, refused: 0 }
const countsOf = (text: string) => importCountsSchema.catch(NO_COUNTS).parse(JSON.parse(text))

/** 导入过的各次;从前的批次没有记下写了几行,按结论算。 */
export const createImportHistory = (scope: WorkspaceScope): Handler<(typeof importsContract)['history']> => {
  const repo = createImportBatchRepo(scope.store.db)
  return (_input, { access }) => ({
    batches: repo
      .list()
      .filter(({ ownerUnit }) => access.covers(ownerUnit))
      .map((batch) => {
        const counts = countsOf(batch.counts)
        return {
          id: batch.id,
          kind: importKindSchema.catch('members').parse(batch.kind),
          at: batch.at,
          by: actorLabel(batch.actor, batch.actorName),
          fileName: batch.fileName,
          ownerName: batch.ownerName,
          counts,
          written: batch.written === 0 ? counts.new + counts.changed + counts.warned : batch.written,
          undone: batch.undoneAt === null ? null : { at: batch.undoneAt, by: actorLabel(batch.undoneBy ?? '', batch.undoneByName) },
        }
      }),
  })
}
