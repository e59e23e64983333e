import type { Database } from 'better-sqlite3'

/** 现在提交到哪里:纪元与提交序号。 */
export const prepareHeadPoint = (db: Database): (() => { readonly epoch: number; readonly seq: number }) => {
  const select = db.prepare('SELECT w.epoch, c.seq FROM workspace w, commit_head c')
  return () => select.get() as { epoch: number; seq: number }
}
