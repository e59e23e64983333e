import type { EventName, EventPayload } from '../../shared/contract/events.ts'
import type { OpenWorkspace, WorkspaceKind, WorkspaceSetup } from '../../shared/model/workspace.ts'
import { DeclaredFailure } from '../rpc/handlers.ts'
import { classifyStoreFault } from '../store/classify-fault.ts'
import { createStore, openStore, type OpenOptions, type Store } from '../store/open-store.ts'
import { createWorkspaceRepo } from '../store/repos/workspace-repo.ts'
import { keepReserve, releaseReserve } from '../store/reserve-file.ts'
import { StoreError } from '../store/store-error.ts'
import type { SealedKeys } from '../store/workspace-folder.ts'
import type { Ports } from './ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from './workspace-scope.ts'
import type { createWorkspaceRegistry } from './workspace-registry.ts'

/** 同一时刻至多开着一个工作区;开、建、关、换都经这里。 */
export interface WorkspaceSlot {
  /** 要口令而没给钥匙的:放开现在的,记下选定了它(sealed),返回 null。 */
  open(folder: string, options?: OpenOptions): OpenWorkspace | null
  /** @param populate 建成之前写入的账号等,与建库一起成败。 */
  create(folder: string, name: string, sealed: { readonly setup: WorkspaceSetup; readonly keys: SealedKeys; populate(scope: WorkspaceScope, rootUnit: string): void }): OpenWorkspace
  /** 选定了、要登录才打开的文件夹。 */
  sealedFolder(): string | null
  /** 示例企业:文件夹里还没有就先造。 */
  openSample(folder: string): OpenWorkspace | null
  close(): void
  /** 合上,但还选定着它:等人登录。 */
  seal(): void
  summary(): OpenWorkspace | null
  scope(): WorkspaceScope | null
  lastSavedAt(): number | null
  /** 磁盘满了:放掉保留文件,让人能接着保存、导出、清理。 */
  makeRoom(): void
  /** 启动时自动打开失败的原因,和没打开的是哪个文件夹。 */
  startError(): { readonly code: string; readonly data: unknown; readonly path: string } | null
  /** 启动时打开指定或上次的工作区;失败记下原因,不抛。 */
  openAtStart(folder: string | null): void
}

interface SlotParts {
  readonly ports: Ports
  readonly registry: ReturnType<typeof createWorkspaceRegistry>
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** 工作区就要合上,还写得了。 */
  leaving(): void
  /** 工作区开了、关了、换了。 */
  changed(scope: WorkspaceScope | null): void
  /** 新工作区的初始内容(单位、支部分类、考核方案);返回最上级组织的标识。 */
  populateNew(scope: WorkspaceScope, name: string): string
  /** 示例企业的全部内容。 */
  populateSample(scope: WorkspaceScope): void
  /** 示例企业的名称。 */
  readonly sampleName: string
}

const RESERVE_MILLISECONDS = 60_000

