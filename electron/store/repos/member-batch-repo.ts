import type { Database } from 'better-sqlite3'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface BatchItem {
  readonly memberId: string
  readonly revBefore: number
  readonly revAfter: number
  /** 改小组的:原来在哪个小组。 */
  readonly groupBefore: string | null
}
export interface BatchHead {
  readonly id: string
  readonly field: string
  readonly actor: string
  readonly at: number
  readonly count: number
}

/** 批量修改的记载:改了谁的哪一版。原来的值不在这里,在各人的版本里。 */
export const createMemberBatchRepo = (db: Database) => {
  const insert = db.prepare('INSERT INTO member_batch (id, owner_unit, field, actor, at) VALUES (@id, @ownerUnit, @field, @actor, @at)')
  const insertItem = db.prepare('INSERT INTO member_batch_item (batch_id, position, member_id, rev_before, rev_after, group_before) VALUES (@batchId, @position, @memberId, @revBefore, @revAfter, @groupBefore)')
  const last = db.prepare('SELECT b.id, b.field, b.actor, b.at, (SELECT count(*) FROM member_batch_item i WHERE i.batch_id = b.id) AS count FROM member_batch b WHERE b.actor = ? AND b.undone_at IS NULL ORDER BY b.at DESC, b.id DESC LIMIT 1')
  const one = db.prepare('SELECT b.id, b.field, b.actor, b.at, 0 AS count FROM member_batch b WHERE b.id = ? AND b.undone_at IS NULL')
  const items = db.prepare('SELECT member_id AS memberId, rev_before AS revBefore, rev_after AS revAfter, group_before AS groupBefore FROM member_batch_item WHERE batch_id = ? ORDER BY position')
  const changedSince = db.prepare('SELECT count(*) FROM member_batch_item i JOIN member m ON m.id = i.member_id WHERE i.batch_id = ? AND (m.rev <> i.rev_after OR m.deleted_at IS NOT NULL)').pluck()
  const undo = db.prepare('UPDATE member_batch SET undone_at = @at, rev = rev + 1 WHERE id = @id')
  const body = db.prepare("SELECT body FROM record_version WHERE table_name = 'member' AND record_id = ? AND rev = ? AND erased_at IS NULL").pluck()
  const versions = createRowVersions(db, 'member_batch')
  return {
    add: (transaction: Transaction, head: { readonly id: string; readonly ownerUnit: string; readonly field: string }, list: readonly BatchItem[], auditSeq: number): void => {
      insert.run({ ...head, actor: transaction.actor, at: transaction.at })
      for (const [position, item] of list.entries()) insertItem.run({ batchId: head.id, position, ...item })
      versions.record(transaction, head.id, auditSeq)
    },
    last: (actor: string): BatchHead | undefined => last.get(actor) as BatchHead | undefined,
    find: (id: string): BatchHead | undefined => one.get(id) as BatchHead | undefined,
    items: (id: string): BatchItem[] => items.all(id) as BatchItem[],
    /** 之后又改过、删掉了的人数。 */
    changedSince: (id: string): number => changedSince.get(id) as number,
    /** 那一版的整行;擦掉了为 undefined。 */
    rowAt: (memberId: string, rev: number): Readonly<Record<string, unknown>> | undefined => {
      const text = body.get(memberId, rev) as string | undefined
      return text === undefined ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>)
    },
    markUndone: (transaction: Transaction, id: string, auditSeq: number): void => {
      undo.run({ id, at: transaction.at })
      versions.record(transaction, id, auditSeq)
    },
  }
}
