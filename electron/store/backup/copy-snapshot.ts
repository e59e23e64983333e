import type { Database } from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { connect } from '../cipher-connection.ts'
import { StoreError } from '../store-error.ts'
import { workspacePaths, type WorkspacePaths } from '../workspace-folder.ts'
import { sameFacts } from './examine-database.ts'
import type { BackupFacts } from './manifest.ts'
import { openSnapshot, readFacts } from './read-facts.ts'
import { wearLens } from './schema-lens.ts'

/**
 * 副本与快照之间恰好有人提交,就重做;一秒几千次提交时四次里也有三次一遍就成。
 * 机器正忙、提交又密时一遍也难成,小库重做一遍只要几十毫秒:三秒之内接着试,不因为忙就说备份做不成。
 */
const ATTEMPTS = 8
const PATIENCE_MILLISECONDS = 3000

const factsOf = (folder: string, key: Buffer): BackupFacts => {
  const db = connect(workspacePaths(folder), key, { readonly: true, mustExist: true })
  try {
    wearLens(db)
    return readFacts(db)
  } finally {
    db.close()
  }
}

/** 原库有多大,字节。 */
const sizeOf = (db: Database): number => (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number)

/**
 * 开着的库的只读一面:自己的连接,提交照常进行。
 *
 * 行数须与「同一个快照」相符,而 VACUUM INTO 不能在事务里做。办法:counter 先用只读事务定住一个快照(只读一行,几十微秒),
 * copier 紧接着做 VACUUM INTO,做完再在 counter 还定着的那个快照里数各表。两个快照若是同一次提交,提交序号、链头、行数
 * 与副本一字不差;当中恰好有人提交,就对不上,丢掉副本重做。对上了,副本就与原库的那个快照相符,不是「大概差不多」。
 */
export const openSource = (paths: WorkspacePaths, key: Buffer) => {
  const counter = connect(paths, key, { readonly: true, mustExist: true })
  let copier: Database
  try {
    copier = connect(paths, key, { readonly: true, mustExist: true })
    wearLens(counter)
  } catch (error) {
    counter.close()
    throw error
  }
  const attempt = (folder: string): BackupFacts | null => {
    const target = workspacePaths(folder).database
    rmSync(target, { force: true })
    rmSync(`${target}-journal`, { force: true })
    const copy = copier.prepare('VACUUM INTO ?')
    const snapshot = openSnapshot(counter)
    let facts: BackupFacts
    try {
      copy.run(target)
      facts = snapshot.count()
    } finally {
      snapshot.release()
    }
    return sameFacts(facts, factsOf(folder, key)) ? facts : null
  }
  return {
    bytes: () => sizeOf(counter),
    workspaceId: (): string => {
      const snapshot = openSnapshot(counter)
      try {
        return snapshot.head.workspaceId
      } finally {
        snapshot.release()
      }
    },
    /**
     * 在 folder 里写出 baolei.db,同一把钥匙。还没有落盘,也还没有核对。
     *
     * @throws StoreError BACKUP_FAILED 每次都对不上。
     */
    copyTo: (folder: string): BackupFacts => {
      const began = performance.now()
      for (let turn = 0; turn < ATTEMPTS || performance.now() - began < PATIENCE_MILLISECONDS; turn += 1) {
        const facts = attempt(folder)
        if (facts !== null) return facts
      }
      throw new StoreError('BACKUP_FAILED')
    },
    close: (): void => {
      counter.close()
      copier.close()
    },
  }
}
export type BackupSource = ReturnType<typeof openSource>
