import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readSpace } from '../disk-space.ts'
import { syncFolder } from '../files/safe-files.ts'
import { StoreError } from '../store-error.ts'
import { backupName, isUnfinishedOf, unfinishedName, type BackupKind } from './backup-name.ts'
import { movePath } from './move-path.ts'

/** 除了备份本身,盘上至少再留这么多。 */
const MARGIN_BYTES = 16 * 1024 * 1024
const MEGABYTE = 1024 * 1024

export const hasSpace = (folder: string, neededBytes: number): boolean => readSpace(folder).freeBytes >= neededBytes + MARGIN_BYTES

/** @throws StoreError SPACE_LOW,说清还剩多少、要多少(整 MB)。 */
export const requireSpace = (folder: string, neededBytes: number): void => {
  if (hasSpace(folder, neededBytes)) return
  throw new StoreError('SPACE_LOW', { freeMegabytes: Math.floor(readSpace(folder).freeBytes / MEGABYTE), neededMegabytes: Math.ceil((neededBytes + MARGIN_BYTES) / MEGABYTE) })
}

/** 进行中的一份:先在 part 里做,做完整个改名。 */
export interface Place {
  readonly part: string
  /** 改成正式的名字并落盘,从此列得出来(F15)。返回正式的文件夹。 */
  readonly settle: () => string
  /** 没做成:收走。盘拔走了收不了,下次再收。 */
  readonly discard: () => void
}

/** 收走这个工作区以前没做完的,再开一份新的。名字到最后改名时才定:同一秒里的第二份加尾号。 */
export const openPlace = (into: string, workspaceId: string, at: number, kind: BackupKind): Place => {
  for (const name of readdirSync(into)) if (isUnfinishedOf(name, workspaceId)) rmSync(join(into, name), { recursive: true, force: true })
  const part = join(into, unfinishedName(backupName(at, kind), workspaceId))
  mkdirSync(part, { mode: 0o700 })
  return {
    part,
    settle: () => {
      syncFolder(part)
      let attempt = 1
      while (existsSync(join(into, backupName(at, kind, attempt)))) attempt += 1
      const folder = join(into, backupName(at, kind, attempt))
      movePath(part, folder)
      syncFolder(into)
      return folder
    },
    discard: () => {
      try {
        rmSync(part, { recursive: true, force: true })
      } catch {
        // 带着 .part 的从不列出。
      }
    },
  }
}
