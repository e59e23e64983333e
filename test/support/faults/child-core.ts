import { join } from 'node:path'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import { createClient, type Client } from '../../../shared/rpc/client.ts'
import { createCore, type Core } from '../../../electron/core.ts'
import type { Clock, Ports } from '../../../electron/services/ports.ts'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { createUuidV7 } from '../../../electron/services/system-ports.ts'
import { must, TEST_PERSON } from '../make-core.ts'
import { TODAY } from './workload-steps.ts'

const START = Date.parse(`${TODAY}T01:00:00Z`)

/** 随种子而定的时钟与标识:同一个种子,同样的调用,同样的结果;种子越大时刻越晚。 */
export const seededPorts = (folder: string, seed: number, onError: (text: string) => void): Ports => {
  let now = START + (seed % 100_000) * 60_000
  const clock: Clock = { now: () => now++, today: () => TODAY }
  const random = createSeededRandom(seed)
  const bytes = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => random.below(256))
  return {
    clock,
    ids: createUuidV7(() => clock.now(), bytes),
    log: { write: (level, event, facts) => level === 'error' && onError(`${event} ${String((facts as { readonly error?: unknown } | undefined)?.error)}`) },
    printer: { renderPdf: () => Promise.reject(new Error('no printer in this test')) },
    folders: { config: join(folder, '..', 'config'), documents: join(folder, '..') },
    app: { version: '0.0.0-test', build: 'test' },
    machine: 'test-machine',
    scryptLogN: 2,
  }
}

interface Refusal {
  readonly code: string
  readonly data: unknown
}

/** 打开一个已有工作区的核心,要口令的就以测试使用人登录;打不开时 refused 是原因。 */
export const openCore = async (folder: string, ports: Ports): Promise<{ readonly core: Core; readonly api: Client<Contract>; readonly refused: Refusal | null }> => {
  const core = createCore({ ports, openAtStart: { path: folder } })
  const api = createClient(contract, { request: (text, options) => core.dispatch(text, options), onPush: () => () => undefined }, () => ports.ids.next())
  const open = async (): Promise<Refusal | null> => {
    const hello = await must(api.system.hello({ build: 'test' }))
    if (hello.startError !== null || (hello.workspace !== null && hello.session.phase === 'open')) return hello.startError
    const signedIn = await api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password })
    return signedIn.ok ? null : signedIn.error
  }
  return { core, api, refused: await open() }
}
