import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentSteps } from '../../electron/store/backup/backup-steps.ts'
import { listBackups } from '../../electron/store/backup/list-backups.ts'
import { prepareRestore } from '../../electron/store/backup/restore-backup.ts'
import { settleInterruptedRestore } from '../../electron/store/backup/settle-interrupted-restore.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import { verifyBackup } from '../../electron/store/backup/verify-backup.ts'
import { writeBackup } from '../../electron/store/backup/write-backup.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { readStoreHealth } from '../../electron/store/store-health.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'
import { committerOf, makeOffice, seeded } from '../support/backup-office.ts'
import { snapshot } from '../support/store-snapshot.ts'

/** 快的一套各 8 次;BAOLEI_FAULT_RUNS 是倍数。 */
const TIMES = 4 * Number(process.env['BAOLEI_FAULT_RUNS'] ?? 1)
const SEED = 1517
const CHILD = fileURLToPath(new URL('../support/backup-child.ts', import.meta.url))
const PER_RUN = 10_000
/** 从子进程走到这一步起,再随机过几十毫秒:每一步都轮得到,机器忙闲都一样。 */
const BACKUP_MOMENTS = ['at copying', 'at checking', 'at digesting', 'made']
const RESTORE_MOMENTS = ['at copying', 'at checking', 'prepared', 'swapped']

let base = ''
let folder = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-kill-'))
  folder = join(base, 'workspace')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

/** 起一个子进程,见到以 from 开头的一行之后再过 delay 毫秒就强行结束;返回它说过的话。 */
const killAfter = async (words: readonly string[], from: string, delay: number, key = ''): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [CHILD, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, BAOLEI_TEST_KEY: key } })
  const lines: string[] = []
  let complaint = ''
  let isTimed = false
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => {
    lines.push(line)
    if (isTimed || !line.startsWith(from)) return
    isTimed = true
    setTimeout(() => child.kill('SIGKILL'), delay)
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal, complaint).toBe('SIGKILL')
  return lines
}

