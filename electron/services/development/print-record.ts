import type { developmentContract } from '../../../shared/contract/development.contract.ts'
import { developmentPrintText } from '../../../shared/i18n/zh-CN/development-print.ts'
import type { DevelopmentPrintModel } from '../../../shared/model/development-print.ts'
import { failWith, type Handler } from '../../rpc/handlers.ts'
import { createAttachments } from '../attachments/attachments.ts'
import type { FileExchange } from '../file-exchange.ts'
import { offerPdf } from '../print/offer-pdf.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createPersonFacts } from './person-facts.ts'
import { toDetail } from './present.ts'

/** 发展党员全程记实表:一人一份,A4。 */
export const createPrintRecord = (scope: WorkspaceScope, files: FileExchange): Handler<(typeof developmentContract)['printRecord']> => {
  const people = createPersonFacts(scope)
  const attachments = createAttachments(scope, files)
  const offer = offerPdf(files)
  return async ({ personId }, { signal }) => {
    const dossier = people.dossier(personId) ?? failWith('NOT_FOUND')
    const printedOn = scope.ports.clock.today()
    const model: DevelopmentPrintModel = { unitName: scope.name, printedOn, person: toDetail(dossier, people.rules(), attachments) }
    const pdf = await scope.ports.printer.renderPdf('development-record', model, { tagged: false, signal })
    scope.write('print', 'development.printRecord', (transaction) => transaction.audit({ ownerUnit: dossier.person.fields.branchId, table: 'development_person', recordId: personId, detail: { document: 'development_record' } }))
    return offer(developmentPrintText.fileName(dossier.person.fields.name, printedOn), pdf)
  }
}
