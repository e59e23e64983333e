import type { developmentContract } from '../../../shared/contract/development.contract.ts'
import type { DevelopmentDetail } from '../../../shared/model/development.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createDevelopmentRepo, type DevelopmentDocumentRecord } from '../../store/repos/development-repo.ts'
import { createDevelopmentWrites, NO_FILE } from '../../store/repos/development-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { PersonDossier } from './person-facts.ts'

type Name = 'addDocument' | 'removeDocument' | 'attachDocument' | 'detachDocument' | 'openDocument' | 'thumbnails'
interface Parts {
  readonly dossierOf: (id: string) => PersonDossier
  readonly requireActive: (dossier: PersonDossier) => void
  readonly write: (procedure: string, id: string, change: (transaction: Transaction) => void) => DevelopmentDetail
}

/** 一步下的材料、考察、汇报,以及附的文件。办完、终止了的还看得到,不能再改。 */
export const createDevelopmentDocuments = (scope: WorkspaceScope, attachments: Attachments, { dossierOf, requireActive, write }: Parts): Pick<GroupHandlers<typeof developmentContract>, Name> => {
  const { db } = scope.store
  const repo = createDevelopmentRepo(db)
  const writes = createDevelopmentWrites(db, () => scope.ports.ids.next())
  const documentOf = (personId: string, id: string): DevelopmentDocumentRecord => (repo.documentsOf([personId]).get(personId) ?? []).find((document) => document.id === id) ?? failWith('NOT_FOUND')
  const requireEditable = (personId: string, id: string): void => {
    requireActive(dossierOf(personId))
    documentOf(personId, id)
  }
  return {
    addDocument: ({ personId, document, attachment }) => {
      const dossier = dossierOf(personId)
      requireActive(dossier)
      const stored = attachment === undefined ? NO_FILE : attachments.keep(attachment)
      return write('development.addDocument', personId, (transaction) => void writes.addDocument(transaction, personId, dossier.person.fields.branchId, document, stored))
    },
    removeDocument: ({ personId, document }) => {
      documentOf(personId, document.id)
      const detail = write('development.removeDocument', personId, (transaction) => writes.removeDocument(transaction, document.id, document.rev))
      attachments.collect()
      return detail
    },
    attachDocument: ({ personId, document, attachment }) => {
      requireEditable(personId, document.id)
      const stored = attachments.keep(attachment)
      const detail = write('development.attachDocument', personId, (transaction) => writes.attachFile(transaction, document.id, document.rev, stored))
      attachments.collect()
      return detail
    },
    detachDocument: ({ personId, document }) => {
      requireEditable(personId, document.id)
      const detail = write('development.detachDocument', personId, (transaction) => writes.attachFile(transaction, document.id, document.rev, NO_FILE))
      attachments.collect()
      return detail
    },
    openDocument: ({ personId, document: { id } }) => {
      const { blob, fileName } = documentOf(personId, id)
      if (blob === null) return failWith('NOT_FOUND')
      const opened = attachments.open(blob, fileName)
      scope.write('member_reveal', 'development.openDocument', (transaction) => transaction.audit({ ownerUnit: dossierOf(personId).person.fields.branchId, table: 'development_document', recordId: id, detail: { action: 'reveal', field: 'blob' } }))
      return opened
    },
    thumbnails: ({ personId, step }) => ({
      thumbnails: (repo.documentsOf([personId]).get(personId) ?? []).flatMap((document) => {
        const base64 = document.step === step ? attachments.thumbnail(document.thumbnail) : null
        return base64 === null ? [] : [{ id: document.id, base64 }]
      }),
    }),
  }
}
