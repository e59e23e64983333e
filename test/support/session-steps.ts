import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { useSession } from '../../renderer/platform/session.ts'
import { must, type TestCore } from './make-core.ts'

/** 组件测试之间不留上一次的会话。 */
export const forgetSession = (): void => {
  localStorage.clear()
  useSession.setState({ ceremony: false, newCodes: null, damage: 'none', workspace: null, sealed: null, startError: null, session: { phase: 'closed', user: null, grants: [], lockedBy: null, idleMinutes: null } })
}

export const typePassword = async (user: UserEvent, password: string): Promise<void> => {
  await user.type(await screen.findByLabelText(/^口令/), password)
  await user.keyboard('{Enter}')
}

/** 测试工作区的文件夹。 */
export const workspaceFolder = ({ folder }: Pick<TestCore, 'folder'>): string => `${folder}/workspace`

/** 合上再选定:停在登录页。 */
export const seal = async (core: Pick<TestCore, 'api' | 'folder'>): Promise<void> => {
  await must(core.api.system.closeWorkspace({}))
  await must(core.api.system.openWorkspace({ path: workspaceFolder(core) }))
}

const officer = (userName: string, displayName: string, password: string) => ({ userName, displayName, password })
/** 三员:系统、安全保密、审计。 */
export const OFFICERS = {
  setup: 'separated',
  system: officer('xitong', '赵一', 'First-Officer-Gate7'),
  security: officer('baomi', '钱二', 'Second-Lamp-Window8'),
  auditor: officer('shenji', '孙三', 'Third-Bridge-Maple9'),
} as const
