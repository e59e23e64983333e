import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StoreError } from '../store-error.ts'
import type { BackupProblem } from './backup-problem.ts'
import { codesOf } from './backup-problem.ts'
import { compareBackups, listPlace, readEntry, type BackupEntry } from './list-backups.ts'
import { DATABASE_FILE, MANIFEST_FILE } from './manifest.ts'
import { silentSteps, type Steps } from './backup-steps.ts'
import { keyOfBackup, verifyBackup, type Verification } from './verify-backup.ts'

export interface SkippedBackup {
  readonly entry: BackupEntry
  readonly problems: readonly BackupProblem[]
}
export interface FoundBackup {
  readonly entry: BackupEntry
  readonly verification: Verification
  /** 比它新、但坏了的,新的在前:要告诉人跳过了哪几份(F16)。 */
  readonly skipped: readonly SkippedBackup[]
  /** 这个地方还放着几个别的工作区的备份;不为零时该让人认一认。 */
  readonly otherWorkspaces: number
}

export interface FindOptions {
  /** 数据密钥,换过密钥的把旧的也给上;空的只核对到 `files` 一级。 */
  readonly keys: readonly Buffer[]
  /** 只要这个工作区的;不给就是最近做的那个工作区。 */
  readonly workspaceId?: string | undefined
  readonly steps?: Steps
}

/** 人给的可能是:一份备份、放备份的地方、工作区文件夹,或者其中的一个文件。 */
const candidatesAt = (path: string): BackupEntry[] => {
  const folder = [DATABASE_FILE, MANIFEST_FILE].includes(basename(path)) ? dirname(path) : path
  if (existsSync(join(folder, MANIFEST_FILE))) return [readEntry(folder)]
  const here = listPlace(folder)
  return here.length > 0 ? here : listPlace(join(folder, 'backups'))
}

/** 都不是它的钥匙时也交一把去核:毛病要说成「钥匙不对」,不能当作没给钥匙放过去。 */
const keyFor = ({ manifest }: BackupEntry, keys: readonly Buffer[]): Buffer | null => (manifest === null ? null : keyOfBackup(manifest, keys)) ?? keys[0] ?? null

/** 清单读不出来的排在最后,轮不到它就找到了;只能按名字里的时刻看它是不是更新。 */
const unreadableSince = (all: readonly BackupEntry[], chosen: BackupEntry): SkippedBackup[] => all.filter(({ manifest, madeAt }) => manifest === null && madeAt > chosen.madeAt).map((entry) => ({ entry, problems: entry.problems }))

/**
 * 人给一个路径,找出能用来恢复的最新一份,逐份核对;比它新而坏了的跳过并报告(F16)。
 *
 * @throws StoreError BACKUP_NOT_FOUND 那里没有备份;BACKUP_DAMAGED 有,但都坏了(data.problems 是最新一份的);CANCELLED。
 */
export const findBackup = (path: string, { keys, workspaceId, steps = silentSteps }: FindOptions): FoundBackup => {
  const all = candidatesAt(path)
  if (all.length === 0) throw new StoreError('BACKUP_NOT_FOUND')
  const wanted = workspaceId ?? all.filter(({ manifest }) => manifest !== null).toSorted((left, right) => right.madeAt - left.madeAt)[0]?.manifest?.workspaceId
  // 清单读不出来的不知道是谁的:不用它,但跳过时要说到它。
  const mine = all.filter(({ manifest }) => manifest === null || manifest.workspaceId === wanted).toSorted(compareBackups)
  const others = new Set(all.flatMap(({ manifest }) => (manifest === null || manifest.workspaceId === wanted ? [] : [manifest.workspaceId])))
  const skipped: SkippedBackup[] = []
  for (const entry of mine) {
    const verification = verifyBackup(entry.folder, keyFor(entry, keys), steps)
    if (verification.usable) return { entry, verification, skipped: [...skipped, ...unreadableSince(mine, entry)], otherWorkspaces: others.size }
    skipped.push({ entry, problems: verification.problems })
  }
  const [first] = skipped
  throw first === undefined ? new StoreError('BACKUP_NOT_FOUND') : new StoreError('BACKUP_DAMAGED', { problems: codesOf(first.problems) })
}