describe('强行结束', () => {
  it(
    `备份的时候,${TIMES} 次:列得出的份份核对得过,以前的一字不差(F15)`,
    async () => {
      const store = makeOffice(folder)
      const key = Buffer.from(store.key)
      committerOf(store)()
      store.close()
      const paths = workspacePaths(folder)
      const random = seeded(SEED)
      let known: Record<string, Record<string, string>> = {}
      let unfinished = 0
      for (let turn = 0; turn < TIMES; turn += 1) {
        const lines = await killAfter(['backup', folder], BACKUP_MOMENTS[turn % BACKUP_MOMENTS.length] ?? '', Math.floor(random() * 40))
        const listed = listBackups(paths)
        const names = listed.map(({ name }) => name)
        for (const line of lines.filter((text) => text.startsWith('made '))) expect(names, `seed ${SEED} turn ${turn}`).toContain(line.slice(5))
        for (const [name, files] of Object.entries(known)) expect(snapshot(join(paths.backups, name)), `seed ${SEED} turn ${turn} ${name}`).toEqual(files)
        for (const entry of listed) {
          expect(entry.problems).toEqual([])
          if (known[entry.name] === undefined) expect(verifyBackup(entry.folder, key), `seed ${SEED} turn ${turn} ${entry.name}`).toMatchObject({ level: 'full', sound: true })
        }
        unfinished += readdirSync(paths.backups).filter((name) => name.endsWith('.part')).length
        known = Object.fromEntries(names.map((name) => [name, snapshot(join(paths.backups, name))]))
      }
      console.info(`backup kills ${TIMES}: ${Object.keys(known).length} listed, ${unfinished} unfinished seen, 0 bad`)
      expect(Object.keys(known).length).toBeGreaterThanOrEqual(TIMES / BACKUP_MOMENTS.length)
      const opened = openStore(folder)
      expect(readStoreHealth(opened)).toMatchObject({ integrity: [], brokenAuditAt: null })
      // 半成品在下一次备份开始时收走。
      await takeBackup({ paths, key: opened.key, into: paths.backups, kind: 'manual', at: Date.now(), meta: { app: 't' } })
      opened.close()
      expect(readdirSync(paths.backups).filter((name) => name.endsWith('.part'))).toEqual([])
    },
    TIMES * PER_RUN,
  )

  /** 同一个工作区的两份备份:三行的、五行的。 */
  const makeTwo = (): { readonly key: Buffer; readonly three: string; readonly five: string } => {
    const store = makeOffice(folder)
    const key = Buffer.from(store.key)
    const commit = committerOf(store)
    const take = (at: number): string => writeBackup({ paths: store.paths, into: store.paths.backups, kind: 'manual', at, meta: { app: 't' } }, key, silentSteps)
    for (let turn = 0; turn < 3; turn += 1) commit()
    const three = take(Date.now())
    commit()
    commit()
    const five = take(Date.now() + 5000)
    store.close()
    return { key, three, five }
  }
  /** 打开之前先收拾,再看是哪一套:行数、提交序号、版本三样要合得上。 */
  const settledRows = (what: string): number => {
    settleInterruptedRestore(workspacePaths(folder))
    expect([existsSync(join(folder, 'restoring.part')), existsSync(join(folder, 'restoring.ready'))]).toEqual([false, false])
    const store = openStore(folder)
    try {
      const count = (sql: string): number => store.db.prepare(sql).pluck().get() as number
      const rows = count('SELECT count(*) FROM organisation')
      // 恢复换了纪元,自己也是一次提交、一个版本。
      const restored = count("SELECT count(*) FROM audit_log WHERE procedure = 'store.epoch'")
      expect([rows, count('SELECT seq FROM commit_head'), count('SELECT count(*) FROM record_version')], what).toEqual([rows, rows + restored, rows + restored])
      expect([3, 5], what).toContain(rows)
      expect(readStoreHealth(store), what).toMatchObject({ integrity: [], foreignKeys: [], brokenAuditAt: null })
      return rows
    } finally {
      store.close()
    }
  }
  /** 换下来的一份也没丢:每换一次,damaged 里多一套。 */
  const keptCopies = (): number => (existsSync(join(folder, 'damaged')) ? readdirSync(join(folder, 'damaged')).filter((name) => existsSync(join(folder, 'damaged', name, 'baolei.db'))).length : 0)

  it(
    `恢复的时候,${TIMES} 次:是旧的或新的,没有第三样;换下来的都留着(F17)`,
    async () => {
      const { key, three, five } = makeTwo()
      const random = seeded(SEED + 1)
      let swaps = 0
      for (let turn = 0; turn < TIMES; turn += 1) {
        const before = keptCopies()
        const lines = await killAfter(['restore', folder, three, five], RESTORE_MOMENTS[turn % RESTORE_MOMENTS.length] ?? '', Math.floor(random() * 40), key.toString('hex'))
        const swapped = lines.filter((line) => line.startsWith('swapped')).length
        const what = `seed ${SEED + 1} turn ${turn}`
        const rows = settledRows(what)
        const done = keptCopies() - before
        expect(done === swapped || done === swapped + 1, what).toBe(true)
        if (done > 0) expect(rows, what).toBe(done % 2 === 1 ? 3 : 5)
        swaps += done
      }
      expect(swaps).toBeGreaterThanOrEqual(TIMES / RESTORE_MOMENTS.length)
      console.info(`restore kills ${TIMES}: ${swaps} restores, 0 mixed`)
      for (const backup of [three, five]) expect(verifyBackup(backup, key).sound).toBe(true)
    },
    TIMES * PER_RUN,
  )

  it(
    `换上的那几步里,${TIMES} 次:是旧的或新的(F17)`,
    async () => {
      const { key, three, five } = makeTwo()
      const paths = workspacePaths(folder)
      const sets: string[] = []
      for (const backup of [three, five]) {
        const prepared = await prepareRestore({ backup, key, into: paths, at: Date.now(), replace: true })
        const set = join(base, `set-${sets.length}`)
        cpSync(join(folder, 'restoring.part'), set, { recursive: true })
        sets.push(set)
        prepared.lock?.release(true)
        settleInterruptedRestore(paths)
      }
      const random = seeded(SEED + 2)
      let interrupted = 0
      for (let turn = 0; turn < TIMES; turn += 1) {
        await killAfter(['swap', folder, ...sets], 'swapped', Math.floor(random() * 80))
        if (existsSync(join(folder, 'restoring.ready'))) interrupted += 1
        settledRows(`seed ${SEED + 2} turn ${turn}`)
      }
      console.info(`swap kills ${TIMES}: ${interrupted} in the middle of a swap, 0 mixed`)
    },
    TIMES * PER_RUN,
  )
})

