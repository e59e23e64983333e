import type { rosterContract } from '../../../shared/contract/roster.contract.ts'
import { memberStructureText as text } from '../../../shared/i18n/zh-CN/member-structure.ts'
import type { StructurePrintModel } from '../../../shared/model/member-structure.ts'
import { failWith, type Handler } from '../../rpc/handlers.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { FileExchange } from '../file-exchange.ts'
import { offerPdf } from '../print/offer-pdf.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { structureOf } from './member-structure.ts'
import type { RosterBrowser } from './roster-browser.ts'

/** 队伍结构印成一页:只有人数,没有姓名。 */
export const createPrintStructure = (scope: WorkspaceScope, files: FileExchange, browse: RosterBrowser): Handler<(typeof rosterContract)['printStructure']> => {
  const organisations = createOrganisationRepo(scope.store.db)
  const offer = offerPdf(files)
  return async ({ query }, { access, signal }) => {
    await browse.ready()
    const { charts, totals } = structureOf(browse, query, access)
    if (totals.total === 0) failWith('NOTHING_TO_PRINT')
    const printedOn = scope.ports.clock.today()
    const organisationName = query.organisationId === null ? '' : organisations.nameOn(query.organisationId, query.day ?? printedOn)
    const model: StructurePrintModel = { unitName: scope.name, organisationName, day: query.day, printedOn, charts, totals }
    const pdf = await scope.ports.printer.renderPdf('member-structure', model, { tagged: false, signal })
    scope.write('print', 'roster.printStructure', (transaction) => transaction.audit({ ownerUnit: query.organisationId, table: 'workspace', recordId: scope.workspaceId, detail: { action: 'print', document: 'member_structure', rows: totals.total } }))
    return offer(text.fileName(organisationName, printedOn), pdf)
  }
}
