import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { Store } from './open-store.ts'
import { createAuditChain, prepareChainHead } from './audit-chain.ts'
import { createVersionChain } from './version-chain.ts'

/** 一次写入的出处。 */
interface WriteOrigin {
  readonly actor: string
  /** 凭哪个角色;系统自己做的为空。 */
  readonly role: string
  readonly kind: string
  /** 确认时写的理由;没有为空。 */
  readonly reason: string
  /** 契约路径,如 `members.save`。 */
  readonly procedure: string
  readonly at: number
}

/** 事务里能做的事;由 repo 使用,服务只传递它。 */
export interface Transaction {
  readonly at: number
  readonly actor: string
  /** 记一条审计,返回序号。 */
  audit(entry: { readonly ownerUnit: string | null; readonly table: string; readonly recordId: string; readonly detail: Readonly<Record<string, unknown>> }): number
  /** 之后的变动都归到这一条审计之下(批量写入用),不再逐条记。 */
  groupUnder(auditSeq: number): void
  /** 本条变动应归属的审计:批量时为 groupUnder 的那条,否则新记一条。 */
  auditFor(entry: { readonly ownerUnit: string | null; readonly table: string; readonly recordId: string; readonly detail: Readonly<Record<string, unknown>> }): number
  /** 存下变动后的整行,供历史与恢复。 */
  version(entry: { readonly table: string; readonly recordId: string; readonly rev: number; readonly auditSeq: number; readonly body: unknown }): void
  /** 提交后发事件;同名事件由界面自行合并。 */
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void
}

export interface UnitOfWork {
  /**
   * 一次写入 = 一个事务(含审计与版本)。函数抛错即整体回滚;事件只在提交后发出。函数必须同步。
   */
  write<T>(origin: WriteOrigin, change: (transaction: Transaction) => T): T
}

/**
 * @param machine 这台机器的名字,记进审计。
 * @param publish 提交后发布事件。
 */
export const createUnitOfWork = (store: Store, machine: string, publish: <N extends EventName>(name: N, payload: EventPayload<N>) => void): UnitOfWork => {
  const chain = createAuditChain(store.db, machine)
  const versions = createVersionChain(store.db)
  const chainHead = prepareChainHead(store.db)
  const countCommit = store.db.prepare('UPDATE commit_head SET seq = seq + 1 RETURNING seq').pluck()
  let writing = false
  return {
    write: (origin, change) => {
      // 套着写,里层的事件会在外层提交之前发出;要合在一起就把 transaction 传下去。
      if (writing) throw new Error('a write must not be nested')
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
      // 返回 Promise 的函数,驱动会拒绝并回滚。
      const run = store.db.transaction(() => {
        const value = change(transaction)
        if (value instanceof Promise) throw new TypeError('a write must be synchronous')
        return { value, seq: countCommit.get() as number, head: chainHead().head }
      })
      writing = true
      let result: ReturnType<typeof run>
      try {
        result = run.immediate()
      } finally {
        isOpen = false
        writing = false
      }
      store.committed(origin.at, { seq: result.seq, head: result.head })
      for (const publishNow of pending) publishNow()
      return result.value
    },
  }
}
