import type { Database } from 'better-sqlite3'
import { openRaw } from '../raw-store.ts'
import { unlock } from './data-key.ts'

/** 另开一个连接看库里有什么;绕过程序,只用来核对。 */
export const openReader = async (folder: string): Promise<Database> => {
  const key = await unlock(folder)
  return key === undefined ? openRaw(folder) : openRaw(folder, key.toString('hex'))
}
