import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { verifyBackup } from '../../electron/store/backup/verify-backup.ts'
import { prepareRestore, swapIn } from '../../electron/store/backup/restore-backup.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import { createKeySlots, PRODUCTION_SCRYPT_LOG_N } from '../../electron/store/keys/key-slots.ts'
import { openStore, type Store } from '../../electron/store/open-store.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'
import { measureCommits } from '../../test/support/measure-commits.ts'
import { makeScope } from '../../test/support/make-scope.ts'
import { median, round, type BenchRow } from './bench-row.ts'

const COMMITS = 1000
/** 备份那一项用多大的库,MB。 */
const STORE_MEGABYTES = Number(process.env['BAOLEI_BENCH_STORE_MB'] ?? 1024)
const CHUNK = 500_000
const COMMIT_EVERY_MILLISECONDS = 10

const timed = async <T>(work: () => T | Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> => {
  const from = performance.now()
  const value = await work()
  return { seconds: (performance.now() - from) / 1000, value }
}
const quantile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** 同一次运行里:明文库、加密库各提交一千次;再量带审计、版本、保存记号的完整一次保存。 */
const measureCommit = async (): Promise<readonly BenchRow[]> => {
  const { plain, encrypted } = measureCommits(COMMITS)
  const test = makeScope()
  const times: number[] = []
  try {
    for (let index = 0; index < COMMITS; index++) {
      const from = performance.now()
      test.scope.write('workspace', 'bench', (transaction) => transaction.audit({ ownerUnit: null, table: 'workspace', recordId: '', detail: { index } }))
      times.push(performance.now() - from)
    }
  } finally {
    test.close()
  }
  const ratio = round(median(encrypted) / median(plain))
  return [
    { name: benchText.commitEncrypted, value: round(median(encrypted), 3), unit: 'ms', budget: 5, note: benchText.commitNote(round(median(plain), 3), ratio) },
    { name: benchText.commitWhole, value: round(median(times), 3), unit: 'ms', budget: 5, note: benchText.commitWholeNote(round(quantile(times, 0.99), 2)) },
  ]
}

/** 开一个口令槽,就是登录时人等的那一下。 */
const measureSignIn = async (): Promise<readonly BenchRow[]> => {
  const slots = createKeySlots({ scryptLogN: PRODUCTION_SCRYPT_LOG_N })
  const sealed = await slots.sealWithPassword({ key: Buffer.alloc(32, 7), former: [] }, 'Quiet-Harbour-27')
  const times: number[] = []
  for (let run = 0; run < 3; run++) times.push((await timed(() => slots.openWithPassword(sealed, 'Quiet-Harbour-27'))).seconds)
  return [{ name: benchText.signIn, value: round(median(times)), unit: 's', budget: 1.5, note: benchText.signInNote }]
}

const fill = (store: Store): void => {
  const insert = store.db.prepare("INSERT INTO kept_draft (account_id, key, body, at) VALUES ('bench', ?, ?, 0)")
  const rows = Math.ceil((STORE_MEGABYTES * 1024 * 1024) / CHUNK)
  const body = 'x'.repeat(CHUNK)
  const insertSome = store.db.transaction((from: number) => {
    for (let row = from; row < Math.min(from + 50, rows); row++) insert.run(`d${row}`, body)
  })
  for (let from = 0; from < rows; from += 50) insertSome.immediate(from)
}

/** 大库:备份时照常提交,量提交的 p99;再量核对、恢复、没正常关之后的打开。 */
const measureLargeStore = async (): Promise<readonly BenchRow[]> => {
  const test = makeScope()
  const place = mkdtempSync(join(tmpdir(), 'baolei-bench-large-'))
  try {
    const { store } = test.scope
    fill(store)
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    const megabytes = Math.round(statSync(store.paths.database).size / 1024 ** 2)
    const key = Buffer.from(store.key)
    const commits: number[] = []
    const backup = timed(() => takeBackup({ paths: store.paths, key, into: store.paths.backups, kind: 'manual', at: Date.now(), meta: { app: 'bench' } }))
    const ended = new AbortController()
    void backup.finally(() => ended.abort()).catch(() => undefined)
    while (!ended.signal.aborted) {
      const from = performance.now()
      test.scope.write('workspace', 'bench', (transaction) => transaction.audit({ ownerUnit: null, table: 'workspace', recordId: '', detail: {} }))
      commits.push(performance.now() - from)
      // 比十个人一起录入还密;一刻不停地提交,备份追不上,那不是真的用法。
      await pause(COMMIT_EVERY_MILLISECONDS)
    }
    const made = await backup
    const verified = await timed(() => verifyBackup(made.value.folder, key))
    const into = workspacePaths(join(place, 'restored'))
    const restored = await timed(async () => swapIn(await prepareRestore({ backup: made.value.folder, key, into, at: Date.now(), replace: false })))
    const opened = await timed(() => openStore(into.folder, { key }))
    opened.value.close()
    const note = benchText.largeNote(megabytes)
    return [
      { name: benchText.backup, value: round(made.seconds, 1), unit: 's', budget: 60, note: `${note} ${benchText.backupNote(commits.length)}` },
      { name: benchText.commitDuringBackup, value: round(quantile(commits, 0.99), 1), unit: 'ms', budget: 50, note: benchText.commitDuringNote(round(Math.max(...commits), 1)) },
      { name: benchText.verifyBackup, value: round(verified.seconds, 1), unit: 's', budget: 60, note },
      { name: benchText.restore, value: round(restored.seconds, 1), unit: 's', budget: 60, note },
      { name: benchText.openLarge, value: round(opened.seconds, 1), unit: 's', budget: 25, note: benchText.openLargeNote },
    ]
  } finally {
    test.close()
    rmSync(place, { recursive: true, force: true })
  }
}

/** 安全的代价:加密、口令、备份各要多少时间。 */
export const measureSafetyCost = async (): Promise<readonly BenchRow[]> => [...(await measureCommit()), ...(await measureSignIn()), ...(await measureLargeStore())]
