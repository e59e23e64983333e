import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { rescueContract } from '../../../shared/contract/backups.contract.ts'
import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import type { GroupHandlers } from '../../rpc/handlers.ts'
import { failWith } from '../../rpc/handlers.ts'
import { codesOf, isUsable } from '../../store/backup/backup-problem.ts'
import { listBackups } from '../../store/backup/list-backups.ts'
import { inspect, peek } from '../../store/cipher-connection.ts'
import { openHeadMark } from '../../store/head-mark.ts'
import { createAuthorityReader } from '../../store/repos/authority.ts'
import { readKeyring } from '../../store/keys/keyring.ts'
import { readOpenKey, workspacePaths, type WorkspacePaths } from '../../store/workspace-folder.ts'
import type { Ports } from '../ports.ts'
import { BUILT_IN_ACTOR } from '../session/current-call.ts'
import type { KeyKeeper } from '../session/key-keeper.ts'
import type { Session } from '../session/session.ts'
import { requireFolder } from '../system-service.ts'
import type { WorkspaceSlot } from '../workspace-slot.ts'
import { requireBackup, rowOf } from './backup-places.ts'
import { declared, toProgress } from './backups-service.ts'
import type { Restorer } from './restore-workspace.ts'

interface RescueParts {
  readonly ports: Ports
  readonly slot: WorkspaceSlot
  readonly session: Session
  readonly keys: KeyKeeper
  readonly restorer: Restorer
}
interface Claim {
  readonly path: string
  readonly userName: string
  readonly password: string
}

/** 只抄数据与钥匙;保存记号、锁、备份不抄。 */
const COPIED = ['baolei.db', 'baolei.db-wal', 'keys', 'blobs'] as const

/** 打不开时的几条路:用备份恢复、接受缺失、另做一份只看的副本。口令与打开时一样核对,从不删东西。 */
export const createRescueHandlers = ({ ports, slot, session, keys, restorer }: RescueParts): GroupHandlers<typeof rescueContract> => {
  /** 口令对才往下走;没设口令的用开放槽。 */
  const unlock = async ({ path, userName, password }: Claim): Promise<{ readonly paths: WorkspacePaths; readonly key: Buffer; readonly isSealed: boolean }> => {
    const paths = workspacePaths(requireFolder(path))
    if (readKeyring(paths.keys) === null) return { paths, key: readOpenKey(paths), isSealed: false }
    const trial = await keys.tryPassword(paths.folder, userName, password, ports.clock.now())
    if (trial.kind === 'blocked') return failWith('ACCOUNT_BLOCKED', { until: trial.until })
    if (trial.kind === 'wrong') return trial.blockedUntil === null ? failWith('PASSWORD_WRONG', { remaining: trial.remaining }) : failWith('ACCOUNT_BLOCKED', { until: trial.blockedUntil })
    return { paths, key: trial.bundle.key, isSealed: true }
  }
  const begin = (userName: string, isSealed: boolean): void => {
    const scope = slot.scope()
    const accountId = scope === null || !isSealed ? null : createAuthorityReader(scope.store.db).accountId(userName)
    if (accountId !== null) session.begin(accountId, ports.clock.now())
  }
  /** 保存记号说最近到了哪里:据此算每份备份比它少几次保存。 */
  const markedSeq = (paths: WorkspacePaths, workspaceId: string): { readonly epoch: number; readonly seq: number } | null => {
    const mark = openHeadMark(paths.headMark, workspaceId)
    try {
      const sight = mark.read()
      return sight === null || typeof sight === 'string' ? null : sight
    } finally {
      mark.close()
    }
  }
  /** 三员分立、库又好好的:恢复要两个人,走「备份和恢复」,不能从这里绕过去。打不开、查得出毛病的才归抢救。 */
  const isSoundAndSeparated = (paths: WorkspacePaths, key: Buffer): boolean => {
    try {
      const open = slot.scope()?.store
      if (open?.paths.folder === paths.folder) return createAuthorityReader(open.db).isSoundAndSeparated()
      const { epoch, head, workspaceId } = inspect(paths, key)
      const marked = markedSeq(paths, workspaceId)
      const isBehind = marked !== null && head !== null && (marked.epoch > epoch || (marked.epoch === epoch && marked.seq > head.seq))
      return !isBehind && peek(paths, key, (db) => createAuthorityReader(db).isSoundAndSeparated())
    } catch {
      return false
    }
  }
  return {
    backups: (claim) =>
      declared(async () => {
        const { paths } = await unlock(claim)
        const entries = listBackups(paths)
        return {
          backups: entries.map((entry) => {
            const marked = entry.manifest === null ? null : markedSeq(paths, entry.manifest.workspaceId)
            const missing = marked === null || entry.manifest === null || marked.epoch !== entry.manifest.epoch ? null : Math.max(0, marked.seq - (entry.manifest.commitSeq ?? 0))
            return { ...rowOf(entry, paths), missing }
          }),
        }
      }),
    restore: ({ id, reason, ...claim }, { signal, progress }) =>
      declared(async () => {
        const { paths, key, isSealed } = await unlock(claim)
        const backup = requireBackup(paths, id)
        if (!isUsable(backup.problems)) failWith('BACKUP_DAMAGED', { problems: codesOf(backup.problems) })
        if (isSealed && isSoundAndSeparated(paths, key)) failWith('FORBIDDEN')
        const opened = await restorer.restore({ backup, key, folder: paths.folder, procedure: 'rescue.restore', caller: { actor: BUILT_IN_ACTOR, role: '', reason }, mustBeKeeper: isSealed ? claim.userName : null, signal, onProgress: toProgress(progress) })
        begin(claim.userName, isSealed)
        return opened
      }),
    acceptLoss: ({ reason, ...claim }) =>
      declared(async () => {
        const { paths, key, isSealed } = await unlock(claim)
        inspect(paths, key)
        if (isSealed && peek(paths, key, (db) => createAuthorityReader(db).keeper(claim.userName)) === null) failWith('FORBIDDEN')
        const opened = slot.open(paths.folder, { key, acceptLoss: true }) ?? failWith('NO_WORKSPACE')
        const scope = slot.scope() ?? failWith('NO_WORKSPACE')
        begin(claim.userName, isSealed)
        scope.writeAs({ actor: session.accountId() ?? BUILT_IN_ACTOR, role: '', reason }, 'restore', 'rescue.acceptLoss', (transaction) => transaction.audit({ ownerUnit: null, table: 'accepted_loss', recordId: '', detail: { action: 'accept_loss', ...createAuthorityReader(scope.store.db).lastLoss() } }))
        return opened
      }),
    openCopy: (claim) =>
      declared(async (): Promise<OpenWorkspace> => {
        const { paths, key, isSealed } = await unlock(claim)
        const copy = join(ports.folders.documents, `baolei-copy-${ports.clock.today()}-${ports.clock.now()}`)
        try {
          mkdirSync(copy, { recursive: true, mode: 0o700 })
          for (const name of COPIED) if (existsSync(join(paths.folder, name))) cpSync(join(paths.folder, name), join(copy, name), { recursive: true })
          const opened = slot.open(copy, { key, readOnly: true }) ?? failWith('NO_WORKSPACE')
          begin(claim.userName, isSealed)
          return opened
        } catch (error) {
          rmSync(copy, { recursive: true, force: true })
          throw error
        }
      }),
  }
}
