import type { Database } from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { connect, inspect } from '../cipher-connection.ts'
import { lockFolder, refuseHeldHere, type FolderLock } from '../folder-lock.ts'
import { openHeadMark } from '../head-mark.ts'
import { beginEpoch } from '../new-epoch.ts'
import { StoreError } from '../store-error.ts'
import { isSettled, makeFolder, removeMadeFolders, workspacePaths, type WorkspacePaths } from '../workspace-folder.ts'
import { backupFault, isSystemFault } from './backup-fault.ts'
import type { RestoreCopy } from './copy-for-restore.ts'
import { listBackups } from './list-backups.ts'
import { isSealIntact, readManifest } from './manifest.ts'
import { syncFile } from './move-path.ts'
import { decideRestore, finishRestore, preparingFolder } from './restore-place.ts'
import { runInThread, type ThreadOptions } from './run-in-thread.ts'
import { settleInterruptedRestore } from './settle-interrupted-restore.ts'

export interface RestoreRequest extends ThreadOptions {
  /** 一份备份的文件夹(由 findBackup 找出)。 */
  readonly backup: string
  /** 打得开这份备份的数据密钥,32 字节。 */
  readonly key: Buffer
  readonly into: WorkspacePaths
  /** 毫秒;旧的搬到 damaged 下以它命名的文件夹。 */
  readonly at: number
  /** 目的文件夹里可以已经有一个工作区。假的时候里面有东西就拒绝。 */
  readonly replace: boolean
  /** 别处(上级)知道的最大纪元;保存记号、现在的库、各份备份的由这里自己看。 */
  readonly knownEpoch?: number
  /** 在副本上、定下来之前,与改纪元同一个事务:记审计等。它抛的错原样传出去。 */
  readonly prepare?: (db: Database, facts: { readonly epoch: number; readonly copy: RestoreCopy }) => void
}

/** 备好了、还没换上的。要么 swapIn,要么 discardRestore。 */
export interface PreparedRestore extends RestoreCopy {
  readonly paths: WorkspacePaths
  readonly at: number
  readonly key: Buffer
  /** 恢复之后的纪元:比知道的都大。 */
  readonly epoch: number
  /** 本进程没有开着这个工作区的,从这时起占着它。 */
  readonly lock: FolderLock | null
}

export interface SwapOptions {
  /** 换之前给现在这个库做的、核对过的备份:现在的库与它一字不差时,旧文件不另外留。 */
  readonly beforeRestore?: string | undefined
}

const isHeldHere = (folder: string): boolean => {
  try {
    refuseHeldHere(folder)
    return false
  } catch {
    return true
  }
}

const requireEmpty = (paths: WorkspacePaths): void => {
  if (existsSync(paths.database) || isSettled(paths)) throw new StoreError('STORE_EXISTS', { path: paths.folder })
}

/** 打得开就看看现在到了哪里;打不开的由保存记号与各份备份说。 */
const currentHead = (paths: WorkspacePaths, key: Buffer): { readonly epoch: number; readonly workspaceId: string; readonly seq: number; readonly hash: string } | null => {
  if (!existsSync(paths.database)) return null
  try {
    const { epoch, workspaceId, head } = inspect(paths, key)
    return { epoch, workspaceId, seq: head?.seq ?? 0, hash: head?.hash ?? '' }
  } catch {
    return null
  }
}

/** 保存记号里见过的最大纪元。库坏得打不开时,它还说得出这里是不是别的工作区。 */
const markedEpoch = (paths: WorkspacePaths, workspaceId: string): number => {
  const mark = openHeadMark(paths.headMark, workspaceId)
  try {
    if (mark.read() === 'other_store') throw new StoreError('STORE_EXISTS', { path: paths.folder })
    return mark.lastEpoch()
  } finally {
    mark.close()
  }
}

const highestEpoch = ({ into, knownEpoch = 0, key }: RestoreRequest, { manifest: { workspaceId, epoch } }: RestoreCopy, isHeld: boolean): number => {
  const current = isHeld ? null : currentHead(into, key)
  if (current !== null && current.workspaceId !== workspaceId) throw new StoreError('STORE_EXISTS', { path: into.folder })
  const listed = listBackups(into).flatMap(({ manifest }) => (manifest?.workspaceId === workspaceId ? [manifest.epoch] : []))
  return Math.max(knownEpoch, markedEpoch(into, workspaceId), current?.epoch ?? 0, epoch, ...listed)
}

