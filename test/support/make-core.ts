import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Contract } from '../../shared/contract/index.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import { ONE_OFFICE, TEST_PERSON } from './test-person.ts'
import type { PushMessage, Transport } from '../../shared/rpc/messages.ts'
import { createCore, type Core, type CoreOptions } from '../../electron/core.ts'
import type { Clock, Ports, Printer } from '../../electron/services/ports.ts'
import { createUuidV7 } from '../../electron/services/system-ports.ts'

/** 测试里的今天固定为 2026-11-20 09:00(东八区),可拨动。 */
export const createTestClock = (): Clock & { set(day: string): void; advance(milliseconds: number): void } => {
  let now = Date.UTC(2026, 10, 20, 1, 0, 0)
  let today = '2026-11-20'
  return {
    now: () => now++,
    today: () => today,
    set: (day) => {
      today = day
      now = Date.parse(`${day}T01:00:00Z`)
    },
    advance: (milliseconds) => {
      now += milliseconds
    },
  }
}

export interface TestCore {
  readonly core: Core
  readonly api: Client<Contract>
  readonly clock: ReturnType<typeof createTestClock>
  readonly folder: string
  readonly ports: Ports
  readonly pushed: PushMessage[]
  close(): void
}

/** 进程内的「外壳」:与真外壳一样只搬运文本。 */
export const directTransport = (core: Core): Transport => ({
  request: (text, options) => core.dispatch(text, options),
  onPush: (listener) => core.onPush(listener),
})

export { ONE_OFFICE, TEST_PERSON }

const noPrinter: Printer = { renderPdf: () => Promise.reject(new Error('no printer in this test')) }

/**
 * 真存储、真调度、临时文件夹、固定时钟。
 *
 * @param options.workspace `office` 新建空工作区(缺省);`none` 不建。
 */
export const makeCore = async (options: { readonly workspace?: 'office' | 'sample' | 'none'; readonly printer?: Printer; readonly openAtStart?: CoreOptions['openAtStart'] } = {}): Promise<TestCore> => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-test-'))
  const clock = createTestClock()
  const ports: Ports = {
    clock,
    ids: createUuidV7(() => clock.now()),
    log: { write: (level, message, detail) => level === 'error' && console.error(message, detail) },
    printer: options.printer ?? noPrinter,
    folders: { config: join(folder, 'config'), documents: join(folder, 'documents') },
    app: { version: '0.0.0-test', build: 'test' },
    machine: 'test-machine',
    // 测试里的口令槽用最小的计算量,规矩不变。
    scryptLogN: 2,
  }
  const core = createCore({ ports, openAtStart: options.openAtStart ?? 'none' })
  const pushed: PushMessage[] = []
  core.onPush((message) => pushed.push(message))
  const api = createClient(contract, directTransport(core), () => ports.ids.next())
  const workspace = options.workspace ?? 'office'
  if (workspace === 'office') await must(api.system.createWorkspace({ path: join(folder, 'workspace'), name: '测试单位党委', people: ONE_OFFICE }))
  if (workspace === 'sample') await must(api.system.openSample({ path: join(folder, 'sample') }))
  return {
    core,
    api,
    clock,
    folder,
    ports,
    pushed,
    close: () => {
      core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** 取成功的值;失败就让测试带着代码停下。 */
export const must = async <V>(result: Promise<{ readonly ok: true; readonly value: V } | { readonly ok: false; readonly error: { readonly code: string; readonly data: unknown } }>): Promise<V> => {
  const settled = await result
  if (!settled.ok) throw new Error(`${settled.error.code} ${JSON.stringify(settled.error.data)}`)
  return settled.value
}