export const createWorkspaceSlot = (parts: SlotParts): WorkspaceSlot => {
  let current: { readonly store: Store; readonly scope: WorkspaceScope; readonly summary: OpenWorkspace } | null = null
  let sealed: string | null = null
  let reserving: ReturnType<typeof setTimeout> | undefined
  let startError: { code: string; data: unknown; path: string } | null = null

  const asDeclared = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      if (error instanceof StoreError) throw new DeclaredFailure(error.code, error.data)
      throw error
    }
  }
  const close = (): void => {
    clearTimeout(reserving)
    const closing = current
    if (closing !== null) parts.leaving()
    current = null
    if (closing !== null) parts.changed(null)
    try {
      closing?.store.close()
    } catch (error) {
      // 锁已放开,提交过的都在;关得不干净只记下来,不挡住下一步。
      parts.ports.log.write('error', 'store closed badly', { error })
    }
  }
  /** 闲下来再备好保留文件:磁盘满了删掉它,还能保存手上的内容、导出、清理(F03)。 */
  const reserveLater = (folder: string): void => {
    clearTimeout(reserving)
    reserving = setTimeout(() => void keepReserve(folder).catch(() => undefined), RESERVE_MILLISECONDS)
    reserving.unref()
  }
  const remember = (summary: OpenWorkspace): void => {
    try {
      parts.registry.remember({ path: summary.path, name: summary.name, kind: summary.kind, openedAt: parts.ports.clock.now() })
    } catch (error) {
      // 记不下「最近用过」只是下次要再选一次,不该让打开失败。
      parts.ports.log.write('warn', 'recent workspaces not saved', { error })
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
    const summary = { path: store.paths.folder, name: scope.name, kind: scope.kind, setup: scope.setup, readOnly: store.readOnly }
    current = { store, scope, summary }
    sealed = store.keyring === null ? null : store.paths.folder
    startError = null
    if (!store.readOnly) remember(summary)
    if (scope.kind === 'office') reserveLater(store.paths.folder)
    parts.changed(scope)
    parts.publish('workspace.changed', {})
    return summary
  }
  const open = (folder: string, options: OpenOptions = {}): OpenWorkspace | null =>
    asDeclared(() => {
      if (current?.store.paths.folder === folder && options.key === undefined) return current.summary
      try {
        return adopt(openStore(folder, options))
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'STORE_SEALED') throw error
        close()
        sealed = folder
        startError = null
        parts.publish('workspace.changed', {})
        return null
      }
    })
  const build = (folder: string, head: { readonly name: string; readonly kind: WorkspaceKind; readonly setup: WorkspaceSetup }, keys: SealedKeys | null, populate: (scope: WorkspaceScope) => void): OpenWorkspace =>
    asDeclared(() =>
      adopt(
        createStore(
          folder,
          (store) => {
            const workspaces = createWorkspaceRepo(store.db)
            workspaces.create({ id: parts.ports.ids.next(), ...head, createdAt: parts.ports.clock.now() })
            // 建造期间不发事件,界面只会收到一次 workspace.changed。
            const scope = createWorkspaceScope(store, parts.ports, () => undefined)
            scope.write('workspace', head.kind === 'sample' ? 'system.openSample' : 'system.createWorkspace', (transaction) => workspaces.record(transaction, 'insert'))
            populate(scope)
          },
          keys,
        ),
      ),
    )
  const openSample = (folder: string): OpenWorkspace | null => {
    try {
      return open(folder)
    } catch (error) {
      // 还没有,或上次没造完。
      if (error instanceof DeclaredFailure && error.code === 'STORE_NOT_FOUND') return build(folder, { name: parts.sampleName, kind: 'sample', setup: 'open' }, null, parts.populateSample)
      throw error
    }
  }
  return {
    open,
    openSample,
    create: (folder, name, { setup, keys, populate }) => build(folder, { name, kind: 'office', setup }, keys, (scope) => populate(scope, parts.populateNew(scope, name))),
    sealedFolder: () => sealed,
    close: () => {
      close()
      sealed = null
      parts.publish('workspace.changed', {})
    },
    seal: () => {
      close()
      parts.publish('workspace.changed', {})
    },
    summary: () => current?.summary ?? null,
    scope: () => current?.scope ?? null,
    lastSavedAt: () => current?.store.lastSavedAt() ?? null,
    makeRoom: () => {
      const folder = current?.store.paths.folder
      if (folder === undefined) return
      const freed = releaseReserve(folder)
      parts.ports.log.write('warn', 'disk full, reserve released', { megabytes: Math.round(freed / 1024 / 1024) })
    },
    startError: () => startError,
    openAtStart: (folder) => {
      const target = folder ?? parts.registry.recent()[0]?.path ?? null
      if (target === null) return
      try {
        open(target)
      } catch (error) {
        // 无论什么原因打不开,程序都要起得来,由首页说明。
        const cause = error instanceof DeclaredFailure ? { code: error.code, data: error.data } : (classifyStoreFault(error) ?? { code: 'INTERNAL', data: {} })
        startError = { code: cause.code, data: cause.data, path: target }
        parts.ports.log.write('error', 'workspace not opened at start', { code: startError.code, error })
      }
    },
  }
}
