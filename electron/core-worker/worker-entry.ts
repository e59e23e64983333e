import { parentPort, workerData } from 'node:worker_threads'
import { createCore } from '../core.ts'
import { createFileLog } from '../machine/file-log.ts'
import { logCrashes } from '../machine/log-crashes.ts'
import { createUuidV7, machineName, PRODUCTION_SCRYPT_LOG_N, systemClock } from '../services/system-ports.ts'
import type { CoreWorkerData, FromCoreWorker, ToCoreWorker } from './worker-messages.ts'
import { createWorkerPrinter } from './worker-printer.ts'

/** 核心所在的线程:全部读写、计算都在这里,主线程(窗口、网口)不会被它堵住。 */
const port = parentPort
if (port === null) throw new Error('worker only')
const { openAtStart, folders, app } = workerData as CoreWorkerData // 由 start-core-worker.ts 按同一类型放入

const log = createFileLog(folders.config, systemClock)
logCrashes(log)
log.write('info', 'program started', { ...app, node: process.versions.node, platform: process.platform })

const send = (message: FromCoreWorker): void => port.postMessage(message)
const printer = createWorkerPrinter(send)
const core = createCore({
  ports: { clock: systemClock, ids: createUuidV7(systemClock.now), log, printer, folders, app, machine: machineName(), scryptLogN: PRODUCTION_SCRYPT_LOG_N },
  openAtStart,
})
core.onPush((message) => send({ kind: 'push', message }))

const running = new Map<number, AbortController>()
const answer = async (call: number, work: () => unknown): Promise<void> => {
  try {
    send({ kind: 'done', call, value: await work() })
  } catch (error) {
    send({ kind: 'failed', call, message: error instanceof Error ? error.message : String(error) })
  } finally {
    running.delete(call)
  }
}
const dispatch = (call: number, text: string): Promise<void> => {
  const controller = new AbortController()
  running.set(call, controller)
  return answer(call, () => core.dispatch(text, { signal: controller.signal, onProgress: (progress) => send({ kind: 'progress', call, progress }) }))
}

port.on('message', (message: ToCoreWorker) => {
  switch (message.kind) {
    case 'call':
      void dispatch(message.call, message.text)
      break
    case 'cancel':
      running.get(message.call)?.abort()
      break
    case 'accept':
      void answer(message.call, () => core.files.accept(message.name, message.bytes))
      break
    case 'take':
      void answer(message.call, () => core.files.take(message.ticket))
      break
    case 'discard':
      void answer(message.call, () => core.files.discard(message.ticket))
      break
    case 'printed':
      printer.settle(message.print, message.outcome)
      break
    case 'close':
      for (const controller of running.values()) controller.abort()
      void core.beforeClose().finally(() => {
        core.close()
        send({ kind: 'closed' })
        port.close()
      })
      break
  }
})
send({ kind: 'ready' })
