import type { Database } from 'better-sqlite3'
import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import { createAuditChain, prepareChainHead } from './audit-chain.ts'
import type { Transaction, WriteOrigin } from './unit-of-work.ts'
import { createVersionChain } from './version-chain.ts'

/** 一个事务的开头:审计、版本与压着的事件。 */
export const openTransaction = (db: Database, machine: string) => {
  const chain = createAuditChain(db, machine)
  const versions = createVersionChain(db)
  const chainHead = prepareChainHead(db)
  const countCommit = db.prepare('UPDATE commit_head SET seq = seq + 1 RETURNING seq').pluck()
  return {
    begin: (origin: WriteOrigin, publish: Publish) => {
      const pending: (() => void)[] = []
      let group: number | null = null
      let isOpen = true
      const requireOpen = (): void => {
        if (!isOpen) throw new Error('the transaction is over')
      }
      const transaction: Transaction = {
        at: origin.at,
        actor: origin.actor,
        audit: (entry) => {
          requireOpen()
          return chain.append({ ...origin, ...entry })
        },
        groupUnder: (auditSeq) => {
          group = auditSeq
        },
        auditFor: (entry) => group ?? transaction.audit(entry),
        version: (entry) => {
          requireOpen()
          versions.append({ ...entry, at: origin.at, actor: origin.actor })
        },
        emit: (name, payload) => pending.push(() => publish(name, payload)),
      }
      return {
        transaction,
        /** 提交之前:数一次提交,取链头。 */
        count: () => ({ seq: countCommit.get() as number, head: chainHead().head }),
        end: () => {
          isOpen = false
        },
        publishAll: () => {
          for (const publishNow of pending) publishNow()
        },
      }
    },
  }
}
export type Publish = <N extends EventName>(name: N, payload: EventPayload<N>) => void
