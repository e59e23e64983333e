import type { Database } from 'better-sqlite3'
import { migrations as allMigrations } from './migrations/index.ts'
import { StoreError } from './store-error.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  up(db: Database): void
}

export const LATEST_VERSION: number = Math.max(...allMigrations.map((step) => step.version))

/**
 * 把库升到最新:要升的各步在同一个独占事务里,每步做完外键检查为空才往下;断在哪里,库都还是原来的版本(F12)。
 *
 * @throws StoreError STORE_FROM_FUTURE 库由更新的版本写过;MIGRATION_FAILED 某步失败。
 */
export const migrate = (db: Database, steps: readonly Migration[] = allMigrations): void => {
  const found = db.pragma('user_version', { simple: true }) as number
  const known = Math.max(...steps.map((step) => step.version))
  if (found > known) throw new StoreError('STORE_FROM_FUTURE', { found, known })
  const pending = steps.filter((step) => step.version > found)
  if (pending.length === 0) return
  // 事务里 foreign_keys 的设置不起作用,所以在循环外关开;步内改表后逐步核对。
  db.pragma('foreign_keys = OFF')
  try {
    let current = pending[0]?.name ?? ''
    const run = db.transaction(() => {
      for (const step of pending) {
        current = step.name
        step.up(db)
        const broken = db.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`foreign keys broken after ${step.name}`)
        db.pragma(`user_version = ${step.version}`)
      }
    })
    try {
      run.exclusive()
    } catch (cause) {
      throw new StoreError('MIGRATION_FAILED', { step: current }, { cause })
    }
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
