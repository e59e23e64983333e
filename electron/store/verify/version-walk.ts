import type { Database } from 'better-sqlite3'
import { GENESIS, versionHash } from '../chain-hash.ts'
import { bodyDigest, prepareSecrets } from '../version-secrets.ts'

interface StoredVersion {
  readonly seq: number
  readonly table: string
  readonly recordId: string
  readonly rev: number
  readonly at: number
  readonly actor: string
  readonly auditSeq: number
  readonly body: string
  readonly digest: string | null
  readonly hash: string | null
  readonly erased: number | null
}

const PAGE = 100
/** 擦除要有据:同一时刻有一条擦除这个人的审计。没有的,是有人借擦除的口子抹掉了正文。 */
const ERASURE = "SELECT 1 FROM audit_log WHERE record_id = ? AND table_name IN ('member', 'development_person', 'development_document', 'care_record', 'register_entry') AND at = ? AND json_extract(detail, '$.action') = 'erase'"

export interface VersionWalk {
  /** 第一处对不上的序号;到现在都相符为 null。 */
  brokenAt(): number | null
  /** 走到的这一环;还没走为 GENESIS。 */
  hash(): string
  /** 走下一个;走完了、对不上了为 null。返回它的审计序号,以及是不是一页的头一个。 */
  step(): { readonly auditSeq: number; readonly isNewPage: boolean } | null
}

/**
 * 版本链一个一个往下走,边走边核对。
 *
 * @param end 走到这个序号为止:之后的是开始核对以后才保存的。
 * @param options.tolerant 口令功能以前的库:最前头的版本可以没有摘要。
 * @param options.bodies 连正文与摘要一起核对。
 */
export const createVersionWalk = (db: Database, end: number, { tolerant, bodies }: { readonly tolerant: boolean; readonly bodies: boolean }): VersionWalk => {
  const secrets = prepareSecrets(db)
  const page = db.prepare(
    `SELECT seq, table_name AS "table", record_id AS recordId, rev, at, actor, audit_seq AS auditSeq, body, digest, hash, erased_at AS erased FROM record_version WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${PAGE}`,
  )
  const erasure = db.prepare(ERASURE)
  let rows: StoredVersion[] = []
  let index = 0
  let last = 0
  let previous = GENESIS
  let begun = false
  let brokenAt: number | null = null

  // 核对当中秘密不变,逐条去取太慢;一个人的版本多半挨着,记住上一个就够。
  const common = secrets.find('', '')
  let lastPerson = { id: '', secret: undefined as Buffer | undefined }
  const secretOf = ({ table, recordId }: StoredVersion): Buffer | undefined => {
    const person = secrets.personOf(table, recordId)
    if (person === null) return common
    if (lastPerson.id !== person || lastPerson.secret === undefined) lastPerson = { id: person, secret: secrets.find(table, recordId) }
    return lastPerson.secret
  }

  const isBodyRight = (row: StoredVersion): boolean => {
    if (row.erased !== null) {
      const person = secrets.personOf(row.table, row.recordId)
      return row.body === '{}' && person !== null && erasure.get(person, row.erased) !== undefined
    }
    const secret = secretOf(row)
    if (secret !== undefined && bodyDigest(secret, row.body) === row.digest) return true
    // 材料能附文件(0085)以前,发展材料的版本用的是工作区的秘密。
    return row.table === 'development_document' && common !== undefined && bodyDigest(common, row.body) === row.digest
  }
  const isRight = (row: StoredVersion): boolean => {
    if (row.hash === null || row.digest === null) return tolerant && !begun
    begun = true
    if (row.hash !== versionHash(previous, row, row.digest)) return false
    previous = row.hash
    return !bodies || isBodyRight(row)
  }
  return {
    brokenAt: () => brokenAt,
    hash: () => previous,
    step: () => {
      if (brokenAt !== null) return null
      const isNewPage = index >= rows.length
      if (isNewPage) {
        rows = page.all(last, end) as StoredVersion[]
        index = 0
      }
      const row = rows[index]
      if (row === undefined) {
        if (last < end) brokenAt = last + 1
        return null
      }
      // 序号须连续:回滚的写入不占号,缺一个就是被抽掉了。
      if (row.seq !== last + 1 || !isRight(row)) {
        brokenAt = row.seq === last + 1 ? row.seq : last + 1
        return null
      }
      index += 1
      last = row.seq
      return { auditSeq: row.auditSeq, isNewPage }
    },
  }
}
