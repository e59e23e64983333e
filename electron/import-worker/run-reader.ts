import { Worker } from 'node:worker_threads'
import type { SheetData } from '../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from './limits.ts'
import type { SheetMark } from './marking/sheet-marks.ts'
import { createSheetCollector, type SheetPiece } from './sheet-sink.ts'
import { damaged, tooComplex, WorkbookRejected, type WorkbookRejection } from './workbook-rejected.ts'
import { importWorkerUrl } from './worker-location.ts'

export interface WorkerInput {
  readonly bytes: Uint8Array
  readonly fileName: string
  /**
   * 线程起来了先把它置 1:此前的错是程序自己的(少了文件),此后的才怪这份文件。
   * 用共享的内存而不用消息:抛出的错走另一个口子,会抢在消息前头到。
   */
  readonly started: Int32Array<SharedArrayBuffer>
  /** 给出时不交回内容,交回涂好色的那份。 */
  readonly marking?: Marking
}
export interface Marking {
  readonly marks: readonly SheetMark[]
  /** 批注的署名。 */
  readonly author: string
}
export type WorkerOutput = SheetPiece | { readonly kind: 'done' } | { readonly kind: 'marked'; readonly bytes: Uint8Array } | { readonly kind: 'rejected'; readonly rejection: WorkbookRejection }

/** 每次读一个文件用一个新线程:内存、时间都有上限,取消就连线程一起停掉,坏文件伤不到程序。 */
export interface ReaderOptions {
  readonly signal: AbortSignal
  readonly heapMegabytes?: number
  readonly milliseconds?: number
  /** 线程的入口;只有测试换它,用来演练线程自己出毛病。 */
  readonly entry?: URL
}

/**
 * 线程怎么结束都有说法(F21):内存、时间到顶是 FILE_TOO_COMPLEX;线程出了没料到的错、自己退出,算文件坏了——
 * 同一个程序读别的文件都好好的,只有这一份让它倒下。
 *
 * @param bytes 文件内容,整块移交给读的线程,之后这边不能再用。
 * @throws WorkbookRejected 文件读不了。取消时抛 signal.reason。
 */
const runWorker = <T>(input: Omit<WorkerInput, 'started' | 'bytes'> & { readonly bytes: Uint8Array<ArrayBuffer> }, { signal, heapMegabytes = IMPORT_LIMITS.heapMegabytes, milliseconds = IMPORT_LIMITS.milliseconds, entry = importWorkerUrl() }: ReaderOptions, take: (output: Exclude<WorkerOutput, { kind: 'rejected' }>) => T | null): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const started = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(entry, { workerData: { ...input, started } satisfies WorkerInput, transferList: [input.bytes.buffer], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: IMPORT_LIMITS.youngMegabytes }, execArgv: [], stderr: true, stdout: true })
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      worker.removeAllListeners()
      worker.on('error', () => undefined)
      void worker.terminate()
      finish()
    }
    const refuse = (rejection: WorkbookRejected): void => settle(() => reject(rejection))
    const crashed = (error: unknown): void => (Atomics.load(started, 0) === 1 ? refuse(damaged(error)) : settle(() => reject(error as Error)))
    const onAbort = (): void => settle(() => reject(signal.reason as Error))
    const timer = setTimeout(() => refuse(tooComplex('time', Math.round(milliseconds / 1000))), milliseconds)
    signal.addEventListener('abort', onAbort, { once: true })
    worker.on('message', (output: WorkerOutput) => {
      if (output.kind === 'rejected') return refuse(new WorkbookRejected(output.rejection))
      try {
        const result = take(output)
        if (result !== null) settle(() => resolve(result))
      } catch (error) {
        settle(() => reject(error as Error))
      }
    })
    worker.once('messageerror', crashed)
    // 线程里抛出的不一定是 Error,可能是 null。
    worker.once('error', (error: unknown) => (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse(tooComplex('memory', heapMegabytes, error)) : crashed(error)))
    worker.once('exit', (code) => crashed(new Error(`reader thread ended with ${code}`)))
  })

/** 读一个文件的各工作表。 */
export const runReader = (bytes: Uint8Array<ArrayBuffer>, fileName: string, options: ReaderOptions): Promise<readonly SheetData[]> => {
  const collector = createSheetCollector()
  return runWorker<readonly SheetData[]>({ bytes, fileName }, options, (output) => {
    if (output.kind === 'done') return collector.sheets
    if (output.kind !== 'marked') collector.add(output)
    return null
  })
}

/** 在同样受限的线程里涂色、写批注,交回整份 .xlsx。 */
export const runMarker = (bytes: Uint8Array<ArrayBuffer>, fileName: string, marking: Marking, options: ReaderOptions): Promise<Uint8Array> => runWorker({ bytes, fileName, marking }, options, (output) => (output.kind === 'marked' ? output.bytes : null))
