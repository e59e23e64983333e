import type { Database } from 'better-sqlite3'
import type { OrganisationEffect, OrganisationEvent, OrganisationEventKind, OrganisationEventRole } from '../../../shared/model/organisation-event.ts'
import type { RowChange } from '../logged-rows.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface EventPart {
  readonly organisationId: string
  readonly role: OrganisationEventRole
}
export interface NewEvent {
  readonly id: string
  readonly ownerUnit: string
  readonly kind: OrganisationEventKind
  readonly day: string
  readonly documentNumber: string
  readonly reason: string
  readonly parts: readonly EventPart[]
  readonly effects: readonly OrganisationEffect[]
  readonly changes: readonly RowChange[]
}
export type StoredEvent = Omit<OrganisationEvent, 'parts' | 'effects'> & { readonly parts: readonly EventPart[]; readonly effects: readonly OrganisationEffect[]; readonly changes: readonly RowChange[] }

interface EventRow {
  readonly id: string
  readonly rev: number
  readonly kind: OrganisationEventKind
  readonly day: string
  readonly documentNumber: string
  readonly reason: string
  readonly body: string
  readonly recordedAt: number
  readonly recordedBy: string
}
interface Body {
  readonly effects: readonly OrganisationEffect[]
  readonly changes: readonly RowChange[]
}

const COLUMNS = 'e.id, e.rev, e.kind, e.day, e.document_number AS documentNumber, e.reason, e.body, e.recorded_at AS recordedAt, COALESCE(c.display_name, e.recorded_by) AS recordedBy'
const FROM = 'organisation_event e LEFT JOIN account c ON c.id = e.recorded_by'

/** 组织变动的登记。撤销了的变动行还在,只是不再列出。 */
export const createOrganisationEventRepo = (db: Database) => {
  const versions = createRowVersions(db, 'organisation_event')
  const insert = db.prepare('INSERT INTO organisation_event (id, owner_unit, kind, day, document_number, reason, body, recorded_at, recorded_by) VALUES (@id, @ownerUnit, @kind, @day, @documentNumber, @reason, @body, @at, @actor)')
  const insertPart = db.prepare('INSERT INTO organisation_event_part (event_id, position, organisation_id, role) VALUES (?, ?, ?, ?)')
  const markUndone = db.prepare('UPDATE organisation_event SET undone_at = @at, rev = rev + 1 WHERE id = @id')
  const one = db.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = ? AND e.undone_at IS NULL`)
  const all = db.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.undone_at IS NULL ORDER BY e.day DESC, e.id DESC`)
  const ofOne = db.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.undone_at IS NULL AND e.id IN (SELECT event_id FROM organisation_event_part WHERE organisation_id = ?) ORDER BY e.day DESC, e.id DESC`)
  const parts = db.prepare('SELECT organisation_id AS organisationId, role FROM organisation_event_part WHERE event_id = ? ORDER BY position')
  const ownBody = db.prepare('SELECT e.id, e.owner_unit, e.body FROM organisation_event e JOIN organisation_event_part p ON p.event_id = e.id WHERE p.organisation_id = ? GROUP BY e.id')
  const setBody = db.prepare('UPDATE organisation_event SET body = ?, rev = rev + 1 WHERE id = ?')
  const later = db.prepare(
    `SELECT e.kind, e.day FROM organisation_event e JOIN organisation_event_part p ON p.event_id = e.id
     WHERE e.undone_at IS NULL AND e.id > @id AND p.organisation_id IN (SELECT organisation_id FROM organisation_event_part WHERE event_id = @id) ORDER BY e.id DESC LIMIT 1`,
  )
  const toEvent = ({ body, ...row }: EventRow): StoredEvent => {
    const { effects, changes } = JSON.parse(body) as Body // 由下面的 add 写入
    return { ...row, effects, changes, parts: parts.all(row.id) as EventPart[] }
  }
  return {
    add: (transaction: Transaction, event: NewEvent, auditSeq: number): void => {
      const { parts: involved, effects, changes, ...row } = event
      insert.run({ ...row, body: JSON.stringify({ effects, changes } satisfies Body), at: transaction.at, actor: transaction.actor })
      for (const [position, { organisationId, role }] of involved.entries()) insertPart.run(event.id, position, organisationId, role)
      versions.record(transaction, event.id, auditSeq)
    },
    markUndone: (transaction: Transaction, id: string, auditSeq: number): void => {
      markUndone.run({ id, at: transaction.at })
      versions.record(transaction, id, auditSeq)
    },
    /**
     * 更正名称:沿革里记着的同一个名称一起改。
     *
     * @param rowId 更正的是名称表的哪一行。
     */
    correctName: (transaction: Transaction, organisationId: string, rowId: string, change: { readonly from: string; readonly to: string; readonly shortName: string }): void => {
      const named = (effect: OrganisationEffect): OrganisationEffect => {
        if (effect.organisationId !== organisationId) return effect
        if (effect.aspect === 'founded') return effect.name === change.from ? { ...effect, name: change.to } : effect
        if (effect.aspect !== 'name') return effect
        return { ...effect, from: effect.from === change.from ? change.to : effect.from, to: effect.to === change.from ? change.to : effect.to }
      }
      for (const row of ownBody.all(organisationId) as { id: string; owner_unit: string; body: string }[]) {
        const body = JSON.parse(row.body) as Body // 由 add 写入
        const next: Body = { effects: body.effects.map(named), changes: body.changes.map((each) => (each.table === 'organisation_name' && each.id === rowId && 'name' in each.after ? { ...each, after: { ...each.after, name: change.to, short_name: change.shortName } } : each)) }
        const text = JSON.stringify(next)
        if (text === row.body) continue
        setBody.run(text, row.id)
        versions.record(transaction, row.id, transaction.auditFor({ ownerUnit: row.owner_unit, table: 'organisation_event', recordId: row.id, detail: { action: 'correct' } }))
      }
    },
    /** 没有、或已撤销,为 null。 */
    read: (id: string): StoredEvent | null => {
      const row = one.get(id) as EventRow | undefined
      return row === undefined ? null : toEvent(row)
    },
    /** 日期新的在前;organisationId 为 null 取全部。 */
    list: (organisationId: string | null): StoredEvent[] => ((organisationId === null ? all.all() : ofOne.all(organisationId)) as EventRow[]).map(toEvent),
    /** 之后记的、牵涉同一组织的最近一次变动。 */
    laterThan: (id: string): { readonly kind: OrganisationEventKind; readonly day: string } | null => (later.get({ id }) as { kind: OrganisationEventKind; day: string } | undefined) ?? null,
  }
}
