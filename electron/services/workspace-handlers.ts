import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../rpc/handlers.ts'
import type { FileExchange } from './file-exchange.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

export const SAMPLE_NAME = 'sample'
type WorkspaceContract = Omit<typeof contract, 'system'>

/** 一个打开的工作区里全部过程的处理函数。各组在自己的文件里,这里只集合。 */
export const createWorkspaceHandlers = (_scope: WorkspaceScope, _files: FileExchange): Partial<Handlers<WorkspaceContract>> => ({})
export const populateNewWorkspace = (_scope: WorkspaceScope, _name: string): void => undefined
export const populateSampleWorkspace = (_scope: WorkspaceScope): void => undefined
