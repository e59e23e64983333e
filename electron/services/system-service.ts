import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { systemContract } from '../../shared/contract/system.contract.ts'
import { roleSchema } from '../../shared/model/workspace.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { failWith } from '../rpc/handlers.ts'
import type { Ports } from './ports.ts'
import type { createWorkspaceRegistry } from './workspace-registry.ts'
import type { WorkspaceSlot } from './workspace-slot.ts'

const DATABASE_FILE = 'baolei.db'

/** 工作区文件夹必须是绝对路径,免得随启动位置变来变去。 */
const requireFolder = (path: string): string => (isAbsolute(path) ? resolve(path) : failWith('STORE_FOLDER_UNSUITABLE', { path }))

/** 有人会把库文件本身的路径贴进来:指的就是它所在的文件夹。 */
const folderOf = (path: string): string => (basename(path) === DATABASE_FILE ? dirname(path) : path)

export const createSystemHandlers = (ports: Ports, slot: WorkspaceSlot, registry: ReturnType<typeof createWorkspaceRegistry>): GroupHandlers<typeof systemContract> => {
  const samplePath = join(ports.folders.documents, 'baolei-sample')
  return {
    hello: (input, context) => {
      if (input.build !== ports.app.build && input.build !== '') context.fail('RELOAD', {})
      return { build: ports.app.build, workspace: slot.summary(), roles: [...roleSchema.options], startError: slot.startError(), today: ports.clock.today() }
    },
    startOptions: () => ({ suggestedPath: join(ports.folders.documents, 'baolei'), samplePath, recent: registry.recent() }),
    createWorkspace: (input) => slot.create(requireFolder(input.path), input.name),
    openSample: (input) => slot.openSample(requireFolder(input.path ?? samplePath)),
    openWorkspace: (input) => slot.open(folderOf(requireFolder(input.path))),
    closeWorkspace: () => {
      slot.close()
      return {}
    },
    status: () => {
      const summary = slot.summary() ?? failWith('NO_WORKSPACE')
      return { path: summary.path, name: summary.name, version: ports.app.version, lastSavedAt: slot.lastSavedAt() }
    },
  }
}
