import type { Database } from 'better-sqlite3'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface Drill {
  readonly at: number
  readonly backup: string
  readonly sound: boolean
  readonly problems: readonly string[]
}

/** 每周演练的结果,只追加。 */
export const createDrillRepo = (db: Database) => {
  const insert = db.prepare('INSERT INTO restore_drill (at, backup, sound, problems) VALUES (@at, @backup, @sound, @problems)')
  const last = db.prepare('SELECT at, backup, sound, problems FROM restore_drill ORDER BY at DESC LIMIT 1')
  const versions = createRowVersions(db, 'restore_drill')
  return {
    record: (transaction: Transaction, { at, backup, sound, problems }: Drill): void => {
      insert.run({ at, backup, sound: sound ? 1 : 0, problems: JSON.stringify(problems) })
      versions.record(transaction, at, transaction.auditFor({ ownerUnit: null, table: 'restore_drill', recordId: String(at), detail: { action: 'drill', sound } }))
    },
    last: (): Drill | null => {
      const row = last.get() as { at: number; backup: string; sound: number; problems: string } | undefined
      return row === undefined ? null : { ...row, sound: row.sound === 1, problems: JSON.parse(row.problems) as string[] }
    },
  }
}
