import type { Database } from 'better-sqlite3'
import { createHash, createHmac } from 'node:crypto'

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

export const GENESIS = '0'.repeat(64)
/** 比上一条早过一分钟、晚过一年,时钟多半不对:照记,打上记号;先后只看序号,不看时钟(F08)。 */
const BACK_MILLISECONDS = 60_000
const AHEAD_MILLISECONDS = 366 * 86_400_000

const digest = (previous: string, parts: readonly unknown[]): string => createHash('sha256').update(previous).update('\n').update(JSON.stringify(parts)).digest('hex')

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
      const versionHash = versionHead()
      const hash = digest(previous, [2, epoch, at, doubtful, actor, role, machine, kind, procedure, ownerUnit, table, recordId, detail, reasonDigest, versionHash])
      const seq = Number(insert.run({ epoch, at, doubtful, actor, role, machine, kind, procedure, ownerUnit, table, recordId, detail, reasonDigest, versionHash, previous, hash }).lastInsertRowid)
      if (reason !== '') insertReason.run(seq, reason)
      return seq
    },
  }
}

interface StoredRow {
  readonly seq: number
  readonly format: number
  readonly epoch: number
  readonly at: number
  readonly clock_doubtful: number
  readonly actor: string
  readonly role: string
  readonly machine: string
  readonly kind: string
  readonly procedure: string
  readonly owner_unit: string | null
  readonly table_name: string
  readonly record_id: string
  readonly detail: string
  readonly reason_digest: string
  readonly version_hash: string
  readonly previous_hash: string
  readonly hash: string
}

const hashOf = (previous: string, row: StoredRow): string =>
  row.format === 1
    ? digest(previous, [row.at, row.actor, row.kind, row.procedure, row.owner_unit, row.table_name, row.record_id, row.detail])
    : digest(previous, [2, row.epoch, row.at, row.clock_doubtful, row.actor, row.role, row.machine, row.kind, row.procedure, row.owner_unit, row.table_name, row.record_id, row.detail, row.reason_digest, row.version_hash])

/**
 * 从头核对整条链。序号须连续(回滚的不占号),最后一条须是发过的最大序号,所以从末尾抽掉也看得出;
 * 理由与它的摘要须相符。
 *
 * @param seen 逐条告知序号与摘要,用来找抄在别处的链头。
 * @returns 第一处对不上的序号;全部相符返回 null。
 */
export const findBrokenAudit = (db: Database, seen: (seq: number, hash: string) => void = () => undefined): number | null => {
  let previous = GENESIS
  let expected = 1
  let hasSecondFormat = false
  const secret = (db.prepare('SELECT digest_secret FROM workspace').pluck().get() as Buffer | undefined) ?? Buffer.alloc(0)
  const reasonOf = db.prepare('SELECT reason FROM audit_reason WHERE audit_seq = ?').pluck()
  const rows = db.prepare('SELECT * FROM audit_log ORDER BY seq').iterate() as IterableIterator<StoredRow>
  for (const row of rows) {
    if (row.seq !== expected) return expected
    // 第一格式的只会在前头:后来的人不能把新的一条改成旧格式来少认几项。
    if (row.format === 1 && hasSecondFormat) return row.seq
    hasSecondFormat ||= row.format === 2
    if (row.previous_hash !== previous || row.hash !== hashOf(previous, row)) return row.seq
    if (row.format === 2) {
      const reason = reasonOf.get(row.seq) as string | undefined
      const found = reason === undefined ? '' : createHmac('sha256', secret).update(reason).digest('hex')
      if (found !== row.reason_digest) return row.seq
    }
    previous = row.hash
    seen(row.seq, row.hash)
    expected += 1
  }
  const issued = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'").pluck().get() as number | undefined
  return (issued ?? 0) >= expected ? expected : null
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
    return { seq, head: createHash('sha256').update(hash).update(versionHead()).digest('hex') }
  }
}
