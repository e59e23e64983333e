import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { FAR_FUTURE } from '../../store/as-of.ts'
import { createOrganisationReferences } from '../../store/repos/organisation-references.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { EventRecorder } from './event-recorder.ts'

/** 撤回一次登记错的变动:照记下的底子逐行改回去。后来又动过的不撤,先撤后来的。 */
export const createUndoEvent = (scope: WorkspaceScope, { rows, events, organisations, writes, requireSoundTree, announce }: EventRecorder) => {
  const references = createOrganisationReferences(scope.store.db)
  return (id: string, access: Access): void =>
    scope.write('organisation', 'organisationEvents.undo', (transaction) => {
      const event = events.read(id) ?? failWith('NOT_FOUND')
      if (!event.parts.every(({ organisationId }) => access.covers(organisationId))) failWith('FORBIDDEN')
      const later = events.laterThan(id)
      if (later !== null) failWith('CHANGED_SINCE', later)
      if (!event.changes.every(rows.isUntouched)) failWith('CHANGED_SINCE', { kind: null, day: event.day })
      const subject = event.parts[0]?.organisationId ?? failWith('NOT_FOUND')
      const auditSeq = transaction.audit({ ownerUnit: subject, table: 'organisation_event', recordId: id, detail: { action: 'undo', day: event.day } })
      transaction.groupUnder(auditSeq)
      for (const change of event.changes.toReversed()) rows.revert(transaction, change)
      const founded = new Set(event.effects.flatMap((effect) => (effect.aspect === 'founded' ? [effect.organisationId] : [])))
      if ([...founded].some(references.isReferred)) failWith('CHANGED_SINCE', { kind: null, day: event.day })
      const remaining = event.parts.filter(({ organisationId, role }) => !founded.has(organisationId) && role !== 'parent')
      for (const { organisationId } of remaining) {
        const kind = organisations.kindOf(organisationId) ?? failWith('NOT_FOUND')
        const name = organisations.nameOn(organisationId, FAR_FUTURE)
        if (organisations.lifespan(organisationId)?.revokedOn === null && writes.isNameTaken(name, kind === 'party_group' ? organisations.parentOn(organisationId, FAR_FUTURE) : null, organisationId)) failWith('DUPLICATE_NAME', { name })
      }
      requireSoundTree(new Set(remaining.map(({ organisationId }) => organisationId)), event.day)
      events.markUndone(transaction, id, auditSeq)
      announce(transaction, remaining, event.changes, 'undo')
    })
}
