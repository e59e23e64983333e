import type { Database } from 'better-sqlite3'
import { createHmac, randomBytes } from 'node:crypto'

/** 一个人的几张表共用他的秘密:擦除这个人时一并擦掉,留下的摘要就再也试不出原来的证号、收入。 */
const PERSONAL_TABLES: readonly string[] = ['member', 'member_personal', 'development_person', 'development_personal', 'care_record']
/** 记着他个人情况的别的记录:以 member_id 指着他。 */
const OF_MEMBER: readonly string[] = ['dues_assessment', 'dues_exemption']
/** 秘密都记在这个名下,以人(发展中的人、关怀记录以它自己)的标识为键:标识互不相同。 */
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

export const bodyDigest = (secret: Buffer, body: string): string => createHmac('sha256', secret).update(body).digest('hex')

/** 取这条记录的秘密;个人的还没有就造一个。 */
export const createSecretKeeper = (db: Database): ((table: string, recordId: string) => Buffer) => {
  const secrets = prepareSecrets(db)
  const insert = db.prepare('INSERT INTO record_secret (table_name, record_id, secret) VALUES (?, ?, ?)')
  return (table, recordId) => {
    const found = secrets.find(table, recordId)
    if (found !== undefined) return found
    const made = randomBytes(32)
    insert.run(SECRET_OWNER, secrets.personOf(table, recordId), made)
    return made
  }
}
