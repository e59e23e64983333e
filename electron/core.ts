import type { EventName, EventPayload } from '../shared/contract/events.ts'
import { contract } from '../shared/contract/index.ts'
import { roleSchema } from '../shared/model/workspace.ts'
import type { PushMessage } from '../shared/rpc/messages.ts'
import { createDispatch, type Dispatch } from './rpc/dispatch.ts'
import { createFileExchange, type FileExchange } from './services/file-exchange.ts'
import type { Ports } from './services/ports.ts'
import { createSystemHandlers } from './services/system-service.ts'
import { createWorkspaceHandlers, populateNewWorkspace, populateSampleWorkspace, SAMPLE_NAME } from './services/workspace-handlers.ts'
import { createWorkspaceRegistry } from './services/workspace-registry.ts'
import type { WorkspaceScope } from './services/workspace-scope.ts'
import { createWorkspaceSlot } from './services/workspace-slot.ts'
import { classifyStoreFault } from './store/classify-fault.ts'

/** 核心:所有外壳都对着它。 */
export interface Core {
  readonly dispatch: Dispatch
  readonly files: FileExchange
  /** 订阅推送,返回取消函数。 */
  onPush(listener: (message: PushMessage) => void): () => void
  close(): void
}
export interface CoreOptions {
  readonly ports: Ports
  /** 启动时打开哪个工作区:路径;`last` 为上次的;`none` 不打开。 */
  readonly openAtStart: { readonly path: string } | 'last' | 'none'
}

/** 组装:存储、服务、调度。不引用 Electron,也不引用 HTTP。 */
export const createCore = ({ ports, openAtStart }: CoreOptions): Core => {
  const listeners = new Set<(message: PushMessage) => void>()
  const publish = <N extends EventName>(event: N, payload: EventPayload<N>): void => {
    for (const listener of listeners) listener({ event, payload })
  }
  const files = createFileExchange()
  const registry = createWorkspaceRegistry(ports.folders.config)
  const slot = createWorkspaceSlot({ ports, registry, publish, populateNew: populateNewWorkspace, populateSample: populateSampleWorkspace, sampleName: SAMPLE_NAME })
  const system = createSystemHandlers(ports, slot, registry)

  // 处理函数随工作区生灭;换了工作区就重新组装。
  let assembled: { readonly scope: WorkspaceScope; readonly handlers: ReturnType<typeof createWorkspaceHandlers> } | null = null
  const workspaceHandlers = () => {
    const scope = slot.scope()
    if (scope === null) return null
    if (assembled?.scope !== scope) assembled = { scope, handlers: createWorkspaceHandlers(scope, files) }
    return assembled.handlers
  }
  const dispatch = createDispatch({
    contract,
    handlerOf: (group, name) => {
      const handlers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { system, ...workspaceHandlers() }
      return handlers[group]?.[name] as ((input: unknown, context: unknown) => unknown) | undefined
    },
    roles: () => roleSchema.options,
    classify: classifyStoreFault,
    now: () => ports.clock.now(),
    createId: () => ports.ids.next(),
    log: {
      failure: ({ traceId, path, error }) => ports.log.write('error', 'procedure failed', { traceId, path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
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
    close: () => {
      listeners.clear()
      slot.close()
      files.close()
    },
  }
}
