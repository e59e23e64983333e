import type { meetingAidsContract } from '../../../shared/contract/meeting-aids.contract.ts'
import { learntPhrases } from '../../domain/meetings/learnt-phrases.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createMeetingAidRepo } from '../../store/repos/meeting-aid-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** 样板与常用语:本支部的与各级上级的。 */
export const createMeetingAidHandlers = (scope: WorkspaceScope): GroupHandlers<typeof meetingAidsContract> => {
  const repo = createMeetingAidRepo(scope.store.db, () => scope.ports.ids.next())
  const organisations = createOrganisationRepo(scope.store.db)
  const write = (procedure: string, apply: (transaction: Transaction) => void): Record<string, never> => {
    scope.write('meeting', procedure, (transaction) => {
      apply(transaction)
      transaction.emit('meetingAids.changed', {})
    })
    return {}
  }
  const requireOwner = (ownerId: string): void => {
    if (organisations.lifespan(ownerId) === null) failWith('NOT_FOUND')
  }
  return {
    list: ({ branchId, meetingType }, { access }) => {
      const templates = repo.templates(branchId, meetingType).map((row) => ({ ...row, editable: access.covers(row.ownerId) }))
      const phrases = repo.phrases(branchId).map((row) => ({ ...row, editable: access.covers(row.ownerId) }))
      const fromTemplates = [...new Set(templates.flatMap(({ fields }) => linesOf(fields.phrases)))]
      const known = [...phrases.map(({ text }) => text), ...fromTemplates]
      return { templates, phrases, fromTemplates, learnt: learntPhrases(repo.writtenTexts(branchId, meetingType), known, repo.namesAt(branchId)), owners: repo.lineage(branchId).filter(({ id }) => access.covers(id)) }
    },
    saveTemplate: ({ ownerId, template, fields }) => {
      requireOwner(ownerId)
      return write('meetingAids.saveTemplate', (transaction) => repo.saveTemplate(transaction, ownerId, template, fields))
    },
    removeTemplate: ({ ownerId, template }) => write('meetingAids.removeTemplate', (transaction) => repo.removeTemplate(transaction, ownerId, template)),
    savePhrase: ({ ownerId, phrase, text }) => {
      requireOwner(ownerId)
      return write('meetingAids.savePhrase', (transaction) => repo.savePhrase(transaction, ownerId, phrase, text))
    },
    removePhrase: ({ ownerId, phrase }) => write('meetingAids.removePhrase', (transaction) => repo.removePhrase(transaction, ownerId, phrase)),
  }
}
