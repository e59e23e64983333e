import type { Database } from 'better-sqlite3'
import { createHmac } from 'node:crypto'
import { auditHash, GENESIS, headHash, type AuditParts } from '../chain-hash.ts'
import { createVersionWalk, type VersionWalk } from './version-walk.ts'

const PAGE = 500
type AuditRow = readonly [seq: number, ...AuditParts, previous: string, hash: string]
const COLUMNS = 'seq, format, epoch, at, clock_doubtful, actor, role, machine, kind, procedure, owner_unit, table_name, record_id, detail, reason_digest, version_hash, previous_hash, hash'

export interface ChainVerdict {
  /** 审计链第一处对不上的序号;全部相符为 null。 */
  readonly brokenAuditAt: number | null
  /** 版本链第一处对不上的序号;全部相符为 null。 */
  readonly brokenVersionAt: number | null
  readonly rows: number
  readonly versions: number
  /** 开始核对那一刻的链头。 */
  readonly head: string
  /** 抄在别处的链头还在不在链上;没有给为 null。 */
  readonly headFound: boolean | null
}

interface Ends {
  readonly audit: number
  readonly version: number
  readonly auditHash: string
  readonly versionHash: string
  readonly issued: Readonly<Record<string, number>>
}

/** 开始那一刻的两个末环与发过的最大序号:之后有人保存,不影响这一次的核对。 */
const readEnds = (db: Database): Ends => {
  const last = (table: string): { readonly seq: number; readonly hash: string | null } => (db.prepare(`SELECT seq, hash FROM ${table} ORDER BY seq DESC LIMIT 1`).get() as { seq: number; hash: string | null } | undefined) ?? { seq: 0, hash: null }
  const [audit, version] = [last('audit_log'), last('record_version')]
  const issued = Object.fromEntries(db.prepare("SELECT name, seq FROM sqlite_sequence WHERE name IN ('audit_log', 'record_version')").raw().all() as [string, number][])
  return { audit: audit.seq, version: version.seq, auditHash: audit.hash ?? GENESIS, versionHash: version.hash ?? GENESIS, issued }
}

/** 发过的最大序号就是末环的序号:从末尾抽掉几条,它露馅;连它一起改的,要靠抄在别处的链头。 */
const tailBroken = (end: number, issued: number | undefined): number | null => ((issued ?? 0) === end ? null : Math.min(issued ?? 0, end) + 1)

/** 抄在别处的链头:整个的,或印在纸上的前几个字。看不懂的当作找不到。 */
const headMatcher = (external: string): ((head: string) => boolean) => {
  const wanted = external.toLowerCase().replaceAll(/[^0-9a-z]/gu, '')
  return /^[0-9a-f]{8,64}$/u.test(wanted) ? (head) => head.startsWith(wanted) : () => false
}

interface Walked {
  readonly brokenAt: number | null
  readonly headFound: boolean
}

const prepareAuditCheck = (db: Database) => {
  const secret = (db.prepare('SELECT digest_secret FROM workspace').pluck().get() as Buffer | undefined) ?? Buffer.alloc(0)
  const reasonOf = db.prepare('SELECT reason FROM audit_reason WHERE audit_seq = ?').pluck()
  const strayReason = db.prepare("SELECT min(r.audit_seq) FROM audit_reason r WHERE NOT EXISTS (SELECT 1 FROM audit_log a WHERE a.seq = r.audit_seq AND a.reason_digest <> '')").pluck()
  return {
    isReasonRight: (seq: number, reasonDigest: string): boolean => {
      if (reasonDigest === '') return true
      const reason = reasonOf.get(seq) as string | undefined
      return reason !== undefined && createHmac('sha256', secret).update(reason).digest('hex') === reasonDigest
    },
    /** 没有审计的理由。 */
    strayReason: (): number | null => strayReason.get() as number | null,
  }
}

/**
 * 审计链从头走到尾;每走到一条,版本链跟着走到它所带的那一环:两条链的先后也钉在一起,
 * 一边换成旧的、换成别处的,另一边就对不上。
 */
