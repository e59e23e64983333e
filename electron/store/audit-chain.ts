import type { Database } from 'better-sqlite3'
import { createHmac } from 'node:crypto'
import { auditHash, GENESIS, headHash } from './chain-hash.ts'

export { GENESIS } from './chain-hash.ts'
export { findBrokenAudit } from './verify/chain-steps.ts'

export interface AuditEntry {
  readonly at: number
  /** 账号标识;没设口令的工作区为 `built-in`。 */
  readonly actor: string
  /** 凭哪个角色做的;系统自己做的为空。 */
  readonly role: string
  readonly kind: string
  readonly procedure: string
  readonly ownerUnit: string | null
  readonly table: string
  readonly recordId: string
  /** 不含个人值:只放动作、字段名、条数之类。 */
  readonly detail: Readonly<Record<string, unknown>>
  /** 理由是人写的话,可能带着人名:正文另存,审计里只有它的摘要。 */
  readonly reason: string
}

/** 比上一条早过一分钟、晚过一年,时钟多半不对:照记,打上记号;先后只看序号,不看时钟(F08)。 */
const BACK_MILLISECONDS = 60_000
const AHEAD_MILLISECONDS = 366 * 86_400_000

/** 版本链的链头:每条审计都带着它,所以抄下一个审计链头,就连同当时的全部版本一起钉住了。 */
const prepareVersionHead = (db: Database): (() => string) => {
  const select = db.prepare('SELECT hash FROM record_version ORDER BY seq DESC LIMIT 1').pluck()
  return () => (select.get() as string | null | undefined) ?? GENESIS
}

/**
 * 审计表的追加器:每条摘要含上一条的摘要,中间抽掉或改动任何一条都对不上。必须在变动的同一事务里调用。
 *
 * @param machine 这台机器的名字。
 */
export const createAuditChain = (db: Database, machine: string) => {
  const last = db.prepare('SELECT hash, at FROM audit_log ORDER BY seq DESC LIMIT 1')
  const workspace = db.prepare('SELECT epoch, digest_secret AS secret FROM workspace')
  const versionHead = prepareVersionHead(db)
  const insert = db.prepare(
    `INSERT INTO audit_log (format, epoch, at, clock_doubtful, actor, role, machine, kind, procedure, owner_unit, table_name, record_id, detail, reason_digest, version_hash, previous_hash, hash)
     VALUES (2, @epoch, @at, @doubtful, @actor, @role, @machine, @kind, @procedure, @ownerUnit, @table, @recordId, @detail, @reasonDigest, @versionHash, @previous, @hash)`,
  )
  const insertReason = db.prepare('INSERT INTO audit_reason (audit_seq, reason) VALUES (?, ?)')
  return {
    /** @returns 审计序号。 */
    append: ({ at, actor, role, kind, procedure, ownerUnit, table, recordId, detail: parts, reason }: AuditEntry): number => {
      const before = last.get() as { hash: string; at: number } | undefined
      const { epoch, secret } = (workspace.get() as { epoch: number; secret: Buffer } | undefined) ?? { epoch: 1, secret: Buffer.alloc(0) }
      const previous = before?.hash ?? GENESIS
      const doubtful = before !== undefined && (at < before.at - BACK_MILLISECONDS || at > before.at + AHEAD_MILLISECONDS) ? 1 : 0
      const detail = JSON.stringify(parts)
      const reasonDigest = reason === '' ? '' : createHmac('sha256', secret).update(reason).digest('hex')
      const versionEnd = versionHead()
      const hash = auditHash(previous, [2, epoch, at, doubtful, actor, role, machine, kind, procedure, ownerUnit, table, recordId, detail, reasonDigest, versionEnd])
      const seq = Number(insert.run({ epoch, at, doubtful, actor, role, machine, kind, procedure, ownerUnit, table, recordId, detail, reasonDigest, versionHash: versionEnd, previous, hash }).lastInsertRowid)
      if (reason !== '') insertReason.run(seq, reason)
      return seq
    },
  }
}

export interface ChainHead {
  /** 最后一条审计的序号;一条也没有为 0。 */
  readonly seq: number
  /** 审计链头与版本链头合在一起的摘要,64 个十六进制字。 */
  readonly head: string
}

/** 链头:抄在纸上、备份里、保存记号里的就是它。 */
export const prepareChainHead = (db: Database): (() => ChainHead) => {
  const last = db.prepare('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1')
  const versionHead = prepareVersionHead(db)
  return () => {
    const { seq, hash } = (last.get() as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: GENESIS }
    return { seq, head: headHash(hash, versionHead()) }
  }
}
