import { existsSync, rmSync } from 'node:fs'
import { syncFolder } from '../files/safe-files.ts'
import { lockFolder } from '../folder-lock.ts'
import type { WorkspacePaths } from '../workspace-folder.ts'
import { decidedFolder, finishRestore, preparingFolder } from './restore-place.ts'

/**
 * 上次恢复断在半路的,打开之前先收拾:还没定的退回旧的,定了的做完(F17)。没有这回事时只看两个名字,不碰别的。
 *
 * @returns `undone` 退回了旧的;`finished` 换成了恢复的。
 * @throws StoreError STORE_LOCKED 别的进程正开着(也许正在恢复);STORE_READONLY 等。
 */
export const settleInterruptedRestore = (paths: WorkspacePaths): 'nothing' | 'undone' | 'finished' => {
  if (!existsSync(decidedFolder(paths)) && !existsSync(preparingFolder(paths))) return 'nothing'
  const lock = lockFolder(paths)
  try {
    // 等锁的这一会儿,别人可能已经收拾好了。
    const decided = existsSync(decidedFolder(paths))
    if (decided) finishRestore(paths)
    // 只是副本:原来的一样没动。
    rmSync(preparingFolder(paths), { recursive: true, force: true })
    syncFolder(paths.folder)
    return decided ? 'finished' : 'undone'
  } finally {
    lock.release(false)
  }
}