describe('备份的当中', () => {
  it('提交照常,99 % 的提交不超过 50 毫秒(G9);做出来的那份与它那一刻一字不差', { retry: 1 }, async () => {
    const store = makeOffice(folder)
    const commit = committerOf(store)
    store.db.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) INSERT INTO setting (name, body) SELECT 's' || i, json_quote(hex(randomblob(1000))) FROM n")
    commit()
    /** 每隔八毫秒提交一次,直到 isDone;返回各次用了几毫秒。比人手快几百倍,又不至于每遍副本都恰好被赶上。 */
    const commitUntil = (isDone: (count: number) => boolean): Promise<readonly number[]> =>
      new Promise((resolve) => {
        const times: number[] = []
        const turn = (): void => {
          const start = performance.now()
          commit()
          times.push(performance.now() - start)
          if (isDone(times.length)) resolve(times.toSorted((left, right) => left - right))
          else setTimeout(turn, 8)
        }
        turn()
      })
    // 同一台机器、同一时刻没有备份时的样子:机器正忙的时候,五十毫秒说明不了什么。
    const quiet = await commitUntil((count) => count === 150)
    let isTaken = false
    const taking = takeBackup({ paths: store.paths, key: store.key, into: store.paths.backups, kind: 'quarter_hour', at: Date.now(), meta: { app: 't' } }).finally(() => (isTaken = true))
    // 提交的循环还没停时就失败的,等下面 await 时再说。
    taking.catch(() => undefined)
    const busy = await commitUntil(() => isTaken)
    const entry = await taking
    const key = Buffer.from(store.key)
    const head = store.db.prepare('SELECT seq FROM commit_head').pluck().get()
    store.close()
    const at = (times: readonly number[], share: number): number => Math.round((times[Math.floor((times.length - 1) * share)] ?? 0) * 10) / 10
    console.info(`backup of ${Math.round(entry.bytes / 1024 / 1024)} MB: ${busy.length} commits meanwhile, p50 ${at(busy, 0.5)} ms, p99 ${at(busy, 0.99)} ms, worst ${at(busy, 1)} ms (without: p50 ${at(quiet, 0.5)} ms, p99 ${at(quiet, 0.99)} ms)`)
    expect(busy.length).toBeGreaterThan(20)
    expect(at(busy, 0.99)).toBeLessThanOrEqual(Math.max(50, at(quiet, 0.99) * 3))
    const { commitSeq, counts, audit } = entry.manifest ?? {}
    expect([counts?.['organisation'], counts?.['audit_log'], audit?.seq]).toEqual([commitSeq, commitSeq, commitSeq])
    expect(head).toBe(1 + quiet.length + busy.length)
    expect(verifyBackup(entry.folder, key).level).toBe('full')
  })
})

const canUnshare = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /tmp']).status === 0
describe.skipIf(!canUnshare)('盘满(要 unshare 与 tmpfs)', () => {
  /** 在自己的挂载空间里,把 place 挂成这么大的小盘,再起子进程。 */
  const inSmallDisk = (place: string, options: string, words: readonly string[]): readonly string[] => {
    const run = spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o ${options} tmpfs "$0" && [ -z "$1" ] || cp -r "$1"/. "$0" && shift && exec "$@"`, place, ...words], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    return run.stdout.trimEnd().split('\n').slice(1)
  }
  const makeClosed = (): void => {
    const store = makeOffice(folder)
    committerOf(store)()
    store.close()
  }

  it('另一处放不下:先就说还差多少;拷到一半满了:说满了;都不留下一份', () => {
    makeClosed()
    const stick = join(base, 'stick')
    mkdirSync(stick)
    const run = (options: string, stage: string): readonly string[] => inSmallDisk(stick, options, ['', process.execPath, CHILD, 'full', folder, stick, stage])
    expect(run('size=8m', 'none')).toEqual(['refused SPACE_LOW', 'left'])
    expect(run('size=40m', 'placing')).toEqual(['refused SPACE_LOW', 'left'])
    expect(run('size=40m', 'none')[0]).toBe('made')
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('工作区自己的盘在写副本时满了:说满了,不留下一份,库照样打得开', () => {
    makeClosed()
    const original = join(base, 'original')
    cpSync(folder, original, { recursive: true })
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    const run = (stage: string): readonly string[] => inSmallDisk(folder, 'size=40m', [original, process.execPath, CHILD, 'full', folder, 'own', stage])
    expect(run('copying')).toEqual(['refused STORE_FULL', 'left'])
    expect(run('digesting')).toEqual([expect.stringMatching(/^refused (SPACE_LOW|STORE_FULL)$/), 'left'])
    expect(run('none')[0]).toBe('made')
  })
})
