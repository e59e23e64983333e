import type { OrganisationEffect, OrganisationEventKind, OrganisationEventRole } from '../../../shared/model/organisation-event.ts'
import { structureFault } from '../../domain/organisation/structure.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createLoggedRows, type RowChange } from '../../store/logged-rows.ts'
import { createOrganisationEventRepo, type EventPart } from '../../store/repos/organisation-event-repo.ts'
import { createOrganisationLines } from '../../store/repos/organisation-lines.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createOrganisationWrites } from '../../store/repos/organisation-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

export interface EventBasis {
  readonly day: string
  readonly documentNumber: string
  readonly reason: string
}
/** 一次变动写到哪里:改了哪些行、怎么说、牵涉谁。 */
export interface EventDraft {
  readonly transaction: Transaction
  readonly log: RowChange[]
  readonly day: string
  effect(effect: OrganisationEffect): void
  involve(organisationId: string, role: OrganisationEventRole): void
}

/** 同一行先后改了几次,合成一次:改回去时照最初的,看有没有人动过照最后的。 */
const squash = (log: readonly RowChange[]): RowChange[] => {
  const merged = new Map<string, RowChange>()
  for (const change of log) {
    const key = `${change.table} ${change.id}`
    const first = merged.get(key)
    merged.set(key, first === undefined ? change : { ...first, before: first.before === null ? null : { ...change.before, ...first.before }, after: { ...first.after, ...change.after } })
  }
  return [...merged.values()]
}

/** 组织变动的登记:改行、核对树还成不成树、留下照着能改回去的底子,都在同一事务里。 */
export const createEventRecorder = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const rows = createLoggedRows(db)
  const lines = createOrganisationLines(db, nextId, rows)
  const events = createOrganisationEventRepo(db)
  const organisations = createOrganisationRepo(db)
  const writes = createOrganisationWrites(db, nextId)
  const stale = createMarkScoresStale(scope)

  const requireStanding = (id: string, day: string): void => {
    const { foundedOn, revokedOn } = organisations.lifespan(id) ?? failWith('NOT_FOUND')
    const name = organisations.nameOn(id, day)
    if (foundedOn !== null && foundedOn > day) failWith('EVENT_DAY_UNSUITABLE', { name, bound: 'founded', day: foundedOn })
    if (revokedOn !== null && revokedOn <= day) failWith('EVENT_DAY_UNSUITABLE', { name, bound: 'revoked', day: revokedOn })
  }
  /** 自 day 起每一天的树都成树。 */
  const requireSoundTree = (focus: ReadonlySet<string>, day: string): void => {
    const fault = structureFault(lines.lives(), focus, day)
    if (fault === null) return
    if (fault.fault === 'absent_parent' && fault.parentId !== null) requireStanding(fault.parentId, fault.day)
    failWith('BAD_PARENT')
  }
  /** 牵涉的组织修订号加一、成绩标旧、通知界面。 */
  const announce = (transaction: Transaction, parts: readonly EventPart[], changes: readonly RowChange[], action: string): void => {
    const ids = [...new Set(parts.map(({ organisationId }) => organisationId))]
    for (const id of ids) {
      writes.touch(transaction, id, action)
      stale.of(transaction, id)
    }
    transaction.emit('organisations.changed', { ids })
    const memberIds = [...new Set(changes.filter(({ table }) => table === 'member').map(({ id }) => id))]
    if (memberIds.length > 0) transaction.emit('members.changed', { ids: memberIds })
  }
  return {
    rows,
    lines,
    events,
    organisations,
    writes,
    requireStanding,
    requireSoundTree,
    announce,
    /**
     * 登记一次变动。
     *
     * @param subject 主要是哪个组织的事。
     * @param build 改行;什么也没改就不登记。
     */
    record: (transaction: Transaction, kind: OrganisationEventKind, subject: string, basis: EventBasis, build: (draft: EventDraft) => void): void => {
      const id = nextId()
      const auditSeq = transaction.audit({ ownerUnit: subject, table: 'organisation_event', recordId: id, detail: { action: kind, day: basis.day } })
      // 一次变动动到的几十行,都归到这一条审计之下。
      transaction.groupUnder(auditSeq)
      const log: RowChange[] = []
      const effects: OrganisationEffect[] = []
      const parts: EventPart[] = []
      build({
        transaction,
        log,
        day: basis.day,
        effect: (effect) => void effects.push(effect),
        involve: (organisationId, role) => {
          if (!parts.some((part) => part.organisationId === organisationId && part.role === role)) parts.push({ organisationId, role })
        },
      })
      if (log.length === 0) return
      const changes = squash(log)
      requireSoundTree(new Set(parts.filter(({ role }) => role !== 'parent').map(({ organisationId }) => organisationId)), basis.day)
      events.add(transaction, { id, ownerUnit: subject, kind, ...basis, parts, effects, changes }, auditSeq)
      announce(transaction, parts.filter(({ role }) => role !== 'parent'), changes, kind)
    },
  }
}
export type EventRecorder = ReturnType<typeof createEventRecorder>
