import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** 绕过 openStore 直接用钥匙开库:造坏样本、看磁盘上的东西。 */
export const openRaw = (folder: string, key: string = slotKey(folder)): Database.Database => {
  const db = new Database(join(folder, 'baolei.db'))
  db.pragma("cipher = 'sqlcipher'")
  db.pragma(`key = "x'${key}'"`)
  return db
}
export const slotKey = (folder: string): string => (JSON.parse(readFileSync(join(folder, 'keys', 'open.json'), 'utf8')) as { key: string }).key
