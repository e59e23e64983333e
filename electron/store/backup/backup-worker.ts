import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../cipher-connection.ts'
import { faultCode, StoreError } from '../store-error.ts'
import { createSteps, type Steps } from './backup-steps.ts'
import type { BackupJob, BackupWorkerData, FromBackupWorker } from './backup-jobs.ts'
import { copyForRestore } from './copy-for-restore.ts'
import { exportBackup } from './export-backup.ts'
import { findBackup } from './find-backup.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

/** 备份线程的入口:一次一样,自己的只读连接;提交在核心的线程里照常进行。 */
const port = parentPort
if (port === null) throw new Error('worker only')
const { job, keys: given, cancel } = workerData as BackupWorkerData // 只由 run-in-thread.ts 给出
const send = (message: FromBackupWorker): void => port.postMessage(message)
const KEY_BYTES = 32
const keys = Array.from({ length: given.length / KEY_BYTES }, (_, index) => Buffer.from(given.buffer, given.byteOffset + index * KEY_BYTES, KEY_BYTES))
const stop = new Int32Array(cancel)

const run = ({ name, request }: BackupJob, steps: Steps): unknown => {
  const key = keys[0] ?? null
  if (name === 'verify') return verifyBackup(request.folder, key, steps)
  if (name === 'find') return findBackup(request.path, { keys, workspaceId: request.workspaceId, steps })
  if (key === null) throw new Error('key?')
  switch (name) {
    case 'take':
      return writeBackup(request, key, steps)
    case 'export':
      return exportBackup({ ...request, key }, steps)
    case 'checkpoint': {
      const db = connect(request.paths, key, { readonly: false, mustExist: true })
      try {
        db.pragma('wal_checkpoint(PASSIVE)')
      } finally {
        db.close()
      }
      return null
    }
    case 'restore':
      return copyForRestore(request, key, steps)
  }
}

try {
  const steps = createSteps(
    () => Atomics.load(stop, 0) !== 0,
    (progress) => send({ kind: 'progress', progress }),
  )
  send({ kind: 'done', result: run(job, steps) })
} catch (error) {
  const message = error instanceof Error ? `${error.message} ${faultCode(error.cause)} ${error.cause instanceof Error ? error.cause.message : ''}` : String(error)
  send(error instanceof StoreError ? { kind: 'failed', code: error.code, data: error.data, message } : { kind: 'failed', code: 'INTERNAL', data: {}, message })
} finally {
  given.fill(0)
}
