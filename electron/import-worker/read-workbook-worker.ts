import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './read-workbook.ts'
import { READY, type WorkerInput, type WorkerOutput } from './run-reader.ts'
import { WorkbookRejected } from './workbook-rejected.ts'

/** 线程入口:读一个文件,交回各工作表或一个拒收代码。 */
const run = async ({ bytes, fileName }: WorkerInput): Promise<WorkerOutput> => {
  try {
    return { ok: true, sheets: await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName) }
  } catch (error) {
    if (error instanceof WorkbookRejected) return { ok: false, rejection: error.rejection }
    throw error
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- 线程的端口,不是窗口
parentPort?.postMessage(READY)
// workerData 只由 run-reader.ts 给出。
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- 线程的端口,不是窗口
parentPort?.postMessage(await run(workerData as WorkerInput))
