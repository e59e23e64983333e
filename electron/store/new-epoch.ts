import type { Database } from 'better-sqlite3'
import { adoptFormer } from './adopt-former.ts'
import { createRowVersions } from './row-versions.ts'
import { createStoreWriter } from './store-writer.ts'

/** 接受缺失的那几次保存:提交序号,两端都含。 */
export interface LostCommits {
  readonly epoch: number
  readonly from: number
  readonly to: number
}

/**
 * 换新的纪元(恢复备份、接受缺失):以后的提交序号不会和丢掉的那些混为一谈。
 * 连同它的审计与版本一起写,所以在库里悄悄改纪元是看得出来的。须在事务里调用。
 *
 * @param at 毫秒。
 */
export const beginEpoch = (db: Database, at: number, epoch: number, lost: LostCommits | null = null): void => {
  adoptFormer(db, at)
  const writer = createStoreWriter(db, at)
  db.prepare('UPDATE workspace SET epoch = ?').run(epoch)
  const workspaceId = db.prepare('SELECT id FROM workspace').pluck().get() as string | undefined
  if (workspaceId === undefined) return
  if (lost !== null) db.prepare('INSERT INTO accepted_loss (at, epoch, from_seq, to_seq) VALUES (?, ?, ?, ?)').run(at, lost.epoch, lost.from, lost.to)
  const auditSeq = writer.audit('restore', 'store.epoch', { table: 'workspace', recordId: workspaceId, detail: { action: 'new_epoch', epoch, ...(lost === null ? {} : { lostFrom: lost.from, lostTo: lost.to }) } })
  createRowVersions(db, 'workspace').record(writer, workspaceId, auditSeq)
  if (lost !== null) createRowVersions(db, 'accepted_loss').record(writer, at, auditSeq)
  writer.count()
}
