import { parentPort, workerData } from 'node:worker_threads'
import { markWorkbook } from './marking/mark-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import type { WorkerInput, WorkerOutput } from './run-reader.ts'
import { WorkbookRejected } from './workbook-rejected.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- 线程的端口,不是窗口
const post = (output: WorkerOutput): void => parentPort?.postMessage(output)

/** 线程入口:读一个文件,一批一批交回各工作表;或在它上面涂色写批注,交回整份;或一个拒收的原因。 */
const run = async ({ bytes, fileName, started, marking }: WorkerInput): Promise<WorkerOutput> => {
  Atomics.store(started, 0, 1)
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (marking !== undefined) return { kind: 'marked', bytes: await markWorkbook(file, fileName, marking.marks, marking.author) }
    await readWorkbook(file, fileName, post)
    return { kind: 'done' }
  } catch (error) {
    if (error instanceof WorkbookRejected) return { kind: 'rejected', rejection: error.rejection }
    throw error
  }
}

// workerData 只由 run-reader.ts 给出。
post(await run(workerData as WorkerInput))
