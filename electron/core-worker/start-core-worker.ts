import { Worker } from 'node:worker_threads'
import { fileRefSchema } from '../../shared/model/files.ts'
import type { Progress, PushMessage } from '../../shared/rpc/messages.ts'
import { DeclaredFailure } from '../rpc/handlers.ts'
import type { Printer } from '../services/ports.ts'
import type { CoreLink, HeldFile } from './core-link.ts'
import type { CoreWorkerData, FromCoreWorker, PrintOutcome, ToCoreWorker } from './worker-messages.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** 关闭前可能还要做一份备份。 */
const CLOSE_MILLISECONDS = 60_000

/** 源码运行时旁边是 .ts;打包后是同一文件夹里的 core-worker.js。 */
const workerFile = (): URL => {
  const name = import.meta.url.endsWith('.ts') ? './worker-entry.ts' : './core-worker.js'
  return new URL(name, import.meta.url)
}

const render = async (printer: Printer, { page, model, tagged }: { readonly page: string; readonly model: unknown; readonly tagged: boolean }, signal: AbortSignal): Promise<PrintOutcome> => {
  try {
    return { ok: true, pdf: await printer.renderPdf(page, model, { tagged, signal }) }
  } catch (error) {
    return error instanceof DeclaredFailure ? { ok: false, code: error.code, data: error.data } : { ok: false, code: 'PRINT_FAILED', data: {} }
  }
}

/**
 * 在一个工作线程里开起核心;印刷口留在主线程。
 *
 * @returns 核心起好之后的连线;起不来就 reject。
 */
export const startCoreWorker = async (data: CoreWorkerData, printer: Printer): Promise<CoreLink> => {
  const worker = new Worker(workerFile(), { workerData: data })
  const waiting = new Map<number, Waiting>()
  const printing = new Map<number, AbortController>()
  const pushListeners = new Set<(message: PushMessage) => void>()
  const stopListeners = new Set<(reason: Error) => void>()
  const opening = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  let last = 0
  let closing = false
  let stopped: Error | null = null

  const send = (message: ToCoreWorker, transfer: readonly ArrayBuffer[] = []): void => worker.postMessage(message, transfer)
  const stop = (reason: Error): void => {
    if (stopped !== null) return
    stopped = reason
    opening.reject(reason)
    closed.resolve()
    for (const call of waiting.values()) call.reject(reason)
    waiting.clear()
    for (const controller of printing.values()) controller.abort()
    if (!closing) for (const listener of stopListeners) listener(reason)
  }
  const print = async (message: Extract<FromCoreWorker, { kind: 'print' }>): Promise<void> => {
    const controller = new AbortController()
    printing.set(message.print, controller)
    const outcome = await render(printer, message, controller.signal)
    printing.delete(message.print)
    if (stopped === null) send({ kind: 'printed', print: message.print, outcome })
  }
  worker.on('message', (message: FromCoreWorker) => {
    switch (message.kind) {
      case 'ready':
        opening.resolve()
        break
      case 'done':
        waiting.get(message.call)?.resolve(message.value)
        waiting.delete(message.call)
        break
      case 'failed':
        waiting.get(message.call)?.reject(new Error(message.message))
        waiting.delete(message.call)
        break
      case 'progress':
        waiting.get(message.call)?.onProgress?.(message.progress)
        break
      case 'push':
        for (const listener of pushListeners) listener(message.message)
        break
      case 'print':
        void print(message)
        break
      case 'print-cancel':
        printing.get(message.print)?.abort()
        break
      case 'closed':
        closed.resolve()
        break
    }
  })
  worker.on('error', (error) => stop(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => stop(new Error(`core worker ended (${code})`)))

  const ask = (make: (call: number) => ToCoreWorker, transfer?: readonly ArrayBuffer[], onProgress?: (progress: Progress) => void): { readonly call: number; readonly answer: Promise<unknown> } => {
    const call = ++last
    const answer = new Promise<unknown>((resolve, reject) => {
      if (stopped !== null || closing) {
        reject(stopped ?? new Error('core is closing'))
        return
      }
      waiting.set(call, { resolve, reject, onProgress })
      send(make(call), transfer)
    })
    return { call, answer }
  }
  await opening.promise

  return {
    dispatch: async (text, { signal, onProgress } = {}) => {
      const { call, answer } = ask((id) => ({ kind: 'call', call: id, text }), [], onProgress)
      const cancel = (): void => send({ kind: 'cancel', call })
      if (signal?.aborted === true) cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        return String(await answer)
      } finally {
        signal?.removeEventListener('abort', cancel)
      }
    },
    files: {
      accept: async (name, bytes) => {
        // 整块移交,不复制;池里的小块内存不能移交,另抄一份。
        const own = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes)
        return fileRefSchema.parse(await ask((call) => ({ kind: 'accept', call, name, bytes: own }), [own.buffer]).answer)
      },
      take: async (ticket) => (await ask((call) => ({ kind: 'take', call, ticket })).answer) as HeldFile | null, // 对端是同一程序的另一线程
      discard: async (ticket) => {
        await ask((call) => ({ kind: 'discard', call, ticket })).answer
      },
    },
    onPush: (listener) => {
      pushListeners.add(listener)
      return () => pushListeners.delete(listener)
    },
    onStopped: (listener) => {
      stopListeners.add(listener)
      return () => stopListeners.delete(listener)
    },
    close: async () => {
      if (stopped !== null) return
      if (!closing) {
        closing = true
        send({ kind: 'close' })
      }
      const late = setTimeout(() => closed.resolve(), CLOSE_MILLISECONDS)
      await closed.promise
      clearTimeout(late)
      await worker.terminate()
    },
  }
}
