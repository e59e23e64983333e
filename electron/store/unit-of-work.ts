import type { Database } from 'better-sqlite3'
import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { Store } from './open-store.ts'
import { openTransaction, type Publish } from './open-transaction.ts'
import { beginSliced } from './sliced-write.ts'

/** 一次写入的出处。 */
export interface WriteOrigin {
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

/** 分段做的一次写入:每做完一小份停一停。 */
export type SlicedChange<T> = (transaction: Transaction, db: Database) => Generator<void, T, undefined>

export interface UnitOfWork {
  /**
   * 一次写入 = 一个事务(含审计与版本)。函数抛错即整体回滚;事件只在提交后发出。函数必须同步。
   */
  write<T>(origin: WriteOrigin, change: (transaction: Transaction) => T): T
  /**
   * 很长的一次写入(导入几万行):仍是一个事务,另用一个连接,一段一段地做,段间照常应答。
   * 没提交之前,别的查询看到的还是从前的样子;其间有别人要写,就先一口气做完、提交,再轮到他:写入的先后不乱,也不会撞上。
   *
   * @param change 只用给的连接读写。
   * @param signal 叫停即整体回滚。
   */
  writeInSlices<T>(origin: WriteOrigin, change: SlicedChange<T>, signal: AbortSignal): Promise<T>
}

/**
 * @param machine 这台机器的名字,记进审计。
 * @param publish 提交后发布事件。
 */
export const createUnitOfWork = (store: Store, machine: string, publish: Publish): UnitOfWork => {
  const main = openTransaction(store.db, machine)
  let writing = false
  /** 正开着的分段写入:一口气做完。 */
  let finishSliced: (() => void) | null = null

  const requireFree = (): void => {
    // 套着写,里层的事件会在外层提交之前发出;要合在一起就把 transaction 传下去。
    if (writing) throw new Error('a write must not be nested')
  }
  return {
    write: (origin, change) => {
      requireFree()
      finishSliced?.()
      const { transaction, count, end, publishAll } = main.begin(origin, publish)
      // 返回 Promise 的函数,驱动会拒绝并回滚。
      const run = store.db.transaction(() => {
        const value = change(transaction)
        if (value instanceof Promise) throw new TypeError('a write must be synchronous')
        return { value, ...count() }
      })
      writing = true
      let result: ReturnType<typeof run>
      try {
        result = run.immediate()
      } finally {
        end()
        writing = false
      }
      store.committed(origin.at, { seq: result.seq, head: result.head })
      publishAll()
      return result.value
    },
    writeInSlices: async (origin, change, signal) => {
      requireFree()
      finishSliced?.()
      signal.throwIfAborted()
      const sliced = beginSliced(store, origin, machine, publish, change, (isRunning) => {
        writing = isRunning
      })
      finishSliced = sliced.finish
      const over = (): void => {
        if (finishSliced === sliced.finish) finishSliced = null
      }
      return sliced.run(signal, over)
    },
  }
}