function* walkAudit(db: Database, ends: Ends, walk: VersionWalk, matches: ((head: string) => boolean) | null): Generator<number, Walked> {
  const page = db.prepare(`SELECT ${COLUMNS} FROM audit_log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`).raw()
  const { isReasonRight, strayReason } = prepareAuditCheck(db)
  let previous = GENESIS
  let seq = 0
  let before: { readonly format: number; readonly epoch: number } = { format: 1, epoch: 0 }
  let headFound = false
  const isRight = ([, format, epoch, , , , , , , , , , , , reasonDigest, , previousHash, hash]: AuditRow, parts: AuditParts): boolean =>
    // 第一格式的只会在前头:后来的人不能把新的一条改成旧格式来少认几项。纪元只增不减。
    format >= before.format && epoch >= before.epoch && previousHash === previous && hash === auditHash(previous, parts) && isReasonRight(seq + 1, reasonDigest)
  for (;;) {
    const rows = page.all(seq, ends.audit) as AuditRow[]
    if (rows.length === 0) break
    for (const row of rows) {
      const parts = row.slice(1, 16) as unknown as AuditParts
      const [format, epoch] = parts
      const versionEnd = parts[14]
      const hash = row[17]
      // 序号须连续:回滚的写入不占号。
      if (row[0] !== seq + 1 || !isRight(row, parts)) return { brokenAt: Math.min(row[0], seq + 1), headFound }
      if (format === 2) {
        // 上一条是某次提交的末一条时,它的链头就是那时抄得到的。
        if (matches !== null && !headFound && seq > 0) headFound = matches(headHash(previous, versionEnd))
        while (walk.hash() !== versionEnd && walk.brokenAt() === null) {
          const version = walk.step()
          if (version === null ? walk.brokenAt() === null : version.auditSeq >= row[0]) return { brokenAt: row[0], headFound }
          if (version?.isNewPage === true) yield 0
        }
      }
      previous = hash
      seq = row[0]
      before = { format, epoch }
    }
    yield rows.length
  }
  if (seq !== ends.audit) return { brokenAt: seq + 1, headFound }
  return { brokenAt: tailBroken(ends.audit, ends.issued['audit_log']) ?? strayReason(), headFound: headFound || (matches !== null && matches(headHash(previous, ends.versionHash))) }
}

/**
 * 从头核对两条链。每走一页交出一次(这一页看了几条审计),由调用者决定要不要让别人先做。
 *
 * @param options.externalHead 抄在纸上、备份里的链头,整个的或前 8 个字以上;空串为没有。
 * @param options.bodies 连版本正文一起核对。
 */
export function* chainSteps(db: Database, { externalHead, bodies }: { readonly externalHead: string; readonly bodies: boolean }): Generator<number, ChainVerdict> {
  const ends = readEnds(db)
  // 还没有第二格式的审计,就是口令功能以前的库,版本也还没有封起来。
  const tolerant = (db.prepare('SELECT count(*) FROM (SELECT 1 FROM audit_log WHERE format = 2 LIMIT 1)').pluck().get() as number) === 0
  const walk = createVersionWalk(db, ends.version, { tolerant, bodies })
  const { brokenAt, headFound } = yield* walkAudit(db, ends, walk, externalHead === '' ? null : headMatcher(externalHead))
  for (let version = walk.step(); version !== null; version = walk.step()) if (version.isNewPage) yield 0
  return {
    brokenAuditAt: brokenAt,
    brokenVersionAt: walk.brokenAt() ?? tailBroken(ends.version, ends.issued['record_version']),
    rows: ends.audit,
    versions: ends.version,
    head: headHash(ends.auditHash, ends.versionHash),
    headFound: externalHead === '' ? null : headFound,
  }
}

const finish = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** @returns 审计链第一处对不上的序号;全部相符返回 null。 */
export const findBrokenAudit = (db: Database): number | null => finish(chainSteps(db, { externalHead: '', bodies: false })).brokenAuditAt
/** @returns 版本链第一处对不上的序号;全部相符返回 null。擦除过的只核对链与擦除的依据,不核对正文。 */
export const findBrokenVersion = (db: Database): number | null => finish(chainSteps(db, { externalHead: '', bodies: true })).brokenVersionAt