const applyEpoch = ({ into, key, at, prepare }: RestoreRequest, copy: RestoreCopy, epoch: number): void => {
  const target = workspacePaths(preparingFolder(into))
  const db = connect(target, key, { readonly: false, mustExist: true })
  try {
    db.transaction(() => {
      beginEpoch(db, at, epoch)
      prepare?.(db, { epoch, copy })
    }).immediate()
  } finally {
    db.close()
  }
  syncFile(target.database)
}

const removePreparing = (paths: WorkspacePaths): void => rmSync(preparingFolder(paths), { recursive: true, force: true })

/**
 * 恢复的前一半:把备份拷进目的文件夹的 restoring.part,从头核对、升到这一版、换上新的纪元。原来的一样不动。
 * 工作区在本进程里开着时也能做(人还能看),换上之前再关。
 *
 * @throws StoreError STORE_EXISTS 目的地已有东西或是别的工作区;STORE_LOCKED 别的进程开着;BACKUP_NOT_FOUND / BACKUP_DAMAGED / STORE_KEY_WRONG /
 *   STORE_FROM_FUTURE / MIGRATION_FAILED / SPACE_LOW / STORE_READONLY …;叫停时抛 signal.reason。不成时什么都不留。
 */
export const prepareRestore = async (request: RestoreRequest): Promise<PreparedRestore> => {
  const { backup, key, into, at, replace, signal, onProgress } = request
  const isHeld = isHeldHere(into.folder)
  if (!isHeld && existsSync(into.folder)) settleInterruptedRestore(into)
  if (!replace) requireEmpty(into)
  const made = replace && existsSync(into.folder) ? null : makeFolder(into)
  let lock: FolderLock | null = null
  try {
    lock = isHeld ? null : lockFolder(into)
    const copy = await runInThread('restore', { backup, paths: into }, key, { signal, onProgress })
    signal?.throwIfAborted()
    const epoch = highestEpoch(request, copy, isHeld) + 1
    applyEpoch(request, copy, epoch)
    return { ...copy, paths: into, at, key, epoch, lock }
  } catch (error) {
    if (lock !== null || isHeld) removePreparing(into)
    lock?.release(false)
    removeMadeFolders(into, made)
    throw isSystemFault(error) ? backupFault(error, into.folder) : error
  }
}

/** 现在的库是不是与那份备份停在同一处:是,旧文件就不必另外留。 */
const isCovered = ({ paths, key }: PreparedRestore, beforeRestore: string | undefined): boolean => {
  if (beforeRestore === undefined) return false
  const reading = readManifest(beforeRestore)
  const current = currentHead(paths, key)
  if (!reading.ok || current === null || !isSealIntact(reading.manifest, key)) return false
  const { workspaceId, epoch, commitSeq, audit } = reading.manifest
  return current.workspaceId === workspaceId && current.epoch === epoch && current.seq === commitSeq && current.hash === audit.hash
}

/**
 * 恢复的后一半:换上。库须已经关上。断在任何一步,下次打开之前由 settleInterruptedRestore 收拾成旧的或新的,没有第三样。
 *
 * @returns 旧文件放在 damaged 下的哪里;本来没有、或 beforeRestore 已经盖住的为 null。
 * @throws StoreError STORE_LOCKED 库还开着;STORE_READONLY / FILE_BUSY …
 */
export const swapIn = (prepared: PreparedRestore, { beforeRestore }: SwapOptions = {}): { readonly damaged: string | null } => {
  const { paths, at } = prepared
  const lock = prepared.lock ?? lockFolder(paths)
  try {
    decideRestore(paths, at, !isCovered(prepared, beforeRestore))
    return { damaged: finishRestore(paths) }
  } catch (error) {
    throw backupFault(error, paths.folder)
  } finally {
    lock.release(true)
  }
}

/** 不换了:收走副本,放开锁。 */
export const discardRestore = ({ paths, lock }: PreparedRestore): void => {
  removePreparing(paths)
  lock?.release(false)
}
