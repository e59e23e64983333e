import type { Database } from 'better-sqlite3'
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { LATEST_VERSION } from '../../../electron/store/migrate.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { openCore, seededPorts } from '../../support/faults/child-core.ts'
import { schemaDigest, tablesOf } from '../../support/faults/content-digest.ts'
import { cutAtRandom, traceRun } from '../../support/faults/cut-points.ts'
import { traceCommand } from '../../support/faults/disk-events.ts'
import { expectTyped } from '../../support/faults/error-codes.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { openReader } from '../../support/faults/open-reader.ts'
import { filesIn } from '../../support/faults/power-cut.ts'
import { copyReleased, releasedSteps, releasedStores } from '../../support/faults/released-stores.ts'
import { killAt, listCalls, runOnce, scriptCommand } from '../../support/faults/run-once.ts'
import { runWorkload } from '../../support/faults/run-workload.ts'
import { makeScratch } from '../../support/faults/scratch.ts'
import { canTrace } from '../../support/faults/tools.ts'
import { openRaw } from '../../support/raw-store.ts'
import { snapshot } from '../../support/store-snapshot.ts'

let base = ''
let filled: FilledWorkspace
beforeAll(async () => {
  base = makeScratch('migration')
  filled = await makeFilledWorkspace()
})
afterAll(() => {
  rmSync(base, { recursive: true, force: true })
  filled.remove()
})

