import { join } from 'node:path'
import type { WorkspaceKind } from '../../shared/model/workspace.ts'
import { populateNewWorkspace } from '../../electron/services/workspace-handlers.ts'
import { createWorkspaceScope } from '../../electron/services/workspace-scope.ts'
import { createStore } from '../../electron/store/open-store.ts'
import { createWorkspaceRepo } from '../../electron/store/repos/workspace-repo.ts'
import { makeCore, must, type TestCore } from './make-core.ts'

/** 没设口令的工作区(口令功能之前建的样子),已经打开。 */
export const makeOpenOffice = async (options: Parameters<typeof makeCore>[0] & { readonly kind?: WorkspaceKind } = {}): Promise<TestCore & { readonly path: string }> => {
  const test = await makeCore({ ...options, workspace: 'none' })
  const path = join(test.folder, 'workspace')
  const name = '青石矿业党委'
  createStore(path, (store) => {
    createWorkspaceRepo(store.db).create({ id: test.ports.ids.next(), name, kind: options.kind ?? 'office', setup: 'open', createdAt: test.clock.now() })
    populateNewWorkspace(createWorkspaceScope(store, test.ports, () => undefined), name)
  }).close()
  await must(test.api.system.openWorkspace({ path }))
  return { ...test, path }
}
