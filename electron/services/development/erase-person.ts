import { statSync } from 'node:fs'
import type { developmentContract } from '../../../shared/contract/development.contract.ts'
import { failWith, type Handler } from '../../rpc/handlers.ts'
import { readSpace } from '../../store/disk-space.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createEraseRepo } from '../../store/repos/erase-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 整库重排要再占的地方。 */
const ROOM = 1.2
/** 终止、转出的才能擦;成了党员的随党员擦。 */
const CLOSED: readonly string[] = ['terminated', 'transferred_out']

/** 擦除一个不再发展的人的个人资料(F60)。 */
export const createErasePerson = (scope: WorkspaceScope, collect: () => void): Handler<(typeof developmentContract)['erase']> => {
  const { store, ports } = scope
  const people = createDevelopmentRepo(store.db)
  const repo = createEraseRepo(store.db)
  return ({ id, rev }) => {
    const { size } = statSync(store.paths.database)
    if (readSpace(store.paths.folder).freeBytes < size * ROOM) failWith('STORE_FULL')
    scope.write('member', 'development.erase', (transaction) => {
      const person = people.read(id, ports.clock.today()) ?? failWith('NOT_FOUND')
      if (person.rev !== rev) failWith('STALE', { currentRev: person.rev })
      if (person.memberId !== null || !CLOSED.includes(person.status)) failWith('NOT_EDITABLE')
      repo.erasePerson(transaction, id, person.fields.branchId)
      transaction.emit('development.changed', {})
    })
    repo.scrub()
    // 附的文件:没有备份还记着的当场删。
    collect()
    return {}
  }
}
