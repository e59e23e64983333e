import type { Database } from 'better-sqlite3'
import { connect } from '../cipher-connection.ts'
import { LATEST_VERSION } from '../migrate.ts'
import { faultCode, StoreError } from '../store-error.ts'
import { chainSteps, type ChainVerdict } from '../verify/chain-steps.ts'
import { workspacePaths } from '../workspace-folder.ts'
import type { ProblemCode } from './backup-problem.ts'
import type { BackupFacts } from './manifest.ts'
import { readFacts } from './read-facts.ts'
import { wearLens } from './schema-lens.ts'

export const isSound = (db: Database): boolean => {
  const lines = (db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check)
  return lines.length === 1 && lines[0] === 'ok'
}

/** 两份事实是否一字不差。 */
export const sameFacts = (left: BackupFacts, right: BackupFacts): boolean => {
  const tables = Object.keys(left.counts)
  return (
    left.schema === right.schema &&
    left.workspaceId === right.workspaceId &&
    left.epoch === right.epoch &&
    left.commitSeq === right.commitSeq &&
    left.audit.seq === right.audit.seq &&
    left.audit.hash === right.audit.hash &&
    tables.length === Object.keys(right.counts).length &&
    tables.every((table) => left.counts[table] === right.counts[table])
  )
}

const walkChains = (db: Database): ChainVerdict => {
  const steps = chainSteps(db, { externalHead: '', bodies: true })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

const examine = (db: Database, expected: BackupFacts): ProblemCode | null => {
  if (!isSound(db)) return 'integrity'
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return 'foreign_keys'
  if (expected.schema > LATEST_VERSION) return 'schema_newer'
  wearLens(db)
  if (!sameFacts(readFacts(db), expected)) return 'differs'
  // 两条链一趟走完;连这两张表都还没有的库,没有链可走。
  if (expected.counts['audit_log'] === undefined || expected.counts['record_version'] === undefined) return null
  const { brokenAuditAt, brokenVersionAt } = walkChains(db)
  return brokenAuditAt !== null ? 'audit' : brokenVersionAt !== null ? 'versions' : null
}

/**
 * 打开一份副本从头查到尾:每一页、外键、提交与行数、审计链、版本链。
 * 副本是 DELETE 日志模式的,只读打开不造任何文件,查完一个字节不变;坏了不抛错。
 *
 * @param folder 里面有 baolei.db;旁边不得有日志文件(由调用者先看过)。
 * @returns 第一处毛病;没有为 null。
 */
export const examineDatabase = (folder: string, key: Buffer, expected: BackupFacts): ProblemCode | null => {
  let db: Database | undefined
  try {
    db = connect(workspacePaths(folder), key, { readonly: true, mustExist: true })
    // 第一次读:钥匙不配或第一页坏了,在这里报。
    db.pragma('user_version')
  } catch (error) {
    db?.close()
    if (error instanceof StoreError || faultCode(error).startsWith('SQLITE_')) return 'not_openable'
    throw error
  }
  try {
    return examine(db, expected)
  } catch (error) {
    // 只有读不出来才是坏了;语句写错之类是程序的错,照实抛出。
    if (/^SQLITE_(?:CORRUPT|NOTADB|IOERR|FORMAT)/.test(faultCode(error))) return 'integrity'
    throw error
  } finally {
    db.close()
  }
}
