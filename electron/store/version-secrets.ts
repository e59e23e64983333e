import type { Database } from 'better-sqlite3'
import { hash, randomBytes } from 'node:crypto'

/** 一个人的几张表共用他的秘密:擦除这个人时一并擦掉,留下的摘要就再也试不出原来的证号、收入。 */
const PERSONAL_TABLES: readonly string[] = ['member', 'member_personal', 'development_person', 'development_personal', 'development_document', 'care_record', 'register_entry']
/** 记着他个人情况的别的记录:以 member_id 指着他。 */
const OF_MEMBER: readonly string[] = ['dues_assessment', 'dues_exemption']
/** 秘密都记在这个名下,以人(发展中的人、发展材料、关怀记录以它自己)的标识为键:标识互不相同。 */
const SECRET_OWNER = 'member'

/** 版本正文的摘要用哪个秘密:个人的用他自己的,其余用工作区的。 */
export const prepareSecrets = (db: Database) => {
  const workspaceSecret = db.prepare('SELECT digest_secret FROM workspace').pluck()
  const selectSecret = db.prepare('SELECT secret FROM record_secret WHERE table_name = ? AND record_id = ?').pluck()
  // 从前的库里还没有这些表,用到才备。
  const owners = new Map<string, { get(id: string): unknown }>()
  const ownerIn = (table: string, recordId: string): string | undefined => {
    const statement = owners.get(table) ?? db.prepare(`SELECT member_id FROM ${table} WHERE id = ?`).pluck()
    owners.set(table, statement)
    return statement.get(recordId) as string | undefined
  }
  /** 这条记录是谁的个人情况;不是个人的为 null。 */
  const personOf = (table: string, recordId: string): string | null => (PERSONAL_TABLES.includes(table) ? recordId : OF_MEMBER.includes(table) ? (ownerIn(table, recordId) ?? recordId) : null)
  return {
    personOf,
    /** 擦除过、还没有的为 undefined。 */
    find: (table: string, recordId: string): Buffer | undefined => {
      const person = personOf(table, recordId)
      return person === null ? ((workspaceSecret.get() as Buffer | undefined) ?? Buffer.alloc(0)) : (selectSecret.get(SECRET_OWNER, person) as Buffer | undefined)
    },
  }
}

const BLOCK = 64
const padded = (secret: Buffer, mask: number): Buffer => {
  const key = Buffer.alloc(BLOCK, mask)
  for (let at = 0; at < secret.length; at++) key[at] = (secret[at] ?? 0) ^ mask
  return key
}
/**
 * HMAC-SHA-256(RFC 2104),就是 createHmac 的结果;自己拼两次摘要,省下每次造密钥对象的功夫:
 * 导入五万人要算二十多万次,造密钥占了写入的五分之一。
 */
export const bodyDigest = (secret: Buffer, body: string): string => {
  const key = secret.length > BLOCK ? hash('sha256', secret, 'buffer') : secret
  const inner = hash('sha256', Buffer.concat([padded(key, 0x36), Buffer.from(body)]), 'buffer')
  return hash('sha256', Buffer.concat([padded(key, 0x5c), inner]))
}

/** 随机数一次取一批:一次取三十二字节,大半时间花在进出系统上。用过的不再用。 */
const SECRET_BYTES = 32
const POOL_BYTES = SECRET_BYTES * 512
const createSecretPool = (): (() => Buffer) => {
  let pool = Buffer.alloc(0)
  return () => {
    if (pool.length === 0) pool = randomBytes(POOL_BYTES)
    const made = Buffer.from(pool.subarray(0, SECRET_BYTES))
    pool.fill(0, 0, SECRET_BYTES)
    pool = pool.subarray(SECRET_BYTES)
    return made
  }
}

/** 取这条记录的秘密;个人的还没有就造一个。 */
export const createSecretKeeper = (db: Database): ((table: string, recordId: string) => Buffer) => {
  const secrets = prepareSecrets(db)
  const insert = db.prepare('INSERT INTO record_secret (table_name, record_id, secret) VALUES (?, ?, ?)')
  const nextSecret = createSecretPool()
  return (table, recordId) => {
    const found = secrets.find(table, recordId)
    if (found !== undefined) return found
    const made = nextSecret()
    insert.run(SECRET_OWNER, secrets.personOf(table, recordId), made)
    return made
  }
}
