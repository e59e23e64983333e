import type { EventName, EventPayload } from '../shared/contract/events.ts'
import { contract, type Contract } from '../shared/contract/index.ts'
import type { PushMessage } from '../shared/rpc/messages.ts'
import { createDispatch, type Dispatch } from './rpc/dispatch.ts'
import type { Handlers } from './rpc/handlers.ts'
import { createAccountHandlers } from './services/accounts-service.ts'
import { createBackupKeeper } from './services/backups/backup-keeper.ts'
import { rowOf } from './services/backups/backup-places.ts'
import { createBackupHandlers, declared } from './services/backups/backups-service.ts'
import { createRescueHandlers } from './services/backups/rescue-service.ts'
import { createRestorer } from './services/backups/restore-workspace.ts'
import { createFileExchange, type FileExchange } from './services/file-exchange.ts'
import type { Ports } from './services/ports.ts'
import { createKeyKeeper } from './services/session/key-keeper.ts'
import { createSessionHandlers } from './services/session/session-service.ts'
import { createSession, type Session } from './services/session/session.ts'
import { createSignIn, type SignIn } from './services/session/sign-in.ts'
import { createSupportHandlers } from './services/support/support-service.ts'
import { createSystemHandlers } from './services/system-service.ts'
import { createWorkspaceHandlers, type BackUpFirst, type OutsideGroup, populateNewWorkspace, populateSampleWorkspace, SAMPLE_NAME } from './services/workspace-handlers.ts'
import { createWorkspaceRegistry } from './services/workspace-registry.ts'
import type { WorkspaceScope } from './services/workspace-scope.ts'
import { createWorkspaceSlot } from './services/workspace-slot.ts'
import { listBackups } from './store/backup/list-backups.ts'
import { classifyStoreFault } from './store/classify-fault.ts'

/** 核心:所有外壳都对着它。 */
export interface Core {
  readonly dispatch: Dispatch
  readonly files: FileExchange
  /** 订阅推送,返回取消函数。 */
  onPush(listener: (message: PushMessage) => void): () => void
  /** 关闭之前的收尾:有改动就备份一份。不调用也不丢数据。 */
  beforeClose(): Promise<void>
  close(): void
}
export interface CoreOptions {
  readonly ports: Ports
  /** 启动时打开哪个工作区:路径;`last` 为上次的;`none` 不打开。 */
  readonly openAtStart: { readonly path: string } | 'last' | 'none'
}

type HandlerTable = Readonly<Record<string, Readonly<Record<string, (input: unknown, context: unknown) => unknown>>>>
/** 调度器按路径取处理函数;类型在这里放宽,输入输出由它照契约核对。 */
const asTable = (handlers: Partial<Handlers<Contract>>): HandlerTable => handlers as unknown as HandlerTable

/** 组装:存储、服务、调度。不引用 Electron,也不引用 HTTP。 */
export const createCore = ({ ports, openAtStart }: CoreOptions): Core => {
  const listeners = new Set<(message: PushMessage) => void>()
  const publish = <N extends EventName>(event: N, payload: EventPayload<N>): void => {
    for (const listener of listeners) {
      try {
        listener({ event, payload })
      } catch (error) {
        // 已经提交了:一个窗口收不到,不该让这次保存看起来没成,也不连累别的窗口。
        ports.log.write('error', 'push listener failed', { push: event, error })
      }
    }
  }
  const files = createFileExchange(() => session.ownerNow())
  const registry = createWorkspaceRegistry(ports.folders.config)
  const keeper = createKeyKeeper(ports.scryptLogN)
  // 会话要知道工作区,登录要动工作区:先有会话,登录随后补上。
  let signIn: SignIn | null = null
  const session: Session = createSession({
    ports,
    scope: () => slot.scope(),
    sealedFolder: () => slot.sealedFolder(),
    tryPassword: (userName, password) => signIn?.tryPassword(userName, password) ?? Promise.resolve('wrong'),
    publishChanged: () => publish('session.changed', {}),
  })
  const forget = (): void => {
    session.forget()
    signIn?.forgetKeys()
    files.clear()
  }
  const slot = createWorkspaceSlot({ ports, registry, publish, leaving: () => session.leave(), changed: (scope) => scope === null && forget(), populateNew: populateNewWorkspace, populateSample: populateSampleWorkspace, sampleName: SAMPLE_NAME })
  const signingIn = createSignIn({ ports, slot, keeper, session })
  signIn = signingIn
  const backupKeeper = createBackupKeeper({ ports, scope: () => slot.scope(), publishChanged: () => publish('backups.changed', {}) })
  const backUpFirst: BackUpFirst = (kind, watch) => declared(() => backupKeeper.before(kind, watch))
  const restorer = createRestorer({ ports, slot, session })
  const backups = createBackupHandlers({ ports, scope: () => slot.scope(), keeper: backupKeeper, restorer })
  const rescue = createRescueHandlers({ ports, slot, session, keys: keeper, restorer })
  const support = createSupportHandlers({
    ports,
    files,
    scope: () => slot.scope(),
    startError: () => slot.startError(),
    health: () => null,
    backups: () => {
      const paths = slot.scope()?.store.paths
      return paths === undefined ? [] : listBackups(paths).map((entry) => rowOf(entry, paths))
    },
    settings: () => session.policy(),
  })
  const system = createSystemHandlers({ ports, slot, registry, session, keeper })
  const sessionHandlers = createSessionHandlers(ports, slot, session, signingIn)
  const accounts = createAccountHandlers({ ports, slot, keeper, session, signIn: signingIn, files, registry })
  // 处理函数随工作区生灭;换了工作区就重新组装。
  const outside: Handlers<Pick<Contract, OutsideGroup>> = { system, session: sessionHandlers, accounts, backups, rescue, support }
  const systemTable = asTable(outside)
  let assembled: { readonly scope: WorkspaceScope; readonly table: HandlerTable } | null = null
  const workspaceTable = (): HandlerTable => {
    const scope = slot.scope()
    if (scope === null) assembled = null
    else if (assembled?.scope !== scope) assembled = { scope, table: asTable(createWorkspaceHandlers(scope, files, backUpFirst)) }
    return assembled?.table ?? {}
  }
  const dispatch = createDispatch({
    contract,
    handlerOf: (group, name) => (systemTable[group] ?? workspaceTable()[group])?.[name],
    gate: session,
    classify: (error) => {
      const known = classifyStoreFault(error)
      if (known?.code === 'STORE_FULL') slot.makeRoom()
      return known
    },
    now: () => ports.clock.now(),
    createId: () => ports.ids.next(),
    log: {
      failure: ({ traceId, path, error }) => ports.log.write('error', 'procedure failed', { traceId, path, error }),
      slow: (entry) => ports.log.write('warn', 'slow procedure', entry),
    },
  })
  if (openAtStart !== 'none') slot.openAtStart(openAtStart === 'last' ? null : openAtStart.path)
  return {
    dispatch,
    files,
    onPush: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    beforeClose: () => backupKeeper.beforeClose(),
    close: () => {
      listeners.clear()
      session.close()
      backupKeeper.close()
      try {
        slot.close()
      } finally {
        files.close()
      }
    },
  }
}
