import { statSync } from 'node:fs'
import type { membersContract } from '../../../shared/contract/members.contract.ts'
import { failWith, type Handler } from '../../rpc/handlers.ts'
import { collectBlobs } from '../../store/blob-garbage.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { readSpace } from '../../store/disk-space.ts'
import { createEraseRepo } from '../../store/repos/erase-repo.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 整库重排要再占的地方:日志里一整份,留些余地。 */
const ROOM = 1.2

/**
 * 擦除一个已不在名册上的人的个人资料(F60):行、全部旧版本、没存完的表单,直到空闲页与日志里也不留一个字节。
 * 以前的备份里还有,到期删除之后才没有。
 */
export const createEraseMember = (scope: WorkspaceScope): Handler<(typeof membersContract)['erase']> => {
  const { store, ports } = scope
  const repo = createEraseRepo(store.db)
  const stale = createMarkScoresStale(scope)
  return ({ id, rev }) => {
    // 擦了一半最糟:地方不够重排的,先不动。
    const { size } = statSync(store.paths.database)
    if (readSpace(store.paths.folder).freeBytes < size * ROOM) failWith('STORE_FULL')
    scope.write('member', 'members.erase', (transaction) => {
      const found = repo.find(id, ports.clock.today()) ?? failWith('NOT_FOUND')
      if (found.rev !== rev) failWith('STALE', { currentRev: found.rev })
      if (found.isOnRoster) failWith('NOT_EDITABLE')
      repo.erase(transaction, id, found.branchId)
      stale.of(transaction, found.branchId)
      transaction.emit('members.changed', { ids: [id] })
    })
    repo.scrub()
    // 照片:没有备份还记着的当场删;记着的等备份到期。
    collectBlobs(store.db, createBlobStore(store.paths.blobs, store.key), store.paths.backups)
    return {}
  }
}
