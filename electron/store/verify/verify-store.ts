import type { Database } from 'better-sqlite3'
import { GENESIS } from '../chain-hash.ts'
import { chainSteps, type ChainVerdict } from './chain-steps.ts'
import { CHAIN_TABLES } from './covered-tables.ts'
import { checkSchema } from './known-schema.ts'
import { recordSteps, type AlteredRecords } from './record-steps.ts'

export interface StoreVerdict extends ChainVerdict {
  /** 与最后一个版本不符的记录:表名与条数。 */
  readonly altered: readonly AlteredRecords[]
  /** 两条链、每条记录都相符;给了抄在别处的链头的,它也还在链上。 */
  readonly sound: boolean
}
export interface VerifyStep {
  readonly stage: 'chain' | 'records'
  readonly done: number
  readonly total: number
}

/** 核对两条链要读的表;少了一张、改了列,就不必往下看了。 */
const NEEDED_TABLES: readonly string[] = [...CHAIN_TABLES, 'workspace', 'record_secret']
const LOST_CHAINS: Omit<ChainVerdict, 'headFound'> = { brokenAuditAt: 1, brokenVersionAt: 1, rows: 0, versions: 0, head: GENESIS }

function* counted<T>(steps: Generator<number, T>, stage: VerifyStep['stage'], total: number): Generator<VerifyStep, T> {
  let done = 0
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    done = Math.min(total, done + step.value)
    yield { stage, done, total }
  }
}

/**
 * 从头核对:审计链、版本链、每条记录与最后一个版本(F58)。每走一小段交出一次,好报进度、让别人先做、叫停;
 * 核对当中有人照常保存,不影响结果。
 *
 * @param externalHead 抄在别处的链头,整个的或前 8 个字以上;空串为没有。
 */
export function* verifySteps(db: Database, externalHead: string): Generator<VerifyStep, StoreVerdict> {
  const { altered: changed, unreadable } = checkSchema(db)
  if (NEEDED_TABLES.some((table) => unreadable.has(table))) return { ...LOST_CHAINS, altered: [{ table: 'sqlite_master', count: changed }], headFound: externalHead === '' ? null : false, sound: false }
  const rows = db.prepare('SELECT count(*) FROM audit_log').pluck().get() as number
  const chain = yield* counted(chainSteps(db, { externalHead, bodies: true }), 'chain', rows)
  const records = db.prepare('SELECT count(*) FROM (SELECT DISTINCT table_name, record_id FROM record_version)').pluck().get() as number
  const altered = yield* counted(recordSteps(db), 'records', records)
  return { ...chain, altered, sound: chain.brokenAuditAt === null && chain.brokenVersionAt === null && altered.length === 0 && chain.headFound !== false }
}

/** 同上,一口气做完。 */
export const verifyStore = (db: Database, externalHead = ''): StoreVerdict => {
  const steps = verifySteps(db, externalHead)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
