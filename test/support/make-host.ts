import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { startCoreWorker } from '../../electron/core-worker/start-core-worker.ts'
import type { CoreLink } from '../../electron/core-worker/core-link.ts'
import type { FileExchange } from '../../electron/services/file-exchange.ts'
import type { Printer } from '../../electron/services/ports.ts'
import { startHost, type LoopbackHost } from '../../electron/shells/loopback/http-host.ts'
import type { Progress, PushMessage, Transport } from '../../shared/rpc/messages.ts'

export const noPrinter: Printer = { renderPdf: () => Promise.reject(new Error('no printer in this test')) }

export interface TestHost {
  readonly host: LoopbackHost
  readonly core: CoreLink
  readonly folder: string
  readonly port: number
  readonly code: string
  /** 用启动码换钥匙;只能换一次。 */
  exchange(): Promise<string>
  close(): Promise<void>
}

/** 在临时文件夹里起一个核心线程。 */
export const makeWorker = async (printer: Printer = noPrinter): Promise<{ readonly core: CoreLink; readonly folder: string; close(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-worker-'))
  const folders = { config: join(folder, 'config'), documents: join(folder, 'documents') }
  const core = await startCoreWorker({ openAtStart: 'none', folders, app: { version: '0.0.0-test', build: 'test' } }, printer)
  return {
    core,
    folder,
    close: async () => {
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** 进程内的文件交换,样子与核心线程的一样。 */
const linkFiles = (files: FileExchange): CoreLink['files'] => ({
  accept: (name, bytes) => Promise.resolve(files.accept(name, bytes)),
  take: (ticket) => Promise.resolve(files.take(ticket)),
  discard: (ticket) => Promise.resolve(files.discard(ticket)),
})

/** 真网口、真核心线程;界面是一个小文件夹,里面有首页和一个资源,旁边放一个不该拿到的文件。 */
export const makeHost = async (options: { readonly lingerMilliseconds?: number | null; readonly printer?: Printer; readonly files?: FileExchange } = {}): Promise<TestHost> => {
  const { core: worker, folder, close } = await makeWorker(options.printer)
  const core = options.files === undefined ? worker : { ...worker, files: linkFiles(options.files) }
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>test</title>')
  writeFileSync(join(rendererFolder, 'assets', 'main-1.js'), 'export {}')
  writeFileSync(join(rendererFolder, 'notes.secret'), 'secret')
  writeFileSync(join(folder, 'outside.js'), 'secret')
  const host = await startHost({ core, rendererFolder, lingerMilliseconds: options.lingerMilliseconds ?? null })
  const code = new URL(host.launchAddress).hash.slice('#code='.length)
  return {
    host,
    core,
    folder,
    port: Number(new URL(host.origin).port),
    code,
    exchange: async () => {
      const response = await fetch(`${host.origin}/session`, { method: 'POST', headers: { origin: host.origin, 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
      return ((await response.json()) as { key: string }).key
    },
    close: async () => {
      host.close()
      await host.ended
      await close()
    },
  }
}

export interface TestSocket extends Transport {
  readonly socket: WebSocket
  /** 连线关掉时的关闭码。 */
  readonly closed: Promise<number>
  close(): void
}

/** 与界面同一套线上格式的连线;Node 自带的 WebSocket 不带 Origin,所以用 ws。 */
export const openSocket = async (origin: string, key: string): Promise<TestSocket> => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { origin })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const calls = new Map<string, { readonly resolve: (reply: string) => void; readonly reject: (reason: Error) => void; readonly onProgress: ((progress: Progress) => void) | undefined }>()
  const listeners = new Set<(message: PushMessage | 'resync') => void>()
  let last = 0
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => socket.send(JSON.stringify({ key })))
    socket.once('message', () => resolve())
    socket.once('error', reject)
    void closed.then((code) => reject(new Error(`closed ${code}`)))
  })
  socket.on('message', (data) => {
    const message = JSON.parse((data as Buffer).toString('utf8')) as { call?: string; reply?: string; progress?: Progress; event?: string; payload?: unknown }
    const call = calls.get(message.call ?? '')
    if (message.event !== undefined) for (const listener of listeners) listener({ event: message.event, payload: message.payload })
    else if (message.progress !== undefined) call?.onProgress?.(message.progress)
    else if (message.reply !== undefined) call?.resolve(message.reply)
  })
  void closed.then(() => {
    for (const call of calls.values()) call.reject(new Error('closed'))
  })
  return {
    socket,
    closed,
    close: () => socket.close(),
    request: (text, { signal, onProgress }) =>
      new Promise<string>((resolve, reject) => {
        const call = String(++last)
        calls.set(call, { resolve, reject, onProgress })
        signal?.addEventListener('abort', () => socket.send(JSON.stringify({ cancel: call })), { once: true })
        socket.send(JSON.stringify({ call, request: text }))
        if (signal?.aborted === true) socket.send(JSON.stringify({ cancel: call }))
      }),
    onPush: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
