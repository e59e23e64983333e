import type { Database } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { createLeakScanner, type LeakReport } from '../leak-scan.ts'
import type { Canary } from './canaries.ts'

/**
 * 删掉的人还有没有留下(F60):库是加密的,看文件什么也看不到,所以要看解开之后的每一页,含空闲页。
 * serialize() 给出的正是整库的明文,只在测试的内存里用,程序里禁用。
 *
 * @param db 开着的连接,已经收过 WAL、清过空闲页。
 * @throws Error WAL 里还有没收的页:那里的旧内容看不到,不能说干净。
 */
export const scanForErased = (db: Database, canaries: readonly Canary[]): LeakReport => {
  const size = statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (size !== 0) throw new Error(`checkpoint first: ${size} bytes in the write-ahead log`)
  const image = db.serialize()
  if (image.subarray(0, 15).toString('latin1') !== 'SQLite format 3') throw new Error('not a plain image')
  return createLeakScanner(canaries).bytes(db.name, image)
}
