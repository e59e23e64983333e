import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { WorkspaceKind, WorkspaceSetup } from '../../shared/model/workspace.ts'
import type { AuditKind } from '../../shared/contract/define.ts'
import { DeclaredFailure } from '../rpc/handlers.ts'
import type { Store } from '../store/open-store.ts'
import { RecordMissing, RecordStale } from '../store/record-table.ts'
import { createWorkspaceRepo } from '../store/repos/workspace-repo.ts'
import { StoreError } from '../store/store-error.ts'
import { createUnitOfWork, type Transaction } from '../store/unit-of-work.ts'
import type { Ports } from './ports.ts'
import { currentCall, type CurrentCall } from './session/current-call.ts'

/** 一个打开着的工作区,以及其中的服务要用的一切。建在没建成的库上报 STORE_NOT_FOUND。 */
export interface WorkspaceScope {
  readonly store: Store
  readonly ports: Ports
  readonly workspaceId: string
  readonly name: string
  readonly kind: WorkspaceKind
  readonly setup: WorkspaceSetup
  /**
   * 写入:一个事务,连同审计与版本;谁、凭哪个角色、写了什么理由,取自当前这次调用。
   * 版本冲突与缺行在这里变成 STALE、NOT_FOUND。
   *
   * @param procedure 契约路径。
   * @param change 必须同步;返回 Promise 的函数编译不过(多要一个给不出的参数)。
   */
  write<T>(kind: AuditKind, procedure: string, change: (transaction: Transaction) => T, ...synchronous: T extends PromiseLike<unknown> ? [never] : []): T
  /**
   * 很长的一次写入:一个事务,一段一段地做,段间照常应答(见 store/unit-of-work.ts)。
   *
   * @param change 给的工作区用另一个连接:读写的都从它造。
   */
  writeInSlices<T>(kind: AuditKind, procedure: string, change: (transaction: Transaction, within: WorkspaceScope) => Generator<void, T, undefined>, signal: AbortSignal): Promise<T>
  /** 同上,另行指明是谁(登录、定时的活)。 */
  writeAs<T>(caller: CurrentCall, kind: AuditKind, procedure: string, change: (transaction: Transaction) => T): T
  /** 提交后发的事件,也可以不经写入直接发(会话、备份的状态)。 */
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void
}

/** 版本冲突与缺行说成声明过的失败。 */
const asFailure = (error: unknown): unknown => {
  if (error instanceof RecordStale) return new DeclaredFailure('STALE', { currentRev: error.currentRev })
  if (error instanceof RecordMissing) return new DeclaredFailure('NOT_FOUND', {})
  // 封存了的年度由库里的触发器拦下(0115-year-closing.ts)。
  if (error instanceof Error && error.message === 'YEAR_CLOSED') return new DeclaredFailure('YEAR_CLOSED', {})
  return error
}

export const createWorkspaceScope = (store: Store, ports: Ports, publish: <N extends EventName>(name: N, payload: EventPayload<N>) => void): WorkspaceScope => {
  const row = createWorkspaceRepo(store.db).find()
  if (row === undefined) throw new StoreError('STORE_NOT_FOUND', { path: store.paths.folder })
  const unit = createUnitOfWork(store, ports.machine, publish)
  const writeAs: WorkspaceScope['writeAs'] = ({ actor, role, reason }, kind, procedure, change) => {
    if (store.readOnly) throw new DeclaredFailure('READ_ONLY_COPY', {})
    try {
      return unit.write({ actor, role, reason, kind, procedure, at: ports.clock.now() }, change)
    } catch (error) {
      throw asFailure(error)
    }
  }
  const scope: WorkspaceScope = {
    store,
    ports,
    workspaceId: row.id,
    name: row.name,
    kind: row.kind,
    setup: row.setup,
    publish,
    writeAs,
    write: (kind, procedure, change, ..._synchronous) => writeAs(currentCall(), kind, procedure, change),
    writeInSlices: async (kind, procedure, change, signal) => {
      if (store.readOnly) throw new DeclaredFailure('READ_ONLY_COPY', {})
      const { actor, role, reason } = currentCall()
      try {
        return await unit.writeInSlices({ actor, role, reason, kind, procedure, at: ports.clock.now() }, (transaction, db) => change(transaction, { ...scope, store: { ...store, db } }), signal)
      } catch (error) {
        throw asFailure(error)
      }
    },
  }
  return scope
}
