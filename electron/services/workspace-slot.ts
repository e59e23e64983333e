import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { WorkspaceKind } from '../../shared/model/workspace.ts'
import { DeclaredFailure } from '../rpc/handlers.ts'
import { classifyStoreFault } from '../store/classify-fault.ts'
import { createStore, openStore, type Store } from '../store/open-store.ts'
import { createWorkspaceRepo } from '../store/repos/workspace-repo.ts'
import { StoreError } from '../store/store-error.ts'
import type { Ports } from './ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from './workspace-scope.ts'
import type { createWorkspaceRegistry } from './workspace-registry.ts'

interface OpenWorkspace {
  readonly path: string
  readonly name: string
  readonly kind: WorkspaceKind
}

/** 同一时刻至多开着一个工作区;开、建、关、换都经这里。 */
export interface WorkspaceSlot {
  open(folder: string): OpenWorkspace
  create(folder: string, name: string): OpenWorkspace
  /** 示例企业:文件夹里还没有就先造。 */
  openSample(folder: string): OpenWorkspace
  close(): void
  summary(): OpenWorkspace | null
  scope(): WorkspaceScope | null
  lastSavedAt(): number | null
  /** 启动时自动打开失败的原因。 */
  startError(): { readonly code: string; readonly data: unknown } | null
  /** 启动时打开指定或上次的工作区;失败记下原因,不抛。 */
  openAtStart(folder: string | null): void
}

interface SlotParts {
  readonly ports: Ports
  readonly registry: ReturnType<typeof createWorkspaceRegistry>
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** 新工作区的初始内容(单位、支部分类、考核方案)。 */
  populateNew(scope: WorkspaceScope, name: string): void
  /** 示例企业的全部内容。 */
  populateSample(scope: WorkspaceScope): void
  /** 示例企业的名称。 */
  readonly sampleName: string
}

export const createWorkspaceSlot = (parts: SlotParts): WorkspaceSlot => {
  let current: { readonly store: Store; readonly scope: WorkspaceScope; readonly summary: OpenWorkspace } | null = null
  let startError: { code: string; data: unknown } | null = null

  const asDeclared = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      if (error instanceof StoreError) throw new DeclaredFailure(error.code, error.data)
      throw error
    }
  }
  const close = (): void => {
    const closing = current
    current = null
    try {
      closing?.store.close()
    } catch (error) {
      // 锁已放开,提交过的都在;关得不干净只记下来,不挡住下一步。
      parts.ports.log.write('error', 'store closed badly', { error: String(error) })
    }
  }
  const remember = (summary: OpenWorkspace): void => {
    try {
      parts.registry.remember({ ...summary, openedAt: parts.ports.clock.now() })
    } catch (error) {
      // 记不下「最近用过」只是下次要再选一次,不该让打开失败。
      parts.ports.log.write('warn', 'recent workspaces not saved', { error: String(error) })
    }
  }
  /** 新的样样齐备了才放开旧的:中途不成,原来的照常用。 */
  const adopt = (store: Store): OpenWorkspace => {
    let scope: WorkspaceScope
    try {
      scope = createWorkspaceScope(store, parts.ports, parts.publish)
    } catch (error) {
      store.close()
      throw error
    }
    close()
    const summary = { path: store.paths.folder, name: scope.name, kind: scope.kind }
    current = { store, scope, summary }
    startError = null
    remember(summary)
    parts.publish('workspace.changed', {})
    return summary
  }
  const open = (folder: string): OpenWorkspace => asDeclared(() => (current?.store.paths.folder === folder ? current.summary : adopt(openStore(folder))))
  const build = (folder: string, name: string, kind: WorkspaceKind, populate: (scope: WorkspaceScope) => void): OpenWorkspace =>
    asDeclared(() =>
      adopt(
        createStore(folder, (store) => {
          createWorkspaceRepo(store.db).create({ id: parts.ports.ids.next(), name, kind, createdAt: parts.ports.clock.now() })
          // 建造期间不发事件,界面只会收到一次 workspace.changed。
          populate(createWorkspaceScope(store, parts.ports, () => undefined))
        }),
      ),
    )
  const openSample = (folder: string): OpenWorkspace => {
    try {
      return open(folder)
    } catch (error) {
      // 还没有,或上次没造完。
      if (error instanceof DeclaredFailure && error.code === 'STORE_NOT_FOUND') return build(folder, parts.sampleName, 'sample', parts.populateSample)
      throw error
    }
  }
  return {
    open,
    openSample,
    create: (folder, name) => build(folder, name, 'office', (scope) => parts.populateNew(scope, name)),
    close: () => {
      close()
      parts.publish('workspace.changed', {})
    },
    summary: () => current?.summary ?? null,
    scope: () => current?.scope ?? null,
    lastSavedAt: () => current?.store.lastSavedAt() ?? null,
    startError: () => startError,
    openAtStart: (folder) => {
      const target = folder ?? parts.registry.recent()[0]?.path ?? null
      if (target === null) return
      try {
        open(target)
      } catch (error) {
        // 无论什么原因打不开,程序都要起得来,由首页说明。
        startError = error instanceof DeclaredFailure ? { code: error.code, data: error.data } : (classifyStoreFault(error) ?? { code: 'INTERNAL', data: {} })
        parts.ports.log.write('error', 'workspace not opened at start', { code: startError.code, error: String(error) })
      }
    },
  }
}
