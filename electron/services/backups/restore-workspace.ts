import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createAuditChain } from '../../store/audit-chain.ts'
import { discardRestore, prepareRestore, swapIn, type RestoreRequest } from '../../store/backup/restore-backup.ts'
import type { BackupEntry } from '../../store/backup/list-backups.ts'
import { createAuthorityReader } from '../../store/repos/authority.ts'
import { workspacePaths } from '../../store/workspace-folder.ts'
import type { Ports } from '../ports.ts'
import type { CurrentCall } from '../session/current-call.ts'
import type { Session } from '../session/session.ts'
import type { WorkspaceSlot } from '../workspace-slot.ts'

interface RestoreParts {
  readonly ports: Ports
  readonly slot: WorkspaceSlot
  readonly session: Session
}
interface Wanted {
  readonly backup: BackupEntry
  readonly key: Buffer
  readonly folder: string
  readonly procedure: 'backups.restore' | 'rescue.restore'
  readonly caller: CurrentCall
  /** 恢复出来的库里,这个人须是在用的、管备份的;没设口令的为 null。 */
  readonly mustBeKeeper: string | null
  readonly beforeRestore?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: RestoreRequest['onProgress']
}

/** 用一份备份换下现在的:备好、核对、记审计,合上,换,再打开;登录的人照旧。 */
export const createRestorer = ({ ports, slot, session }: RestoreParts) => ({
  restore: async ({ backup, key, folder, procedure, caller, mustBeKeeper, beforeRestore, signal, onProgress }: Wanted): Promise<OpenWorkspace> => {
    const own = Buffer.from(key)
    const into = workspacePaths(folder)
    const accountId = session.accountId()
    const prepared = await prepareRestore({
      backup: backup.folder,
      key: own,
      into,
      at: ports.clock.now(),
      replace: true,
      signal,
      onProgress,
      prepare: (db, { epoch }) => {
        const keeper = mustBeKeeper === null ? null : createAuthorityReader(db).keeper(mustBeKeeper)
        if (mustBeKeeper !== null && keeper === null) failWith('FORBIDDEN')
        createAuditChain(db, ports.machine).append({ at: ports.clock.now(), ...caller, actor: keeper ?? caller.actor, kind: 'restore', procedure, ownerUnit: null, table: 'workspace', recordId: '', detail: { action: 'restore', backup: backup.name, madeAt: backup.madeAt, epoch } })
        db.exec('UPDATE commit_head SET seq = seq + 1')
      },
    })
    try {
      if (slot.scope()?.store.paths.folder === folder) slot.seal()
      swapIn(prepared, beforeRestore === undefined ? {} : { beforeRestore })
    } catch (error) {
      discardRestore(prepared)
      // 没换成:原来的还在,照旧打开。
      slot.open(folder, { key: own })
      if (accountId !== null) session.begin(accountId, ports.clock.now())
      throw error
    }
    const opened = slot.open(folder, { key: own }) ?? failWith('NO_WORKSPACE')
    const { accounts } = { accounts: slot.scope() }
    // 恢复出来的库里还有这个人、还在用,就不必再登录一次。
    if (accountId !== null && accounts !== null && createAuthorityReader(accounts.store.db).isActive(accountId)) session.begin(accountId, ports.clock.now())
    own.fill(0)
    return opened
  },
})
export type Restorer = ReturnType<typeof createRestorer>
