import type { Database } from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUuidV7 } from '../../../electron/services/system-ports.ts'
import { auditHash, GENESIS, versionHash } from '../../../electron/store/chain-hash.ts'
import { createStore, type Store } from '../../../electron/store/open-store.ts'
import { createWorkspaceRepo } from '../../../electron/store/repos/workspace-repo.ts'
import { createUnitOfWork } from '../../../electron/store/unit-of-work.ts'
import { verifySteps, type StoreVerdict } from '../../../electron/store/verify/verify-store.ts'
import { bodyDigest } from '../../../electron/store/version-secrets.ts'
import { amount, figure, isLong, patience } from '../../support/faults/amount.ts'

const ROWS = amount(20_000, 1_000_000)
const RECORDS = amount(2_000, 25_000)
const VERSIONS_EACH = 4
/** 一段之内别的请求都得等:不能让人觉得卡。 */
const LONGEST_STEP_MILLISECONDS = 50

let base = ''
let store: Store
const ids = createUuidV7(() => 1_700_000_000_000)

/** 一模一样的链,直接写进去:经程序一条一条地写,一百万条要写半天。 */
const fillChains = (db: Database): void => {
  const unit = ids.next()
  db.prepare("INSERT INTO organisation (id, owner_unit, code, kind, created_at, updated_at) VALUES (?, ?, '001', 'branch', 1, 1)").run(unit, unit)
  const secret = db.prepare('SELECT digest_secret FROM workspace').pluck().get() as Buffer
  const { seq: firstAudit, hash: firstHash } = db.prepare('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get() as { seq: number; hash: string }
  let versionEnd = (db.prepare('SELECT hash FROM record_version ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ?? GENESIS
  const insertAudit = db.prepare(
    `INSERT INTO audit_log (seq, format, epoch, at, clock_doubtful, actor, role, machine, kind, procedure, owner_unit, table_name, record_id, detail, reason_digest, version_hash, previous_hash, hash)
     VALUES (?, 2, 1, ?, 0, ?, 'committee_office', 'PC-01', 'evaluation', 'evaluation.addEvent', ?, 'score_event', ?, ?, '', ?, ?, ?)`,
  )
  const insertVersion = db.prepare('INSERT INTO record_version (table_name, record_id, rev, at, actor, audit_seq, body, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const detail = JSON.stringify({ action: 'update', fields: ['reason'] })
  let previous = firstHash
  let seq = firstAudit
  const addAudit = (recordId: string): void => {
    seq += 1
    const hash = auditHash(previous, [2, 1, seq, 0, unit, 'committee_office', 'PC-01', 'evaluation', 'evaluation.addEvent', unit, 'score_event', recordId, detail, '', versionEnd])
    insertAudit.run(seq, seq, unit, unit, recordId, detail, versionEnd, previous, hash)
    previous = hash
  }
  const addVersion = (table: string, recordId: string, rev: number, body: object): void => {
    const text = JSON.stringify(body)
    const digest = bodyDigest(secret, text)
    versionEnd = versionHash(versionEnd, { table, recordId, rev, at: seq, actor: unit, auditSeq: seq }, digest)
    insertVersion.run(table, recordId, rev, seq, unit, seq, text, digest, versionEnd)
  }
  const columns = ['id', 'owner_unit', 'rev', 'branch_id', 'period', 'indicator_id', 'occurred_on', 'count', 'level', 'matter', 'reason', 'state', 'state_reason', 'recorded_at', 'recorded_by']
  const insertEvent = db.prepare(`INSERT INTO score_event (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`)
  const organisation = db.prepare('SELECT * FROM organisation').get() as object
  addAudit(unit)
  addVersion('organisation', unit, 1, organisation)
  const perRecord = Math.floor((ROWS - seq) / RECORDS)
  for (let record = 0; record < RECORDS; record++) {
    const id = ids.next()
    let row = {}
    for (let change = 0; change < perRecord; change++) {
      addAudit(id)
      if (change >= VERSIONS_EACH) continue
      row = { id, owner_unit: unit, rev: change + 1, branch_id: unit, period: '2026-09', indicator_id: 'KF-02', occurred_on: '2026-09-01', count: 1, level: null, matter: '现场检查通报', reason: `第 ${change} 次核定的依据写在这里`, state: 'confirmed', state_reason: '', recorded_at: 1, recorded_by: unit }
      addVersion('score_event', id, change + 1, row)
    }
    insertEvent.run(row)
  }
  for (let left = ROWS - seq; left > 0; left--) addAudit(unit)
}

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-large-'))
  store = createStore(join(base, 'workspace'), (made) => {
    const workspaces = createWorkspaceRepo(made.db)
    workspaces.create({ id: ids.next(), name: '测试', kind: 'office', setup: 'one_office', createdAt: 1 })
    createUnitOfWork(made, 'PC-01', () => undefined).write({ actor: '', role: '', kind: 'workspace', reason: '', procedure: 'system.createWorkspace', at: 1 }, (transaction) => workspaces.record(transaction, 'insert'))
  })
  store.db.transaction(fillChains)(store.db)
  store.db.pragma('wal_checkpoint(TRUNCATE)')
}, patience(120, 900))
afterAll(() => {
  store.close()
  rmSync(base, { recursive: true, force: true })
})

it(`G19 ${ROWS} 条审计、${RECORDS * VERSIONS_EACH} 个版本从头核对`, () => {
  const steps = verifySteps(store.db, '')
  const times = { chain: 0, records: 0 }
  const lengths: number[] = []
  let verdict: StoreVerdict | null = null
  let stage: 'chain' | 'records' = 'chain'
  while (verdict === null) {
    // 机器忙的时候钟走得快:量这个线程自己用掉的。
    const started = process.threadCpuUsage()
    const step = steps.next()
    const { user, system } = process.threadCpuUsage(started)
    const milliseconds = (user + system) / 1000
    lengths.push(milliseconds)
    times[stage] += milliseconds
    if (step.done === true) verdict = step.value
    else stage = step.value.stage
  }
  const longest = lengths.toSorted((left, right) => left - right)[Math.floor(lengths.length * 0.99)] ?? 0
  expect(verdict).toMatchObject({ sound: true, rows: ROWS, versions: RECORDS * VERSIONS_EACH + 2 })
  figure('G19', '从头核对', `${ROWS} 条审计、${RECORDS * VERSIONS_EACH} 个版本:两条链 ${(times.chain / 1000).toFixed(1)} 秒,逐条记录 ${(times.records / 1000).toFixed(1)} 秒;99% 的小段不过 ${longest.toFixed(0)} 毫秒`)
  console.log(`verify ${ROWS} audit rows, ${verdict.versions} versions: chains ${(times.chain / 1000).toFixed(2)} s, records ${(times.records / 1000).toFixed(2)} s, p99 step ${longest.toFixed(1)} ms`)
  expect(longest).toBeLessThan(LONGEST_STEP_MILLISECONDS)
  // 一百万条十秒以内(G19)说的是不忙的机器;这里放宽一倍,数字另外印出来。
  if (isLong) expect(times.chain + times.records).toBeLessThan(20_000)
}, patience(60, 300))
