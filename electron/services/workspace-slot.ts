import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { WorkspaceKind } from '../../shared/model/workspace.ts'
import { DeclaredFailure } from '../rpc/handlers.ts'
import { createStore, openStore, type Store } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import type { Ports } from './ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from './workspace-scope.ts'
import type { createWorkspaceRegistry } from './workspace-registry.ts'

export interface OpenWorkspace {
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
    closing?.store.close()
  }
  const adopt = (store: Store): OpenWorkspace => {
    const row = store.db.prepare('SELECT name, kind FROM workspace').get() as { name: string; kind: WorkspaceKind }
    const summary = { path: store.paths.folder, name: row.name, kind: row.kind }
    current = { store, scope: createWorkspaceScope(store, parts.ports, parts.publish), summary }
    startError = null
    parts.registry.remember({ ...summary, openedAt: parts.ports.clock.now() })
    parts.publish('workspace.changed', {})
    return summary
  }
  const open = (folder: string): OpenWorkspace =>
    asDeclared(() => {
      if (current?.store.paths.folder === folder) return current.summary
      // 先打开新的,成了再放开旧的:打不开时原来的照常用。
      const store = openStore(folder)
      close()
      return adopt(store)
    })
  const build = (folder: string, name: string, kind: WorkspaceKind, populate: (scope: WorkspaceScope) => void): OpenWorkspace =>
    asDeclared(() => {
      const store = createStore(folder)
      try {
        store.db.prepare('INSERT INTO workspace (id, name, kind, created_at) VALUES (?, ?, ?, ?)').run(parts.ports.ids.next(), name, kind, parts.ports.clock.now())
        // 建造期间不发事件,界面只会收到一次 workspace.changed。
        populate(createWorkspaceScope(store, parts.ports, () => undefined))
      } catch (error) {
        store.close()
        throw error
      }
      close()
      return adopt(store)
    })
  const openSample = (folder: string): OpenWorkspace => (existsSync(join(folder, 'baolei.db')) ? open(folder) : build(folder, parts.sampleName, 'sample', parts.populateSample))
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
        if (!(error instanceof DeclaredFailure)) throw error
        startError = { code: error.code, data: error.data }
      }
    },
  }
}
