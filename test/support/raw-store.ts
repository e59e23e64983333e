import Database from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createKeyKeeper } from '../../electron/services/session/key-keeper.ts'
import { TEST_PERSON } from './test-person.ts'

/** 绕过 openStore 直接用钥匙开库:造坏样本、看磁盘上的东西。 */
export const openRaw = (folder: string, key: string = slotKey(folder)): Database.Database => {
  const db = new Database(join(folder, 'baolei.db'))
  db.pragma("cipher = 'sqlcipher'")
  db.pragma(`key = "x'${key}'"`)
  return db
}

/** 开放槽里的钥匙(十六进制)。 */
export const slotKey = (folder: string): string => (JSON.parse(readFileSync(join(folder, 'keys', 'open.json'), 'utf8')) as { key: string }).key

/** 工作区的钥匙(十六进制):设了口令的,用这个人的口令开槽。 */
export const keyOf = async (folder: string, { userName, password }: { readonly userName: string; readonly password: string } = TEST_PERSON): Promise<string> => {
  if (existsSync(join(folder, 'keys', 'open.json'))) return slotKey(folder)
  const trial = await createKeyKeeper(2).tryPassword(folder, userName, password, 0)
  if (trial.kind !== 'opened') throw new Error(`slot not opened: ${trial.kind}`)
  return trial.bundle.key.toString('hex')
}
