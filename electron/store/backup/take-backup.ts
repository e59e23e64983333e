import { resolve } from 'node:path'
import { silentSteps } from './backup-steps.ts'
import type { ExportRequest } from './export-backup.ts'
import type { FindOptions, FoundBackup } from './find-backup.ts'
import { readEntry, type BackupEntry } from './list-backups.ts'
import { runInThread, type ThreadOptions } from './run-in-thread.ts'
import type { Verification } from './verify-backup.ts'
import { writeBackupBeforeOpen, type BackupRequest } from './write-backup.ts'

/** 一个地方同一时刻只做一份:后来的排队,等前一份做完(不管成没成)再做。 */
const running = new Map<string, Promise<unknown>>()

/** 这个工作区正在做备份。 */
export const isBackingUp = (folder: string): boolean => running.has(resolve(folder))

const alone = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const name = resolve(folder)
  const before = running.get(name) ?? Promise.resolve()
  const mine = before.then(work, work)
  running.set(name, mine)
  try {
    return await mine
  } finally {
    if (running.get(name) === mine) running.delete(name)
  }
}

export interface TakeRequest extends BackupRequest, ThreadOptions {
  readonly key: Buffer
}

/**
 * 给开着的库做一份备份:自己的线程、自己的只读连接,提交照常进行。核对过才改成正式的名字,从此列得出来。
 *
 * @throws StoreError BACKUP_FAILED / SPACE_LOW / STORE_FULL / STORE_READONLY / STORE_FOLDER_UNSUITABLE / STORE_CORRUPT / FILE_BUSY …;叫停时抛 signal.reason。
 */
export const takeBackup = ({ key, signal, onProgress, ...request }: TakeRequest): Promise<BackupEntry> => alone(request.paths.folder, async () => readEntry(await runInThread('take', request, key, { signal, onProgress })))

/** 还没打开、已经占着锁的库(升级之前)用的同步做法。库正开着时绝不能用。 */
export const takeBackupBeforeOpen = ({ key, ...request }: BackupRequest & { readonly key: Buffer }): BackupEntry => readEntry(writeBackupBeforeOpen(request, key, silentSteps))

/** 把已有的一份拷到另一处。参数与错误见 exportBackup。 */
export const exportBackupInThread = ({ key, signal, onProgress, ...request }: ExportRequest & ThreadOptions): Promise<BackupEntry> => alone(request.into, async () => readEntry(await runInThread('export', request, key, { signal, onProgress })))

/** 核对一份备份,不占住调用的线程。参数与结果见 verifyBackup。 */
export const verifyBackupInThread = (folder: string, key: Buffer | null, options: ThreadOptions = {}): Promise<Verification> => runInThread('verify', { folder }, key, options)

/** 找出能用来恢复的最新一份,不占住调用的线程。参数、结果与错误见 findBackup。 */
export const findBackupInThread = (path: string, { keys, workspaceId, ...options }: Omit<FindOptions, 'steps'> & ThreadOptions): Promise<FoundBackup> => runInThread('find', { path, workspaceId }, keys, options)
