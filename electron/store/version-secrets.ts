import type { Database } from 'better-sqlite3'
import { createHmac, randomBytes } from 'node:crypto'

/** 党员的两张表共用一个秘密:擦除这个人时一并擦掉,留下的摘要就再也试不出原来的证号。 */
const PERSONAL_TABLES: readonly string[] = ['member', 'member_personal']
const SECRET_OWNER = 'member'
export const isPersonal = (table: string): boolean => PERSONAL_TABLES.includes(table)

/** 版本正文的摘要用哪个秘密:个人的用他自己的,其余用工作区的。 */
export const prepareSecrets = (db: Database) => {
  const workspaceSecret = db.prepare('SELECT digest_secret FROM workspace').pluck()
  const selectSecret = db.prepare('SELECT secret FROM record_secret WHERE table_name = ? AND record_id = ?').pluck()
  return {
    /** 擦除过、还没有的为 undefined。 */
    find: (table: string, recordId: string): Buffer | undefined => (isPersonal(table) ? (selectSecret.get(SECRET_OWNER, recordId) as Buffer | undefined) : ((workspaceSecret.get() as Buffer | undefined) ?? Buffer.alloc(0))),
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
    insert.run(SECRET_OWNER, recordId, made)
    return made
  }
}
