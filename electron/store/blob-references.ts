import type { Database } from 'better-sqlite3'

/** 库里引用附件的全部列;新加的一处要写进来,否则它的附件会被当作没人要的收走。 */
const REFERENCES: readonly (readonly [table: string, column: string])[] = [
  ['member_personal', 'photo_blob'],
  ['development_document', 'blob'],
  ['development_document', 'thumbnail'],
  ['year_closing', 'archive_blob'],
  ['meeting_attachment', 'blob'],
  ['meeting_attachment', 'thumbnail'],
]

/** 现在还引用着的附件。 */
export const referencedBlobs = (db: Database): Set<string> =>
  new Set(REFERENCES.flatMap(([table, column]) => db.prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> ''`).pluck().all() as string[]))

/** 引用的附件里缺了、坏了的,按表数。@param isSound 这一个在不在、读不读得出。 */
export const lostBlobs = (db: Database, isSound: (name: string) => boolean): { readonly table: string; readonly count: number }[] =>
  REFERENCES.map(([table, column]) => ({ table, count: (db.prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> ''`).pluck().all() as string[]).filter((name) => !isSound(name)).length })).filter(({ count }) => count > 0)
