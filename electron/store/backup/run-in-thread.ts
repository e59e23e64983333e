import { Worker } from 'node:worker_threads'
import { StoreError } from '../store-error.ts'
import type { BackupJob, BackupJobName, BackupJobs, BackupWorkerData, FromBackupWorker } from './backup-jobs.ts'
import type { BackupProgress } from './backup-steps.ts'

export interface ThreadOptions {
  /** 叫停后等手上这一步做完(写副本、全面检查,1 GB 各约十秒),收走半成品才返回。 */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined
}

/** 打包后与调用者在同一文件夹(.js),从源码运行时是 .ts。打包时要把 backup-worker.ts 也作为一个入口。 */
const workerUrl = (): URL => new URL(/\.[cm]?js$/.test(new URL(import.meta.url).pathname) ? './backup-worker.js' : './backup-worker.ts', import.meta.url)

/**
 * 在一个新线程里做一样备份的活;调用的线程照常应答。
 *
 * @param given 一把、几把密钥,或没有。抄一份移交过去,那边用完就抹;调用者手里的不动。
 * @throws StoreError 各样活自己的;叫停时抛 signal.reason;线程意外结束为 BACKUP_FAILED。
 */
export const runInThread = <Name extends BackupJobName>(name: Name, request: BackupJobs[Name]['request'], given: Buffer | readonly Buffer[] | null, { signal, onProgress }: ThreadOptions = {}): Promise<BackupJobs[Name]['result']> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    // 另开一块内存:Buffer.concat 可能用公用的池,移交不得。
    const keys = given === null ? [] : Buffer.isBuffer(given) ? [given] : given
    const own = new Uint8Array(keys.reduce((sum, { length }) => sum + length, 0))
    for (const [index, key] of keys.entries()) own.set(key, index * key.length)
    const cancel = new SharedArrayBuffer(4)
    const data: BackupWorkerData = { job: { name, request } as BackupJob, keys: own, cancel } // 名与内容由签名配好
    const worker = new Worker(workerUrl(), { workerData: data, transferList: [own.buffer], execArgv: [], stderr: true, stdout: true })
    const onAbort = (): void => {
      Atomics.store(new Int32Array(cancel), 0, 1)
    }
    let outcome: (() => void) | null = null
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.on('message', (message: FromBackupWorker) => {
      switch (message.kind) {
        case 'progress':
          onProgress?.(message.progress)
          break
        case 'done':
          outcome = () => resolve(message.result as BackupJobs[Name]['result']) // 对端是同一程序的另一线程
          break
        case 'failed':
          outcome = () => reject(message.code === 'CANCELLED' && signal?.aborted === true ? (signal.reason as Error) : new StoreError(message.code, message.data, { cause: new Error(message.message) }))
          break
      }
    })
    let fault: unknown = null
    worker.on('error', (error) => {
      fault = error
    })
    // 等线程真的结束、连接都关了再回话:紧接着可能就要换文件。
    worker.on('exit', () => {
      signal?.removeEventListener('abort', onAbort)
      ;(outcome ?? (() => reject(new StoreError('BACKUP_FAILED', {}, { cause: fault }))))()
    })
  })
