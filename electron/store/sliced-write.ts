import { open } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { runInThread } from './backup/run-in-thread.ts'
import { connect } from './cipher-connection.ts'
import type { Store } from './open-store.ts'
import { openTransaction, type Publish } from './open-transaction.ts'
import type { SlicedChange, WriteOrigin } from './unit-of-work.ts'

/** 每段最多占这么久。 */
const SLICE_MILLISECONDS = 20
/** 分段写入的连接的页缓存:改过的页早些写进 WAL,提交时就剩得不多。 */
const SLICED_CACHE_KIBIBYTES = 4_096

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }

/**
 * 开一次分段的写入(见 unit-of-work.ts):BEGIN IMMEDIATE 已经发出。
 *
 * @param mark 正在写、停下了:段内不许再套着写。
 */
export const beginSliced = <T>(store: Store, origin: WriteOrigin, machine: string, publish: Publish, change: SlicedChange<T>, mark: (isRunning: boolean) => void) => {
  const db = connect(store.paths, store.key, { readonly: false, mustExist: true })
  db.pragma(`cache_size = -${SLICED_CACHE_KIBIBYTES}`)
  // 收 WAL 要占着线程:提交之后另在备份的线程里收。
  db.pragma('wal_autocheckpoint = 0')
  const state: { outcome: Outcome<T> | null } = { outcome: null }
  const { transaction, count, end, publishAll } = openTransaction(db, machine).begin(origin, publish)

  const settle = (outcome: Outcome<T>): void => {
    state.outcome = outcome
    end()
    if (db.inTransaction) db.exec('ROLLBACK')
    db.close()
  }
  const steps = change(transaction, db)
  /** 都写好了、还没提交的。 */
  const written: { value: { readonly value: T } | null } = { value: null }
  const commit = (): ReturnType<typeof count> => {
    const head = count()
    db.exec('COMMIT')
    // 走到这里总是写好了的。
    settle({ ok: true, value: (written.value as { readonly value: T }).value })
    return head
  }
  /** 做到 until 为止;做完了、又不必先落盘,就提交。@returns 提交到了哪里;没提交为 null。 */
  const work = (until: number): ReturnType<typeof count> | null => {
    for (;;) {
      if (written.value !== null) return commit()
      if (performance.now() >= until) return null
      const next = steps.next()
      if (next.done !== true) continue
      written.value = { value: next.value }
      if (until !== Infinity) return null
    }
  }
  const advance = (until: number): void => {
    mark(true)
    let head: ReturnType<typeof count> | null = null
    try {
      head = work(until)
    } catch (error) {
      settle({ ok: false, error })
    } finally {
      mark(false)
    }
    if (head === null) return
    store.committed(origin.at, head)
    publishAll()
  }
  try {
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    settle({ ok: false, error })
  }
  return {
    /** 一口气做完。 */
    finish: () => {
      if (state.outcome === null) advance(Infinity)
    },
    /** 一段一段地做到完。@param over 做完、没做成之后。 */
    run: async (signal: AbortSignal, over: () => void): Promise<T> => {
      let isFlushed = false
      while (state.outcome === null) {
        advance(performance.now() + SLICE_MILLISECONDS)
        if (state.outcome !== null) break
        await setImmediate()
        if (written.value !== null && !isFlushed) {
          isFlushed = true
          await flushWal(store)
        }
        // 其间可能已由别人做完;也可能叫停了、库关了。
        if (state.outcome === null && (signal.aborted || !store.db.open)) settle({ ok: false, error: signal.aborted ? signal.reason : new Error('the store was closed') })
      }
      over()
      const { outcome } = state
      if (!outcome.ok) throw outcome.error
      // 没收成不要紧:都在 WAL 里,过一会儿、关库时再收。
      if (store.db.open) await runInThread('checkpoint', { paths: store.paths }, store.key).catch(() => undefined)
      return outcome.value
    },
  }
}

/**
 * 提交要等写前日志落盘:攒下的一百多兆若在提交时才落,要占住线程几百毫秒。
 * 先在旁边的线程里落一遍,提交时就只剩最后几页。落不成不要紧,提交时照样会落。
 * 只碰 -wal 这一个文件:库文件上的锁是进程的,关一次文件就全放掉了。
 */
const flushWal = async ({ paths }: Store): Promise<void> => {
  try {
    const file = await open(`${paths.database}-wal`, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
  } catch {
    // 同上。
  }
}
