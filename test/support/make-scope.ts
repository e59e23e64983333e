import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Contract } from '../../shared/contract/index.ts'
import type { EventName } from '../../shared/contract/events.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import { WHOLE } from '../../electron/rpc/access.ts'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openGate } from '../../electron/rpc/open-gate.ts'
import type { Ports } from '../../electron/services/ports.ts'
import { createUuidV7 } from '../../electron/services/system-ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from '../../electron/services/workspace-scope.ts'
import { createStore } from '../../electron/store/open-store.ts'
import { createTestClock } from './make-core.ts'

export interface TestScope {
  readonly scope: WorkspaceScope
  readonly clock: ReturnType<typeof createTestClock>
  readonly events: { readonly event: EventName; readonly payload: unknown }[]
  /** 真调度器:输入输出照契约核对。 */
  clientOf(handlers: Readonly<Record<string, object>>): Client<Contract>
  close(): void
}

/** 一个真库、固定时钟的工作区,还没有任何内容;供单独测一组服务。 */
export const makeScope = (): TestScope => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-scope-'))
  const store = createStore(join(folder, 'workspace'))
  const clock = createTestClock()
  const ids = createUuidV7(() => clock.now())
  const ports: Ports = {
    clock,
    ids,
    log: { write: (level, message, detail) => level === 'error' && console.error(message, detail) },
    printer: { renderPdf: () => Promise.reject(new Error('no printer in this test')) },
    folders: { config: folder, documents: folder },
    app: { version: '0.0.0-test', build: 'test' },
    machine: 'test-machine',
    scryptLogN: 2,
  }
  store.db.prepare('INSERT INTO workspace (id, name, kind, created_at) VALUES (?, ?, ?, ?)').run(ids.next(), 'test', 'office', clock.now())
  const events: { event: EventName; payload: unknown }[] = []
  const scope = createWorkspaceScope(store, ports, (event, payload) => events.push({ event, payload }))
  return {
    scope,
    clock,
    events,
    clientOf: (handlers) => {
      const dispatch = createDispatch({
        contract,
        handlerOf: (group, name) => (handlers[group] as Readonly<Record<string, (input: unknown, context: unknown) => unknown>> | undefined)?.[name],
        gate: openGate(WHOLE),
        classify: () => null,
        now: () => clock.now(),
        createId: () => ids.next(),
        log: { failure: ({ path, error }) => console.error(path, error), slow: () => undefined },
      })
      return createClient(contract, { request: (text, options) => dispatch(text, options), onPush: () => () => undefined }, () => ids.next())
    },
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