/** 已发布的版本里有的表与列。 */
type Columns = ReadonlyMap<string, readonly string[]>
const columnsOf = (db: Database): Columns => new Map(tablesOf(db).map((table) => [table, db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]]))
/** 这些表、这些列里的每一行。 */
const rowsOf = (db: Database, columns: Columns): readonly string[] =>
  Array.from(columns).flatMap(([table, names]) => db.prepare(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM "${table}"`).raw().all().map((row) => `${table} ${JSON.stringify(row)}`))
interface Known {
  readonly version: number
  readonly schema: string
  readonly columns: Columns
  readonly rows: readonly string[]
}
const knownOf = (folder: string, columns?: Columns): Known => {
  const db = openRaw(folder)
  try {
    const own = columns ?? columnsOf(db)
    return { version: db.pragma('user_version', { simple: true }) as number, schema: schemaDigest(db), columns: own, rows: rowsOf(db, own) }
  } finally {
    db.close()
  }
}
/** 旧的行一行不少、一个字不变;多出来的只许在只追加的表里(升级之后程序给从前的记录补记的)。 */
const changesSince = (old: Known, now: Known, appended: RegExp): readonly string[] => {
  const [before, after] = [new Set(old.rows), new Set(now.rows)]
  return [...old.rows.filter((row) => !after.has(row)).map((row) => `gone: ${row}`), ...now.rows.filter((row) => !before.has(row) && !appended.test(row)).map((row) => `new: ${row}`)].map((row) => row.slice(0, 200))
}
const NOTHING = /^$/
const APPENDED = /^(audit_log|record_version) /

/** 打断之后:要么是旧的,要么是新的,一列一行都不混;再打开就升完,内容一样不少,不留半成品。 */
const expectWhole = (folder: string, old: Known, latest: Known, where: string): 'old' | 'new' => {
  // 拷一份来看:看的人自己也会收 WAL。
  const look = join(base, 'look')
  rmSync(look, { recursive: true, force: true })
  cpSync(folder, look, { recursive: true })
  const found = knownOf(look, old.columns)
  expect([old.version, latest.version], where).toContain(found.version)
  expect(found.schema, where).toBe(found.version === old.version ? old.schema : latest.schema)
  expect(changesSince(old, found, found.version === old.version ? NOTHING : APPENDED), where).toEqual([])
  const after = inspectWorkspace(folder)
  expect([after.refused, after.problems], where).toEqual(['', []])
  const done = knownOf(folder, old.columns)
  expect([done.version, done.schema, changesSince(old, done, APPENDED)], where).toEqual([LATEST_VERSION, latest.schema, []])
  // 空的试写文件断电会留下,无妨;有内容的半成品不许留。
  expect(filesIn(folder).filter((path) => path.includes('.part') && statSync(path).size > 0), where).toEqual([])
  return found.version === old.version ? 'old' : 'new'
}

it('每次发布都留有那一版造的工作区', () => {
  // 一次发布可以带几步:留的是走到最后一步的那份;发布过的最后一步一定有。
  const steps = releasedSteps().map((step) => step.slice(0, 4))
  for (const name of releasedStores()) expect(steps).toContain(name)
  expect(releasedStores().at(-1)).toBe(steps.at(-1))
})

describe.each(releasedStores().filter((name) => Number(name) < LATEST_VERSION))('由 %s 升到最新', (name) => {
  let old: Known
  let latest: Known
  const fresh = (place: string): string => {
    const folder = join(base, `${name}-${place}`, 'workspace')
    rmSync(folder, { recursive: true, force: true })
    copyReleased(name, folder)
    return folder
  }
  beforeAll(() => {
    old = knownOf(fresh('old'))
    const folder = fresh('latest')
    expect(inspectWorkspace(folder).refused).toBe('')
    latest = knownOf(folder, old.columns)
  })

  it('G20 旧版本的工作区打得开,内容不变,接着用', async () => {
    const folder = fresh('used')
    const before = inspectWorkspace(folder)
    expect(before.problems).toEqual([])
    expect(changesSince(old, knownOf(folder, old.columns), APPENDED)).toEqual([])
    const running = await runWorkload({ folder, seed, steps: 40 })
    expectTyped(running)
    expect(running.acknowledged().length).toBeGreaterThan(10)
    expect(lostOf(inspectWorkspace(folder), running.acknowledged())).toEqual([])
  })

  it.skipIf(!canTrace)('F12 升级到一半被强行结束:不是旧的就是新的,再打开就升完', () => {
    const kills = amount(5, 200)
    const random = createSeededRandom(seed)
    const command = (folder: string) => scriptCommand('open-once.ts', folder)
    const calls = listCalls(join(base, 'calls'), command(fresh('counted'))).filter(({ call }) => !['openat', 'pread64', 'write'].includes(call))
    expect(calls.length).toBeGreaterThan(50)
    const outcomes = { old: 0, new: 0 }
    for (let kill = 0; kill < kills; kill++) {
      const point = random.pick(calls)
      const folder = fresh('killed')
      runOnce(command(folder), killAt(point))
      outcomes[expectWhole(folder, old, latest, `seed ${seed} ${point.call} ${point.when}`)] += 1
    }
    figure('F12', `由 ${name} 升级时被强行结束`, `${kills} 次(共 ${calls.length} 个系统调用):${outcomes.old} 次停在旧版,${outcomes.new} 次已是新版,0 混杂,都升完`)
  }, patience(180, 900))

  it.skipIf(!canTrace)('F12 升级到一半断电:不是旧的就是新的,再打开就升完', async () => {
    const states = amount(15, 300)
    const folder = fresh('traced')
    const traced = await traceRun(folder, join(base, `${name}-power`), (log) => {
      expect(runOnce(scriptCommand('open-once.ts', folder), traceCommand(log))).toEqual(['OPENED'])
    })
    const outcomes = { old: 0, new: 0 }
    await cutAtRandom(traced, { random: createSeededRandom(seed), states }, (target, _said, moment) => {
      outcomes[expectWhole(target, old, latest, `seed ${seed} moment ${moment}`)] += 1
    })
    figure('F12', `由 ${name} 升级时断电`, `${states} 种盘面:${outcomes.old} 种旧,${outcomes.new} 种新,0 混杂,都升完`)
  }, patience(180, 900))
})

describe('F13 迁移不成', () => {
  /** 升级前的那份备份留着;别的都得一样。 */
  const withoutBackups = (folder: string): Record<string, string> => Object.fromEntries(Object.entries(snapshot(folder)).filter(([path]) => !path.startsWith('backups')))
  const expectUntouched = (folder: string, kind: string): void => {
    const before = withoutBackups(folder)
    expect(runOnce(scriptCommand('open-once.ts', folder, kind))).toEqual(['REFUSED MIGRATION_FAILED {"step":"failing-step"}'])
    expect(withoutBackups(folder)).toEqual(before)
  }
  it.each(['throws', 'check', 'dangling', 'missing'])('F13 迁移不成(%s):停在旧版本,库一个字节不变', (kind) => {
    const folder = filled.copy()
    expectUntouched(folder, kind)
    expect(readdirSync(join(folder, 'backups')).length).toBe(1)
    expect(runOnce(scriptCommand('open-once.ts', folder))).toEqual(['OPENED'])
  })
  it('F13 几步里的后一步不成:前面的也不留下', () => {
    const folder = join(base, 'two-steps', 'workspace')
    copyReleased(releasedStores()[0] ?? '', folder)
    expectUntouched(folder, 'throws')
  })
})

it('F14 更新的版本写过的库:请先升级程序,一个字节不写', async () => {
  const folder = filled.copy()
  const db = await openReader(folder)
  db.pragma(`user_version = ${LATEST_VERSION + 10}`)
  db.close()
  // 登录成功会清掉输错口令的计数;那不是库。
  const content = (): Record<string, string> => Object.fromEntries(Object.entries(snapshot(folder)).filter(([path]) => !path.endsWith('attempts.json')))
  const before = content()
  const { core, refused } = await openCore(folder, seededPorts(folder, seed, () => undefined))
  core.close()
  expect(refused).toMatchObject({ code: 'STORE_FROM_FUTURE', data: { found: LATEST_VERSION + 10, known: LATEST_VERSION } })
  expect(content()).toEqual(before)
})
