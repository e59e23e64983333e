import { setTimeout as wait } from 'node:timers/promises'
import { applyRetention } from '../../store/backup/remove-backup.ts'
import { runInThread } from '../../store/backup/run-in-thread.ts'
import { judgeSecondPlace, planWork } from '../../store/backup/schedule.ts'
import { isBackingUp, takeBackup } from '../../store/backup/take-backup.ts'
import { listBackups, recordVerification, type BackupEntry } from '../../store/backup/list-backups.ts'
import { codesOf, isUsable } from '../../store/backup/backup-problem.ts'
import type { BackupKind } from '../../store/backup/backup-name.ts'
import type { BackupProgress } from '../../store/backup/backup-steps.ts'
import { judgeSpace, readSpace } from '../../store/disk-space.ts'
import { createDrillRepo } from '../../store/repos/drill-repo.ts'
import { prepareHeadPoint } from '../../store/repos/head-point.ts'
import type { Ports } from '../ports.ts'
import { BUILT_IN_ACTOR } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { readSecondPlace, rowOf } from './backup-places.ts'
import { runDrill } from './drill.ts'

const TICK_MILLISECONDS = 60_000
const CLOSING_MILLISECONDS = 45_000
/** 定时的活不归哪个人。 */
const TIMED = { actor: BUILT_IN_ACTOR, role: '', reason: '' } as const

interface Watch {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined
}

interface KeeperParts {
  readonly ports: Ports
  scope(): WorkspaceScope | null
  publishChanged(): void
}

/** 备份的日程与动作:每天开头、有改动时每刻钟、关闭时;每周演练;旧的重新核对;该删的删掉。示例与只看的副本不做。 */
export const createBackupKeeper = ({ ports, scope: scopeNow, publishChanged }: KeeperParts) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy: Promise<unknown> | null = null

  const managed = (): WorkspaceScope | null => {
    const scope = scopeNow()
    return scope === null || scope.kind === 'sample' || scope.store.readOnly ? null : scope
  }
  const take = async (scope: WorkspaceScope, kind: BackupKind, watch: Watch = {}): Promise<BackupEntry> => {
    const { paths, key } = scope.store
    const entry = await takeBackup({ paths, key, into: paths.backups, kind, at: ports.clock.now(), meta: { app: ports.app.version }, ...watch })
    applyRetention(paths)
    publishChanged()
    return entry
  }
  const recheck = async (scope: WorkspaceScope, entry: BackupEntry, watch: Watch = {}): Promise<BackupEntry> => {
    const verification = await runInThread('verify', { folder: entry.folder }, [scope.store.key], watch)
    recordVerification(entry.folder, ports.clock.now(), verification)
    publishChanged()
    return { ...entry, problems: verification.problems, verifiedAt: verification.level === 'full' && verification.sound ? ports.clock.now() : entry.verifiedAt }
  }
  const drill = async (scope: WorkspaceScope, watch: Watch = {}): Promise<{ readonly at: number; readonly sound: boolean; readonly problems: readonly string[] }> => {
    const newest = listBackups(scope.store.paths).find(({ problems }) => isUsable(problems))
    const at = ports.clock.now()
    const problems = newest === undefined ? ['BACKUP_NOT_FOUND'] : await runDrill(ports, newest, scope.store.key, watch.signal)
    if (scopeNow() === scope) scope.write('backup', 'backups.drill', (transaction) => createDrillRepo(scope.store.db).record(transaction, { at, backup: newest?.name ?? '', sound: problems.length === 0, problems }))
    publishChanged()
    return { at, sound: problems.length === 0, problems }
  }
  /** 到点了就做;一次只做一样,出错记日志,下一分钟再看。 */
  const work = async (isClosing: boolean): Promise<void> => {
    const scope = managed()
    if (scope === null || isBackingUp(scope.store.paths.folder)) return
    const backups = listBackups(scope.store.paths)
    const due = planWork({ now: ports.clock.now(), isClosing, head: prepareHeadPoint(scope.store.db)(), backups, lastDrillAt: createDrillRepo(scope.store.db).last()?.at ?? null })
    if (due.backup !== null) {
      await take(scope, due.backup)
      if (!isClosing && scopeNow() === scope) scope.writeAs(TIMED, 'backup', 'backups.make', (transaction) => transaction.audit({ ownerUnit: null, table: '', recordId: '', detail: { action: due.backup } }))
      return
    }
    if (due.isDrillDue) return void (await drill(scope))
    const [oldest] = due.reverify
    if (oldest !== undefined) await recheck(scope, oldest)
  }
  const guarded = (isClosing: boolean): Promise<void> => {
    const next = work(isClosing).catch((error: unknown) => ports.log.write('error', 'backup failed', { error }))
    busy = next
    return next.finally(() => {
      if (busy === next) busy = null
    })
  }
  const schedule = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void guarded(false).finally(schedule), TICK_MILLISECONDS)
    timer.unref()
  }
  schedule()

  return {
    take,
    /** 大动之前先留一份:做不成就不动。示例与只看的副本不做;正有一份在做就等它做完。 */
    before: async (kind: 'before_import' | 'before_bulk', watch: Watch = {}): Promise<void> => {
      await busy
      const scope = managed()
      if (scope !== null) await take(scope, kind, watch)
    },
    recheck,
    drill,
    /** 首页与状态栏。 */
    overview: (scope: WorkspaceScope) => {
      const { paths, db } = scope.store
      const backups = listBackups(paths)
      const last = backups.find(({ problems }) => isUsable(problems))
      const second = readSecondPlace(scope)
      const { ageDays, state } = judgeSecondPlace(second?.at ?? null, ports.clock.now())
      const space = readSpace(paths.folder)
      const drilled = createDrillRepo(db).last()
      return {
        last: last === undefined ? null : rowOf(last, paths),
        lastSecondAt: second?.at ?? null,
        secondPlace: second?.path ?? '',
        secondAgeDays: ageDays,
        secondState: state,
        lastDrill: drilled === null ? null : { at: drilled.at, sound: drilled.sound },
        space: judgeSpace({ freeBytes: space.freeBytes, databaseBytes: last?.bytes ?? 0 }),
        freeMegabytes: Math.floor(space.freeBytes / 1024 ** 2),
        running: isBackingUp(paths.folder),
        problems: [...new Set(backups.slice(0, 3).flatMap(({ problems }) => codesOf(problems)))],
      }
    },
    /** 时钟走到哪里就做哪里(测试与启动时用)。 */
    tick: (): Promise<void> => guarded(false),
    /** 关闭之前:有改动就备份一份,最多等一会儿。 */
    beforeClose: async (): Promise<void> => {
      clearTimeout(timer)
      const late = new AbortController()
      await Promise.race([(busy ?? Promise.resolve()).then(() => guarded(true)), wait(CLOSING_MILLISECONDS, undefined, { signal: late.signal, ref: false }).catch(() => undefined)])
      late.abort()
    },
    close: (): void => clearTimeout(timer),
  }
}
export type BackupKeeper = ReturnType<typeof createBackupKeeper>
