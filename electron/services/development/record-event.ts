import type { DevelopmentEvent } from '../../../shared/model/development.ts'
import { admittedDay, extendedUntil, probationEndOf } from '../../domain/development/facts.ts'
import { canPostpone, judgeExtension } from '../../domain/development/probation.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { PersonDossier } from './person-facts.ts'
import { createStepEffects } from './step-effects.ts'

type Given = Omit<DevelopmentEvent, 'id'>
const refuse = (reason: string): never => failWith('DEVELOPMENT_EVENT_UNSUITABLE', { reason })
/** 接收之后退不回接收之前:党员已经在名册上。 */
const FIRST_AFTER_ADMISSION = 16

/** 主路之外的事:先看行不行,再记下并改去向。 */
export const createRecordEvent = (scope: WorkspaceScope) => {
  const writes = createDevelopmentWrites(scope.store.db, () => scope.ports.ids.next())
  const effects = createStepEffects(scope)

  const requireSuitable = ({ person, facts }: PersonDossier, { kind, untilDay, toStep }: Given): void => {
    const joined = admittedDay(facts)
    if (kind === 'resumed') {
      if (person.status !== 'terminated') refuse('not_stopped')
      return
    }
    if (person.status !== 'active') refuse('not_active')
    if (kind === 'terminated' && person.memberId !== null) refuse('is_member')
    if (kind === 'cancelled' && person.memberId === null) refuse('not_probationary')
    if (kind === 'returned' && (toStep === null || toStep < facts.firstStep || !facts.steps.has(toStep) || (person.memberId !== null && toStep < FIRST_AFTER_ADMISSION))) refuse('bad_step')
    if (kind === 'extended') {
      if (joined === null || person.memberId === null) refuse('not_probationary')
      const verdict = judgeExtension(joined ?? '', untilDay ?? refuse('until_missing'), extendedUntil(facts) !== null)
      if (verdict !== 'ok') refuse(verdict)
    }
    if (kind === 'postponed') {
      const end = probationEndOf(facts) ?? refuse('not_probationary')
      if (facts.transferredInOn === null) refuse('not_transferred')
      if (!canPostpone(end, untilDay ?? refuse('until_missing'))) refuse('postponed_too_long')
    }
  }
  return (transaction: Transaction, dossier: PersonDossier, event: Given, access: Access): void => {
    requireSuitable(dossier, event)
    const { id, fields } = dossier.person
    writes.addEvent(transaction, id, fields.branchId, event)
    if (event.kind === 'terminated' || event.kind === 'transferred_out') writes.setStatus(transaction, id, event.kind)
    else if (event.kind === 'resumed') writes.setStatus(transaction, id, 'active')
    else if (event.kind === 'cancelled') effects.cancel(transaction, dossier, event.onDay, access)
    else if (event.kind === 'returned' && event.toStep !== null) writes.supersedeFrom(transaction, id, event.toStep)
  }
}
