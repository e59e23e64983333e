import { Worker } from 'node:worker_threads'
import type { SheetData } from '../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from './limits.ts'
import { WorkbookRejected, type WorkbookRejection } from './workbook-rejected.ts'
import { importWorkerUrl } from './worker-location.ts'

export interface WorkerInput {
  readonly bytes: Uint8Array
  readonly fileName: string
}
export type WorkerOutput = { readonly ok: true; readonly sheets: readonly SheetData[] } | { readonly ok: false; readonly code: WorkbookRejection }

/** 每次读一个文件用一个新线程:内存、时间都有上限,取消就连线程一起停掉,坏文件伤不到程序。 */
export interface ReaderOptions {
  readonly signal: AbortSignal
  readonly heapMegabytes?: number
  readonly milliseconds?: number
}

/**
 * @param bytes 文件内容,整块移交给读的线程,之后这边不能再用。
 * @throws WorkbookRejected 文件读不了;内存或时间超限为 FILE_TOO_COMPLEX。取消时抛 signal.reason。
 */
export const runReader = (bytes: Uint8Array<ArrayBuffer>, fileName: string, { signal, heapMegabytes = IMPORT_LIMITS.heapMegabytes, milliseconds = IMPORT_LIMITS.milliseconds }: ReaderOptions): Promise<readonly SheetData[]> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(importWorkerUrl(), { workerData: { bytes, fileName } satisfies WorkerInput, transferList: [bytes.buffer], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes }, execArgv: [], stderr: true, stdout: true })
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      worker.removeAllListeners()
      worker.on('error', () => undefined)
      void worker.terminate()
      finish()
    }
    const onAbort = (): void => settle(() => reject(signal.reason as Error))
    const timer = setTimeout(() => settle(() => reject(new WorkbookRejected('FILE_TOO_COMPLEX'))), milliseconds)
    signal.addEventListener('abort', onAbort, { once: true })
    worker.once('message', (output: WorkerOutput) => settle(() => (output.ok ? resolve(output.sheets) : reject(new WorkbookRejected(output.code)))))
    worker.once('error', (error) => settle(() => reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkbookRejected('FILE_TOO_COMPLEX', { cause: error }) : error)))
    worker.once('exit', (code) => settle(() => reject(new Error(`reader thread ended with ${code}`))))
  })
